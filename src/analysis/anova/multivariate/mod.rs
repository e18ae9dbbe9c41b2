#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::Multivariate;
use crate::analysis::method::Method;

pub static METHOD: Method<Multivariate> = Method {
    computation: compute::MULTIVARIATE,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: |_, result| result.problems.clone(),
};

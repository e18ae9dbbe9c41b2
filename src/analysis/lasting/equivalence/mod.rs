#![doc = include_str!("method.md")]

pub mod compute;
pub mod margin;
mod numbers;
mod section;

use self::compute::Equivalence;
use crate::analysis::method::Method;

pub static METHOD: Method<Equivalence> = Method {
    computation: compute::EQUIVALENCE,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: |_, result| result.problems.clone(),
};

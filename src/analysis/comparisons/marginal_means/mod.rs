#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::MarginalMeans;
use crate::analysis::method::Method;

pub static METHOD: Method<MarginalMeans> = Method {
    computation: compute::MARGINAL_MEANS,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: Method::no_problems,
};

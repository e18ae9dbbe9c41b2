#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::CrossoverResult;
use crate::analysis::method::Method;

pub static METHOD: Method<CrossoverResult> = Method {
    computation: compute::CROSSOVER,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: |_, result| result.problems.clone(),
};

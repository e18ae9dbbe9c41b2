#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
pub mod section;

use self::compute::SphericityResult;
use crate::analysis::method::Method;

pub static METHOD: Method<SphericityResult> = Method {
    computation: compute::SPHERICITY,
    numbers: numbers::numbers,
    // Shown among the assumptions.
    sections: |_, _, _| Vec::new(),
    problems: |_, result| result.problems.clone(),
};

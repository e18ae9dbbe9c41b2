#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::SimpleEffects;
use crate::analysis::method::Method;

pub static METHOD: Method<SimpleEffects> = Method {
    computation: compute::SIMPLE_EFFECTS,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: |_, result| result.problems.clone(),
};

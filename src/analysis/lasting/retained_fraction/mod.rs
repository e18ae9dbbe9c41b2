#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::RetainedFractions;
use crate::analysis::method::Method;

pub static METHOD: Method<RetainedFractions> = Method {
    computation: compute::RETAINED_FRACTION,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: Method::no_problems,
};

#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::MixedAnova;
use crate::analysis::method::Method;

pub static METHOD: Method<MixedAnova> = Method {
    computation: compute::MIXED_ANOVA,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: Method::no_problems,
};

#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::InterceptModel;
use crate::analysis::method::Method;

pub static METHOD: Method<InterceptModel> = Method {
    computation: compute::RANDOM_INTERCEPT,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: section::problems,
};

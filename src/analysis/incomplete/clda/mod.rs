#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::ConstrainedModel;
use crate::analysis::method::Method;

pub static METHOD: Method<ConstrainedModel> = Method {
    computation: compute::CLDA,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: Method::no_problems,
};

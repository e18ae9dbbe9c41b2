#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::TestRetest;
use crate::analysis::method::Method;

pub static METHOD: Method<TestRetest> = Method {
    computation: compute::ICC,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: Method::no_problems,
};

#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::Agreement;
use crate::analysis::method::Method;

pub static METHOD: Method<Agreement> = Method {
    computation: compute::AGREEMENT,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: Method::no_problems,
};

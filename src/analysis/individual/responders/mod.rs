#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
pub mod section;

use self::compute::Responders;
use crate::analysis::method::Method;

pub static METHOD: Method<Responders> = Method {
    computation: compute::RESPONDERS,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: section::problems,
};

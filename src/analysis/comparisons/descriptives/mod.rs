#![doc = include_str!("method.md")]

mod coinciding;
pub mod compute;
mod numbers;
pub mod section;

use self::compute::Descriptives;
use crate::analysis::method::Method;

pub static METHOD: Method<Descriptives> = Method {
    computation: compute::DESCRIPTIVES,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: coinciding::problems,
};

#![doc = include_str!("method.md")]

pub mod companions;
pub mod compute;
pub mod lasted;
mod numbers;
mod section;

use self::compute::Effects;
use crate::analysis::method::Method;

/// The id of the table that the answers name as their source.
pub const TABLE: &str = "comparisons-change";

pub static METHOD: Method<Effects> = Method {
    computation: compute::EFFECTS,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: Method::no_problems,
};

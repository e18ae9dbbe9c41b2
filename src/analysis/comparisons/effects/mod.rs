#![doc = include_str!("method.md")]

pub mod companions;
pub mod compute;
pub mod effect;
pub mod lasted;
pub mod lead;
mod numbers;
mod section;

use self::effect::Effects;
use crate::analysis::method::Method;

pub static METHOD: Method<Effects> = Method {
    computation: compute::EFFECTS,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: |_, result| result.problems.clone(),
};

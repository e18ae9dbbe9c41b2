#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::ArmsByRanks;
use crate::analysis::method::Method;

pub static METHOD: Method<ArmsByRanks> = Method {
    computation: compute::MANN_WHITNEY,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: Method::no_problems,
};

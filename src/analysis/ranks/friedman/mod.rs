#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::OccasionsByRanks;
use crate::analysis::method::Method;

pub static METHOD: Method<OccasionsByRanks> = Method {
    computation: compute::FRIEDMAN,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: Method::no_problems,
};

#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::RankAts;
use crate::analysis::method::Method;

pub static METHOD: Method<RankAts> = Method {
    computation: compute::RANK_ATS,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: section::problems,
};

#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::BayesBic;
use crate::analysis::method::Method;

pub static METHOD: Method<BayesBic> = Method {
    computation: compute::BAYES_BIC,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: Method::no_problems,
};

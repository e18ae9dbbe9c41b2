#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::BayesOneway;
use crate::analysis::method::Method;

pub static METHOD: Method<BayesOneway> = Method {
    computation: compute::BAYES_ONEWAY,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: Method::no_problems,
};

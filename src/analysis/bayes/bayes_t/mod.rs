#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::BayesT;
use crate::analysis::method::Method;

pub static METHOD: Method<BayesT> = Method {
    computation: compute::BAYES_T,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: Method::no_problems,
};

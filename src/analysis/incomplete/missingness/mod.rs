#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::Missingness;
use crate::analysis::method::Method;

pub static METHOD: Method<Missingness> = Method {
    computation: compute::MISSINGNESS,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: Method::no_problems,
};

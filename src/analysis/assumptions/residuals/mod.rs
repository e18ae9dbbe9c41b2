#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;

use self::compute::Residuals;
use crate::analysis::method::Method;

pub static METHOD: Method<Residuals> = Method {
    computation: compute::RESIDUALS,
    numbers: numbers::numbers,
    // Shown among the assumptions.
    sections: |_, _, _| Vec::new(),
    problems: Method::no_problems,
};

#![doc = include_str!("method.md")]

pub mod compute;
pub mod job;
mod numbers;
mod section;
pub mod setup;
pub mod work;

use self::compute::Resampled;
use crate::analysis::method::Method;

pub static METHOD: Method<Resampled> = Method {
    computation: compute::RESAMPLING,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: section::problems,
};

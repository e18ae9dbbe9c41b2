#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::Mmrm;
use crate::analysis::method::Method;

pub static METHOD: Method<Mmrm> = Method {
    computation: compute::MMRM,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: section::problems,
};

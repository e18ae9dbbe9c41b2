#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::Ancova;
use crate::analysis::method::Method;

pub static METHOD: Method<Ancova> = Method {
    computation: compute::ANCOVA,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: section::problems,
};

#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::DesignEffect;
use crate::analysis::method::Method;

pub static METHOD: Method<DesignEffect> = Method {
    computation: compute::DESIGN_EFFECT,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: Method::no_problems,
};

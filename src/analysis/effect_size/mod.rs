#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::EffectSizes;
use crate::analysis::method::Method;

pub static METHOD: Method<EffectSizes> = Method {
    computation: compute::EFFECT_SIZE,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: section::problems,
};

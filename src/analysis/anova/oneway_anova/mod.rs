#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::OneWay;
use crate::analysis::method::Method;

pub static METHOD: Method<OneWay> = Method {
    computation: compute::ONEWAY_ANOVA,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: section::problems,
};

#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::WithinArms;
use crate::analysis::method::Method;

pub static METHOD: Method<WithinArms> = Method {
    computation: compute::RM_ANOVA,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: Method::no_problems,
};

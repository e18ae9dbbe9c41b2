#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::IndividualChange;
use crate::analysis::method::Method;

pub static METHOD: Method<IndividualChange> = Method {
    computation: compute::INDIVIDUAL_CHANGE,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: section::problems,
};

#![doc = include_str!("method.md")]

pub mod compute;
mod qq;
mod section;

use self::compute::Assumptions;
use crate::analysis::method::Method;

pub static METHOD: Method<Assumptions> = Method {
    computation: compute::ASSUMPTIONS,
    // The methods it summarises report their numbers themselves.
    numbers: |_, _, _| {},
    sections: section::sections,
    problems: Method::no_problems,
};

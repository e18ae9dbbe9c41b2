#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::Trends;
use self::numbers::numbers;
use self::section::sections;
use crate::analysis::method::Method;
use crate::analysis::result::Computation;

pub static METHOD: Method<Trends> = with(compute::SEPARATE);
pub static POOLED: Method<Trends> = with(compute::POOLED);

const fn with(computation: Computation<Trends>) -> Method<Trends> {
    Method { computation, numbers, sections, problems: Method::no_problems }
}

#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::ChangeDifference;
use self::numbers::numbers;
use self::section::sections;
use crate::analysis::method::Method;
use crate::analysis::result::Computation;

pub static METHOD: Method<ChangeDifference> = with(compute::SEPARATE);
pub static POOLED: Method<ChangeDifference> = with(compute::POOLED);
pub static UNEQUAL: Method<ChangeDifference> = with(compute::UNEQUAL);

const fn with(computation: Computation<ChangeDifference>) -> Method<ChangeDifference> {
    Method { computation, numbers, sections, problems: Method::no_problems }
}

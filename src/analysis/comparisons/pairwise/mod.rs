#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::Pairwise;
use self::numbers::numbers;
use self::section::sections;
use crate::analysis::method::Method;
use crate::analysis::result::Computation;

pub static METHOD: Method<Pairwise> = with(compute::SEPARATE);
pub static POOLED: Method<Pairwise> = with(compute::POOLED);
pub static UNEQUAL: Method<Pairwise> = with(compute::UNEQUAL);

const fn with(computation: Computation<Pairwise>) -> Method<Pairwise> {
    Method { computation, numbers, sections, problems: |_, result| result.problems.clone() }
}

#![doc = include_str!("method.md")]

pub mod compute;
pub mod section;

use crate::analysis::method::Method;

pub static METHOD: Method<compute::RankAts> = Method::unsplit(compute::RANK_ATS);

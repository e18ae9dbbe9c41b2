#![doc = include_str!("method.md")]

pub mod compute;

use crate::analysis::method::Method;

pub static METHOD: Method<compute::Trends> = Method::unsplit(compute::SEPARATE);
pub static POOLED: Method<compute::Trends> = Method::unsplit(compute::POOLED);

#![doc = include_str!("method.md")]

pub mod compute;
pub mod job;
pub mod section;
pub mod setup;
pub mod work;

use crate::analysis::method::Method;

pub static METHOD: Method<compute::Resampled> = Method::unsplit(compute::RESAMPLING);

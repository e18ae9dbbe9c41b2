#![doc = include_str!("method.md")]

pub mod compute;
pub mod section;

use crate::analysis::method::Method;

pub static METHOD: Method<compute::Sphericity> = Method::unsplit(compute::SPHERICITY);

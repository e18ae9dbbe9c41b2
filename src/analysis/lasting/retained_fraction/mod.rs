#![doc = include_str!("method.md")]

pub mod compute;

use crate::analysis::method::Method;

pub static METHOD: Method<compute::RetainedFractions> = Method::unsplit(compute::RETAINED_FRACTION);

#![doc = include_str!("method.md")]

pub mod compute;

use crate::analysis::method::Method;

pub static METHOD: Method<compute::MixedAnova> = Method::unsplit(compute::MIXED_ANOVA);

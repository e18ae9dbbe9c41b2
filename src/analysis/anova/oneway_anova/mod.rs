#![doc = include_str!("method.md")]

pub mod compute;

use crate::analysis::method::Method;

pub static METHOD: Method<compute::OneWay> = Method::unsplit(compute::ONEWAY_ANOVA);

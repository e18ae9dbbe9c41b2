#![doc = include_str!("method.md")]

pub mod compute;

use crate::analysis::method::Method;

pub static METHOD: Method<compute::BayesT> = Method::unsplit(compute::BAYES_T);

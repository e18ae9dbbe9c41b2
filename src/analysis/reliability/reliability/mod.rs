#![doc = include_str!("method.md")]

pub mod compute;
pub mod numbers;
pub mod section;

#![doc = include_str!("method.md")]

pub mod compute;

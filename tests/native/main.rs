//! Every test that runs on the machine itself, by kind: `cargo test --test native references` runs one of them.
//!
//! One program, because each is compiled and linked with the whole core. `tests/boundary.rs` is for the browser;
//! `tests/reading_memory.rs` counts every allocation of its process.
#![cfg(not(target_arch = "wasm32"))]

mod architecture;
mod keys;
mod laws;
mod links;
mod model;
mod pages;
mod plan;
mod planning;
mod reading;
mod references;
mod session;
mod support;
mod trial;

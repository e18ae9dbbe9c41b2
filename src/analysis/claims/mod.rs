//! The claims of the Plan, each read against the contrasts that would show it.
//!
//! A claim is supported only where every part of it is shown: each intervention, each later occasion. It is contradicted
//! where a test shows the opposite of a part. All else is not shown, which is no evidence against it.

pub mod compute;
pub mod section;

//! Several primary outcomes: each intervention's contrast at the end of treatment, by Holm's adjustment over them.

pub mod compute;
pub mod numbers;
pub mod section;

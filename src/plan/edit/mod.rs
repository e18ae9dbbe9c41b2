//! Every change that a user can make to a Plan.

mod scales;

pub use scales::{with_scale, without_scale};

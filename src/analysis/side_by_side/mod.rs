//! All outcomes side by side: what the answers say of each in a headline, and their contrasts on one scale.

pub mod compute;
pub mod section;

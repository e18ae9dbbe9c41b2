//! Who took part: how many of each arm were measured when, and what they were like before treatment.

pub mod compute;
pub mod section;

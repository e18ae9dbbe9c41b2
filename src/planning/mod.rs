//! Planning a trial before there are data: what a number of participants can and cannot show.
//!
//! Nothing here reads a Table of scores or a Trial; every function goes from the assumptions of a design to a number.

pub mod power;

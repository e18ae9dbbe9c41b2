//! The trial's questions, answered: the head of the report.
//!
//! Each sentence is made from a row of a comparison table and names it as its source, so that text and table cannot
//! disagree. The subject of a sentence is a contrast with its interval. An interval that holds zero is "no evidence of a
//! difference", never "no difference"; and only a test against the margin lets an answer say "maintained".

mod asked;
mod changed;
mod compose;
mod contrast;
mod draft;
mod gather;
mod lasted;
mod row;
mod which;
mod worked;

pub use gather::answered;

//! The Report and its writers: the only place where a number becomes text.
//!
//! `view` is the view-model, plain data without a dependency on the other layers; a cell keeps its number. `words` makes text
//! from the message files, `number` from numbers, `label` from the user's own names. `figure` draws, `write` makes files.

pub mod build;
pub mod figure;
pub mod label;
pub mod marks;
pub mod number;
pub mod scale;
pub mod view;
pub mod words;
pub mod write;

pub use label::label;
pub use view::*;
pub use words::Words;

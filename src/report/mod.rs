//! The Report and its renderers: the only place where a number becomes text.
//!
//! `view` is the view-model, plain data without a dependency on the other layers. `words` makes text from the message
//! files, `number` from numbers, `label` from the user's own names. The renderers (`markdown`, `html`, `tidy`, `json`) only walk the view-model.

pub mod build;
pub mod figure;
pub mod html;
pub mod label;
pub mod markdown;
pub mod number;
mod patterns;
pub mod scale;
pub mod tidy;
pub mod view;
pub mod words;

pub use label::label;
pub use view::*;
pub use words::Words;

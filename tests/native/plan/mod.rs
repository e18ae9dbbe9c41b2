//! The Plan: guessed from a file's headers, read from JSON, changed.

mod guess;
mod json;
mod questionnaires;
mod scales;

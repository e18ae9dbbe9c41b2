//! The Plan: guessed from a file's headers, read from JSON, changed.

mod dropped_in;
mod guess;
mod json;
mod questionnaires;
mod scales;

//! Files become Tables, and every message says what did not fit.

mod files;
mod words;

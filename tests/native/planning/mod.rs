//! Planning a trial: power against R, and the shell's answers to what it cannot use.

mod cases;
mod repeated_measures;

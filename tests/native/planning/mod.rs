//! Planning a trial: power against R, and the shell's answers to what it cannot use.

mod cases;
mod closed_form;
mod outlook;
mod repeated_measures;

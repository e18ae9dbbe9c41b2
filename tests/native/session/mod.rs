//! From bytes to every output, through the session and through the shell.

mod bad_input;
mod exit_codes;
mod hostile;
mod items;
mod large;
mod level;
mod limits;
mod same_numbers;
mod shell;

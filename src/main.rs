//! The session for the shell. On wasm32 an empty `main` that keeps the exports of the library alive.
use prepost as _;
fn main() {}

//! Load, analyse, export: what the page, the shell, the tests and the benchmarks call.

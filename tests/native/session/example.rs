//! The files in `www/examples` are what the core makes: the tests and the documents use the one, the page the other.

use prepost::session::{EXAMPLES, example};
use std::fs;

#[test]
fn the_files_are_what_the_core_makes() {
    for name in EXAMPLES {
        let file = format!("{}/www/examples/{name}.csv", env!("CARGO_MANIFEST_DIR"));
        assert_eq!(Some(fs::read_to_string(file).unwrap()), example(name), "{name}: run `cargo xtask example`");
    }
}

#[test]
fn there_is_no_other_example() {
    assert_eq!(example("trial"), None);
}

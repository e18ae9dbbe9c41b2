//! What users read: the report, the claims, the scripts for other programs, the page of methods.

mod claims;
mod methods;
mod report;
mod scripts;
mod sentences;
mod word;

/// Compares a text with its accepted snapshot, `snapshots/NAME.snap`.
fn assert_snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

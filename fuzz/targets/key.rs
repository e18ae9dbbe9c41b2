//! Any text as a key file, in TOML or JSON: what is read can be scored, written and read again.
#![no_main]

use fuzz::within_limits;
use libfuzzer_sys::fuzz_target;
use prepost::session::Session;

fn open(text: &str) {
    let session = Session::default();
    let Some(scale) = session.open_key(text).scale else { return };
    scale.definition();
    // A template has its items from its user.
    let is_whole = scale.subscales.iter().all(|own| !own.items.is_empty() || !own.of.is_empty());
    let again = session.open_key(&session.key_file(&scale));
    assert!(again.scale.is_some() || !is_whole, "what opens can be kept: {:?}", again.notices);
}

fuzz_target!(|text: &str| within_limits(|| open(text)));

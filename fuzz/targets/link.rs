//! Any text as a link; and any bytes as the parts of one that arrived whole, behind the CRC that would refuse them: opened,
//! and analysed where it holds summaries.
#![no_main]

use fuzz::within_limits;
use libfuzzer_sys::fuzz_target;
use prepost::session::Session;
use prepost::share;

/// Half of what is fed ends in the summaries of this Plan.
const PLAN: &[u8] = br#"{"version":1,"arm":{"column":"g","levels":["a","b"]},"occasions":["x","y"],"outcomes":[{"name":"s","columns":["s_x","s_y"]}]}"#;

fn open(text: &str) {
    let mut session = Session::default();
    let Some(opened) = session.open_link(text).opened else { return };
    session.analyse(&opened.plan, &mut |_| {});
    drop(session.export("tidy"));
    let again = share::open(text).map(|link| share::write(&link));
    assert!(again.is_ok_and(|again| share::open(&again).is_ok()), "what opens can be sent on");
}

fn parts(bytes: &[u8]) -> String {
    match bytes.split_first() {
        Some((kind, rest)) if kind % 2 == 0 => share::sealed(&[(b'P', PLAN.to_vec()), (b'M', rest.to_vec())]),
        Some((_, rest)) => {
            let (plan, summary) = rest.split_at(rest.len() / 2);
            share::sealed(&[(b'P', plan.to_vec()), (b'M', summary.to_vec())])
        }
        None => String::new(),
    }
}

fuzz_target!(|bytes: &[u8]| within_limits(|| match std::str::from_utf8(bytes) {
    Ok(text) if text.starts_with("1.") => open(text),
    _ => open(&parts(bytes)),
}));

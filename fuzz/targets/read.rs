//! Any bytes as a file: read with any options, then analysed by the guessed Plan and written in every format.
#![no_main]

use std::cell::RefCell;

use fuzz::within_limits;
use libfuzzer_sys::fuzz_target;
use prepost::session::Session;
use prepost::table::ReadOptions;

/// Larger files are only read: an analysis takes a hundred times as long.
const ANALYSED_BYTES: usize = 700;
const ENCODINGS: [&str; 8] =
    ["", "utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1256", "shift_jis", "no such"];
const DELIMITERS: [char; 4] = ['\0', ';', '\t', 'é'];
const DECIMALS: [char; 4] = ['\0', ',', '/', '٫'];
const FORMATS: [&str; 6] = ["tidy", "json", "markdown", "html", "r", "spss"];

thread_local! {
    static SESSION: RefCell<Session> = RefCell::default();
}

/// The last byte chooses; a file that ends in a line end is read as detected.
fn options(bytes: &[u8]) -> ReadOptions {
    let choice = usize::from(bytes.last().copied().unwrap_or(b'\n') ^ b'\n');
    ReadOptions {
        encoding: Some(ENCODINGS[choice % 8].into()).filter(|name: &String| !name.is_empty()),
        delimiter: Some(DELIMITERS[choice / 8 % 4]).filter(|mark| *mark != '\0'),
        decimal: Some(DECIMALS[choice / 32 % 4]).filter(|mark| *mark != '\0'),
    }
}

fn read(bytes: &[u8], session: &mut Session) {
    let opened = session.read(bytes, &options(bytes));
    if bytes.len() <= ANALYSED_BYTES {
        session.analyse(&opened.plan, &mut |_| {});
        FORMATS.iter().for_each(|format| drop(session.export(format)));
    }
}

fuzz_target!(|bytes: &[u8]| SESSION.with_borrow_mut(|session| within_limits(|| read(bytes, session))));

//! Any text as a Plan: read, then the example is analysed by it.
#![no_main]

use std::cell::RefCell;

use fuzz::within_limits;
use libfuzzer_sys::fuzz_target;
use prepost::plan::Plan;
use prepost::session::Session;
use prepost::table::ReadOptions;

const EXAMPLE: &[u8] = include_bytes!("../../www/examples/example.csv");
const FORMATS: [&str; 6] = ["tidy", "json", "markdown", "html", "r", "spss"];

thread_local! {
    static SESSION: RefCell<Session> = RefCell::new({
        let mut session = Session::default();
        session.read(EXAMPLE, &ReadOptions::default());
        session
    });
}

fn analyse(text: &str, session: &mut Session) {
    Plan::unknown_fields(text);
    let Ok(plan) = Plan::from_json(text) else { return };
    session.analyse(&plan, &mut |_| {});
    session.resampling(&plan);
    FORMATS.iter().for_each(|format| drop(session.export(format)));
}

fuzz_target!(|text: &str| SESSION.with_borrow_mut(|session| within_limits(|| analyse(text, session))));

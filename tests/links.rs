//! Links: what they carry comes back, and the receiver's numbers are the sender's.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use prepost::session::{Format, LinkOptions, Session};
use prepost::table::ReadOptions;
use prepost::trial::Plan;

type Key = (String, String, String, String);

const EXAMPLE: &str = "www/examples/example.csv";
const DROPOUT: &str = "www/examples/example-dropout.csv";

fn read(file: &str) -> (Session, Plan) {
    let mut session = Session::default();
    let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("a file");
    let plan = session.read(&bytes, &ReadOptions::default()).plan;
    (session, plan)
}

fn with_summaries() -> LinkOptions {
    LinkOptions { summaries: true, ..LinkOptions::default() }
}

/// Every number of the session's analysis, by outcome, method, term and statistic.
fn numbers(session: &Session) -> BTreeMap<Key, f64> {
    let tidy = session.export(Format::Tidy).expect("an analysis");
    let mut reader = csv::Reader::from_reader(tidy.as_bytes());
    let row = |row: csv::Result<csv::StringRecord>| {
        let row = row.expect("a row");
        ((row[0].into(), row[1].into(), row[2].into(), row[3].into()), row[4].parse().expect("a number"))
    };
    reader.records().map(row).collect()
}

/// What sender and receiver find.
fn both(file: &str, plan: Option<Plan>) -> (BTreeMap<Key, f64>, BTreeMap<Key, f64>) {
    let (mut sender, guessed) = read(file);
    let plan = plan.unwrap_or(guessed);
    sender.analyse(&plan, &mut |_| {});
    let link = sender.link(&plan, &with_summaries());
    assert!(link.refused.is_empty(), "{:?}", link.refused);
    let mut receiver = Session::default();
    let opened = receiver.open_link(&link.fragment);
    receiver.analyse(&opened.opened.expect("a design").plan, &mut |_| {});
    (numbers(&sender), numbers(&receiver))
}

fn agree(sent: &BTreeMap<Key, f64>, received: &BTreeMap<Key, f64>) {
    for (key, &mine) in received {
        let theirs = *sent.get(key).unwrap_or_else(|| panic!("only the receiver has {key:?}"));
        let close = (mine - theirs).abs() <= 1e-9 * theirs.abs() + 1e-11;
        assert!(close, "{key:?}: {mine}, sender {theirs}");
    }
}

/// The methods of which the receiver lacks a number.
fn lacking<'a>(sent: &'a BTreeMap<Key, f64>, received: &BTreeMap<Key, f64>) -> BTreeSet<(&'a str, &'a str)> {
    sent.keys().filter(|key| !received.contains_key(key)).map(|key| (key.1.as_str(), key.3.as_str())).collect()
}

#[test]
fn the_receivers_numbers_are_the_senders() {
    let (sent, received) = both(EXAMPLE, None);
    agree(&sent, &received);
    for (method, statistic) in lacking(&sent, &received) {
        println!("{method} {statistic}");
    }
    println!("{} of {}", received.len(), sent.len());
}

#[test]
fn drop() {
    let (sent, received) = both(DROPOUT, None);
    agree(&sent, &received);
    for (method, statistic) in lacking(&sent, &received) {
        println!("{method} {statistic}");
    }
    println!("{} of {}", received.len(), sent.len());
}
#[test]
fn size() {
    let (s, p) = read(EXAMPLE);
    let l = s.link(&p, &LinkOptions::default());
    println!("{} {}", l.fragment.len(), l.plan_text);
    let l = s.link(&p, &with_summaries());
    println!("{} {}", l.fragment.len(), l.fragment);
}

//! Links: what they carry comes back, the receiver's numbers are the sender's, and old links open for ever.

mod attacks;
mod whole_rows;

use crate::support;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use prepost::analysis::Study;
use prepost::plan::defaults::defaults;
use prepost::report::words;
use prepost::session::{LinkMade, LinkOptions, Session};
use prepost::share::{self, OutcomeSummary, Summary};
use prepost::table::ReadOptions;
use prepost::trial::{Adjust, Lead, Margin, MarginUnit, Plan, Trial};
use serde_json::{Value, json};

type Numbers = BTreeMap<[String; 4], f64>;

const EXAMPLE: &str = "www/examples/example.csv";
/// Links and files by which someone tried to read a row.
const ATTACKS: &str = "tests/native/links/attacks";
const DROPOUT: &str = "www/examples/example-dropout.csv";

fn content(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("a file")
}

fn read(csv: &str) -> (Session, Plan) {
    let mut session = Session::default();
    let plan = session.read(csv.as_bytes(), &ReadOptions::default()).plan;
    (session, plan)
}

fn summaries() -> LinkOptions {
    LinkOptions { summaries: true, ..LinkOptions::default() }
}

/// Every number of the session's analysis, by outcome, method, term and statistic.
fn numbers(session: &Session) -> Numbers {
    let tidy = session.export("tidy").expect("an analysis").into_text();
    let mut reader = csv::Reader::from_reader(tidy.as_bytes());
    let row = |row: csv::Result<csv::StringRecord>| {
        let row = row.expect("a row");
        ([0, 1, 2, 3].map(|at| row[at].to_owned()), row[4].parse().expect("a number"))
    };
    reader.records().map(row).collect()
}

/// What sender and receiver find.
fn both(csv: &str, change: impl Fn(&mut Plan)) -> (Numbers, Numbers) {
    let (mut sender, mut plan) = read(csv);
    change(&mut plan);
    sender.analyse(&plan, &mut |_| {});
    let link = sender.link(&plan, &summaries());
    assert!(link.refused.is_empty(), "{:?}", link.refused);
    let mut receiver = Session::default();
    let opened = receiver.open_link(&link.fragment);
    receiver.analyse(&opened.opened.expect("a design").plan, &mut |_| {});
    (numbers(&sender), numbers(&receiver))
}

/// Holds every number of the receiver to the sender's.
fn agree(sent: &Numbers, received: &Numbers) {
    for (key, &mine) in received {
        let theirs = *sent.get(key).unwrap_or_else(|| panic!("only the receiver has {key:?}"));
        let close = (mine - theirs).abs() <= 1e-9 * theirs.abs() + 1e-11;
        assert!(close, "{key:?}: {mine}, sender {theirs}");
    }
}

/// The methods of which the receiver lacks a number that the sender has.
fn lacking<'a>(sent: &'a Numbers, received: &Numbers) -> BTreeSet<&'a str> {
    sent.keys().filter(|key| !received.contains_key(*key)).map(|[_, method, _, _]| method.as_str()).collect()
}

/// Ranks, residuals and extremes.
const NEED_ROWS: [&str; 14] = [
    "agreement",
    "ancova_pairwise_hc3",
    "descriptives",
    "dunn",
    "durbin_conover",
    "friedman",
    "kruskal_wallis",
    "levene",
    "mann_whitney",
    "mann_whitney_change",
    "rank_ats",
    "relative_effect",
    "residual_normality",
    "wilcoxon",
];

#[test]
fn the_receivers_numbers_are_the_senders() {
    let (sent, received) = both(&content(EXAMPLE), |_| {});
    agree(&sent, &received);
    assert_eq!(lacking(&sent, &received).into_iter().collect::<Vec<_>>(), NEED_ROWS);
    assert!(received.len() > 20_000, "{}", received.len());
}

#[test]
fn with_dropout_the_numbers_of_those_with_every_value_are_the_senders() {
    // A link has the moments of complete cases only, and its answers come from those.
    let (sent, received) = both(&content(DROPOUT), |plan| plan.lead = Lead::RmAnova);
    agree(&sent, &received);
    let has = |method: &str| received.keys().any(|[_, own, _, _]| own == method);
    for method in
        ["mixed_anova", "pairwise", "change_difference", "marginal_means", "sphericity", "multivariate", "rm_anova"]
    {
        assert!(has(method), "{method}");
    }
    // Others would be of more participants than the link has.
    for method in ["descriptives", "oneway_anova", "ancova", "bayes_oneway"] {
        assert!(!has(method), "{method}");
    }
}

/// Those who stand in for the participants of each fixture give its numbers: covariates, further factors between and
/// within, one group, one occasion, dropout.
#[test]
fn stand_ins_give_the_numbers_of_every_fixture() {
    let mut n_fixtures = 0;
    for folder in fs::read_dir(support::fixture("")).expect("fixtures") {
        let folder = folder.expect("a folder").path();
        if !folder.join("plan.json").is_file() || folder.ends_with("bfi") {
            continue;
        }
        let plan = Plan { lead: Lead::RmAnova, ..support::plan(&folder) };
        let trial = support::trial(&folder, &plan);
        if trial.crossover.is_some() {
            continue; // a link of a crossover carries no summaries
        }
        let Some(stand_ins) = stand_ins(&trial) else { panic!("{}", folder.display()) };
        let (sent, received) = (support::numbers(&trial), support::numbers(&stand_ins));
        for (key, &mine) in &received {
            let theirs = *sent.get(key).unwrap_or_else(|| panic!("{}: only stand-ins have {key:?}", folder.display()));
            let close = (mine - theirs).abs() <= 1e-9 * theirs.abs() + 1e-10;
            assert!(close, "{}: {key:?}: {mine}, file {theirs}", folder.display());
        }
        let has = |method: &str| received.keys().any(|(own, _, _)| own == method);
        assert!(has("mixed_anova"), "{}", folder.display());
        n_fixtures += 1;
    }
    assert!(n_fixtures >= 12, "{n_fixtures}");
}

/// Those who stand in for the participants of the first outcome, whatever a link would refuse.
fn stand_ins(trial: &Trial) -> Option<Trial> {
    let study = Study::new(trial, 0)?;
    let mut plan = trial.plan.clone();
    if let Some(arm) = &mut plan.arm {
        arm.levels.clone_from(&trial.arms);
    }
    if trial.occasions.len() > 1 {
        plan.occasions.clone_from(&trial.occasions);
    }
    plan.within.clone_from(&trial.within);
    let place = plan.outcomes.iter().position(|outcome| outcome.name == study.outcome.name)?;
    let factors = trial.factors.iter().map(|factor| factor.levels.clone()).collect();
    let summary = Summary { factors, outcomes: vec![OutcomeSummary::of(&study, place)] };
    share::trial(&plan, &plan, &summary)
}

#[test]
fn a_link_fits_a_mail() {
    let (session, plan) = read(&content(EXAMPLE));
    let length = |options: &LinkOptions| session.link(&plan, options).fragment.len();
    let everything = LinkOptions { summaries: true, fingerprint: true, registered: Some("2026-11-24".into()) };
    assert!(length(&LinkOptions::default()) <= 600, "{}", length(&LinkOptions::default()));
    assert!(length(&everything) <= 1_500, "{}", length(&everything));
}

#[test]
fn the_receiver_may_choose_otherwise_what_needs_no_rows() {
    let (mut sender, plan) = read(&content(EXAMPLE));
    let link = sender.link(&plan, &summaries());
    let mut receiver = Session::default();
    let mut other = receiver.open_link(&link.fragment).opened.expect("a design").plan;
    other.adjust = Adjust::Holm;
    other.outcomes[0].margin = Some(Margin { value: 3.0, unit: MarginUnit::Raw });
    // Another order of the arms, and one left out.
    if let Some(arm) = &mut other.arm {
        arm.levels = vec!["compassion".into(), "waitlist".into()];
        arm.control = Some("compassion".into());
    }
    receiver.analyse(&other, &mut |_| {});
    sender.analyse(&other, &mut |_| {});
    let (sent, received) = (numbers(&sender), numbers(&receiver));
    agree(&sent, &received);
    assert!(received.len() > 5_000);
}

fn refusals(csv: &str) -> Vec<String> {
    let (session, plan) = read(csv);
    codes(&session.link(&plan, &summaries()))
}

fn codes(link: &LinkMade) -> Vec<String> {
    link.refused.iter().map(|notice| notice.code.clone()).collect()
}

/// Two arms of `sizes`; `missing` drops the follow-up of the first participants of the second arm.
fn trial_of(sizes: [usize; 2], missing: usize) -> String {
    let mut csv = String::from("id,group,mood_pre,mood_post,mood_fu,sleep_pre,sleep_post,sleep_fu\n");
    let (mut number, mut seed) = (0, 1_u64);
    let mut score = move |_| {
        // Knuth's generator: scores from 20 to 50.
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        20 + (seed >> 33) % 31
    };
    for (arm, n) in ["control", "treatment"].into_iter().zip(sizes) {
        for own in 0..n {
            number += 1;
            let fu = if arm == "treatment" && own < missing { String::new() } else { score(3).to_string() };
            csv += &format!("P{number},{arm},{},{},{fu},{},{},{}\n", score(1), score(2), score(4), score(5), score(6));
        }
    }
    csv
}

/// Three whole scores from 20 to 50: of ten participants their summaries could be solved for them, of thirteen no more.
#[test]
fn arms_of_nine_stay_and_so_do_those_whose_rows_could_be_computed() {
    assert_eq!(refusals(&trial_of([9, 20], 0)), ["link-arm-small", "link-arm-small"]);
    assert_eq!(refusals(&trial_of([10, 20], 0)), ["link-solvable", "link-solvable"]);
    assert_eq!(refusals(&trial_of([20, 12], 0)), ["link-solvable", "link-solvable"]);
    assert_eq!(refusals(&trial_of([13, 14], 0)), [""; 0]);
    assert_eq!(refusals(&trial_of([20, 16], 0)), [""; 0]);
}

#[test]
fn summaries_of_a_crossover_stay() {
    let folder = support::fixture("crossover");
    let mut session = Session::default();
    session.read(&fs::read(folder.join("data.csv")).expect("data.csv"), &ReadOptions::default());
    let link = session.link(&support::plan(&folder), &summaries());
    assert_eq!(codes(&link), ["link-crossover"]);
    let mut receiver = Session::default();
    assert!(!receiver.open_link(&link.fragment).has_summaries);
}

#[test]
fn few_who_differ_between_two_outcomes_would_be_what_is_left() {
    // One of 20 has no follow-up of mood, which leaves 19; the same arm is whole in sleep.
    assert_eq!(refusals(&trial_of([16, 20], 1)), ["link-pattern-small"]);
    // Of 18 nine are gone: fewer than ten are left.
    assert_eq!(refusals(&trial_of([16, 18], 9)), ["link-arm-small"]);
    // Ten of 30 are gone: enough on either side.
    assert_eq!(refusals(&trial_of([16, 30], 10)), [""; 0]);
    assert_eq!(refusals(&trial_of([16, 30], 9)), ["link-pattern-small"]);
}

#[test]
fn scores_that_a_variance_gives_away_stay() {
    let rows = |score: &dyn Fn(usize) -> f64| {
        let row = |own: usize| {
            let arm = if own < 30 { "control" } else { "treatment" };
            format!("P{own},{arm},{},{}\n", score(own), own * own % 17)
        };
        format!("id,group,mood_pre,mood_post\n{}", (0..60).map(row).collect::<String>())
    };
    assert_eq!(refusals(&rows(&|own| (own % 2) as f64)), ["link-few-values"]);
    assert_eq!(refusals(&rows(&|own| (own % 7) as f64)), [""; 0]);
    assert_eq!(refusals(&rows(&|own| if own == 3 { 900.0 } else { (own % 7) as f64 })), ["link-one-stands-out"]);
    // Everybody but one changes by the same: the change of that one would be known.
    assert_eq!(refusals(&rows(&|own| (own * own % 17) as f64 + f64::from(u8::from(own == 5)))), ["link-few-values"]);
    // Eleven digits of level and differences of one: a mean cannot carry both as far as the numbers need.
    assert_eq!(refusals(&rows(&|own| 1e11 + (own % 7) as f64)), ["link-not-exact"]);
}

#[test]
fn what_stays_says_why_and_what_to_do() {
    let (session, plan) = read(&trial_of([9, 12], 0));
    let link = session.link(&plan, &summaries());
    assert_eq!(
        words::plain(&link.refused[0].message),
        "Summaries of mood stay here: control has 9 participants with every value, and fewer than 10 are not summarised in a link"
    );
    assert!(link.refused.iter().all(|notice| notice.hint.is_some()));
    let mut receiver = Session::default();
    assert!(!receiver.open_link(&link.fragment).has_summaries);
}

#[test]
fn a_fingerprint_knows_the_data_in_any_order_and_no_other() {
    let csv = content(EXAMPLE);
    let (sender, plan) = read(&csv);
    let link = sender.link(&plan, &LinkOptions { fingerprint: true, ..LinkOptions::default() });
    let mut receiver = Session::default();
    receiver.open_link(&link.fragment);
    // One file after the other: what was found of one is not said of the next.
    let mut found = |csv: &str| {
        let opened = receiver.read(csv.as_bytes(), &ReadOptions::default());
        let report = receiver.analyse(&opened.plan, &mut |_| {});
        let said = report.notices.iter().find(|notice| notice.code.starts_with("fingerprint"));
        said.map(|notice| notice.code.clone()).expect("a comparison")
    };
    assert_eq!(found(&csv), "fingerprint-same");
    let mut lines: Vec<&str> = csv.lines().collect();
    lines[1..].reverse();
    let reordered: String =
        lines.iter().enumerate().map(|(at, line)| format!("{line};{at}\r\n").replace(',', ";")).collect();
    assert_eq!(found(&reordered), "fingerprint-same");
    let changed = csv.replacen("compassion", "waitlist", 1);
    assert_eq!(found(&changed), "fingerprint-differs");
    assert_eq!(found(&csv), "fingerprint-same");
}

#[test]
fn a_report_lists_where_it_departs_from_the_registered_plan() {
    let csv = content(EXAMPLE);
    let (sender, plan) = read(&csv);
    let registered = |day: &str| LinkOptions { registered: Some(day.into()), ..LinkOptions::default() };
    let link = sender.link(&plan, &registered("2026-01-31"));
    assert_eq!(link.plan_hash, share::plan_hash(&plan));
    let mut receiver = Session::default();
    let opened = receiver.open_link(&link.fragment);
    assert_eq!(opened.registered.as_deref(), Some("2026-01-31"));
    assert_eq!(opened.plan_hash, link.plan_hash);
    let mut plan = receiver.read(csv.as_bytes(), &ReadOptions::default()).plan;
    let section = |session: &mut Session, plan: &Plan| {
        let report = session.analyse(plan, &mut |_| {});
        report.overview.into_iter().find(|section| section.id == "registered").expect("the section")
    };
    let same = section(&mut receiver, &plan);
    assert_eq!(
        words::plain(&same.conclusion),
        "The analysis follows the plan that the link gives as registered on 2026-01-31."
    );
    plan.adjust = Adjust::Holm;
    plan.outcomes.remove(4);
    let other = section(&mut receiver, &plan);
    assert!(words::plain(&other.conclusion).contains("in 3 points"), "{}", words::plain(&other.conclusion));
    let shown = serde_json::to_string(&other).expect("JSON");
    assert!(shown.contains("holm") && shown.contains("as by default") && shown.contains("accomplishment"), "{shown}");
    assert_eq!(codes(&sender.link(&plan, &registered("31.1.2026"))), ["registered-no-day"]);
}

#[test]
fn a_registered_link_with_summaries_asks_for_no_file() {
    let (sender, plan) = read(&content(EXAMPLE));
    let options = LinkOptions { registered: Some("2026-01-31".into()), ..summaries() };
    let opened = Session::default().open_link(&sender.link(&plan, &options).fragment);
    let said = words::plain(&opened.summary);
    assert!(said.contains("registered on 2026-01-31") && said.contains("summaries of 60 participants"), "{said}");
}

#[test]
fn hostile_links_are_refused_in_words() {
    let (session, plan) = read(&content(EXAMPLE));
    let link = session.link(&plan, &summaries()).fragment;
    let code = |text: &str| {
        let opened = Session::default().open_link(text);
        assert!(opened.opened.is_none() && !opened.has_summaries, "{text}");
        let notice = opened.notices.first().expect("a reason");
        assert!(notice.hint.is_some(), "{}", notice.code);
        notice.code.clone()
    };
    assert_eq!(code(&link[..link.len() - 1]), "link-damaged");
    assert_eq!(code(&link[..40]), "link-damaged");
    assert_eq!(code(&link.replacen("2.", "7.", 1)), "link-version");
    assert_eq!(code("#1.__proto__"), "link-damaged");
    assert_eq!(code("javascript:alert(1)"), "link-not-ours");
    assert_eq!(code(&format!("1.{}", "A".repeat(200_000))), "link-too-long");
}

/// What a link names twice has two meanings: the words say what it is, and which.
#[test]
fn a_link_that_names_something_twice_is_refused_by_name() {
    let said = |file: &str| {
        let opened = Session::default().open_link(&content(&format!("{ATTACKS}/{file}.link")));
        assert!(opened.opened.is_none() && !opened.has_summaries && opened.plan_hash.is_empty(), "{file}");
        let notice = opened.notices.first().expect("a reason");
        assert!(notice.code == "link-twice" && notice.hint.is_some(), "{file}: {}", notice.code);
        words::plain(&notice.message)
    };
    for (file, named) in [
        ("duparms", "the arm "),
        ("dupoutcome", "the outcome "),
        ("samecelltwice", "the group of participants "),
        ("sameoccasiontwice", "the occasion "),
    ] {
        let words = said(file);
        assert!(words.contains(named) && words.contains(" twice"), "{words}");
    }
    let zero = Session::default().open_link("#0.AAAA");
    let said: Vec<String> = zero.notices.iter().map(|notice| words::plain(&notice.message)).collect();
    assert_eq!(said, ["The link has format 0, which no Prepost ever made"]);
}

/// Whatever is changed in a link's text, it opens to what was sent or not at all: never to other numbers.
#[test]
fn a_link_that_is_changed_on_its_way_does_not_open_to_something_else() {
    let (session, plan) = read(&content(EXAMPLE));
    let link = session.link(&plan, &summaries()).fragment;
    let sent = share::open(&link).expect("a link");
    for at in 2..link.len() {
        let mut changed = link.clone().into_bytes();
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).expect("letters");
        if let Ok(opened) = share::open(&changed) {
            assert_eq!(opened, sent, "letter {at}");
        }
    }
}

/// A link of each released version, with the numbers that it gave then.
#[test]
fn links_open_for_ever() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/links");
    let mut n_links = 0;
    for entry in fs::read_dir(folder).expect("links") {
        let path = entry.expect("a file").path();
        if path.extension().is_none_or(|extension| extension != "link") {
            continue;
        }
        let mut receiver = Session::default();
        let opened = receiver.open_link(&fs::read_to_string(&path).expect("a link"));
        let plan = opened.opened.unwrap_or_else(|| panic!("{} no longer opens", path.display())).plan;
        assert_eq!(opened.plan_hash, fs::read_to_string(path.with_extension("sha256")).expect("a hash").trim());
        let wanted = path.with_extension("csv");
        if opened.has_summaries {
            receiver.analyse(&plan, &mut |_| {});
            let found = numbers(&receiver);
            for line in fs::read_to_string(wanted).expect("numbers").lines() {
                let fields: Vec<&str> = line.split('|').collect();
                let [outcome, method, term, statistic, value] = fields[..] else { panic!("{line}") };
                let key = [outcome, method, term, statistic].map(str::to_owned);
                let value: f64 = value.parse().expect("a number");
                let mine = found.get(&key).copied().unwrap_or_else(|| panic!("{}: no {key:?}", path.display()));
                assert!(
                    (mine - value).abs() <= 1e-9 * value.abs(),
                    "{}: {key:?}: {mine}, then {value}",
                    path.display()
                );
            }
        }
        n_links += 1;
    }
    assert!(n_links >= 3, "{n_links}");
}

/// A later version with other defaults changes nothing of a link of today: what it leaves out is written out by the
/// defaults of its version, before those of the day are asked.
#[test]
fn another_default_changes_no_link() {
    let mut later = defaults(2).expect("the version of today");
    later.fields.extend([
        ("adjust".into(), json!("holm")),
        ("error_term".into(), json!("pooled")),
        ("sums_of_squares".into(), json!("II")),
        ("covariates".into(), json!(["age"])),
        ("resampling".into(), json!({"replicates": 500, "seed": 9})),
    ]);
    let outcome = later.parts.get_mut("outcomes").expect("outcomes");
    outcome.fields.insert("better".into(), json!("lower"));
    let text = |plan: &Plan| serde_json::from_str::<Value>(&share::plan_text(plan)).expect("JSON");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/links");
    let paths = fs::read_dir(folder).expect("links").map(|entry| entry.expect("a file").path());
    for path in paths.filter(|path| path.extension().is_some_and(|extension| extension == "link")) {
        let plan = share::open(&fs::read_to_string(&path).expect("a link")).expect("it opens").plan;
        let mut issued = text(&plan);
        assert_ne!(Plan::from_value(issued.clone(), &later).expect("a Plan"), plan, "{}", path.display());
        defaults(2).expect("the version of today").fill(&mut issued);
        assert_eq!(Plan::from_value(issued, &later).expect("a Plan"), plan, "{}", path.display());
    }
}

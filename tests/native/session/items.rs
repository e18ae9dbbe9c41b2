//! From the items of a file to the answers: the example item by item, in one file and in several, and in a link.

use std::collections::BTreeMap;

use prepost::plan::{Plan, ReportExtent};
use prepost::report::words;
use prepost::session::{LinkOptions, Opened, Session};
use prepost::table::ReadOptions;

const ITEMS: &str = include_str!("../../../www/examples/example-items.csv");
const SCORES: &str = include_str!("../../../www/examples/example.csv");

/// What the scored example calls the scores.
const NAMES: [(&str, &str); 4] = [
    ("CD-RISC-25", "resilience"),
    ("emotional exhaustion", "exhaustion"),
    ("depersonalisation", "depersonalization"),
    ("personal accomplishment", "accomplishment"),
];

fn opened(csv: &str) -> (Session, Opened) {
    let mut session = Session::default();
    let opened = session.read(csv.as_bytes(), &ReadOptions::default());
    (session, opened)
}

type Numbers = BTreeMap<[String; 4], f64>;

/// The outcomes called as in the scored example.
fn renamed(mut plan: Plan) -> Plan {
    for outcome in &mut plan.outcomes {
        if let Some((_, name)) = NAMES.iter().find(|(own, _)| *own == outcome.name) {
            outcome.name = (*name).into();
        }
    }
    plan
}

/// Every number by outcome, method, term and statistic, and the answers by outcome.
fn analysed(session: &mut Session, plan: &Plan) -> (Numbers, BTreeMap<String, serde_json::Value>) {
    let report = session.analyse(plan, &mut |_| {});
    let of = |own: prepost::report::OutcomeReport| {
        (own.name.clone(), serde_json::to_value(&own.answers).expect("plain data"))
    };
    let answers = report.outcomes.into_iter().map(of).collect();
    let tidy = session.export("tidy").expect("an analysis").into_text();
    let mut reader = csv::Reader::from_reader(tidy.as_bytes());
    let number = |record: csv::StringRecord| {
        let key = [0, 1, 2, 3].map(|field| record[field].to_owned());
        (key, record[4].parse::<f64>().expect("a number"))
    };
    (reader.records().map(|record| number(record.expect("five fields"))).collect(), answers)
}

/// The file dropped in and nothing else done, but that the outcomes are called alike.
#[test]
fn the_items_give_the_numbers_and_answers_of_their_scores() {
    let (mut of_items, opened_items) = opened(ITEMS);
    let (mut of_scores, opened_scores) = opened(SCORES);
    let (items, answers_of_items) = analysed(&mut of_items, &renamed(opened_items.plan));
    let (scores, answers_of_scores) = analysed(&mut of_scores, &opened_scores.plan);
    assert!(scores.len() > 20_000, "{}", scores.len());
    for (key, value) in &scores {
        let own = items.get(key).unwrap_or_else(|| panic!("{key:?} is not there"));
        assert!((own - value).abs() <= 1e-12 * value.abs().max(1.0), "{key:?}: {own}, not {value}");
    }
    let more = items.keys().filter(|key| !scores.contains_key(*key));
    assert!(more.into_iter().all(|[_, method, _, _]| method.starts_with("reliability")));
    assert_eq!(answers_of_items.len(), 5);
    assert_eq!(answers_of_items, answers_of_scores);
}

/// A small trial whose burnout is measured item by item, for what the report says of items.
#[test]
fn the_report_maps_the_items_at_each_occasion_and_in_each_arm() {
    let (mut session, opened) = opened(ITEMS);
    let mut plan = opened.plan;
    plan.report = ReportExtent::Full;
    plan.outcomes.retain(|outcome| outcome.name == "depersonalisation");
    plan.scales.retain(|scale| scale.key.as_deref() == Some("mbi-hss"));
    let change = r#"{"source": "published", "reliability": 0.8, "cutoff": 13}"#;
    plan.outcomes[0].reliable_change = serde_json::from_str(change).ok();
    let report = session.analyse(&plan, &mut |_| {});
    // It stands with its outcome, after the answers.
    let section = report.outcomes[0]
        .sections
        .iter()
        .find(|own| own.title == "Depersonalisation: reliability of the score")
        .expect("a section of the score");
    let mut parts = Vec::new();
    for block in &section.blocks {
        match block {
            prepost::report::Block::Table { table } => parts.push((table.id.clone(), table.rows.len())),
            prepost::report::Block::Figure { figure: prepost::report::Figure::Scatter { scatter } } => {
                parts.push((scatter.id.clone(), scatter.groups[0].points.len()));
                assert!(parts.iter().any(|(id, _)| *id == scatter.table), "{}", scatter.table);
            }
            _ => panic!("neither a table nor a map"),
        }
    }
    // Three occasions, each a heading, all participants and three arms; then the five items of each, and their map. It is
    // the second score of its questionnaire in this report.
    let mut expected = vec![("reliability-of-2".to_owned(), 15)];
    for at in 1..=3 {
        expected.extend([(format!("items-{at}-of-2"), 5), (format!("item-map-{at}-of-2"), 5)]);
    }
    assert_eq!(parts, expected);
    // The saved page draws each map and leads from it to its table.
    let html = session.export("html").expect("an analysis").into_text();
    for occasion in ["pretest", "posttest", "follow-up"] {
        assert_eq!(html.matches(&format!("Item map of depersonalisation at {occasion}")).count(), 1, "{occasion}");
    }
    let places: Vec<&str> = html.split(" href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(places.iter().any(|place| place.ends_with("items-1-of-2")), "{places:?}");
    for place in places {
        assert_eq!(html.matches(&format!(" id=\"{place}\"")).count(), 1, "{place}");
    }
    // "For whom?" is answered by the responders, whose shares are on no scale of points.
    let answers = report.outcomes[0].answers.as_ref().expect("answers");
    let whom = answers.inquiries.last().expect("an answer");
    assert_eq!((whom.heading.as_str(), whom.rows.len()), ("How many improved?", 0));
    assert!(
        words::plain(&whom.verdict).contains("7 of 20 with mentalization: 30 percentage points more"),
        "{:?}",
        whom.verdict
    );
    let chapters = &report.outcomes[0].sections;
    assert!(chapters.iter().any(|own| own.title == "Test–retest over the occasions"));
}

/// The example's columns of one occasion, with the id and the columns that say the same at each.
fn at(occasion: &str, suffix: bool) -> String {
    let mut reader = csv::Reader::from_reader(ITEMS.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let others = ["pre", "post", "fu"].map(|name| format!("_{name}"));
    let mark = format!("_{occasion}");
    let is_kept = |name: &str| name.ends_with(&mark) || !others.iter().any(|other| name.ends_with(other.as_str()));
    let kept: Vec<usize> = (0..header.len()).filter(|&place| is_kept(&header[place])).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let name = |place: &usize| if suffix { &header[*place] } else { header[*place].trim_end_matches(&mark) };
    writer.write_record(kept.iter().map(name)).expect("a header");
    for record in reader.records() {
        let record = record.expect("a row");
        writer.write_record(kept.iter().map(|&place| &record[place])).expect("a row");
    }
    String::from_utf8(writer.into_inner().expect("no file")).expect("text")
}

fn several(files: &[(&str, String)]) -> (Session, Opened) {
    let mut session = Session::default();
    let bytes: Vec<(String, &[u8])> = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes())).collect();
    let opened = session.read_several(&bytes, &ReadOptions::default());
    (session, opened)
}

#[test]
fn a_file_for_each_occasion_is_the_same_trial() {
    let outcomes = |session: &Session, plan: &Plan| -> BTreeMap<String, Vec<u64>> {
        let trial = session.assembled(plan).expect("a trial");
        let bits = |own: &prepost::trial::Outcome| own.values.iter().map(|value| value.to_bits()).collect();
        trial.outcomes.iter().map(|own| (own.name.clone(), bits(own))).collect()
    };
    let (whole, opened_whole) = opened(ITEMS);
    let wanted = outcomes(&whole, &opened_whole.plan);
    // Named by the file, in any order; or by the columns themselves.
    for suffix in [false, true] {
        let files = [("trial fu.csv", "fu"), ("trial pre.csv", "pre"), ("trial post.csv", "post")];
        let (session, opened) = several(&files.map(|(name, occasion)| (name, at(occasion, suffix))));
        assert_eq!(opened.plan.occasions, ["pre", "post", "fu"]);
        assert_eq!(opened.unused, ["age", "gender", "source"]);
        assert_eq!(outcomes(&session, &opened.plan), wanted);
        let said: Vec<String> = opened.notices.iter().map(|notice| words::plain(&notice.message)).collect();
        assert!(
            said.contains(
                &"3 files were joined by id, one for each occasion, with 60 participants: trial pre.csv (pre), trial post.csv \
                  (post) and trial fu.csv (fu)"
                    .to_owned()
            ),
            "{said:?}"
        );
    }
}

fn said(opened: &Opened) -> Vec<String> {
    opened.notices.iter().map(|notice| words::plain(&notice.message)).collect()
}

#[test]
fn a_column_may_name_the_occasion_of_a_file() {
    let file = |time: &str, shift: i32| {
        let rows = (0..12).map(|row| format!("P{row},{},{time},{}\n", row % 2, 10 + shift + row * 7 % 5));
        rows.fold("ID,group,time,stress\n".to_owned(), |text, row| text + &row)
    };
    let (_, opened) = several(&[("b.csv", file("posttest", 3)), ("a.csv", file("pretest", 0))]);
    assert_eq!(opened.columns, ["ID", "group", "stress_pretest", "stress_posttest"]);
    assert_eq!(opened.plan.occasions, ["pretest", "posttest"]);
}

#[test]
fn what_cannot_be_joined_is_named() {
    let pre = "id,stress\na,1\nb,2\nc,4\n".to_owned();
    let (_, opened) = several(&[("pre.csv", pre.clone()), ("post.csv", "id,stress\na,1\nb,2\nb,3\n".into())]);
    let text = "id of post.csv has an id on several rows: b. The files were not joined, and only the first was read";
    assert_eq!(said(&opened)[0], text);
    assert_eq!(opened.columns, ["id", "stress"]);

    let (_, opened) = several(&[("pre.csv", pre.clone()), ("post.csv", "name,stress\na,1\nb,2\n".into())]);
    let text = "The files have no column of the same name that names the participants, so that only the first was read: \
        pre.csv and post.csv";
    assert_eq!(said(&opened)[0], text);

    let (_, opened) = several(&[("pre.csv", pre), ("post.csv", "id,stress\nb,3\na,2\nd,5\n,6\n".into())]);
    let all = said(&opened);
    for text in [
        "A row of post.csv without a value in id was left out",
        "A participant is not in pre.csv, and what it holds is missing for them: d",
        "A participant is not in post.csv, and what it holds is missing for them: c",
        "2 files were joined by id, one for each occasion, with 4 participants: pre.csv (pre) and post.csv (post)",
    ] {
        assert!(all.iter().any(|own| own == text), "{text}: {all:?}");
    }
    assert_eq!(opened.columns, ["id", "stress_pre", "stress_post"]);
}

#[test]
fn a_link_to_the_items_fits_a_mail_and_brings_them_back() {
    let (session, opened) = opened(ITEMS);
    let made = session.link(&opened.plan, &LinkOptions::default());
    assert!(made.fragment.len() <= 600, "{}", made.fragment.len());
    let mut receiver = Session::default();
    let received = receiver.open_link(&made.fragment).opened.expect("a design");
    assert_eq!(received.plan, opened.plan);
    // The text that is deposited is a Plan that the shell reads.
    assert_eq!(Plan::from_json(&made.plan_text), Ok(opened.plan.clone()));
    assert_eq!(Plan::unknown_fields(&made.plan_text), []);
    // The design shows the file's columns, not those of scores.
    assert!(received.columns.contains(&"mbi22_fu".to_owned()));
    assert!(!received.columns.iter().any(|column| column.starts_with("emotional")), "{:?}", received.columns);
    let carried = receiver.in_words(&made.carried);
    assert!(carried.contains("mbi1\\_pre … mbi22\\_pre") || carried.contains("mbi1_pre … mbi22_pre"), "{carried}");
}

//! Keys of questionnaires: each scores its worked examples; what a key file and a file of answers may have wrong, and the
//! exact words about it; keys that are written and read again.

mod checks;
mod docs;
mod hostile;
mod use_of_a_key;

use std::fs;
use std::path::Path;

use prepost::notice::Problem;
use prepost::report::words::plain;
use prepost::scale::key::{Confidence, Example};
use prepost::scale::{Definition, Items, Key, ScalePlan, SubscalePlan, key, keys, own_key};
use proptest::prelude::*;

/// Code, message, hint.
type Said = [String; 3];

fn say(problems: &[Problem]) -> Vec<Said> {
    let words = crate::support::text::english();
    let hint = |problem: &Problem| plain(&words.hint(&problem.message).unwrap_or_default());
    problems.iter().map(|p| [p.code().into(), plain(&words.say(&p.message)), hint(p)]).collect()
}

/// The key files as they are written, with their examples.
fn files() -> Vec<(String, Key)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/scale/keys");
    let mut paths: Vec<_> = fs::read_dir(folder).expect("keys").map(|entry| entry.expect("a key").path()).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let text = fs::read_to_string(path).expect("readable key");
        (path.display().to_string(), Key::read(&text).expect("a key without mistakes"))
    };
    paths.iter().map(read).collect()
}

fn score(definition: &Definition, name: &str, answers: &[f64]) -> f64 {
    let score = definition.scores.iter().find(|score| score.name == name).expect("a score of the key");
    let row: Vec<f64> = score.items.iter().map(|&item| score.value(item, answers[item], definition.range)).collect();
    score.total(&row, definition.least_answered)
}

#[test]
fn every_key_scores_its_worked_examples() {
    let mut n_examples = 0;
    for (file, key) in files() {
        let definition = key.definition();
        let shipped = prepost::scale::key(&key.id).expect("a key that is shipped");
        // By their text: an answer left out is NaN, which equals nothing.
        assert_eq!(format!("{key:?}"), format!("{shipped:?}"), "{file}: shipped as it is written");
        assert!(file.ends_with(&format!("{}.toml", key.id)), "{file}: the id is the file's name");
        assert_ne!(key.confidence, Confidence::Own, "{file}: a shipped key has a source");
        assert!(!key.examples.is_empty() || key.is_template, "{file}: no worked example");
        for Example { answers, scores } in &key.examples {
            n_examples += 1;
            assert_eq!(scores.len(), key.scores.len(), "{file}: every score has its expected value");
            for (name, expected) in scores {
                let found = score(&definition, name, answers);
                let same = (found - expected).abs() < 1e-12 || (found.is_nan() && expected.is_nan());
                assert!(same, "{file}: {name} is {found}, by hand {expected}");
            }
        }
    }
    assert!(n_examples >= 21, "{n_examples}");
}

#[test]
fn these_are_shipped() {
    let ids: Vec<String> = keys().into_iter().map(|key| key.id).collect();
    let expected = "bdi-ii brs cd-risc-10 cd-risc-25 dass-21 gad-7 mbi-gs mbi-hss mspss phq-9 pss-10 pss-14 pss-4 rfq-8 \
                    ryff-18 ryff-42 ryff-54 ryff-84 scs-26 scs-sf spos-8 uwes-17 uwes-9 who-5 workplace-support";
    assert_eq!(ids, expected.split(' ').collect::<Vec<_>>());
    assert!(key("mbi").is_none());
    let fits = |prefix: &str, n: usize| -> Vec<String> {
        keys()
            .iter()
            .filter(|key| key.n_items == n && key.aliases.iter().any(|a| a == prefix))
            .map(|k| k.id.clone())
            .collect()
    };
    assert_eq!((fits("mbi", 22), fits("mbi", 16)), (vec!["mbi-hss".into()], vec!["mbi-gs".into()]));
    assert_eq!((fits("pss", 14), fits("cdrisc", 10)), (vec!["pss-14".into()], vec!["cd-risc-10".into()]));
}

/// What is known from memory says so, and asks before it is used.
#[test]
fn what_is_not_confirmed_says_so() {
    for key in keys() {
        let is_open = key.confidence == Confidence::C && !key.is_template;
        assert!(!is_open || key.source.contains("confirm"), "{}", key.id);
        assert_eq!(key.needs_confirmation(), is_open || key.in_blocks, "{}", key.id);
        for own in &key.scores {
            let cited = own.cutoffs.iter().map(|cutoff| &cutoff.cited);
            let cited = cited.chain(own.norms.iter().map(|norm| &norm.cited));
            for cited in cited.chain(own.retests.iter().map(|retest| &retest.cited)) {
                let from_memory = cited.source.contains("from memory");
                assert_eq!(from_memory, cited.confidence == Confidence::C, "{}: {}", key.id, cited.source);
            }
        }
    }
}

fn columns(n: usize) -> Items {
    Items::Once((1..=n).map(|item| format!("q{item}")).collect())
}

#[test]
fn a_key_as_a_plan_and_as_a_file_is_the_same() {
    for key in keys().into_iter().filter(|key| !key.is_template) {
        let own = ScalePlan { items: columns(key.n_items), ..key.plan() };
        assert_eq!(own.definition(), key.definition(), "{}", key.id);
        let named = ScalePlan { key: Some(key.id.clone()), items: columns(key.n_items), ..ScalePlan::default() };
        assert_eq!(named.definition(), key.definition(), "{}", key.id);
        let read = own_key::read(&own_key::write(&own)).expect("a key that was written");
        let read = ScalePlan { items: columns(key.n_items), ..read };
        assert_eq!(read.definition(), key.definition(), "{}", key.id);
        let json = serde_json::to_string(&own).expect("a Plan as JSON");
        assert_eq!(serde_json::from_str::<ScalePlan>(&json).expect("a Plan"), own);
    }
}

/// Subscales of some items, of which some are reversed.
fn own_scale() -> impl Strategy<Value = ScalePlan> {
    let subscale = |n: usize| {
        let items = proptest::sample::subsequence((1..=n).collect::<Vec<_>>(), 1..=n);
        let rule = proptest::sample::select(&["sum", "mean", "sum-times-2", "sum-times-4"][..]);
        (items, rule, any::<[bool; 12]>())
    };
    (2_usize..12).prop_flat_map(move |n| {
        // As people write them: with few decimals.
        let range =
            (-20_i32..20, 2_i32..36).prop_map(|(low, width)| [low, low + width].map(|end| f64::from(end) / 4.0));
        let name = "[ -~äöüβ\"\\\\\t\n]{0,12}";
        (
            Just(n),
            name,
            range,
            proptest::collection::vec(subscale(n), 1..4),
            (10..=100_i32).prop_map(|percent| f64::from(percent) / 100.0),
            any::<bool>(),
        )
            .prop_map(|(n, name, range, subscales, least, with_total)| {
                let of = |(place, (items, rule, flags)): (usize, (Vec<usize>, &str, [bool; 12]))| SubscalePlan {
                    name: format!("{}{place}", name.trim()),
                    reversed: items.iter().copied().filter(|&item| flags[item - 1]).collect(),
                    items,
                    score: serde_json::from_value(rule.into()).ok(),
                    ..SubscalePlan::default()
                };
                let mut subscales: Vec<SubscalePlan> = subscales.into_iter().enumerate().map(of).collect();
                if with_total {
                    let of = subscales.iter().map(|own| own.name.clone()).collect();
                    let score = serde_json::from_value("mean-of-subscale-means".into()).ok();
                    subscales.push(SubscalePlan { name: "all".into(), of, score, ..SubscalePlan::default() });
                }
                let reverse = vec!["q2".into()];
                let (range, least_answered) = (Some(range), Some(least));
                ScalePlan { name, items: columns(n), range, subscales, least_answered, reverse, ..ScalePlan::default() }
            })
    })
}

proptest! {
    #[test]
    fn a_scale_of_ones_own_comes_back_from_its_key_file(plan in own_scale()) {
        let text = own_key::write(&plan);
        let read = own_key::read(&text).expect("a key that was written");
        prop_assert_eq!(own_key::write(&ScalePlan { items: plan.items.clone(), ..read.clone() }), text);
        let own = ScalePlan { items: plan.items.clone(), ..read };
        prop_assert_eq!(own.definition(), plan.definition());
    }

    #[test]
    fn no_text_breaks_the_reader(text in "\\PC{0,200}", cut in 0_usize..4000) {
        let _ = (Key::read(&text), own_key::read(&text));
        let whole = include_str!("../../../src/scale/keys/rfq-8.toml");
        let cut = (0..=cut.min(whole.len())).rev().find(|&at| whole.is_char_boundary(at)).unwrap_or(0);
        for problem in Key::read(&whole[..cut]).err().unwrap_or_default() {
            prop_assert!(problem.at.line.is_some());
        }
    }
}

/// The messages of `keys.ftl` and the codes in the tests are the same set.
#[test]
fn every_message_is_shown() {
    let cases = [include_str!("hostile.rs"), include_str!("use_of_a_key.rs"), include_str!("checks.rs")].concat();
    let ids = include_str!("../../../www/locales/en/keys.ftl").lines().filter_map(|line| line.split_once(" ="));
    let ids: Vec<&str> = ids.map(|(id, _)| id).filter(|id| !id.starts_with([' ', '#'])).collect();
    assert!(ids.len() > 40, "{ids:?}");
    for id in ids {
        assert!(cases.contains(&format!("\"{id}\"")), "no test shows the message `{id}`");
    }
}

//! Items of questionnaires in the headers of files: which key they are of, and what is said where they are of none.

use crate::support::text::{say, table};
use prepost::plan::{Better, Guess, guess};
use prepost::scale::Items;
use prepost::trial::Trial;

const ROWS: usize = 24;

/// A file with an id, an arm and these columns, each with ratings from 0 to 4.
fn file(columns: &[String]) -> String {
    let mut text = format!("id,group,{}\n", columns.join(","));
    for row in 0..ROWS {
        let arm = if row % 2 == 0 { "waitlist" } else { "compassion" };
        text += &format!("P{row:02},{arm}");
        (0..columns.len()).for_each(|at| text += &format!(",{}", (row * 7 + at * 5 + row * at) % 5));
        text += "\n";
    }
    text
}

fn guessed(columns: &[String]) -> Guess {
    guess(&table(&file(columns)))
}

/// Names of `n` items at each of the occasions.
fn names(n: usize, occasions: &[&str], name: impl Fn(usize, &str) -> String) -> Vec<String> {
    occasions.iter().flat_map(|at| (1..=n).map(|item| name(item, at)).collect::<Vec<_>>()).collect()
}

/// `mbi-hss at pre, post: emotional exhaustion↓(emotional exhaustion_pre; …) …`
fn in_short(guess: &Guess) -> String {
    let scales = guess.plan.scales.iter().map(|scale| {
        let n = scale.by_occasion(&guess.plan.occasions).iter().map(|(_, columns)| columns.len()).collect::<Vec<_>>();
        format!("{} {n:?}", scale.key.as_deref().unwrap_or("own"))
    });
    let outcomes = guess.plan.outcomes.iter().map(|outcome| {
        let better = if outcome.better == Some(Better::Lower) { "↓" } else { "" };
        format!("{}{better}({})", outcome.name, outcome.columns.join("; "))
    });
    let scales: Vec<String> = scales.collect();
    let outcomes: Vec<String> = outcomes.collect();
    format!("{} at {}: {}", scales.join(" + "), guess.plan.occasions.join(", "), outcomes.join(" "))
}

fn reasons(guess: &Guess, part: &str) -> Vec<(String, bool)> {
    let of_part = guess.reasons.iter().filter(|reason| reason.part == part);
    of_part.map(|reason| (say(&reason.message), reason.certain)).collect()
}

const MBI_AT_THREE: &str = "emotional exhaustion↓(emotional exhaustion_{1}; emotional exhaustion_{2}; emotional exhaustion_{3}) \
    depersonalisation↓(depersonalisation_{1}; depersonalisation_{2}; depersonalisation_{3}) \
    personal accomplishment(personal accomplishment_{1}; personal accomplishment_{2}; personal accomplishment_{3})";

#[test]
fn every_spelling_of_an_item_at_an_occasion() {
    let check = |occasions: [&str; 3], labels: [&str; 3], name: &dyn Fn(usize, &str) -> String| {
        let columns = names(22, &occasions, name);
        let mut expected = MBI_AT_THREE.to_owned();
        for (place, label) in labels.iter().enumerate() {
            expected = expected.replace(&format!("{{{}}}", place + 1), label);
        }
        let expected = format!("mbi-hss [22, 22, 22] at {}: {expected}", labels.join(", "));
        assert_eq!(in_short(&guessed(&columns)), expected, "{}", columns[0]);
    };
    let plain = ["pre", "post", "fu"];
    check(["T1", "T2", "T3"], ["T1", "T2", "T3"], &|item, at| format!("MBI_{item}_{at}"));
    check(["t1", "t2", "t3"], ["t1", "t2", "t3"], &|item, at| format!("{at}.mbi.{item:02}"));
    check(plain, plain, &|item, at| format!("mbi{item}_{at}"));
    check(plain, plain, &|item, at| format!("mbi{item}{at}"));
    check(plain, plain, &|item, at| format!("{at}_mbi_{item}"));
    check(plain, plain, &|item, at| format!("mbi_{at}_{item}"));
    check(plain, plain, &|item, at| format!("{at}_MBI-HSS item {item}"));
    check(plain, plain, &|item, at| format!("Maslach_q{item}_{at}"));
    // Survey tools number the parts of a question.
    check(plain, plain, &|item, at| format!("MBI{at}[SQ{item:03}]"));
    check(["T1", "T2", "T3"], ["T1", "T2", "T3"], &|item, at| format!("MBI.{at}_{item}"));
    // Two numbers: those that run to 22 are the items.
    check(["1", "2", "3"], ["1", "2", "3"], &|item, at| format!("mbi_{item}_{at}"));
    check(["1", "2", "3"], ["1", "2", "3"], &|item, at| format!("mbi_{at}_{item}"));
    let persian = ["پیش\u{200C}آزمون", "پس\u{200C}آزمون", "پیگیری"];
    check(persian, persian, &|item, at| format!("mbi{item}_{at}"));
    check(persian, persian, &|item, at| format!("{at} mbi {item}"));
    // Occasions in another order than time.
    check(["fu", "post", "pre"], plain, &|item, at| format!("mbi{item}_{at}"));
}

#[test]
fn the_issues_other_questionnaires() {
    let resilience = names(25, &["pre", "post"], |item, at| format!("cd{item}{at}"));
    assert_eq!(
        in_short(&guessed(&resilience)),
        "cd-risc-25 [25, 25] at pre, post: CD-RISC-25(CD-RISC-25_pre; CD-RISC-25_post)"
    );
    let short = names(10, &["pre", "fu"], |item, at| format!("CDRISC_{item}_{at}"));
    assert_eq!(in_short(&guessed(&short)), "cd-risc-10 [10, 10] at pre, fu: CD-RISC-10(CD-RISC-10_pre; CD-RISC-10_fu)");
    // The name has a number of its own.
    let numbered = names(10, &["pre", "fu"], |item, at| format!("cdrisc10_{item}_{at}"));
    assert_eq!(in_short(&guessed(&numbered)), in_short(&guessed(&short)));
    let once = names(9, &[""], |item, _| format!("PHQ9_{item}"));
    assert_eq!(in_short(&guessed(&once)), "phq-9 [9] at (only): PHQ-9↓(PHQ-9)");
}

#[test]
fn the_number_of_items_tells_which_key_of_a_name() {
    let at = |name: &str, n: usize| guessed(&names(n, &["pre", "post"], |item, at| format!("{name}{item}_{at}")));
    for (name, n, key) in [
        ("mbi", 22, "mbi-hss"),
        ("mbi", 16, "mbi-gs"),
        ("scs", 26, "scs-26"),
        ("scs", 12, "scs-sf"),
        ("pss", 14, "pss-14"),
        ("pss", 10, "pss-10"),
        ("pss", 4, "pss-4"),
        ("pwb", 18, "ryff-18"),
        ("ryff", 42, "ryff-42"),
        ("pwb", 84, "ryff-84"),
        ("uwes", 9, "uwes-9"),
        ("uwes", 17, "uwes-17"),
    ] {
        let guess = at(name, n);
        let keys: Vec<_> = guess.plan.scales.iter().filter_map(|scale| scale.key.as_deref()).collect();
        assert_eq!(keys, [key], "{name} {n}");
    }
    assert_eq!(
        reasons(&at("mbi", 16), "scale:MBI-GS"),
        [(
            "mbi1_pre to mbi16_post, 32 columns, are numbered like the 16 items of MBI-GS. Other keys of that name have \
             other numbers of items (MBI-HSS (22)): check which form you used"
                .into(),
            false
        )]
    );
    assert_eq!(
        reasons(&at("gad", 7), "scale:GAD-7"),
        [("gad1_pre to gad7_post, 14 columns, are numbered like the 7 items of GAD-7".into(), true)]
    );
}

#[test]
fn a_number_of_items_that_no_key_has_is_not_scored() {
    let guess = guessed(&names(20, &["pre", "post"], |item, at| format!("mbi{item}_{at}")));
    assert!(guess.plan.scales.is_empty() && guess.plan.outcomes.is_empty(), "{}", in_short(&guess));
    assert_eq!(
        reasons(&guess, "scale:mbi"),
        [(
            "mbi1_pre to mbi20_post are numbered up to 20; of that name there are MBI-GS (16) and MBI-HSS (22): nothing \
             is scored until you say what the items are"
                .into(),
            false
        )]
    );
    // As the user's own it can be scored at once.
    let [own] = guess.suggested.as_slice() else { panic!("{:?}", guess.suggested) };
    assert_eq!((own.name.as_str(), own.n_columns(), own.key.as_deref()), ("mbi", 20, None));
}

#[test]
fn an_item_that_is_missing_from_the_numbers_is_named() {
    let mut columns = names(22, &["pre", "post"], |item, at| format!("mbi{item}_{at}"));
    columns.retain(|name| name != "mbi13_post");
    let guess = guessed(&columns);
    assert!(guess.plan.scales.is_empty() && guess.plan.outcomes.is_empty(), "{}", in_short(&guess));
    assert_eq!(
        reasons(&guess, "scale:mbi"),
        [(
            "mbi1_pre to mbi22_post look like the 22 items of MBI-HSS, and of these 13 (post) is not in the file: nothing \
             is scored"
                .into(),
            false
        )]
    );
    assert!(guess.suggested.is_empty());
}

#[test]
fn two_questionnaires_and_scores_in_one_file() {
    let mut columns = names(22, &["pre", "post"], |item, at| format!("mbi{item}_{at}"));
    columns.extend(["support_pre".to_owned(), "support_post".to_owned(), "age".to_owned()]);
    columns.extend(names(10, &["pre", "post"], |item, at| format!("pss{item}_{at}")));
    let guess = guessed(&columns);
    let expected = "mbi-hss [22, 22] + pss-10 [10, 10] at pre, post: support(support_pre; support_post) \
        emotional exhaustion↓(emotional exhaustion_pre; emotional exhaustion_post) \
        depersonalisation↓(depersonalisation_pre; depersonalisation_post) \
        personal accomplishment(personal accomplishment_pre; personal accomplishment_post) \
        PSS-10↓(PSS-10_pre; PSS-10_post)";
    assert_eq!(in_short(&guess), expected);
    assert_eq!(guess.unused, ["age"]);
    let (trial, problems) = Trial::assemble(&table(&file(&columns)), &guess.plan);
    let trial = trial.unwrap_or_else(|| panic!("{problems:?}"));
    assert_eq!((trial.outcomes.len(), trial.scales.len()), (5, 6));
}

#[test]
fn scores_with_numbers_are_no_items() {
    // One item is no questionnaire.
    let guess = guessed(&["CDRISC_10_pre".into(), "CDRISC_10_post".into()]);
    assert_eq!(in_short(&guess), " at pre, post: CDRISC_10(CDRISC_10_pre; CDRISC_10_post)");
    // Totals at four occasions are no four items: they are larger than any answer.
    let text = |row: usize| format!("P{row:02},{},{},{},{}\n", 12 + row % 9, 14 + row % 7, 20 + row % 5, 9 + row % 4);
    let rows: String = (0..ROWS).map(text).collect();
    let guess = prepost::plan::guess(&table(&format!("id,pss1,pss2,pss3,pss4\n{rows}")));
    assert_eq!(in_short(&guess), " at 1, 2, 3, 4: pss↓(pss1; pss2; pss3; pss4)");
}

#[test]
fn a_questionnaire_without_a_key_is_only_suggested() {
    let guess = guessed(&names(14, &["pre", "post"], |item, at| format!("blame{item}_{at}")));
    assert!(guess.plan.scales.is_empty() && guess.plan.outcomes.is_empty(), "{}", in_short(&guess));
    let why = "28 columns, blame1_pre to blame14_post, look like the items of a questionnaire that has no key: nothing is \
        scored until you say how, for instance by their sum";
    assert_eq!(reasons(&guess, "outcomes"), [(why.to_owned(), false)]);
    let [own] = guess.suggested.as_slice() else { panic!("{:?}", guess.suggested) };
    assert_eq!((own.name.as_str(), own.n_columns()), ("blame", 14));
    // What the user says so is scored.
    let plan = prepost::plan::with_scale(guess.plan.clone(), own.clone());
    assert_eq!(plan.occasions, ["pre", "post"]);
    assert_eq!(plan.outcomes.iter().map(|own| own.columns.join(" ")).collect::<Vec<_>>(), ["blame_pre blame_post"]);

    let list = guessed(&names(14, &[""], |item, _| format!("blame{item}")));
    let [own] = list.suggested.as_slice() else { panic!("{:?}", list.suggested) };
    assert!(matches!(&own.items, Items::Once(columns) if columns.len() == 14 && columns[13] == "blame14"));
}

#[test]
fn a_template_waits_for_its_items() {
    let guess = guessed(&names(8, &["pre", "post"], |item, at| format!("WSS_{item}_{at}")));
    assert!(guess.plan.outcomes.is_empty());
    assert_eq!(
        reasons(&guess, "scale:wss"),
        [(
            "WSS_1_pre to WSS_8_post are numbered like items. Of Workplace Social Support (Liu et al., 2000) the items are \
             not known: nothing is scored until you say what they are"
                .into(),
            false
        )]
    );
    let [own] = guess.suggested.as_slice() else { panic!("{:?}", guess.suggested) };
    // The user says from the form what the items are, and which runs the other way; rule and direction are the template's.
    let subscales = serde_json::json!([
        {"name": "supervisor support", "items": [1, 2, 3, 4], "reversed": [2]},
        {"name": "co-worker support", "items": [5, 6, 7, 8]}
    ]);
    let mut scale = own.clone();
    (scale.key, scale.range) = (Some("workplace-support".into()), Some([0.0, 4.0]));
    scale.subscales = serde_json::from_value(subscales).expect("subscales");
    let plan = prepost::plan::with_scale(guess.plan, scale);
    let file = table(&file(&names(8, &["pre", "post"], |item, at| format!("WSS_{item}_{at}"))));
    let (trial, problems) = Trial::assemble(&file, &plan);
    let trial = trial.unwrap_or_else(|| panic!("{problems:?}"));
    let found: Vec<(&str, f64)> = trial.outcomes.iter().map(|own| (own.name.as_str(), own.values[0])).collect();
    // The first participant answered 0 to every item, of which the second turns to 4.
    assert_eq!(found, [("supervisor support", 1.0), ("co-worker support", 0.0)]);
    assert!(trial.plan.outcomes.iter().all(|own| own.better == Some(Better::Higher)));
    let said: Vec<String> =
        problems.iter().filter(|own| own.code() == "key-used").map(|own| say(&own.message)).collect();
    assert_eq!(
        said,
        [
            "wss was scored by the key of the Workplace Social Support (Liu et al., 2000). Source: Cited as Liu et al. (2000), which \
          could not be identified; ask the authors of the study for the form"
        ]
    );
}

#[test]
fn an_unconfirmed_key_is_recognised_and_not_scored() {
    let columns = names(14, &["pre", "post"], |item, at| format!("pss{item}_{at}"));
    let guess = guessed(&columns);
    assert_eq!(in_short(&guess), "pss-14 [14, 14] at pre, post: PSS-14↓(PSS-14_pre; PSS-14_post)");
    let (trial, problems) = Trial::assemble(&table(&file(&columns)), &guess.plan);
    assert!(trial.is_none_or(|trial| trial.scales.is_empty()));
    assert!(problems.iter().any(|problem| problem.code() == "key-unconfirmed"), "{problems:?}");
    let mut confirmed = guess.plan;
    confirmed.scales[0].confirmed = true;
    let (trial, problems) = Trial::assemble(&table(&file(&columns)), &confirmed);
    assert_eq!(trial.map(|trial| trial.scales.len()), Some(1), "{problems:?}");
}

#[test]
fn items_of_a_long_file() {
    let items: Vec<String> = (1..=22).map(|item| format!("mbi_{item}")).collect();
    let mut text = format!("id,group,time,{}\n", items.join(","));
    for row in 0..ROWS {
        for (place, time) in ["pre", "post", "fu"].iter().enumerate() {
            let arm = if row % 2 == 0 { "waitlist" } else { "compassion" };
            text += &format!("P{row:02},{arm},{time}");
            (0..22).for_each(|at| text += &format!(",{}", (row * 7 + at * 5 + row * at + place) % 7));
            text += "\n";
        }
    }
    let guess = guess(&table(&text));
    assert_eq!(
        in_short(&guess),
        "mbi-hss [22] at pre, post, fu: emotional exhaustion↓(emotional exhaustion) depersonalisation↓(depersonalisation) \
         personal accomplishment(personal accomplishment)"
    );
    let (trial, problems) = Trial::assemble(&table(&text), &guess.plan);
    let trial = trial.unwrap_or_else(|| panic!("{problems:?}"));
    assert_eq!(trial.scales.iter().map(|scale| scale.occasions.len()).collect::<Vec<_>>(), [3, 3, 3]);
    assert!(trial.outcomes.iter().all(|outcome| outcome.values.iter().all(|value| value.is_finite())));
}

#[test]
fn names_that_mean_harm_are_names() {
    for hostile in ["<img src=x>", "mbi999999999999999999999", "mbi0", "__proto__1", "mbi-1_pre", "mbi1.5_pre"] {
        let guess = guessed(&[format!("{hostile}_pre"), format!("{hostile}_post"), format!("{hostile}_fu")]);
        assert!(guess.plan.scales.is_empty(), "{hostile}");
    }
}

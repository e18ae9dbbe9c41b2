//! No sentence says more than its row: random trials, their answers as data and as printed in English.
//!
//! Verdicts, families and claims are worked out here once more, from the rows' numbers alone.

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde_json::{Value, json};

use prepost::num::tail::t_quantile_upper;
use prepost::report::write::markdown;
use prepost::session::Session;
use prepost::table::ReadOptions;
use prepost::trial::Plan;

const ADJUSTMENTS: [&str; 9] = ["none", "bonferroni", "holm", "sidak", "tukey", "dunnett", "scheffe", "closed", "bh"];
/// Words that take a side, which nobody has confirmed.
const SIDED: [&str; 8] = ["better", "worse", "work", "intervention", "improved", "deteriorated", "Improved", "Better"];

#[derive(Clone, Debug)]
struct Drawn {
    arms: usize,
    occasions: usize,
    /// Each participant's arm and scores; NaN is missing.
    people: Vec<(usize, Vec<f64>)>,
    adjust: &'static str,
    level: f64,
    is_lower_better: bool,
    unconfirmed: bool,
    margin: Option<f64>,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let choices = (0usize..9, 0usize..3, any::<bool>(), prop::bool::weighted(0.3), prop::option::of(0.5..4.0f64));
    let shape = (1usize..=4, 1usize..=5, prop::bool::weighted(0.3), any::<bool>());
    (shape, choices).prop_flat_map(
        |((arms, occasions, drops, balanced), (adjust, level, lower, unconfirmed, margin))| {
            let sizes = proptest::collection::vec(4usize..9, arms);
            let effects = proptest::collection::vec(-3.0..3.0f64, arms * occasions);
            let noise = proptest::collection::vec(-2.0..2.0f64, 9 * arms * (occasions + 1));
            let chances = proptest::collection::vec(0.0..1.0f64, 9 * arms * occasions);
            (sizes, effects, noise, chances).prop_map(move |(sizes, effects, noise, chances)| {
                let mut people = Vec::new();
                let (mut noise, mut chances) = (noise.into_iter(), chances.into_iter());
                for (arm, size) in sizes.iter().enumerate() {
                    for _ in 0..if balanced { 6 } else { *size } {
                        let person = noise.next().expect("enough");
                        let mut scores = Vec::new();
                        for occasion in 0..occasions {
                            let effect = if occasion == 0 { 0.0 } else { effects[arm * occasions + occasion] };
                            let value = 20.0 + 2.0 * person + 1.5 * effect + 0.8 * noise.next().expect("enough");
                            let missing = drops && occasion > 0 && chances.next().expect("enough") < 0.1;
                            // Halves make ties.
                            scores.push(if missing { f64::NAN } else { (value * 2.0).round() / 2.0 });
                        }
                        people.push((arm, scores));
                    }
                }
                Drawn {
                    arms,
                    occasions,
                    people,
                    adjust: ADJUSTMENTS[adjust],
                    level: [0.9, 0.95, 0.99][level],
                    is_lower_better: lower,
                    unconfirmed,
                    margin,
                }
            })
        },
    )
}

impl Drawn {
    fn csv(&self) -> String {
        let names: Vec<String> = (0..self.occasions).map(|at| format!("score_t{at}")).collect();
        let mut text = format!("id,group,{}\n", names.join(","));
        for (at, (arm, scores)) in self.people.iter().enumerate() {
            let cell = |value: &f64| if value.is_nan() { String::new() } else { value.to_string() };
            let scores: Vec<String> = scores.iter().map(cell).collect();
            text.push_str(&format!("P{at},{},{}\n", ["ctrl", "alpha", "beta", "gamma"][*arm], scores.join(",")));
        }
        text
    }

    fn plan(&self) -> Plan {
        let columns: Vec<String> = (0..self.occasions).map(|at| format!("score_t{at}")).collect();
        let occasions: Vec<String> = (0..self.occasions).map(|at| format!("t{at}")).collect();
        let unconfirmed: Vec<&str> = if self.unconfirmed { vec!["better:score", "control"] } else { Vec::new() };
        let mut outcome = json!({ "name": "score", "columns": columns, "better": if self.is_lower_better { "lower" } else { "higher" } });
        if let Some(margin) = self.margin {
            outcome["margin"] = json!({ "value": margin, "unit": "raw" });
        }
        let mut plan = json!({
            "version": 1, "id": "id", "occasions": occasions, "outcomes": [outcome], "adjust": self.adjust,
            "level": self.level, "unconfirmed": unconfirmed, "lead": "rm_anova",
            "resampling": { "replicates": 100, "seed": 1 },
            "claims": [{ "claim": "improves" }, { "claim": "maintained" }, { "claim": "better" }],
        });
        if self.arms > 1 {
            let levels = &["ctrl", "alpha", "beta", "gamma"][..self.arms];
            plan["arm"] = json!({ "column": "group", "levels": levels, "control": "ctrl" });
        }
        if self.occasions > 1 {
            plan["baseline"] = json!("t0");
            plan["end_of_treatment"] = json!("t1");
        }
        Plan::from_json(&plan.to_string()).expect("a Plan")
    }

    fn alpha(&self) -> f64 {
        (1e12 * (1.0 - self.level)).round() / 1e12
    }

    /// The direction of benefit.
    fn sign(&self) -> f64 {
        if self.is_lower_better { -1.0 } else { 1.0 }
    }

    /// How many contrasts the family has: changes from baseline to each later occasion, and from the end of treatment on.
    fn family(&self) -> usize {
        // An arm in which nobody is complete is in no comparison of complete cases.
        let arms = (0..self.arms).filter(|&arm| self.complete(arm).next().is_some()).count();
        let pairs = if arms == 1 { 1 } else { arms * (arms - 1) / 2 };
        let later = self.occasions.saturating_sub(1);
        pairs * if self.occasions == 1 { 1 } else { later + later.saturating_sub(1) }
    }

    /// The scores of an arm's complete participants.
    fn complete(&self, arm: usize) -> impl Iterator<Item = &Vec<f64>> {
        let is_complete = move |(of, scores): &&(usize, Vec<f64>)| *of == arm && scores.iter().all(|x| !x.is_nan());
        self.people.iter().filter(is_complete).map(|(_, scores)| scores)
    }

    /// The mean change of an arm's complete participants.
    fn change(&self, arm: usize, from: usize, to: usize) -> f64 {
        let changes: Vec<f64> = self.complete(arm).map(|scores| scores[to] - scores[from]).collect();
        changes.iter().sum::<f64>() / changes.len() as f64
    }
}

fn text(spans: &Value) -> String {
    spans.as_array().expect("spans").iter().map(|span| span["text"].as_str().expect("text")).collect()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

/// A number as it is printed.
fn printed(text: &str) -> f64 {
    text.replace('−', "-").trim_end_matches('.').parse().unwrap_or_else(|_| panic!("no number: “{text}”"))
}

/// What stands between two marks.
fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    Some(text.split_once(before)?.1.split_once(after)?.0)
}

fn fail<T>(why: impl Into<String>) -> Result<T, TestCaseError> {
    Err(TestCaseError::fail(why.into()))
}

/// The numbers of a row, its flags against its numbers, and its sentence against both.
fn row(drawn: &Drawn, row: &Value) -> Result<(), TestCaseError> {
    let (estimate, low, high) = (number(&row["estimate"]), number(&row["low"]), number(&row["high"]));
    let (p, adjusted) = (number(&row["p"]), number(&row["p_adjusted"]));
    let simultaneous = row["simultaneous"].as_bool().expect("a flag");
    prop_assert!(low <= estimate && estimate <= high);
    prop_assert!(adjusted >= p * (1.0 - 1e-9), "{p} {adjusted}");
    prop_assert_eq!(row["family"].as_u64(), Some(drawn.family() as u64));
    prop_assert_eq!(number(&row["level"]), drawn.level);
    let excludes = low > 0.0 || high < 0.0;
    let decisive = if simultaneous { adjusted } else { p };
    // A quasi-random integral knows its p to 1e-5.
    if (decisive - drawn.alpha()).abs() > 3e-5 {
        prop_assert_eq!(excludes, decisive < drawn.alpha(), "{}", row);
    }
    if row["adjust"] == "none" || drawn.family() == 1 {
        prop_assert!((p - adjusted).abs() <= 1e-12 * p);
    }

    let sentence = text(&row["sentence"]);
    let interval = between(&sentence, "% CI ", ")").expect("an interval");
    let (printed_low, printed_high) = interval.split_once(" to ").expect("two limits");
    let (printed_low, printed_high) = (printed(printed_low), printed(printed_high));
    let strong =
        row["sentence"].as_array().expect("spans").iter().find(|span| span["style"] == "strong").expect("a number");
    let point = printed(strong["text"].as_str().expect("text").trim_end_matches(" points"));
    prop_assert!(printed_low <= point && point <= printed_high, "{}", sentence);
    prop_assert_eq!(printed_low > 0.0 || printed_high < 0.0, excludes, "{}", sentence);
    prop_assert!((point - estimate).abs() <= 0.5001 && (point == 0.0 || point.signum() == estimate.signum()));
    let level = format!("{}% CI", (drawn.level * 100.0).round());
    prop_assert!(sentence.contains(&level), "{}", sentence);
    let label = match (adjusted == p && drawn.family() == 1, simultaneous) {
        (true, _) => None,
        (false, true) => Some("simultaneous "),
        (false, false) => Some("unadjusted "),
    };
    if let Some(label) = label {
        prop_assert!(sentence.contains(&format!("({label}")), "{}", sentence);
    }
    let said_shown = !sentence.contains("is not shown");
    if row["question"] != "lasted" {
        prop_assert_eq!(said_shown, adjusted < drawn.alpha(), "{}", sentence);
    }
    let statistics = text(&row["statistics"]).replace('\u{a0}', " ");
    if drawn.family() > 1 {
        prop_assert!(statistics.contains(&format!("{} comparisons)", drawn.family())), "{}", statistics);
    }
    prop_assert!(!statistics.contains("(1 comparisons") && !statistics.contains(" 1 comparisons"));
    Ok(())
}

/// "rose", "fell" and the printed changes of both arms against the participants.
fn changes(drawn: &Drawn, row: &Value) -> Result<(), TestCaseError> {
    let contrast = row["contrast"].as_str().expect("a contrast");
    let Some((occasions, arms)) = contrast.split_once(" x ") else { return Ok(()) };
    let of = |part: &str| -> Vec<String> { part.trim_matches(['(', ')']).split(" - ").map(str::to_owned).collect() };
    let (occasions, arms) = (of(occasions), of(arms));
    let occasion = |name: &str| name.trim_start_matches('t').parse::<usize>().expect("an occasion");
    let arm = |name: &str| ["ctrl", "alpha", "beta", "gamma"].iter().position(|own| *own == name).expect("an arm");
    let (to, from) = (occasion(&occasions[0]), occasion(&occasions[1]));
    let moved = [arm(&arms[0]), arm(&arms[1])].map(|arm| drawn.change(arm, from, to));
    prop_assert!((moved[0] - moved[1] - number(&row["estimate"])).abs() < 1e-9);
    let sentence = text(&row["sentence"]);
    let said = between(&sentence, ": ", " with ").is_some();
    prop_assert!(said);
    let tail = sentence.rsplit_once(": ").expect("the changes").1;
    let [first, second] = tail.split(", ").collect::<Vec<_>>()[..] else { return fail(tail) };
    for (said, moved) in [(first, moved[0]), (second, moved[1])] {
        let (value, _) = said.split_once(" with ").expect("whose");
        let value = printed(value);
        prop_assert!((value - moved).abs() <= 0.0501 && value * moved >= 0.0, "{}: {}", tail, moved);
    }
    for (word, sign) in [(" rose", 1.0), (" fell", -1.0)] {
        prop_assert!(!sentence.contains(word) || moved.iter().all(|moved| moved * sign > 0.0), "{}", sentence);
    }
    Ok(())
}

fn verdict(drawn: &Drawn, row: &Value) -> &'static str {
    let estimate = number(&row["estimate"]);
    match (number(&row["p_adjusted"]) < drawn.alpha(), drawn.unconfirmed) {
        (false, _) => "not_shown",
        (true, true) if estimate > 0.0 => "higher",
        (true, true) => "lower",
        (true, false) if estimate * drawn.sign() > 0.0 => "better",
        (true, false) => "worse",
    }
}

/// Did it last? By the rules, from the rows of both effects and of their difference.
fn lasted(drawn: &Drawn, row: &Value, effects: &[&Value], tidy: &str) -> Result<&'static str, TestCaseError> {
    if drawn.arms == 1 {
        return Ok("cannot_tell");
    }
    let contrast = row["contrast"].as_str().expect("a contrast");
    let (occasions, arms) = contrast.split_once(" x ").expect("a change");
    let later = occasions.trim_start_matches('(').split(" - ").next().expect("an occasion");
    let at = |occasion: &str| {
        let wanted = format!("({occasion} - t0) x {arms}");
        effects.iter().find(|row| row["contrast"] == wanted.as_str()).copied()
    };
    let (Some(first), Some(second)) = (at("t1"), at(later)) else { return fail(format!("no effects for {contrast}")) };
    let (e1, e2, d) = (number(&first["estimate"]), number(&second["estimate"]), number(&row["estimate"]));
    prop_assert!((number(&row["e1"]) - e1).abs() < 1e-9 && (number(&row["e2"]) - e2).abs() < 1e-9);
    prop_assert!((e2 - e1 - d).abs() < 1e-9);
    let s = if drawn.unconfirmed { e1.signum() } else { drawn.sign() };
    let shown =
        |row: &Value, sign: f64| number(&row["p_adjusted"]) < drawn.alpha() && number(&row["estimate"]) * sign > 0.0;
    let statistic = |name: &str| -> f64 {
        let start = format!("score,effects,{contrast},{name},");
        tidy.lines()
            .find_map(|line| line.strip_prefix(&start))
            .map_or(f64::NAN, |value| value.parse().expect("a number"))
    };
    let lowest = if row["simultaneous"] == true || row["adjust"] == "none" {
        if s > 0.0 { number(&row["low"]) } else { -number(&row["high"]) }
    } else {
        let critical = t_quantile_upper(drawn.alpha() / 2.0 / drawn.family() as f64, statistic("df"));
        s * d - critical * statistic("se")
    };
    let margin = number(&row["margin"]);
    prop_assert_eq!(row["margin_is_default"].as_bool(), Some(drawn.margin.is_none()));
    Ok(if !shown(first, s) {
        "nothing_to_keep"
    } else if shown(row, -s) {
        if shown(second, s) { "partly_kept" } else { "lost" }
    } else if margin < s * e1 && shown(second, s) && lowest > -margin {
        "maintained"
    } else {
        "cannot_tell"
    })
}

/// A claim from the verdicts of its rows.
fn claim(verdicts: &[&str], supported: &str, contradicted: &[&str], unanswerable: &str) -> &'static str {
    let all = |wanted: &str| verdicts.iter().all(|verdict| *verdict == wanted);
    if verdicts.is_empty() || all(unanswerable) {
        "not_answerable"
    } else if verdicts.iter().any(|verdict| contradicted.contains(verdict)) {
        "contradicted"
    } else if all(supported) {
        "supported"
    } else {
        "not_shown"
    }
}

fn check(drawn: &Drawn) -> Result<(), TestCaseError> {
    let mut session = Session::default();
    session.read(drawn.csv().as_bytes(), &ReadOptions::default());
    let report = session.analyse(&drawn.plan(), &mut |_| {});
    let export = |format: &str| session.export(format).expect("an analysis").into_text();
    let (data, tidy): (Value, String) = (serde_json::from_str(&export("json")).expect("JSON"), export("tidy"));
    let printed = markdown::render(&report);
    for wrong in ["over the 1 comparisons", "{$", "{ $", "no difference between", "CI −∞", "zero inside"] {
        prop_assert!(!printed.contains(wrong), "{}", wrong);
    }
    let report = &data["report"];
    let outcome = &report["outcomes"][0];
    let Some(inquiries) = outcome["answers"]["inquiries"].as_array() else { return Ok(()) };
    let rows = |question: &str| -> Vec<&Value> {
        let of = inquiries.iter().filter(|inquiry| inquiry["id"] == question);
        of.flat_map(|inquiry| inquiry["rows"].as_array().expect("rows")).collect()
    };
    let (worked, better, held) = (rows("worked"), rows("better"), rows("lasted"));
    let effects: Vec<&Value> = worked.iter().chain(&better).copied().collect();
    for own in effects.iter().chain(&held) {
        row(drawn, own)?;
        changes(drawn, own)?;
    }
    for own in &effects {
        prop_assert_eq!(own["verdict"].as_str(), Some(verdict(drawn, own)), "{}", own);
    }
    for own in &held {
        prop_assert_eq!(own["verdict"].as_str(), Some(lasted(drawn, own, &effects, &tidy)?), "{}", own);
    }
    headlines(drawn, inquiries)?;
    conclusions(drawn, outcome)?;
    if drawn.unconfirmed {
        neutral(outcome)?;
    } else {
        claims(&report["claims"], drawn, (&worked, &better, &held))?;
    }
    Ok(())
}

/// A headline says of its rows what they show, and nothing else.
fn headlines(drawn: &Drawn, inquiries: &[Value]) -> Result<(), TestCaseError> {
    for inquiry in inquiries {
        let rows = inquiry["rows"].as_array().expect("rows");
        let has = |verdict: &str| rows.iter().any(|row| row["verdict"] == verdict);
        let said = text(&inquiry["verdict"]);
        match inquiry["id"].as_str() {
            Some("worked" | "better") if drawn.arms > 1 && !rows.is_empty() => {
                prop_assert_eq!(said.contains("did better"), has("better"), "{}", said);
                prop_assert_eq!(said.contains("worse"), has("worse"), "{}", said);
                prop_assert_eq!(said.contains("higher"), has("higher"), "{}", said);
                prop_assert_eq!(said.contains("lower"), has("lower"), "{}", said);
                prop_assert_eq!(said.contains("not shown"), has("not_shown"), "{}", said);
            }
            Some("worked") => {
                let sides = [("improved", "better"), ("worsened", "worse"), (" rose", "higher"), (" fell", "lower")];
                for (word, verdict) in sides {
                    prop_assert_eq!(said.contains(word), has(verdict), "{}", said);
                }
            }
            Some("lasted") if drawn.arms > 1 => {
                prop_assert_eq!(said.contains("was maintained"), has("maintained"), "{}", said);
                prop_assert_eq!(said.contains("part of the effect"), has("partly_kept"), "{}", said);
                prop_assert_eq!(said.contains("no longer shown"), has("lost"), "{}", said);
                prop_assert_eq!(said.contains("no effect was shown"), has("nothing_to_keep"), "{}", said);
            }
            _ => {}
        }
    }
    Ok(())
}

/// "4 of 9 comparisons have p below .05", and what is bold.
fn conclusions(drawn: &Drawn, outcome: &Value) -> Result<(), TestCaseError> {
    for section in outcome["sections"].as_array().expect("sections") {
        let id = section["id"].as_str().expect("an id");
        if !id.starts_with("comparisons") {
            continue;
        }
        let mut counts = (0, 0);
        for table in section["blocks"].as_array().expect("blocks").iter().filter(|block| block["kind"] == "table") {
            for row in table["table"]["rows"].as_array().expect("rows").iter().filter(|row| row["kind"] != "group") {
                let cells = row["cells"].as_array().expect("cells");
                let p =
                    cells.iter().rev().find(|cell| cell["kind"] == "p").map_or(f64::NAN, |cell| number(&cell["value"]));
                prop_assert_eq!(row["kind"] == "marked", p < drawn.alpha(), "{}: {}", id, p);
                counts.0 += usize::from(p < drawn.alpha());
                counts.1 += 1;
            }
        }
        let conclusion = text(&section["conclusion"]);
        let wanted = match counts {
            (0, 1) => "The one comparison does not have ".to_owned(),
            (_, 1) => "The one comparison has ".to_owned(),
            (0, all) => format!("None of {all} comparisons has "),
            (1, all) => format!("1 of {all} comparisons has "),
            (some, all) => format!("{some} of {all} comparisons have "),
        };
        prop_assert!(conclusion.starts_with(&wanted), "{}: {} for {}", id, conclusion, wanted);
    }
    Ok(())
}

/// While direction and control are guesses, no word takes a side.
fn neutral(outcome: &Value) -> Result<(), TestCaseError> {
    let mut said = vec![text(&outcome["subtitle"])];
    for inquiry in outcome["answers"]["inquiries"].as_array().expect("inquiries") {
        said.push(inquiry["heading"].to_string());
        said.push(inquiry["ends"].to_string());
        said.extend([text(&inquiry["verdict"]), text(&inquiry["why"])]);
        let rows = inquiry["rows"].as_array().expect("rows");
        said.extend(rows.iter().flat_map(|row| [text(&row["sentence"]), text(&row["statistics"])]));
    }
    for section in outcome["sections"].as_array().expect("sections") {
        said.push(text(&section["conclusion"]));
        for block in section["blocks"].as_array().expect("blocks").iter().filter(|block| block["kind"] == "figure") {
            said.push(block["figure"].to_string());
        }
    }
    for text in said {
        if let Some(word) = SIDED.iter().find(|word| text.contains(**word)) {
            return fail(format!("“{word}” is said: {text}"));
        }
    }
    Ok(())
}

fn claims(
    said: &Value,
    drawn: &Drawn,
    (worked, better, held): (&[&Value], &[&Value], &[&Value]),
) -> Result<(), TestCaseError> {
    fn verdicts<'a>(rows: &[&'a Value]) -> Vec<&'a str> {
        rows.iter().map(|row| row["verdict"].as_str().expect("a verdict")).collect()
    }
    for own in said.as_array().expect("claims") {
        let wanted = match own["claim"].as_str() {
            _ if drawn.arms == 1 => "not_answerable",
            Some("improves") => claim(&verdicts(worked), "better", &["worse"], "-"),
            Some("maintained") => claim(&verdicts(held), "maintained", &["lost"], "nothing_to_keep"),
            // The claim is of the first intervention over the second; the contrast is the second minus the first.
            Some("better") => {
                let of_first = better
                    .iter()
                    .filter(|row| row["contrast"].as_str().is_some_and(|contrast| contrast.contains("beta - alpha")));
                claim(&verdicts(&of_first.copied().collect::<Vec<_>>()), "worse", &["better"], "-")
            }
            other => return fail(format!("{other:?}")),
        };
        prop_assert_eq!(own["verdict"].as_str(), Some(wanted), "{}", own);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn no_sentence_says_more_than_its_row(drawn in drawn()) {
        check(&drawn)?;
    }
}

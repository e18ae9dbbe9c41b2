//! `docs/questionnaires.md` holds what the keys say.

use prepost::scale::key::{Benefit, Confidence, KeyScore};
use prepost::scale::{Key, Score, ScoringRule};

const DOCS: &str = include_str!("../../../docs/questionnaires.md");

fn rule(rule: ScoringRule) -> &'static str {
    match rule {
        ScoringRule::Sum => "sum",
        ScoringRule::Mean => "mean",
        ScoringRule::SumTimes2 => "sum × 2",
        ScoringRule::SumTimes4 => "sum × 4",
        ScoringRule::MeanOfSubscaleMeans => "mean of subscale means",
    }
}

fn letter(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::A => "A",
        Confidence::B => "B",
        Confidence::C => "C",
        Confidence::Own => "own",
    }
}

fn numbers(places: &[usize]) -> String {
    places.iter().map(|place| (place + 1).to_string()).collect::<Vec<_>>().join(", ")
}

fn turned(score: &Score) -> String {
    let reversed = (!score.reversed.is_empty()).then(|| numbers(&score.reversed));
    let recode = |recode: &prepost::scale::Recode| {
        let of = |pick: fn(&(f64, f64)) -> f64| {
            recode.values.iter().map(|pair| pick(pair).to_string()).collect::<Vec<_>>().join(", ")
        };
        format!("{}: {} count as {}", numbers(&recode.items), of(|pair| pair.0), of(|pair| pair.1))
    };
    let all: Vec<String> = reversed.into_iter().chain(score.recodes.iter().map(recode)).collect();
    if all.is_empty() { "–".into() } else { all.join("; ") }
}

fn of_key(key: &Key) -> String {
    let items = if key.n_items == 0 { "–".into() } else { key.n_items.to_string() };
    let range = key.range.map_or("–".into(), |(low, high)| format!("{low} to {high}"));
    let title = key.titles.first().map_or("", String::as_str);
    format!(
        "| `{}` | {title} | {items} | {range} | {} | {} | {} | {} |",
        key.id,
        letter(key.confidence),
        key.source,
        key.licence,
        if key.note.is_empty() { "–" } else { &key.note }
    )
}

fn of_score(key: &Key, own: &KeyScore) -> String {
    let score = &own.score;
    let items = match (own.of.is_empty(), score.items.is_empty()) {
        (false, _) => own.of.join(", "),
        (true, false) => numbers(&score.items),
        (true, true) if own.n_items > 0 => format!("{}, named by the user", own.n_items),
        (true, true) => "named by the user".into(),
    };
    let better = match own.better {
        Some(Benefit::Higher) => "higher",
        Some(Benefit::Lower) => "lower",
        None => "–",
    };
    format!("| `{}` | {} | {items} | {} | {} | {better} |", key.id, score.name, turned(score), rule(score.rule))
}

fn of_papers(key: &Key, own: &KeyScore) -> Vec<String> {
    let row = |what: String, cited: &prepost::scale::key::Cited| {
        format!("| `{}` | {} | {what} | {} | {} |", key.id, own.score.name, letter(cited.confidence), cited.source)
    };
    let n = |n: Option<usize>| n.map_or(String::new(), |n| format!(", n = {n}"));
    let cutoffs = own.cutoffs.iter().map(|cutoff| {
        let from = cutoff.from.map(|from| format!("from {from}"));
        let below = cutoff.below.map(|below| format!("below {below}"));
        let ends: Vec<String> = from.into_iter().chain(below).collect();
        row(format!("{}: {}", ends.join(", "), cutoff.label), &cutoff.cited)
    });
    let norms = own.norms.iter().map(|norm| {
        let sd = norm.sd.map_or(String::new(), |sd| format!(", SD {sd}"));
        row(format!("{}: mean {}{sd}{}", norm.population, norm.mean, n(norm.n)), &norm.cited)
    });
    let retests = own
        .retests
        .iter()
        .map(|retest| row(format!("retest after {}: r = {}{}", retest.interval, retest.r, n(retest.n)), &retest.cited));
    cutoffs.chain(norms).chain(retests).collect()
}

#[test]
fn the_docs_hold_what_the_keys_say() {
    let keys = prepost::scale::keys();
    let scores = || keys.iter().flat_map(|key| key.scores.iter().map(move |own| (key, own)));
    let tables = [
        (
            "| Key | Questionnaire | Items | Answers | Confidence | Source | Rights | Note |\n| --- | --- | --- | --- | --- | --- | --- | --- |",
            keys.iter().map(of_key).collect::<Vec<_>>(),
        ),
        (
            "| Key | Score | Items | Reversed or recoded | Rule | Better |\n| --- | --- | --- | --- | --- | --- |",
            scores().map(|(key, own)| of_score(key, own)).collect(),
        ),
        (
            "| Key | Score | Published | Confidence | Source |\n| --- | --- | --- | --- | --- |",
            scores().flat_map(|(key, own)| of_papers(key, own)).collect(),
        ),
    ];
    for (head, rows) in tables {
        let table = format!("\n{head}\n{}\n", rows.join("\n"));
        assert!(DOCS.contains(&table), "docs/questionnaires.md should have this table:\n{table}");
    }
}

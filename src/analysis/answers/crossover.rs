//! Which treatment of a crossover is better: each pair of them, within participants.

use crate::analysis::crossover::compute::{CROSSOVER, CrossoverResult, TABLE, TreatmentPair};
use crate::analysis::display::Display;
use crate::analysis::names::capitalised;
use crate::analysis::study::Study;
use crate::model::verdict::Verdict;
use crate::notice::{Arg, Message};
use crate::report::scale::Axis;
use crate::report::{Answer, AnswerData, Answers, Inquiry, Interval, Marker, Scale, Source, label, number};
use crate::trial::Better;

/// The answers; `None` where no treatments could be compared.
pub fn answered(study: &Study<'_>, display: &Display<'_>) -> Option<Answers> {
    let result = study.result(&CROSSOVER).filter(|result| !result.pairs.is_empty())?;
    let is_neutral = study.trial.is_unconfirmed(&format!("better:{}", study.outcome.name));
    let limits = result.pairs.iter().flat_map(|pair| [pair.judged.low, pair.estimate, pair.judged.high]);
    let reversed = !is_neutral && study.outcome.better == Better::Lower;
    let axis = Axis::over(limits.filter(|value| value.is_finite()).chain([0.0]), 5).reversed(reversed);
    let words = display.words;
    let rows = result.pairs.iter().enumerate();
    let rows: Vec<Answer> = rows.map(|(at, pair)| answer(study, display, &result, (at, pair), &axis)).collect();
    let ends = match (result.pairs.as_slice(), is_neutral) {
        ([only], true) => [only.against, only.treatment]
            .map(|treatment| Message::new("end-higher-with").with("arm", display.occasion(treatment))),
        ([only], false) => [only.against, only.treatment]
            .map(|treatment| Message::new("end-better").with("arm", display.occasion(treatment))),
        (_, true) => ["end-higher-second", "end-higher-first"].map(Message::new),
        (_, false) => ["end-better-second", "end-better-first"].map(Message::new),
    };
    let inquiry = Inquiry {
        id: "better".into(),
        heading: words.label(if is_neutral { "crossover-question-differ" } else { "crossover-question" }),
        verdict: words.sentences(&headline(&result, display)),
        ends: ends.map(|end| words.plain(&end)),
        rows,
        legend: None,
        why: words.say(&Message::new("crossover-why")),
    };
    let scale = Scale { reversed: axis.reversed, zero: axis.at(0.0), ticks: axis.ticks() };
    let caveat = match result.carry_over {
        Some(_) => "crossover-caveat-tested",
        None => "crossover-caveat-untested",
    };
    Some(Answers { scale, inquiries: vec![inquiry], caveats: vec![words.say(&Message::new(caveat))] })
}

/// Each shown pair in a sentence; where none is, that.
fn headline(result: &CrossoverResult, display: &Display<'_>) -> Vec<Message> {
    let shown = result.pairs.iter().filter(|pair| pair.verdict.is_shown());
    let sentences: Vec<Message> = shown
        .map(|pair| {
            let (first, second) = (display.occasion(pair.treatment), display.occasion(pair.against));
            Message::new("crossover-headline")
                .with("side", pair.verdict.id())
                .with("treatment", capitalised(&first))
                .with("against", second)
        })
        .collect();
    if sentences.is_empty() {
        return vec![Message::new("crossover-headline-none").with("n", result.pairs.len())];
    }
    sentences
}

fn answer(
    study: &Study<'_>,
    display: &Display<'_>,
    result: &CrossoverResult,
    (at, pair): (usize, &TreatmentPair),
    axis: &Axis,
) -> Answer {
    let (words, judged) = (display.words, &pair.judged);
    let points = |value: f64| Arg::Decimal(value, display.places);
    let limit = |value: f64| Arg::Limit(value, display.places);
    let kind = match (judged.adjusted.is_some(), judged.simultaneous) {
        (false, _) => "only",
        (true, true) => "simultaneous",
        (true, false) => "unadjusted",
    };
    let interval = Message::new("effect-interval")
        .with("kind", kind)
        .with("low", limit(judged.low))
        .with("high", limit(judged.high));
    let side = match pair.verdict {
        Verdict::NotShown => "not-shown",
        shown => shown.id(),
    };
    let sentence = Message::new("crossover-sentence")
        .with("treatment", capitalised(&display.occasion(pair.treatment)))
        .with("against", display.occasion(pair.against))
        .with("outcome", &display.names.outcome)
        .with("estimate", points(pair.estimate))
        .with("interval", words.plain(&interval))
        .with("side", side);
    let statistics = Message::new(if judged.adjusted.is_some() { "effect-p" } else { "effect-p-only" })
        .with("p", Arg::P(judged.p))
        .with("adjusted", Arg::PValue(judged.leading_p()))
        .with("adjust", display.adjustment(result.adjust))
        .with("size", result.pairs.len());
    let mut place = [judged.low, pair.estimate, judged.high].map(|value| axis.at(value));
    place.sort_unstable_by(f64::total_cmp);
    let description = Message::new("interval-description")
        .with("estimate", points(pair.estimate))
        .with("low", limit(judged.low))
        .with("high", limit(judged.high));
    Answer {
        sentence: words.say(&sentence),
        statistics: words.say(&statistics),
        interval: Interval {
            estimate: pair.estimate,
            low: judged.low,
            high: judged.high,
            at: place,
            label: number::signed(pair.estimate, display.places),
            margin: None,
            description: words.plain(&description),
        },
        marker: Marker::Contrast,
        source: Source { table: TABLE.into(), row: at },
        data: data(study, result, pair),
    }
}

fn data(study: &Study<'_>, result: &CrossoverResult, pair: &TreatmentPair) -> AnswerData {
    let bounded = |value: f64| Some(value).filter(|value| value.is_finite());
    let (treatment, against) = (study.occasion_name(pair.treatment), study.occasion_name(pair.against));
    AnswerData {
        question: "better",
        contrast: label(&format!("{treatment} - {against}")),
        estimate: pair.estimate,
        low: bounded(pair.judged.low),
        high: bounded(pair.judged.high),
        level: study.trial.plan.level,
        simultaneous: pair.judged.simultaneous && pair.judged.adjusted.is_some(),
        p: bounded(pair.judged.p),
        p_adjusted: bounded(pair.judged.leading_p()),
        adjust: result.adjust.id(),
        family: result.pairs.len(),
        n: result.n,
        model: "crossover",
        verdict: pair.verdict.id(),
        e1: None,
        e2: None,
        margin: None,
        margin_is_default: None,
    }
}

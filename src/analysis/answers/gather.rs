//! The results that the answers are made from.

use super::asked::Asked;
use super::compose::answers;
use super::contrast::{ContrastRow, Lasting, Since, Subject};
use crate::analysis::comparisons::change_difference::compute as change_difference;
use crate::analysis::comparisons::comparison::{Compared, Comparison};
use crate::analysis::comparisons::descriptives::compute::CELL_MEANS;
use crate::analysis::comparisons::pairwise::compute as pairwise;
use crate::analysis::comparisons::table::places;
use crate::analysis::comparisons::verdict::{judged, verdict};
use crate::analysis::display::Display;
use crate::analysis::lasting::equivalence::compute::EQUIVALENCE;
use crate::analysis::lasting::retained_fraction::compute::RETAINED_FRACTION;
use crate::analysis::lasting::words::{limits, margin_arg, percent};
use crate::analysis::study::POST;
use crate::analysis::study::Study;
use crate::analysis::who;
use crate::notice::{Arg, Message};
use crate::report::Answers;
use crate::trial::OutcomeRole;

/// The questions that the outcome's trial can be asked, answered from its results.
pub fn answered(study: &Study<'_>, display: &Display<'_>) -> Option<Answers> {
    let cells = study.result(&CELL_MEANS).unwrap_or_default();
    let changes = change_difference::leading(study);
    let pairs = pairwise::leading(study);
    let (arms, within) = match &pairs {
        Some(found) => (
            if found.arms_at.is_empty() { &found.arms[..] } else { &found.arms_at },
            if found.occasions_within.is_empty() { &found.occasions[..] } else { &found.occasions_within },
        ),
        None => (&[][..], &[][..]),
    };
    let (changes, arms_at, within) = (
        contrasts(study, changes.as_ref().map_or(&[], |found| &found.rows), "comparisons-change", display),
        contrasts(study, arms, "comparisons-arms", display),
        contrasts(study, within, "comparisons-within", display),
    );
    let mean = |arm: usize, occasion: usize| {
        cells.iter().find(|c| c.arm == arm && c.occasion == occasion).map_or(f64::NAN, |cell| cell.mean)
    };
    let (adjust, declared) = (study.trial.plan.adjust, &study.trial.plan.declared);
    let lasting = lasting(study, display);
    answers(&Asked {
        words: display.words,
        names: &display.names,
        better: study.outcome.better,
        places: display.places,
        has_arms: study.trial.has_arms && study.trial.arms.len() > 1,
        changes: &changes,
        arms_at: &arms_at,
        within: &within,
        lasting: lasting.as_ref(),
        mean: &mean,
        adjusted: adjust != crate::trial::Adjust::None,
        simultaneous: changes.iter().chain(&arms_at).chain(&within).all(|contrast| contrast.matches),
        randomised: study.trial.plan.randomised,
        exploratory_outcome: study.outcome.role == Some(OutcomeRole::Exploratory),
        undeclared: !declared.is_empty() && !declared.iter().any(|id| id == "change_difference" || id == "pairwise"),
        waitlist: study.trial.arms.first().is_some_and(|control| who::waits(control)),
    })
}

/// The rows of a table as the answers read them; a row without an estimate and its limits answers nothing.
fn contrasts(study: &Study<'_>, rows: &[Comparison], table: &'static str, display: &Display<'_>) -> Vec<ContrastRow> {
    let subject = |compared: Compared| match compared {
        Compared::Change { from, to, arm, against } => Subject::Change { from, to, arm, against },
        Compared::Arms { arm, against, at } => Subject::Arms { arm, against, at: at.unwrap_or(0) },
        Compared::Occasions { from, to, arm } => Subject::Occasions { from, to, arm: arm.unwrap_or(0) },
    };
    rows.iter()
        .zip(places(rows))
        .map(|(row, place)| {
            let judged = judged(row, display.plan.adjust);
            ContrastRow {
                subject: subject(row.compared),
                estimate: row.estimate,
                low: judged.low,
                high: judged.high,
                p: judged.leading_p(),
                verdict: verdict(row, display.plan.adjust, study.outcome.better),
                matches: judged.simultaneous,
                g: Some(row.size.hedges_g).filter(|g| g.is_finite()),
                table,
                row: place,
                more: Vec::new(),
            }
        })
        .filter(|contrast| contrast.estimate.is_finite() && contrast.low.is_finite() && contrast.high.is_finite())
        .collect()
}

/// What the tests against the margin say; `None` without a margin.
fn lasting(study: &Study<'_>, display: &Display<'_>) -> Option<Lasting> {
    let found = study.result(&EQUIVALENCE)?;
    let margin = margin_arg(found.margin.as_ref()?, display);
    let retained = study.result(&RETAINED_FRACTION);
    let left = retained.as_ref().map_or(&[][..], |found| &found.rows);
    let since = found.kept.iter().filter_map(|kept| {
        let arm = kept.arm?;
        let mut more = Vec::new();
        if kept.p_not_worse.is_finite() {
            let ruled = if kept.lasted.is_maintained() { "out" } else { "in" };
            more.push(
                Message::new("answer-not-worse")
                    .with("margin", margin.clone())
                    .with("ruled", ruled)
                    .with("p", Arg::P(kept.p_not_worse)),
            );
        }
        more.extend(left.iter().find(|row| row.arm == arm && row.to == kept.to).map(|row| {
            Message::new("answer-retained")
                .with("percent", percent(row.fraction))
                .with("post", display.occasion(POST))
                .with("limits", display.words.plain(&limits(row)))
        }));
        Some(Since { arm, to: kept.to, lasted: kept.lasted, more })
    });
    Some(Lasting { since: since.collect(), margin })
}

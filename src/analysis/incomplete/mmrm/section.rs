//! The model of all available values: who is in it, comparisons, effects, Σ̂, and how the fit went.

use super::compute::{Mmrm, MmrmFit};
use crate::analysis::comparisons::table::Frame;
use crate::analysis::display::Display;
use crate::analysis::incomplete::table::{compared, effects};
use crate::analysis::study::Study;
use crate::analysis::table::{label, number, section, table};
use crate::model::mixed::{Structure, Tried, Unfitted, Variances};
use crate::notice::{Arg, Message, Problem};
use crate::report::{Block, Cell, ReportTable, Section, TableRow};

const FRAME: Frame =
    Frame { id: "mmrm", title: "mmrm-title", caption: "mmrm-caption", family: "change", with_g: true, open: false };

pub fn sections(_: &Study<'_>, result: &Mmrm, display: &Display<'_>) -> Vec<Section> {
    result.estimated.iter().filter_map(|found| of_fit(result, found, display)).collect()
}

fn of_fit(result: &Mmrm, found: &MmrmFit, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let say = |message: &Message| Block::Paragraph { text: words.say(message) };
    let (conclusion, changes) = compared(&FRAME, &found.changes, display)?;
    let is_complete = result.values.n_complete == result.values.n;
    let who = Message::new(if is_complete { "mmrm-who-complete" } else { "mmrm-who" })
        .with("participants", result.values.n)
        .with("complete", result.values.n_complete)
        .with("values", result.values.n_values)
        .with("all", result.values.n * result.n_occasions)
        .with("structure", words.label(structure_id(&found.structure)));
    let mut blocks = vec![say(&who)];
    if !result.failed.is_empty() {
        blocks.push(say(&fell_back(result, found, display)));
    }
    let rows = found.effects.iter().map(|(effect, beside)| (effect, beside.as_ref()));
    blocks.extend([
        changes,
        Block::Table { table: effects("mmrm_effects", rows, display) },
        Block::Table { table: covariance(found, display) },
        say(&how_it_went(found)),
    ]);
    Some(section("mmrm", words.label("mmrm-title"), conclusion, false, blocks))
}

fn structure_id(structure: &Structure) -> &'static str {
    use Variances::{ByOccasion, Equal};
    match structure {
        Structure::Unstructured => "structure-unstructured",
        Structure::Toeplitz(ByOccasion) => "structure-toeplitz-heterogeneous",
        Structure::Toeplitz(Equal) => "structure-toeplitz",
        Structure::CompoundSymmetry(ByOccasion) => "structure-cs-heterogeneous",
        Structure::CompoundSymmetry(Equal) => "structure-cs",
        Structure::Autoregressive(ByOccasion) => "structure-ar1-heterogeneous",
        Structure::Autoregressive(Equal) => "structure-ar1",
        Structure::RandomIntercept => "structure-random-intercept",
        Structure::RandomSlope(_) => "structure-random-slope",
    }
}

fn fell_back(result: &Mmrm, found: &MmrmFit, display: &Display<'_>) -> Message {
    let names = |tried: &Tried| display.words.label(structure_id(&tried.structure));
    Message::new("mmrm-tried-before")
        .with("tried", result.failed.iter().map(names).collect::<Vec<_>>())
        .with("structure", display.words.label(structure_id(&found.structure)))
}

fn how_it_went(found: &MmrmFit) -> Message {
    Message::new("mixed-fit")
        .with("deviance", Arg::Decimal(-2.0 * found.criteria.log_likelihood, 2))
        .with("aic", Arg::Decimal(found.criteria.aic, 2))
        .with("bic", Arg::Decimal(found.criteria.bic, 2))
        .with("iterations", found.convergence.iterations)
        .with("condition", Arg::Decimal(found.convergence.condition, 0))
}

/// Standard deviations, and correlations below the diagonal.
fn covariance(found: &MmrmFit, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let sd = |at: usize| found.sigma[(at, at)].sqrt();
    let row = |(at, &occasion): (usize, &usize)| {
        let correlation = |before: usize| Cell::share(found.sigma[(at, before)] / (sd(at) * sd(before)), 2);
        let mut cells = vec![Cell::decimal(sd(at), display.places + 1)];
        cells.extend((0..found.occasions.len() - 1).map(|before| match before < at {
            true => correlation(before),
            false => Cell::blank(),
        }));
        TableRow::new(display.occasion_label(occasion), None, cells)
    };
    let mut columns = vec![label(words, "head-occasion"), number(words, "head-sd")];
    let earlier = found.occasions.iter().take(found.occasions.len().saturating_sub(1));
    columns.extend(earlier.map(|&occasion| crate::report::ColumnHead::number(display.occasion_label(occasion))));
    let caption = words.say(&Message::new("mmrm-covariance-caption").with("outcome", &display.names.outcome));
    let rows = found.occasions.iter().enumerate().map(row).collect();
    table("mmrm_covariance", caption, columns, rows, words.say(&Message::new("mmrm-covariance-note")))
}

pub fn problems(study: &Study<'_>, result: &Mmrm) -> Vec<Problem> {
    let without_values = result.empty.iter().map(|&(arm, occasion)| {
        let message = Message::new("mmrm-mean-without-values").with("arm", study.arm_name(arm));
        let message = message.with("occasion", study.occasion_name(occasion));
        Problem::note(message.with("outcome", &study.outcome.name))
    });
    without_values.chain(simpler(study, result)).collect()
}

/// Why Σ is simpler than wanted.
fn simpler(study: &Study<'_>, result: &Mmrm) -> Option<Problem> {
    let first = result.failed.first()?;
    let occasion = |at: usize| study.occasion_name(study.occasion_at(at)).to_owned();
    let outcome = &study.outcome.name;
    let why = match first.why {
        Unfitted::NeverTogether { first, second } => Message::new("mmrm-never-together")
            .with("first", occasion(first))
            .with("second", occasion(second))
            .with("outcome", outcome),
        Unfitted::Degenerate => Message::new("mmrm-degenerate").with("outcome", outcome),
        Unfitted::Undetermined | Unfitted::NotConverged { .. } => {
            Message::new("mmrm-not-converged").with("outcome", outcome)
        }
        // The other methods say so too.
        Unfitted::NoValue { .. } | Unfitted::TooFew { .. } | Unfitted::NoVariation | Unfitted::Singular => {
            return None;
        }
    };
    let end = if result.estimated.is_some() { "simpler" } else { "none" };
    Some(Problem::note(why.with("end", end)))
}

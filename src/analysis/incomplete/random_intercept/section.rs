//! The model with an intercept for each participant: its variances, effects and comparisons.

use super::compute::InterceptModel;
use crate::analysis::comparisons::table::Frame;
use crate::analysis::display::Display;
use crate::analysis::incomplete::table::{compared, effects};
use crate::analysis::study::Study;
use crate::analysis::table::{label, number, section, table};
use crate::notice::{Arg, Message, Problem};
use crate::report::build::verbatim;
use crate::report::{Block, Cell, ReportTable, Section, TableRow};

const FRAME: Frame = Frame {
    id: "random_intercept",
    title: "random-intercept-title",
    caption: "random-intercept-caption",
    family: "change",
    with_g: true,
    open: false,
};

pub fn sections(_: &Study<'_>, result: &InterceptModel, display: &Display<'_>) -> Vec<Section> {
    of_result(result, display).into_iter().collect()
}

fn of_result(result: &InterceptModel, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let (conclusion, changes) = compared(&FRAME, &result.satterthwaite.changes, display)?;
    let beside = |name: &str| result.kenward_roger.effects.iter().find(|other| other.name == name);
    let rows = result.satterthwaite.effects.iter().map(|effect| (effect, beside(&effect.name)));
    let fit = Message::new("mixed-fit")
        .with("deviance", Arg::Decimal(-2.0 * result.criteria.log_likelihood, 2))
        .with("aic", Arg::Decimal(result.criteria.aic, 2))
        .with("bic", Arg::Decimal(result.criteria.bic, 2))
        .with("iterations", result.convergence.iterations)
        .with("condition", Arg::Decimal(result.convergence.condition, 0));
    let blocks = vec![
        changes,
        Block::Table { table: effects("random_intercept_effects", rows, display) },
        Block::Table { table: variances(result, display) },
        Block::Paragraph { text: words.say(&fit) },
    ];
    Some(section("random_intercept", words.label("random-intercept-title"), conclusion, false, blocks))
}

fn variances(result: &InterceptModel, display: &Display<'_>) -> ReportTable {
    let words = display.words;
    let (marginal, conditional) = result.r2();
    let places = display.places + 1;
    let row = |id: &'static str, cell: Cell| TableRow::new(verbatim(&words.label(id)), None, vec![cell]);
    let rows = vec![
        row("random-intercept-sd", Cell::decimal(result.var_intercept.sqrt(), places)),
        row("random-intercept-residual-sd", Cell::decimal(result.var_residual.sqrt(), places)),
        row("random-intercept-icc", Cell::share(result.icc(), 2)),
        row("random-intercept-r2-marginal", Cell::share(marginal, 2)),
        row("random-intercept-r2-conditional", Cell::share(conditional, 2)),
    ];
    let columns = vec![label(words, "random-intercept-head-part"), number(words, "head-estimate")];
    let caption =
        words.say(&Message::new("random-intercept-variances-caption").with("outcome", &display.names.outcome));
    table("random_intercept_variances", caption, columns, rows, words.say(&Message::new("random-intercept-note")))
}

pub fn problems(study: &Study<'_>, result: &InterceptModel) -> Vec<Problem> {
    let message = Message::new("random-intercept-at-zero").with("outcome", &study.outcome.name);
    result.is_at_boundary.then(|| Problem::note(message)).into_iter().collect()
}

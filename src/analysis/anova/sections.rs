//! Tables of tests that are not analysis of variance: sphericity, multivariate tests, simple effects, trends, means.

use crate::model::verdict::is_significant;
use crate::analysis::anova::multivariate::compute::Multivariate;
use crate::analysis::anova::simple_effects::compute::{SimpleEffect, SimpleEffects};
use crate::analysis::anova::table::{effect_label, f_arguments};
use crate::analysis::anova::trend::compute::{Trend, TrendOf, Trends};
use crate::analysis::comparisons::table::{degrees, degrees_arg};
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::analysis::table::{estimate_columns, label, number, section, table};
use crate::model::Term;
use crate::notice::{Arg, Message};
use crate::report::build::verbatim;
use crate::report::{Block, Cell, Marker, Section, Table, TableRow, Text};

/// Mauchly's W and the epsilons of every stratum; `None` where sphericity does not apply.
pub fn sphericity(study: &Study<'_>, display: &Display<'_>) -> Option<Table> {
    let words = display.words;
    let strata: Vec<_> = study.strata().iter().filter(|s| s.stratum.mask != 0 && s.sphericity.d > 1).collect();
    strata.first()?;
    let rows = strata
        .iter()
        .map(|stratum| {
            let found = stratum.sphericity;
            let cells = vec![
                Cell::maybe(found.mauchly.ok(), |mauchly| Cell::share(mauchly.w, 3)),
                Cell::maybe(found.mauchly.ok(), |mauchly| Cell::p(mauchly.p)),
                Cell::share(found.epsilon_gg, 3),
                Cell::share(found.epsilon_hf, 3),
                Cell::share(found.epsilon_lower_bound, 3),
            ];
            TableRow::new(verbatim(&effect_label(study, display, Term::MEAN, stratum.stratum.mask)), None, cells)
        })
        .collect();
    let epsilon = || words.say(&Message::new("head-epsilon"));
    let mauchly = || words.say(&Message::new("head-mauchly"));
    let columns = vec![
        label(words, "head-source"),
        number(words, "head-w").under(mauchly()),
        number(words, "head-p").under(mauchly()),
        number(words, "head-gg").under(epsilon()),
        number(words, "head-hf").under(epsilon()),
        number(words, "head-lower-bound").under(epsilon()),
    ];
    let caption = words.say(&Message::new("sphericity-caption"));
    Some(table("sphericity", caption, columns, rows, words.say(&Message::new("sphericity-note"))))
}

pub fn multivariate(study: &Study<'_>, found: &Multivariate, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let main = found.effects.iter().max_by_key(|of| (of.within == 1, of.between == Term::Factors(1)))?;
    let columns = vec![
        label(words, "head-test"),
        number(words, "head-value"),
        number(words, "head-f"),
        number(words, "head-df1"),
        number(words, "head-df2"),
        number(words, "head-p"),
    ];
    let mut rows = Vec::new();
    for of in &found.effects {
        rows.push(TableRow::group(verbatim(&effect_label(study, display, of.between, of.within))));
        let all = [
            ("multivariate-pillai", of.tests.pillai),
            ("multivariate-wilks", of.tests.wilks),
            ("multivariate-hotelling", of.tests.hotelling_lawley),
            ("multivariate-roy", of.tests.roy),
        ];
        rows.extend(all.into_iter().map(|(id, test)| {
            let cells = vec![
                Cell::decimal(test.statistic, 3),
                Cell::decimal(test.f, 2),
                degrees(test.df1),
                degrees(test.df2),
                Cell::p(test.p),
            ];
            TableRow::new(words.say(&Message::new(id)), None, cells)
        }));
    }
    let pillai = main.tests.pillai;
    let conclusion = Message::new("multivariate-conclusion")
        .with("effect", effect_label(study, display, main.between, main.within))
        .with("value", Arg::Decimal(pillai.statistic, 3));
    let conclusion = words.say(&f_arguments(conclusion, pillai.df1, pillai.df2, pillai.f, pillai.p));
    let caption = words.say(&Message::new("multivariate-caption"));
    let shown = table("multivariate", caption, columns, rows, words.say(&Message::new("multivariate-note")));
    Some(section(
        "multivariate",
        words.label("multivariate-title"),
        conclusion,
        false,
        vec![Block::Table { table: shown }],
    ))
}

pub fn simple_effects(found: &SimpleEffects, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let row = |label: Text, effect: &SimpleEffect| {
        let cells = vec![
            Cell::decimal(effect.f, 2),
            degrees(effect.df1),
            degrees(effect.df2),
            Cell::p(effect.p).key(),
            Cell::share(effect.partial_eta2, 2),
        ];
        TableRow::new(label, None, cells).marked(is_significant(effect.p))
    };
    let say = |id, name: &'static str, value: String| words.say(&Message::new(id).with(name, value));
    let arms = found.arms_at.iter().map(|e| row(say("simple-group", "at", display.occasion(e.at)), e));
    let occasions = found.occasions_within.iter().map(|e| row(say("simple-occasion", "arm", display.arm(e.at)), e));
    let rows: Vec<TableRow> = arms.chain(occasions).collect();
    if rows.is_empty() {
        return None;
    }
    let tested = || found.arms_at.iter().chain(&found.occasions_within).filter(|effect| effect.p.is_finite());
    let conclusion = Message::new("simple-conclusion")
        .with("found", tested().filter(|effect| is_significant(effect.p)).count())
        .with("all", tested().count());
    let columns = vec![
        label(words, "head-source"),
        number(words, "head-f"),
        number(words, "head-df1"),
        number(words, "head-df2"),
        number(words, "head-p"),
        number(words, "head-partial-eta2"),
    ];
    let caption = words.say(&Message::new("simple-caption").with("outcome", &display.names.outcome));
    let shown = table("simple_effects", caption, columns, rows, words.say(&Message::new("simple-note")));
    let title = words.label("simple-title");
    Some(section("simple_effects", title, words.say(&conclusion), false, vec![Block::Table { table: shown }]))
}

pub fn trends(found: &Trends, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let all: Vec<&Trend> = found.rows.iter().filter(|row| row.of == TrendOf::All && row.t.is_finite()).collect();
    let main = all.iter().min_by(|a, b| a.p.total_cmp(&b.p))?;
    let places = display.places + 1;
    let mut rows = Vec::new();
    for together in found.rows.chunk_by(|a, b| a.degree == b.degree) {
        rows.extend(together.first().map(|row| TableRow::group(verbatim(&degree_name(row.degree, display)))));
        rows.extend(together.iter().map(|row| {
            let cells = vec![
                Cell::decimal(row.estimate, places),
                Cell::decimal(row.se, places),
                Cell::decimal(row.ci_low, places),
                Cell::decimal(row.ci_high, places),
                Cell::decimal(row.t, 2),
                degrees(row.df),
                Cell::p(row.p),
            ];
            let (label, marker) = whose(row.of, display);
            TableRow::new(label, marker, cells)
        }));
    }
    let columns = estimate_columns(words, "head-trend", &[]);
    let conclusion = Message::new("trend-conclusion")
        .with("trend", degree_name(main.degree, display))
        .with("estimate", Arg::Decimal(main.estimate, places))
        .with("df", degrees_arg(main.df))
        .with("t", Arg::Decimal(main.t, 2))
        .with("p", Arg::P(main.p));
    let caption = words.say(&Message::new("trend-caption").with("outcome", &display.names.outcome));
    let shown = table("trend", caption, columns, rows, words.say(&Message::new("trend-note")));
    let title = words.label("trend-title");
    Some(section("trend", title, words.say(&conclusion), false, vec![Block::Table { table: shown }]))
}

fn degree_name(degree: usize, display: &Display<'_>) -> String {
    match degree {
        1 => display.words.label("trend-linear"),
        2 => display.words.label("trend-quadratic"),
        3 => display.words.label("trend-cubic"),
        4 => display.words.label("trend-quartic"),
        higher => display.words.plain(&Message::new("trend-degree").with("degree", higher)),
    }
}

fn whose(of: TrendOf, display: &Display<'_>) -> (Text, Option<Marker>) {
    match of {
        TrendOf::All => (display.words.say(&Message::new("row-all")), None),
        TrendOf::Arm { arm } => (display.arm_label(arm), Some(Marker::Arm { index: arm })),
        TrendOf::Difference { arm, against } => {
            let names =
                Message::new("row-contrast").with("later", display.arm(arm)).with("earlier", display.arm(against));
            (display.words.say(&names), Some(Display::contrast_marker(arm, against)))
        }
    }
}

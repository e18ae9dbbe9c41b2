//! The tables of Bayes factors.

use crate::analysis::anova::table::effect_label;
use crate::analysis::bayes::bayes_bic::compute::{BayesBic, OfEffect};
use crate::analysis::bayes::bayes_oneway::compute as bayes_oneway;
use crate::analysis::bayes::bayes_oneway::compute::BayesOneway;
use crate::analysis::bayes::bayes_t::compute as bayes_t;
use crate::analysis::bayes::bayes_t::compute::{BayesT, Row};
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::comparisons::table::contrast_label;
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::analysis::table::group_label;
use crate::analysis::table::{grouped, label, number, section, table};
use crate::model::Term;
use crate::notice::{Arg, Message};
use crate::report::build::verbatim;
use crate::report::{Block, Cell, ColumnHead, Marker, Section, Table, TableRow, Text, Words};

/// Where "moderate" begins: the data are three times as likely under one model as under the other.
const MODERATE: f64 = 3.0;

/// The sizes that are usual to name: from 1, 3, 10, 30 and 100 on (Lee & Wagenmakers, 2013).
fn evidence(log_bf10: f64) -> &'static str {
    let favours_difference = log_bf10 > 0.0;
    let size = log_bf10.abs().exp();
    match (favours_difference, size) {
        (true, size) if size > 100.0 => "evidence-extreme-for",
        (true, size) if size > 30.0 => "evidence-very-strong-for",
        (true, size) if size > 10.0 => "evidence-strong-for",
        (true, size) if size > MODERATE => "evidence-moderate-for",
        (true, _) => "evidence-anecdotal-for",
        (false, size) if size > 100.0 => "evidence-extreme-against",
        (false, size) if size > 30.0 => "evidence-very-strong-against",
        (false, size) if size > 10.0 => "evidence-strong-against",
        (false, size) if size > MODERATE => "evidence-moderate-against",
        (false, _) => "evidence-anecdotal-against",
    }
}

/// How many factors are at least moderate for a difference, and how many against.
fn counted(message: Message, log_bf10: impl Iterator<Item = f64>) -> Message {
    let (mut found, mut against, mut all) = (0_usize, 0_usize, 0_usize);
    for log_bf10 in log_bf10 {
        found += usize::from(log_bf10 > MODERATE.ln());
        against += usize::from(-log_bf10 > MODERATE.ln());
        all += 1;
    }
    message.with("found", found).with("against", against).with("all", all)
}

fn factors(log_bf10: f64, words: &Words) -> Vec<Cell> {
    vec![Cell::factor(log_bf10).key(), Cell::factor(-log_bf10), Cell::words(words.label(evidence(log_bf10)))]
}

fn factor_heads(words: &Words, first: &'static str) -> Vec<ColumnHead> {
    vec![
        label(words, first),
        number(words, "head-bf10"),
        number(words, "head-bf01"),
        ColumnHead::words(words.say(&Message::new("head-evidence"))),
    ]
}

fn caption(id: &'static str, display: &Display<'_>) -> Text {
    display.words.say(&Message::new(id).with("outcome", &display.names.outcome))
}

/// What is left out, and why; the standardised differences have said it of the whole report.
fn without_variance(terms: &[String], words: &Words) -> Option<Block> {
    let message = Message::new("bayes-without-variance").with("terms", Arg::List(terms.to_vec()));
    (!terms.is_empty()).then(|| Block::Paragraph { text: words.say(&message) })
}

pub fn two_means(found: &BayesT, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let leading = found.leading();
    let about = match leading.first()?.compared {
        Compared::Change { .. } => "bayes-t-conclusion-change",
        Compared::Arms { .. } => "bayes-t-conclusion-arms",
        Compared::Occasions { .. } => "bayes-t-conclusion-within",
    };
    let rows = found.all().map(|row| compared_row(row, factors(row.medium(), words), display)).collect();
    let note = words.say(&Message::new("bayes-t-note"));
    let main = table(
        "bayes_t",
        caption("bayes-t-caption", display),
        factor_heads(words, "head-contrast"),
        grouped(rows),
        note,
    );
    let conclusion = words.say(&counted(Message::new(about), leading.iter().map(Row::medium)));
    let mut blocks = vec![Block::Table { table: main }, Block::Table { table: robustness(leading, display) }];
    blocks.extend(without_variance(&found.without_variance, words));
    Some(section("bayes_t", words.label("bayes-t-title"), conclusion, false, blocks))
}

fn robustness(rows: &[Row], display: &Display<'_>) -> Table {
    let words = display.words;
    let row = |row: &Row| compared_row(row, row.log_bf10.iter().map(|&log| Cell::factor(log)).collect(), display);
    let spanner = || words.say(&Message::new("head-bf10-by-width"));
    let heads = bayes_t::WIDTHS.iter().map(|width| number(words, width.head).under(spanner()));
    let columns = std::iter::once(label(words, "head-contrast")).chain(heads).collect();
    let note = words.say(&Message::new("bayes-robustness-note"));
    let rows = grouped(rows.iter().map(row).collect());
    table("bayes_robustness", caption("bayes-robustness-caption", display), columns, rows, note)
}

/// A row with the head that it stands under.
fn compared_row(row: &Row, cells: Vec<Cell>, display: &Display<'_>) -> (Text, TableRow) {
    let (group, marker): (Text, Option<Marker>) = match row.compared {
        Compared::Change { from, to, arm, against } => {
            let head = Message::new("row-change").with("from", display.occasion(from)).with("to", display.occasion(to));
            (display.words.say(&head), Some(Display::contrast_marker(arm, against)))
        }
        Compared::Arms { arm, against, at } => {
            (at.map_or_else(Text::new, |at| display.occasion_label(at)), Some(Display::contrast_marker(arm, against)))
        }
        Compared::Occasions { arm, .. } => (group_label(arm, display), None),
    };
    (group, TableRow::new(contrast_label(&row.compared, display), marker, cells))
}

pub fn several_means(found: &BayesOneway, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let row = |at: &bayes_oneway::AtOccasion| {
        let mut cells = factors(at.medium(), words);
        cells.extend(at.log_bf10.iter().skip(1).map(|&log| Cell::factor(log)));
        TableRow::new(display.occasion_label(at.occasion), None, cells)
    };
    let mut columns = factor_heads(words, "head-occasion");
    let spanner = || words.say(&Message::new("head-bf10-by-width"));
    columns.extend(bayes_oneway::WIDTHS.iter().skip(1).map(|width| number(words, width.head).under(spanner())));
    let rows: Vec<TableRow> = found.occasions.iter().map(row).collect();
    let factors = found.occasions.iter().map(bayes_oneway::AtOccasion::medium);
    let conclusion = words.say(&counted(Message::new("bayes-oneway-conclusion"), factors));
    let note = words.say(&Message::new("bayes-oneway-note"));
    let shown = table("bayes_oneway", caption("bayes-oneway-caption", display), columns, rows, note);
    let mut blocks = vec![Block::Table { table: shown }];
    blocks.extend(without_variance(&found.without_variance, words));
    let title = words.label("bayes-oneway-title");
    (!found.occasions.is_empty()).then(|| section("bayes_oneway", title, conclusion, false, blocks))
}

pub fn mixed_design(study: &Study<'_>, found: &BayesBic, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let name = |effect: &OfEffect| effect_label(study, display, effect.between, effect.within);
    let row = |effect: &OfEffect| {
        let mut cells = vec![Cell::decimal(effect.n, 0), Cell::decimal(effect.delta_bic(), 2)];
        cells.extend(factors(effect.log_bf10, words));
        TableRow::new(verbatim(&name(effect)), None, cells)
    };
    let mut columns = factor_heads(words, "head-source");
    columns.splice(1..1, [number(words, "head-n-observations"), number(words, "head-delta-bic")]);
    // The conclusion speaks of arm × occasion before occasion before arm.
    let rank = |effect: &&OfEffect| match (effect.between, effect.within) {
        (Term::Factors(1), 1) => 3,
        (Term::MEAN, 1) => 2,
        (Term::Factors(1), 0) => 1,
        _ => 0,
    };
    let main = found.effects.iter().max_by_key(rank)?;
    let about = match main.log_bf10 {
        log if log > MODERATE.ln() => "bayes-bic-conclusion-for",
        log if -log > MODERATE.ln() => "bayes-bic-conclusion-against",
        _ => "bayes-bic-conclusion-open",
    };
    let conclusion = words.say(&Message::new(about).with("effect", name(main)));
    let note = words.say(&Message::new("bayes-bic-note"));
    let rows = found.effects.iter().map(row).collect();
    let shown = table("bayes_bic", caption("bayes-bic-caption", display), columns, rows, note);
    Some(section("bayes_bic", words.label("bayes-bic-title"), conclusion, false, vec![Block::Table { table: shown }]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_for_sizes_change_at_three_ten_thirty_and_a_hundred() {
        let word = |factor: f64| evidence(factor.ln());
        assert_eq!([word(2.9), word(3.1), word(11.0)], ["anecdotal", "moderate", "strong"].map(favours));
        assert_eq!([word(1.0 / 31.0), word(1.0 / 2.0)], ["evidence-very-strong-against", "evidence-anecdotal-against"]);
        assert_eq!([word(1e300), evidence(-900.0)], ["evidence-extreme-for", "evidence-extreme-against"]);
    }

    fn favours(size: &str) -> &'static str {
        match size {
            "anecdotal" => "evidence-anecdotal-for",
            "moderate" => "evidence-moderate-for",
            _ => "evidence-strong-for",
        }
    }
}

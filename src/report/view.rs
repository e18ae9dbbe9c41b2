//! The view-model: sections, sentences, tables of typed cells, figures and notices.
//!
//! The writers render this and nothing else; a cell's number becomes text when it is written.

use serde::Serialize;

pub use super::figure::*;
pub use super::marks::*;

#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The language of every text in it, as a BCP 47 tag.
    pub language: String,
    /// The trial in one sentence: participants, arms, occasions, outcomes.
    pub summary: Text,
    /// About the file and the design as a whole.
    pub notices: Vec<Notice>,
    /// What is still a guess and the words depend on: the questions stand before the first answer.
    pub questions: Vec<OpenQuestion>,
    /// The change of the Plan by which all of them are answered with what was taken; `None` where nothing is asked.
    pub confirm_all: Option<serde_json::Value>,
    /// Arms in report order, the control first. Empty where the trial has one group.
    pub arms: Vec<String>,
    /// The claims of the Plan, each read for each of its outcomes.
    pub claims: Vec<ClaimData>,
    /// What is said of all outcomes together: the primary ones, the claims.
    pub overview: Vec<Section>,
    pub outcomes: Vec<OutcomeReport>,
    /// What the Plan leaves out of the report; `None` where it leaves out nothing.
    pub further: Option<FurtherAnalyses>,
    /// What was computed by which convention, and by which version: the colophon.
    pub colophon: Vec<Text>,
    pub labels: Labels,
}

/// The analyses that the Plan leaves out of the report, and how to bring them.
#[derive(Clone, Debug, Serialize)]
pub struct FurtherAnalyses {
    pub heading: String,
    pub note: Text,
    pub chapters: Vec<FurtherChapter>,
    /// The change of the Plan that brings everything, and its label.
    pub everything: serde_json::Value,
    pub everything_label: String,
}

/// A chapter of which the report leaves something out.
#[derive(Clone, Debug, Serialize)]
pub struct FurtherChapter {
    pub title: String,
    /// The change of the Plan that brings it.
    pub edit: serde_json::Value,
}

/// What a file calls the report's parts.
#[derive(Clone, Debug, Serialize)]
pub struct Labels {
    pub table: String,
    pub figure: String,
    /// Before a table's note.
    pub note: String,
    /// The way from a figure to its table.
    pub numbers: String,
    /// Over the open questions.
    pub questions: String,
    /// What the report does until they are answered.
    pub until_answered: String,
    /// After the choice that the report takes.
    pub taken: String,
}

/// Everything about one outcome.
#[derive(Clone, Debug, Serialize)]
pub struct OutcomeReport {
    /// Stable within a report: `outcome-1`, …
    pub id: String,
    /// With a capital, as a heading.
    pub name: String,
    /// Direction, randomisation, who is in the numbers.
    pub subtitle: Text,
    /// Who is not in the numbers; what was replaced or corrected.
    pub notices: Vec<Notice>,
    /// The profile in miniature, for the list of outcomes; `None` where there is nothing to draw.
    pub spark: Option<Spark>,
    /// `None` where the outcome could not be analysed; the notices say why.
    pub answers: Option<Answers>,
    pub figures: Vec<Figure>,
    pub sections: Vec<Section>,
}

/// A Problem in words.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Notice {
    /// Stable, kebab-case.
    pub code: String,
    pub severity: Level,
    pub message: Text,
    /// What to do.
    pub hint: Option<Text>,
    /// The line of the file, where there is one.
    pub line: Option<usize>,
    pub column: Option<String>,
    /// The file, where several were read.
    pub file: Option<String>,
    /// A question that can be answered in place.
    pub question: Option<Question>,
    /// What a button beside it may change in the Plan.
    pub offer: Option<Offer>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Note,
    Warning,
    Error,
}

/// Does `value` in `column` stand for a missing value? The answer is an entry of the Plan's `codes`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Question {
    pub column: String,
    pub value: f64,
    /// The two answers, as the labels of their buttons.
    pub missing: String,
    pub real: String,
}

/// A change to the scale of that name in the Plan: its key is confirmed, or its answers are shifted.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Offer {
    pub scale: String,
    /// What `shift` becomes; without it `confirmed` becomes true.
    pub shift: Option<f64>,
    /// The button's label.
    pub label: String,
}

/// A part of the Plan that nobody has confirmed, as a question. Each answer is a change of the Plan, as data.
#[derive(Clone, Debug, Serialize)]
pub struct OpenQuestion {
    /// As the Plan's `unconfirmed` names it: `control`, `better:stress`.
    pub part: String,
    pub question: Text,
    /// Why it was taken so.
    pub reason: Text,
    pub choices: Vec<QuestionChoice>,
    /// The change that says: what was taken is right.
    pub confirm: serde_json::Value,
    /// By which field of the Plan it is answered where the Plan is written by hand.
    pub in_plan: Text,
}

#[derive(Clone, Debug, Serialize)]
pub struct QuestionChoice {
    pub label: Text,
    /// Whether the report takes it to be so.
    pub taken: bool,
    pub edit: serde_json::Value,
}

/// The trial's questions, answered. All rows share one scale.
#[derive(Clone, Debug, Serialize)]
pub struct Answers {
    pub scale: Scale,
    pub inquiries: Vec<Inquiry>,
    /// What the answers cannot show: a waitlist's limits, exploratory outcomes.
    pub caveats: Vec<Text>,
}

/// One question of the trial: "Did each intervention work?"
#[derive(Clone, Debug, Serialize)]
pub struct Inquiry {
    pub id: String,
    pub heading: String,
    /// The answer as a headline.
    pub verdict: Text,
    /// What the two ends of the scale mean, left and right, in the trial's words.
    pub ends: [String; 2],
    pub rows: Vec<Answer>,
    /// What is shaded in the rows; `None` where nothing is.
    pub legend: Option<Text>,
    /// "Why this test?"
    pub why: Text,
}

/// A sentence and its interval: a row of a forest plot.
#[derive(Clone, Debug, Serialize)]
pub struct Answer {
    pub sentence: Text,
    /// Interval, p and effect size.
    pub statistics: Text,
    pub interval: Interval,
    pub marker: Marker,
    /// The cell that the sentence was made from.
    pub source: Source,
    #[serde(flatten)]
    pub data: AnswerData,
}

/// A claim of the Plan about an outcome, read.
#[derive(Clone, Debug, Serialize)]
pub struct ClaimData {
    /// `improves`, `maintained` or `better`.
    pub claim: &'static str,
    pub outcome: String,
    pub sentence: String,
    /// `supported`, `not_shown`, `contradicted` or `not_answerable`.
    pub verdict: &'static str,
}

/// What a sentence was made from, for other programs. A number that cannot be given is `null`.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerData {
    /// `worked`, `lasted` or `better`.
    pub question: &'static str,
    /// `(fu - pre) x (A - control)`, `A - control | fu`, in the file's names.
    pub contrast: String,
    pub estimate: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// Of the interval.
    pub level: f64,
    /// Whether the interval holds for the whole family at once.
    pub simultaneous: bool,
    /// Unadjusted.
    pub p: Option<f64>,
    pub p_adjusted: Option<f64>,
    /// The adjustment that was used.
    pub adjust: &'static str,
    /// How many comparisons are adjusted together.
    pub family: usize,
    /// Participants in the model.
    pub n: usize,
    pub model: &'static str,
    pub verdict: &'static str,
    /// The effect at the end of treatment, and the later one, for a row of `lasted`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub e1: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub e2: Option<f64>,
    /// In points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin_is_default: Option<bool>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Source {
    pub table: String,
    pub row: usize,
}

/// A part of the report that folds; its heading carries its conclusion.
#[derive(Clone, Debug, Serialize)]
pub struct Section {
    /// The method's id, stable.
    pub id: String,
    /// The chapter's title, on the chapter's first section only; empty elsewhere and in the main tables.
    pub chapter: String,
    pub title: String,
    pub conclusion: Text,
    /// Whether it starts open.
    pub open: bool,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    Table { table: ReportTable },
    Figure { figure: Figure },
    Paragraph { text: Text },
    Notice { notice: Notice },
}

/// A table in APA's three lines.
#[derive(Clone, Debug, Serialize)]
pub struct ReportTable {
    /// Unique within the outcome.
    pub id: String,
    /// Printed: "Table 2".
    pub number: usize,
    pub caption: Text,
    /// The first column heads the rows.
    pub columns: Vec<ColumnHead>,
    pub rows: Vec<TableRow>,
    pub note: Text,
}

#[derive(Clone, Debug, Serialize)]
pub struct ColumnHead {
    /// A spanner over neighbouring columns that carry the same one, or empty.
    pub spanner: Text,
    pub head: Text,
    pub kind: ColumnKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ColumnKind {
    /// Heads the row.
    Label,
    Number,
    Words,
}

#[derive(Clone, Debug, Serialize)]
pub struct TableRow {
    pub kind: RowKind,
    pub label: Text,
    /// The arm whose mark stands before the label.
    pub marker: Option<Marker>,
    /// One per column after the first; none in a `Group` row.
    pub cells: Vec<Cell>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RowKind {
    /// Heads the rows that follow.
    Group,
    Plain,
    /// The interval excludes zero: key cells are bold.
    Marked,
}

/// What stands in a table's cell, unrounded until it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub content: Content,
    /// Bold in a marked row.
    pub key: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Blank,
    /// An estimate with its decimals.
    Decimal {
        value: f64,
        places: usize,
    },
    /// A probability.
    P {
        value: f64,
    },
    /// A number bounded by one.
    Share {
        value: f64,
        places: usize,
    },
    /// A positive number of any size, by its natural logarithm.
    Factor {
        ln: f64,
    },
    Count {
        count: usize,
    },
    Words {
        text: String,
    },
}

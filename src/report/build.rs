//! Small builders for the view-model, so that a method's section reads as its table.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::label::label;
use super::number;
use super::view::{
    Cell, ColumnHead, ColumnKind, Content, Figure, Labels, Marker, OpenQuestion, QuestionChoice, RowKind, Style,
    TableRow, Text,
};
use super::words::plain;

impl Cell {
    pub fn blank() -> Self {
        Content::Blank.into()
    }

    /// An estimate; blank where there is none.
    pub fn decimal(value: f64, places: usize) -> Self {
        Self::known(value, Content::Decimal { value, places })
    }

    /// A limit of an interval, with more decimals where it would read as zero and is not; blank where there is none or it has
    /// no bound.
    pub fn limit(value: f64, places: usize) -> Self {
        if value.is_infinite() {
            return Self::blank();
        }
        Self::decimal(value, number::limit_places(value, places))
    }

    pub fn p(p: f64) -> Self {
        Self::known(p, Content::P { value: p })
    }

    /// A number bounded by one.
    pub fn share(value: f64, places: usize) -> Self {
        Self::known(value, Content::Share { value, places })
    }

    /// A positive number of any size, known by its natural logarithm.
    pub fn factor(ln: f64) -> Self {
        Self::known(ln, Content::Factor { ln })
    }

    pub fn count(count: usize) -> Self {
        Content::Count { count }.into()
    }

    pub fn words(text: impl Into<String>) -> Self {
        Content::Words { text: text.into() }.into()
    }

    /// The cell that is bold where the row is marked.
    pub fn key(mut self) -> Self {
        self.key = true;
        self
    }

    /// The value, or an empty cell.
    pub fn maybe<T>(value: Option<T>, show: impl Fn(T) -> Self) -> Self {
        value.map_or_else(Self::blank, show)
    }

    /// The number, where it is one.
    pub fn value(&self) -> Option<f64> {
        match self.content {
            Content::Blank | Content::Words { .. } => None,
            Content::Decimal { value, .. } | Content::Share { value, .. } | Content::P { value } => Some(value),
            Content::Factor { ln } => Some(ln.exp()).filter(|value| value.is_finite()),
            // A count of participants is far below 2^53.
            Content::Count { count } => Some(count as f64),
        }
    }

    /// What is printed.
    pub fn text(&self) -> Cow<'_, str> {
        match &self.content {
            Content::Blank => "".into(),
            Content::Decimal { value, places } => number::decimal(*value, *places).into(),
            Content::P { value } => number::p_value(*value).into(),
            Content::Share { value, places } => number::share(*value, *places).into(),
            Content::Factor { ln } => number::factor(*ln).into(),
            Content::Count { count } => count.to_string().into(),
            Content::Words { text } => text.into(),
        }
    }

    fn known(value: f64, content: Content) -> Self {
        if value.is_nan() { Self::blank() } else { content.into() }
    }
}

impl From<Content> for Cell {
    fn from(content: Content) -> Self {
        Self { content, key: false }
    }
}

/// A cell as data: its kind, its number and its text.
impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let kind = match self.content {
            Content::Blank => "blank",
            Content::Decimal { .. } => "decimal",
            Content::P { .. } => "p",
            Content::Share { .. } => "share",
            Content::Factor { .. } => "factor",
            Content::Count { .. } => "count",
            Content::Words { .. } => "words",
        };
        let mut cell = serializer.serialize_struct("Cell", 4)?;
        cell.serialize_field("kind", kind)?;
        cell.serialize_field("value", &self.value())?;
        cell.serialize_field("text", &self.text())?;
        cell.serialize_field("key", &self.key)?;
        cell.end()
    }
}

impl OpenQuestion {
    /// The choices as a sentence, with a blank after it; empty where it is answered by yes.
    pub fn in_line(&self, labels: &Labels) -> String {
        let name = |choice: &QuestionChoice| {
            let name = plain(&choice.label);
            if choice.taken { format!("{name} {}", labels.taken) } else { name }
        };
        let names = self.choices.iter().map(name).collect::<Vec<_>>().join("; ");
        if names.is_empty() { names } else { format!("{names}. ") }
    }
}

impl TableRow {
    pub fn group(label: Text) -> Self {
        Self { kind: RowKind::Group, label, marker: None, cells: Vec::new() }
    }

    pub fn new(label: Text, marker: Option<Marker>, cells: Vec<Cell>) -> Self {
        Self { kind: RowKind::Plain, label, marker, cells }
    }

    /// Marked where the interval excludes zero.
    pub fn marked(mut self, marked: bool) -> Self {
        if marked {
            self.kind = RowKind::Marked;
        }
        self
    }
}

impl ColumnHead {
    pub fn label(head: Text) -> Self {
        Self { spanner: Text::new(), head, kind: ColumnKind::Label }
    }

    pub fn number(head: Text) -> Self {
        Self { spanner: Text::new(), head, kind: ColumnKind::Number }
    }

    pub fn words(head: Text) -> Self {
        Self { spanner: Text::new(), head, kind: ColumnKind::Words }
    }

    pub fn under(mut self, spanner: Text) -> Self {
        self.spanner = spanner;
        self
    }
}

impl Figure {
    /// "Figure 2".
    pub fn number_mut(&mut self) -> &mut usize {
        match self {
            Figure::Profile { profile } => &mut profile.number,
            Figure::Forest { forest } => &mut forest.number,
            Figure::Scatter { scatter } => &mut scatter.number,
        }
    }
}

/// User text as a label by itself.
pub fn verbatim(text: &str) -> Text {
    vec![super::view::Span { text: label(text), style: Style::Plain }]
}

//! Small builders for the view-model, so that a method's section reads as its table.

use super::label::label;
use super::number;
use super::view::{Cell, ColumnHead, ColumnKind, Figure, Marker, RowKind, Style, TableRow, Text};

impl Cell {
    pub fn blank() -> Self {
        Self { value: None, text: String::new(), key: false }
    }

    /// An estimate; blank where it is not finite.
    pub fn decimal(value: f64, places: usize) -> Self {
        Self::shown(value, number::decimal(value, places))
    }

    pub fn p(p: f64) -> Self {
        Self::shown(p, number::p_value(p))
    }

    /// A number bounded by one.
    pub fn share(value: f64, places: usize) -> Self {
        Self::shown(value, number::share(value, places))
    }

    /// A positive number of any size, known by its natural logarithm.
    pub fn factor(ln: f64) -> Self {
        let value = Some(ln.exp()).filter(|value| value.is_finite());
        if ln.is_nan() { Self::blank() } else { Self { value, text: number::factor(ln), key: false } }
    }

    pub fn count(count: usize) -> Self {
        Self { value: Some(count as f64), text: count.to_string(), key: false }
    }

    pub fn words(text: impl Into<String>) -> Self {
        Self { value: None, text: text.into(), key: false }
    }

    /// The cell that is bold where the row is marked.
    pub fn key(mut self) -> Self {
        self.key = true;
        self
    }

    /// What there is, else blank.
    pub fn maybe<T>(value: Option<T>, show: impl Fn(T) -> Self) -> Self {
        value.map_or_else(Self::blank, show)
    }

    fn shown(value: f64, text: String) -> Self {
        if value.is_nan() { Self::blank() } else { Self { value: Some(value), text, key: false } }
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

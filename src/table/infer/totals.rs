//! Summary rows at the end of a file, such as a total or a mean, which are not participants.

use crate::notice::{Message, Problem, excerpt};
use crate::table::sheet::{SheetCell, SheetRow};

/// A row that sums up others.
#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    pub line: u32,
    pub label: String,
}

/// Rows that begin like a summary, as they are met.
#[derive(Debug, Default)]
pub struct Totals {
    n_seen: usize,
    /// Those met without another row between them, up to the row read last.
    last: Vec<Total>,
}

/// So many rows at the end may be a summary.
const MOST: usize = 8;

impl Totals {
    /// Looks at the next row; true where it begins like a summary.
    pub fn see(&mut self, row: &SheetRow<'_>) -> bool {
        let Some(label) = label(&row.cells) else {
            self.last.clear();
            return false;
        };
        self.n_seen += 1;
        if self.last.len() <= MOST {
            self.last.push(Total { line: row.line, label: label.into() });
        }
        true
    }

    /// The summary rows at the end of `n_rows`. Where rows above bear such a label too, it is a value of the column.
    pub fn at_the_end(self, n_rows: usize) -> Vec<Total> {
        let is_summary = self.last.len() == self.n_seen && self.last.len() <= MOST && self.last.len() < n_rows;
        if is_summary { self.last } else { Vec::new() }
    }
}

impl Total {
    pub fn problem(&self) -> Problem {
        // A line number of the file: u32 fits.
        let line = self.line as usize;
        let message = Message::new("total-row").with("line", line).with("label", excerpt(&self.label));
        Problem::warning(message).at_line(line)
    }
}

/// The first cell that is not empty, where it names a summary.
fn label<'s>(cells: &[SheetCell<'s>]) -> Option<&'s str> {
    const LABELS: [&str; 33] = [
        "total",
        "totals",
        "grand total",
        "sum",
        "mean",
        "means",
        "average",
        "averages",
        "avg",
        "median",
        "sd",
        "std",
        "std dev",
        "std. dev.",
        "std. deviation",
        "standard deviation",
        "gesamt",
        "summe",
        "mittelwert",
        "durchschnitt",
        "total général",
        "moyenne",
        "somme",
        "media",
        "promedio",
        "suma",
        "جمع",
        "جمع کل",
        "مجموع",
        "میانگین",
        "معدل",
        "انحراف معیار",
        "کل",
    ];
    const LONGEST: usize = 40;
    let first = cells.iter().find(|cell| !cell.is_blank())?.words()?;
    // Most rows begin with a number: these are decided by one byte.
    if first.len() > LONGEST || first.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let folded = first.trim_end_matches([':', '=', ' ']).to_lowercase().replace('ي', "ی").replace('ك', "ک");
    LABELS.contains(&folded.as_str()).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(rows: &[&[&str]]) -> Vec<u32> {
        let mut totals = Totals::default();
        for (line, cells) in (2..).zip(rows) {
            totals.see(&SheetRow { line, cells: cells.iter().copied().map(SheetCell::Text).collect() });
        }
        totals.at_the_end(rows.len()).iter().map(|total| total.line).collect()
    }

    #[test]
    fn summary_rows_at_the_end_are_found() {
        assert_eq!(summary(&[&["1", "5"], &["2", "7"], &["Total", "12"], &["Mean:", "6"]]), [4, 5]);
        assert_eq!(summary(&[&["1", "5"], &["", "ميانگين"]]), [3]);
        assert_eq!(summary(&[&["1", "5"], &["Gesamt", "5"]]), [3]);
    }

    #[test]
    fn a_label_that_stands_elsewhere_too_is_a_value() {
        assert!(summary(&[&["total", "5"], &["item", "7"], &["total", "12"]]).is_empty());
        assert!(summary(&[&["Mean", "5"], &["2", "7"]]).is_empty());
        assert!(summary(&[&["Total", "5"]]).is_empty());
        assert!(summary(&[&["1", "total"]]).is_empty());
    }
}

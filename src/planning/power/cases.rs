//! A file of designs, one a row: `effect, f, alpha, N_total, groups, measurements, rho, epsilon`, and `option` where f is not
//! in G*Power's default convention.

use super::repeated_measures::{EffectSizeConvention, FTestPower, RepeatedEffect, RepeatedMeasures};
use crate::notice::{Message, Problem, Problems, excerpt};
use crate::table::{Column, Table};

/// The columns that a file of designs has in any order, besides `option`.
pub const CASE_COLUMNS: [&str; 8] = ["effect", "f", "alpha", "N_total", "groups", "measurements", "rho", "epsilon"];
const OPTION: &str = "option";

/// At most so many Problems of one kind are listed.
const LISTED: usize = 30;

/// The power of one row of the file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PowerCase {
    /// Counted from 1, without the header.
    pub row: usize,
    pub power: FTestPower,
}

impl PowerCase {
    /// The row's numbers under their names.
    pub fn numbers(&self) -> [(&'static str, f64); 5] {
        let FTestPower { lambda, df1, df2, critical_f, power } = self.power;
        [("lambda", lambda), ("df1", df1), ("df2", df2), ("critical_F", critical_f), ("power", power)]
    }
}

/// The power of every row that has one; each other row has a Problem that names its row and column.
pub fn power_of_cases(table: &Table) -> (Vec<PowerCase>, Vec<Problem>) {
    let missing: Vec<String> =
        CASE_COLUMNS.iter().filter(|name| table.column(name).is_none()).map(|name| (*name).into()).collect();
    if !missing.is_empty() {
        let message = Message::new("power-columns-missing").with("n", missing.len()).with("columns", missing);
        return (Vec::new(), vec![Problem::error(message)]);
    }
    if table.n_rows() == 0 {
        return (Vec::new(), vec![Problem::error(Message::new("power-no-cases"))]);
    }
    let mut problems = Problems::listing(LISTED);
    let mut cases = Vec::new();
    for (row, line) in table.lines.iter().enumerate() {
        let row = Row { table, row, line: *line as usize };
        match row.design() {
            Ok(design) => match design.power() {
                Ok(power) => {
                    problems.extend(row.unused_option(&design));
                    cases.push(PowerCase { row: row.number(), power });
                }
                Err(unusable) => problems.push(unusable.in_row(row.number(), row.line)),
            },
            Err(problem) => problems.push(*problem),
        }
    }
    (cases, problems.finish())
}

/// One row, whose cells are read by the names of their columns.
struct Row<'t> {
    table: &'t Table,
    row: usize,
    line: usize,
}

impl Row<'_> {
    fn number(&self) -> usize {
        self.row + 1
    }

    fn design(&self) -> Result<RepeatedMeasures, Box<Problem>> {
        let effect = self.choice("effect", &RepeatedEffect::ALL, RepeatedEffect::id, None)?;
        let convention = self.choice(
            OPTION,
            &EffectSizeConvention::ALL,
            EffectSizeConvention::id,
            Some(EffectSizeConvention::default()),
        )?;
        Ok(RepeatedMeasures {
            effect,
            convention,
            f: self.value("f")?,
            alpha: self.value("alpha")?,
            n_total: self.value("N_total")?,
            groups: self.value("groups")?,
            measurements: self.value("measurements")?,
            rho: self.value("rho")?,
            epsilon: self.value("epsilon")?,
        })
    }

    /// A convention that the effect between groups does not have is said, not passed over.
    fn unused_option(&self, design: &RepeatedMeasures) -> Option<Problem> {
        let unused = design.effect == RepeatedEffect::Between && design.convention != EffectSizeConvention::default();
        let message = Message::new("power-option-unused").with("row", self.number()).with("line", self.line);
        unused
            .then(|| Problem::note(message.with("option", design.convention.id())).at_line(self.line).in_column(OPTION))
    }

    fn column(&self, name: &str) -> Option<&Column> {
        self.table.column(name)
    }

    fn text(&self, name: &str) -> Option<String> {
        self.column(name)?.label(self.row).map(|text| text.trim().to_owned())
    }

    fn value(&self, name: &'static str) -> Result<f64, Box<Problem>> {
        self.column(name).and_then(|column| column.number(self.row)).ok_or_else(|| {
            let text = self.text(name).unwrap_or_default();
            self.refusal(Message::new("power-not-a-number"), name, &text)
        })
    }

    /// One of several words, in capitals or not; `default` where the cell is blank or the column absent.
    fn choice<T: Copy>(
        &self,
        name: &'static str,
        all: &[T],
        id: impl Fn(T) -> &'static str,
        default: Option<T>,
    ) -> Result<T, Box<Problem>> {
        let text = self.text(name).unwrap_or_default();
        let chosen = all.iter().copied().find(|one| id(*one).eq_ignore_ascii_case(&text));
        chosen.or(default.filter(|_| text.is_empty())).ok_or_else(|| {
            let names: Vec<String> = all.iter().map(|one| id(*one).into()).collect();
            self.refusal(Message::new("power-unknown-word").with("names", names), name, &text)
        })
    }

    fn refusal(&self, message: Message, column: &str, text: &str) -> Box<Problem> {
        let message = message
            .with("row", self.number())
            .with("line", self.line)
            .with("name", column)
            .with("blank", usize::from(text.is_empty()))
            .with("text", excerpt(text));
        Box::new(Problem::error(message).at_line(self.line).in_column(column))
    }
}

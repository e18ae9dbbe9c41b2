//! The analysis as SPSS syntax: the file is read, its columns get names that SPSS takes, and each outcome its commands.

use std::fmt::Write as _;

use super::design::{Design, Levels, Measured};
use super::quote::{spss_comment as comment, spss_names, spss_string};
use super::spss_analysis::Analysis;
use crate::table::Column;

/// The syntax. No name of the file stands in it but as a quoted label, or as its harmless remains.
pub fn render(design: &Design<'_>) -> String {
    let names = spss_names(design.table.columns.iter().map(|column| column.name.as_str()));
    let mut syntax = Syntax { design, names, text: String::new() };
    syntax.heading();
    syntax.read();
    syntax.recode();
    for (outcome, place) in design.outcomes.iter().zip(1..) {
        let analysis = syntax.outcome(outcome, place);
        syntax.text.push_str(&analysis);
    }
    syntax.text
}

struct Syntax<'a> {
    design: &'a Design<'a>,
    /// A name for each column of the file.
    names: Vec<String>,
    text: String,
}

impl Syntax<'_> {
    fn heading(&mut self) {
        let outcomes: Vec<String> = self.design.outcomes.iter().map(|outcome| comment(outcome.name)).collect();
        let arms = self.design.trial.arms.iter().zip(self.design.n_in_arms());
        let expected: Vec<String> = arms.map(|(arm, n)| format!("{} {n}", comment(arm))).collect();
        let _ = write!(
            self.text,
            "* Encoding: UTF-8.\n\
             * Prepost {}: the analyses of the report once more, by SPSS. Made from the design, without any of its numbers.\n\
             * Outcomes: {}.\n\
             * Participants in the report: {}. The table of frequencies below should say the same.\n\
             * Write the place of the file after FILE=.\n\
             * SPSS prints the epsilon that Huynh and Feldt gave in 1976 up to version 26: p_hf_original in numbers.csv.\n\
             * SPSS reads Latin digits only, and labels only as they are spelt here.\n\n",
            env!("CARGO_PKG_VERSION"),
            outcomes.join(", "),
            expected.join(", "),
        );
    }

    fn name(&self, column: &Column) -> &str {
        let place = self.design.table.columns.iter().position(|own| own.name == column.name);
        place.and_then(|place| self.names.get(place)).map_or("", String::as_str)
    }

    fn read(&mut self) {
        let dialect = &self.design.table.dialect;
        let encoding = match dialect.encoding.as_str() {
            "utf-8" => "UTF8",
            "utf-16le" | "utf-16be" => "UTF16",
            other => other,
        };
        let delimiter = if dialect.delimiter == '\t' { "\\t".to_owned() } else { dialect.delimiter.to_string() };
        let decimal = if dialect.decimal == ',' { "COMMA" } else { "DOT" };
        let first = self.design.table.lines.first().copied().unwrap_or(1);
        let _ = write!(
            self.text,
            "SET DECIMAL={decimal}.\nGET DATA /TYPE=TXT /FILE='data.csv' /ENCODING='{encoding}' /DELCASE=LINE \
             /DELIMITERS=\"{delimiter}\"\n  /QUALIFIER='\"' /ARRANGEMENT=DELIMITED /FIRSTCASE={first} /VARIABLES="
        );
        let is_id = |column: &Column| self.design.id.iter().any(|id| id.name == column.name);
        for (column, name) in self.design.table.columns.iter().zip(&self.names) {
            let format = if column.is_numeric() && !is_id(column) { "F16.6" } else { "A120" };
            let _ = write!(self.text, "\n  {name} {format}");
        }
        self.text.push_str(".\nVARIABLE LABELS");
        for (column, name) in self.design.table.columns.iter().zip(&self.names) {
            let _ = write!(self.text, "\n  {name} {}", spss_string(&column.name));
        }
        self.text.push_str(".\n");
        for (column, codes) in &self.design.missing {
            let codes: Vec<String> = codes.iter().map(|code| format!("({code}=SYSMIS)")).collect();
            let name = self.name(column).to_owned();
            let _ = writeln!(self.text, "RECODE {name} {}.", codes.join(" "));
        }
        self.text.push('\n');
    }

    /// Arms and further factors as numbers with labels; a long file with a row for each participant.
    fn recode(&mut self) {
        let design = self.design;
        if let Some(arms) = &design.arms {
            self.levels(arms, "arm_");
            self.text.push_str("SELECT IF NOT MISSING(arm_).\n");
        }
        for (factor, place) in design.factors.iter().zip(1..) {
            self.levels(factor, &format!("factor{place}_"));
        }
        if design.is_long {
            self.side_by_side();
        }
        if design.arms.is_some() {
            self.text.push_str("FREQUENCIES VARIABLES=arm_.\n");
        }
        self.text.push('\n');
    }

    fn levels(&mut self, levels: &Levels<'_>, into: &str) {
        let name = self.name(levels.column).to_owned();
        let numeric = levels.column.is_numeric();
        if !numeric {
            let _ = writeln!(self.text, "COMPUTE {name} = LTRIM(RTRIM({name})).");
        }
        let label = |label: &String| if numeric { label.clone() } else { spss_string(label) };
        let recoded: Vec<String> =
            levels.labels.iter().map(|(text, at)| format!("({}={})", label(text), at + 1)).collect();
        let named = levels.names.iter().zip(1..).map(|(name, at)| format!("{at} {}", spss_string(name)));
        let named: Vec<String> = named.collect();
        let _ = writeln!(self.text, "RECODE {name}\n  {}\n  INTO {into}.", recoded.join("\n  "));
        let _ = writeln!(self.text, "VARIABLE LABELS {into} {}.", spss_string(&levels.column.name));
        let _ = writeln!(self.text, "VALUE LABELS {into}\n  {}.", named.join("\n  "));
    }

    /// The rows of a participant side by side: a measure's number ends the name of its variable.
    fn side_by_side(&mut self) {
        let design = self.design;
        let mut measure = String::from("0");
        for (place, at) in design.places.iter().zip(1..) {
            self.levels(place, &format!("place{at}_"));
            measure = format!("({measure}) * {} + place{at}_ - 1", place.names.len());
        }
        let _ = writeln!(self.text, "COMPUTE measure_ = {measure} + 1.\nSELECT IF NOT MISSING(measure_).");
        let ids: Vec<String> = design.id.iter().map(|id| self.name(id).to_owned()).collect();
        let id = if ids.is_empty() { "measure_".into() } else { ids.join(" ") };
        let once = design.arms.iter().map(|_| "arm_".to_owned());
        let factors = (1..=design.factors.len()).map(|place| format!("factor{place}_"));
        let covariates = design.covariates.iter().map(|column| self.name(column).to_owned());
        let values = design.outcomes.iter().flat_map(|o| &o.columns).map(|column| self.name(column).to_owned());
        let kept: Vec<String> = once.chain(factors).chain(covariates).chain(values).collect();
        let _ = writeln!(
            self.text,
            "MATCH FILES /FILE=* /KEEP={id} measure_ {}.\nSORT CASES BY {id} measure_.\n\
             CASESTOVARS /ID={id} /INDEX=measure_ /SEPARATOR='_' /GROUPBY=VARIABLE.",
            kept.join(" ")
        );
    }

    /// The variables of an outcome: a list for each occasion, of one measure but for further within factors.
    fn measures(&self, outcome: &Measured<'_>) -> Vec<Vec<String>> {
        let n_measures = outcome.n_values.len();
        let name = |measure: usize| {
            let column = outcome.columns.get(if self.design.is_long { 0 } else { measure });
            let name = column.map_or(String::new(), |column| self.name(column).to_owned());
            if self.design.is_long { format!("{name}_{}", measure + 1) } else { name }
        };
        let names: Vec<String> = (0..n_measures).map(name).collect();
        let each = self.design.trial.n_within().max(1);
        let occasions = names.chunks(each).zip(outcome.n_values.chunks(each));
        // An occasion at which nobody was measured is none of the analysis.
        occasions.filter(|(_, n)| n.iter().all(|n| *n > 0)).map(|(names, _)| names.to_vec()).collect()
    }

    fn outcome(&self, outcome: &Measured<'_>, place: usize) -> String {
        let occasions = self.measures(outcome);
        let mut text = format!("* ==== {} ====.\n\n", comment(outcome.name));
        if occasions.is_empty() {
            return text;
        }
        // Scores of an occasion: the mean over further conditions.
        let mut scores = Vec::new();
        for (measures, at) in occasions.iter().zip(1..) {
            match measures.as_slice() {
                [only] => scores.push(only.clone()),
                several => {
                    let score = format!("score{place}_t{at}_");
                    let _ = writeln!(text, "COMPUTE {score} = MEAN.{}({}).", several.len(), several.join(", "));
                    scores.push(score);
                }
            }
        }
        let own = Analysis {
            scores: &scores,
            measures: &occasions.concat(),
            within: self.design.trial.within.iter().map(|w| w.levels.len()).collect(),
            n_arms: self.design.trial.arms.len(),
            n_factors: self.design.factors.len(),
            covariates: self.design.covariates.iter().map(|column| self.name(column)).collect(),
            adjust: self.design.trial.plan.adjust,
            level: self.design.trial.plan.level,
            place,
        };
        text.push_str(&own.render());
        text
    }
}

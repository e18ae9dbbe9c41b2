//! The analysis as an R script: the design as data, then blocks of plain R for what the design has.

use std::fmt::Write as _;

use super::design::{Design, Levels};
use super::quote::{comment, r_string};
use crate::table::Column;

/// The script, made of the blocks that this design needs.
pub fn render(design: &Design<'_>) -> String {
    let n_occasions = design.trial.occasions.len();
    let has_arms = design.trial.arms.len() > 1;
    let mut script = heading(design);
    script.push_str(include_str!("r/start.R"));
    script.push_str(&the_design(design));
    for part in [
        include_str!("r/read.R"),
        include_str!("r/tools.R"),
        include_str!("r/ranks_tools.R"),
        include_str!("r/sizes_tools.R"),
    ] {
        script.push('\n');
        script.push_str(part);
    }
    script.push_str("\n# ---- Every outcome in turn ");
    script.push_str(&"-".repeat(94));
    script.push_str("\n\nfor (o in seq_along(outcomes)) {\n");
    let blocks = [
        (true, include_str!("r/outcome.R")),
        (true, include_str!("r/descriptives.R")),
        (true, include_str!("r/model.R")),
        (true, include_str!("r/anova.R")),
        (has_arms || n_occasions > 1, include_str!("r/comparisons.R")),
        (has_arms || n_occasions > 1, include_str!("r/unequal.R")),
        (has_arms || n_occasions > 1, include_str!("r/sizes.R")),
        (has_arms && n_occasions > 1, include_str!("r/ancova.R")),
        (true, include_str!("r/residuals.R")),
        (has_arms, include_str!("r/oneway.R")),
        (n_occasions > 1, include_str!("r/within.R")),
        (has_arms || n_occasions > 1, include_str!("r/ranks.R")),
    ];
    let needed: Vec<&str> = blocks.iter().filter(|(needed, _)| *needed).map(|(_, block)| *block).collect();
    script.push_str(&needed.join("\n"));
    script.push_str("}\n");
    script.push_str(include_str!("r/end.R"));
    script
}

fn heading(design: &Design<'_>) -> String {
    let names: Vec<String> = design.outcomes.iter().map(|outcome| comment(outcome.name)).collect();
    format!(
        "# Prepost {}: the numbers of the report once more, made by R.\n\
         #\n\
         # Outcomes: {}\n\
         #\n\
         # Put this script beside the file of the data and run it:\n\
         #   Rscript check.R data.csv               prints every number\n\
         #   Rscript check.R data.csv numbers.csv   writes them as the report's numbers.csv has them, to be compared\n\
         # R reads it as UTF-8. It was made from the design alone and knows none of the report's numbers. Where R finds other\n\
         # participants or values than the report it stops. Not made here: permutation and\n\
         # bootstrap, Bayes factors, equivalence, rank-based ANOVA-type statistics, adjustments by Scheffe, Dunnett and closure.\n\n",
        env!("CARGO_PKG_VERSION"),
        names.join(", "),
    )
}

/// The design as R's data. Levels have codes (a1 is the first arm, t1 the first occasion), so that no name of the file
/// enters a formula.
fn the_design(design: &Design<'_>) -> String {
    let mut text = String::from("\n# ---- The design ");
    text.push_str(&"-".repeat(105));
    text.push_str("\n\n");
    let mut set = |name: &str, value: String, says: &str| {
        let says = if says.is_empty() { String::new() } else { format!("  # {says}") };
        let _ = writeln!(text, "{name} <- {value}{says}");
    };
    set_file(design, &mut set);
    set_levels(design, &mut set);
    set_columns(design, &mut set);
    text
}

/// An assignment: the variable, its value, a comment or none.
type Set<'a> = &'a mut dyn FnMut(&str, String, &str);

/// How the file is read.
fn set_file(design: &Design<'_>, set: Set<'_>) {
    let dialect = &design.table.dialect;
    // R's empty separator is a run of blanks.
    let separator = Some(dialect.delimiter).filter(|own| *own != ' ').map(String::from).unwrap_or_default();
    set("separator", r_string(&separator), "");
    set("decimal", r_string(&dialect.decimal.to_string()), "");
    set("file_encoding", r_string(encoding(&dialect.encoding)), "");
    set("first_line", design.table.lines.first().copied().unwrap_or(1).to_string(), "of the data in the file");
    set("n_rows", design.table.n_rows().to_string(), "");
    set("columns", strings(design.table.columns.iter().map(|column| column.name.as_str())), "");
    let numeric = design.label_columns().into_iter().filter(|column| column.is_numeric());
    set("numeric_columns", strings(numeric.map(|column| column.name.as_str())), "whose labels are numbers");
    let codes = design.missing.iter().map(|(column, codes)| format!("{} = {}", r_string(&column.name), numbers(codes)));
    set("missing_codes", list(codes.collect()), "numbers that stand for a missing value");
}

/// Arms, occasions and further conditions.
fn set_levels(design: &Design<'_>, set: Set<'_>) {
    let trial = design.trial;
    set("is_long", logical(design.is_long), "whether a participant has a row for each occasion");
    let id = match design.id.as_slice() {
        [] => optional(None),
        [only] => optional(Some(*only)),
        several => strings(several.iter().map(|column| column.name.as_str())),
    };
    set("id_column", id, "");
    set("arm_column", optional(design.arms.as_ref().map(|arms| arms.column)), "");
    set("arm_names", names(&trial.arms, 'a', ""), "the control first");
    set(
        "arm_labels",
        design.arms.as_ref().map_or("character(0)".into(), |arms| labels(arms, "a")),
        "as the file has them",
    );
    set("n_in_arms", numbers(&design.n_in_arms()), "participants");
    set("level", design.trial.plan.level.to_string(), "of confidence; tests go by one minus it");
    set("occasion_names", names(&trial.occasions, 't', ""), "in time order");
    let within = || trial.within.iter().zip(1..);
    set(
        "within_names",
        list(within().map(|(w, i)| format!("w{i} = {}", names(&w.levels, 'w', &format!("{i}_")))).collect()),
        "further conditions within participants",
    );
    let titles: Vec<String> = within().map(|(w, i)| format!("w{i} = {}", r_string(&w.name))).collect();
    set(
        "within_titles",
        if titles.is_empty() { "character(0)".into() } else { format!("c({})", titles.join(", ")) },
        "",
    );
}

/// The columns that hold what is analysed.
fn set_columns(design: &Design<'_>, set: Set<'_>) {
    let place = |(levels, i): (&Levels<'_>, usize)| {
        let code = if i == 0 { "t".into() } else { format!("w{i}_") };
        format!("list(column = {}, labels = {})", r_string(&levels.column.name), labels(levels, &code))
    };
    set(
        "within_columns",
        list(design.places.iter().zip(0..).map(place).collect()),
        "which tell the measure in a long file",
    );
    let factor = |(levels, i): (&Levels<'_>, usize)| {
        let (names, labels) = (names(levels.names, 'f', &format!("{i}_")), labels(levels, &format!("f{i}_")));
        format!("f{i} = list(column = {}, names = {names}, labels = {labels})", r_string(&levels.column.name))
    };
    set("factor_columns", list(design.factors.iter().zip(1..).map(factor).collect()), "further groups of participants");
    let covariates = design.covariates.iter().zip(1..).map(|(column, i)| format!("x{i} = {}", r_string(&column.name)));
    set("covariate_columns", list(covariates.collect()), "");
    let outcome = |outcome: &super::design::Measured<'_>| {
        let columns = strings(outcome.columns.iter().map(|column| column.name.as_str()));
        format!(
            "\n  list(name = {}, columns = {columns}, n_values = {})",
            r_string(outcome.name),
            numbers(&outcome.n_values)
        )
    };
    set("outcomes", list(design.outcomes.iter().map(outcome).collect()), "");
}

/// R's name of an encoding; nothing for UTF-8, which is not translated.
fn encoding(label: &str) -> &str {
    match label {
        "utf-8" => "",
        "utf-16le" => "UTF-16LE",
        "utf-16be" => "UTF-16BE",
        "windows-1252" => "CP1252",
        "windows-1256" => "CP1256",
        other => other,
    }
}

fn logical(value: bool) -> String {
    if value { "TRUE" } else { "FALSE" }.into()
}

fn optional(column: Option<&Column>) -> String {
    column.map_or("NA".into(), |column| r_string(&column.name))
}

fn numbers<T: ToString>(values: &[T]) -> String {
    format!("c({})", values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
}

fn list(items: Vec<String>) -> String {
    format!("list({})", items.join(", "))
}

fn strings<'a>(items: impl Iterator<Item = &'a str>) -> String {
    let items: Vec<String> = items.map(r_string).collect();
    if items.is_empty() { "character(0)".into() } else { format!("c({})", items.join(", ")) }
}

/// `c(a1 = "control", a2 = "A")`
fn names(names: &[String], letter: char, between: &str) -> String {
    let named = names.iter().zip(1..).map(|(name, i)| format!("{letter}{between}{i} = {}", r_string(name)));
    format!("c({})", named.collect::<Vec<_>>().join(", "))
}

/// `c("control" = "a1", "Control" = "a1")`
fn labels(levels: &Levels<'_>, code: &str) -> String {
    let labels = levels.labels.iter().map(|(label, level)| format!("{} = \"{code}{}\"", r_string(label), level + 1));
    let labels: Vec<String> = labels.collect();
    if labels.is_empty() { "character(0)".into() } else { format!("c({})", labels.join(", ")) }
}

//! Tables of effects: the analysis of variance and its corrections.

use crate::analysis::comparisons::table::degrees_arg;
use crate::analysis::display::Display;
use crate::analysis::names::capitalised;
use crate::analysis::study::Study;
use crate::model::Term;
use crate::notice::{Arg, Message};

/// "Arm × occasion": the user's factors by their own names.
pub fn effect_label(study: &Study<'_>, display: &Display<'_>, between: Term, within: u32) -> String {
    name_label(&study.effect_name(between, within), display)
}

/// The same from an effect's name in the tidy output.
pub fn name_label(name: &str, display: &Display<'_>) -> String {
    let parts: Vec<String> = name
        .split(':')
        .map(|part| match part {
            "group" => display.words.label("anova-effect-group"),
            "occasion" => display.words.label("anova-effect-occasion"),
            "baseline" => display.words.label("ancova-effect-baseline"),
            own => own.to_owned(),
        })
        .collect();
    capitalised(&parts.join(" × "))
}

/// The arguments `df1`, `df2`, `f` and `p` of an F test in a sentence.
pub fn f_arguments(message: Message, df1: f64, df2: f64, f: f64, p: f64) -> Message {
    message
        .with("df1", degrees_arg(df1))
        .with("df2", degrees_arg(df2))
        .with("f", Arg::Decimal(f, 2))
        .with("p", Arg::P(p))
}

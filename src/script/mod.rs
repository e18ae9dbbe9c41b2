//! The same analysis written for another program, so that a reader can check the report's numbers there.
//!
//! A script is made from the design alone, never from our numbers: it reads the same file, builds the same participants
//! and stops where it finds others than the report did.

mod design;
mod quote;
mod r;
mod spss;
mod spss_analysis;

use crate::table::Table;
use crate::trial::Trial;
use design::Design;

/// The analysis as an R script.
pub fn r(table: &Table, trial: &Trial) -> String {
    r::render(&Design::of(table, trial))
}

/// The analysis as SPSS syntax.
pub fn spss(table: &Table, trial: &Trial) -> String {
    spss::render(&Design::of(table, trial))
}

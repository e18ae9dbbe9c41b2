//! The table of the effects that answer the trial's questions.

use super::effect::{ArmDesign, Effects, TABLE};
use crate::analysis::comparisons::comparison::{Compared, Comparison};
use crate::analysis::comparisons::table::{Frame, comparisons};
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::report::Section;

pub fn sections(_: &Study<'_>, result: &Effects, display: &Display<'_>) -> Vec<Section> {
    let first = result.rows.first().map(|row| row.comparison.compared);
    let (caption, family) = match (result.design, first) {
        (ArmDesign::OneGroup, _) => ("effects-caption-one-group", "within"),
        (_, Some(Compared::Arms { .. })) => ("effects-caption-arms", "arms"),
        _ => ("comparisons-change-caption", "change"),
    };
    let frame = Frame { id: TABLE, title: "comparisons-change-title", caption, family, with_g: true, open: true };
    let rows: Vec<Comparison> = result.rows.iter().map(|row| row.comparison.clone()).collect();
    comparisons(&frame, &rows, display).into_iter().collect()
}

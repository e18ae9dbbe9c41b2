//! The table of differences in change.

use super::compute::ChangeDifference;
use crate::analysis::comparisons::comparison::Comparison;
use crate::analysis::comparisons::effects::compute::EFFECTS;
use crate::analysis::comparisons::table::{Frame, comparisons};
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::report::Section;

const FRAME: Frame = Frame {
    id: "comparisons-change-all",
    title: "comparisons-change-all-title",
    caption: "comparisons-change-all-caption",
    family: "change",
    with_g: true,
    open: false,
};

pub fn sections(study: &Study<'_>, result: &ChangeDifference, display: &Display<'_>) -> Vec<Section> {
    if result.error != study.leading_error() {
        return Vec::new();
    }
    // The table of effects has them, where it compares every pair of occasions.
    let effects = study.result(&EFFECTS);
    let is_among =
        |row: &Comparison| effects.iter().flat_map(|effects| &effects.rows).any(|effect| effect.comparison == *row);
    if result.rows.iter().all(is_among) {
        return Vec::new();
    }
    comparisons(&FRAME, &result.rows, display).into_iter().collect()
}

//! The table of differences in change.

use super::compute::ChangeDifference;
use crate::analysis::comparisons::table::{Frame, comparisons};
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::report::Section;

const FRAME: Frame = Frame {
    id: "comparisons-change",
    title: "comparisons-change-title",
    caption: "comparisons-change-caption",
    family: "change",
    with_g: true,
    open: true,
};

pub fn sections(study: &Study<'_>, result: &ChangeDifference, display: &Display<'_>) -> Vec<Section> {
    if result.error != study.leading_error() {
        return Vec::new();
    }
    comparisons(&FRAME, &result.rows, display).into_iter().collect()
}

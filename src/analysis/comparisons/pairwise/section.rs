//! The tables of arms, of occasions within arms, and of both over all.

use super::compute::Pairwise;
use crate::analysis::comparisons::comparison::Comparison;
use crate::analysis::comparisons::table::{Frame, comparisons};
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::report::Section;

const ARMS: Frame = Frame {
    id: "comparisons-arms",
    title: "comparisons-arms-title",
    caption: "comparisons-arms-caption",
    family: "arms",
    with_g: true,
    open: false,
};
const WITHIN: Frame = Frame {
    id: "comparisons-within",
    title: "comparisons-within-title",
    caption: "comparisons-within-caption",
    family: "within",
    with_g: false,
    open: false,
};
const OVERALL: Frame = Frame {
    id: "comparisons-overall",
    title: "comparisons-marginal-title",
    caption: "comparisons-marginal-caption",
    family: "marginal",
    with_g: false,
    open: false,
};

pub fn sections(study: &Study<'_>, result: &Pairwise, display: &Display<'_>) -> Vec<Section> {
    if result.error != study.leading_error() {
        return Vec::new();
    }
    let one_occasion = result.arms_at.is_empty();
    let one_group = result.occasions_within.is_empty();
    let arms = if one_occasion { &result.arms } else { &result.arms_at };
    let within = if one_group { &result.occasions } else { &result.occasions_within };
    let overall = |rows: &[Comparison], left_out: bool| if left_out { Vec::new() } else { rows.to_vec() };
    let mut overall_rows = overall(&result.arms, one_occasion);
    overall_rows.extend(overall(&result.occasions, one_group));
    [
        comparisons(&ARMS, arms, display),
        comparisons(&WITHIN, within, display),
        comparisons(&OVERALL, &overall_rows, display),
    ]
    .into_iter()
    .flatten()
    .collect()
}

//! What of each method the report brings, by the Plan.

use super::registry::{Chapter, Entry};
use crate::report::{Block, Figure, Section};
use crate::trial::Plan;

/// By this name the Plan brings standardised differences into the table of the arms before treatment.
pub const BASELINE_DIFFERENCES: &str = "baseline_differences";

/// The part of a method's sections that the report brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MethodPart {
    Whole,
    /// These tables, and what is said beside them.
    Tables(&'static [&'static str]),
    LeftOut,
}

impl Entry {
    /// The part of this method in the report. What was declared before the data were seen, or has a field of its own in the
    /// Plan that says so, is always whole.
    pub fn part(&self, plan: &Plan) -> MethodPart {
        let id = self.method.id();
        if plan.report.includes(id) || plan.declared.iter().any(|own| own == id) || has_field(plan, id) {
            MethodPart::Whole
        } else if self.essential.is_empty() {
            MethodPart::LeftOut
        } else {
            MethodPart::Tables(self.essential)
        }
    }
}

/// Whether a field of the Plan turns this method on.
fn has_field(plan: &Plan, method: &str) -> bool {
    method == "reliable_change" && plan.outcomes.iter().any(|outcome| outcome.reliable_change.is_some())
}

/// The sections with these tables only. A section that had none but others goes; a figure goes with its table.
pub fn with_tables(sections: Vec<Section>, tables: &[&str]) -> Vec<Section> {
    let kept = |table: &str| tables.contains(&table);
    let cut = |mut section: Section| {
        section.blocks.retain(|block| match block {
            Block::Table { table } => kept(&table.id),
            Block::Figure { figure } => kept(match figure {
                Figure::Profile { profile } => &profile.table,
                Figure::Forest { forest } => &forest.table,
                Figure::Scatter { scatter } => &scatter.table,
            }),
            Block::Paragraph { .. } | Block::Notice { .. } => true,
        });
        section.blocks.iter().any(|block| matches!(block, Block::Table { .. })).then_some(section)
    };
    sections.into_iter().filter_map(cut).collect()
}

/// A chapter of which the report leaves something out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOutChapter {
    /// The id of its title's message.
    pub title: &'static str,
    /// The methods that are not whole in the report.
    pub methods: Vec<&'static str>,
}

/// What the report leaves out, chapter by chapter.
pub fn left_out(plan: &Plan) -> Vec<LeftOutChapter> {
    let of_chapter = |chapter: Chapter| {
        let partial = chapter.methods().filter(|entry| entry.part(plan) != MethodPart::Whole);
        let methods: Vec<&str> = partial.map(|entry| entry.method.id()).collect();
        let title = chapter.title().unwrap_or("further-main");
        (!methods.is_empty()).then_some(LeftOutChapter { title, methods })
    };
    Chapter::ALL.into_iter().filter_map(of_chapter).collect()
}

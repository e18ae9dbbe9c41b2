//! Notes under a table of comparisons: which comparisons form a family, how many they are, and how they are adjusted.

use crate::analysis::comparisons::comparison::{Comparison, FamilyKind};
use crate::analysis::display::Display;
use crate::model::Family;
use crate::notice::Message;
use crate::trial::Adjust;

/// A note for each kind of family in the table.
pub fn notes<'a>(rows: impl Iterator<Item = &'a Comparison>, display: &Display<'_>) -> Vec<Message> {
    let asked = display.plan.adjust;
    if asked == Adjust::None {
        return vec![Message::new("comparisons-note-unadjusted")];
    }
    let rows: Vec<&Comparison> = rows.collect();
    if rows.iter().all(|row| row.family.size < 2) {
        return vec![Message::new("comparisons-note-one")];
    }
    let mut kinds: Vec<&'static str> = Vec::new();
    let mut notes = Vec::new();
    for row in rows {
        let kind = kind(row.kind);
        if !kinds.contains(&kind) {
            kinds.push(kind);
            notes.extend(of_family(&row.family, kind, display));
        }
    }
    notes
}

/// How the message files name a kind of family.
fn kind(kind: FamilyKind) -> &'static str {
    match kind {
        FamilyKind::Changes => "change",
        FamilyKind::ArmsAt { .. } => "arms",
        FamilyKind::ArmsOverall => "arms-overall",
        FamilyKind::OccasionsWithin { .. } => "within",
        FamilyKind::OccasionsOverall => "occasions-overall",
    }
}

fn of_family(family: &Family, kind: &'static str, display: &Display<'_>) -> Vec<Message> {
    if family.size < 2 {
        return vec![Message::new("comparisons-note-alone").with("family", kind)];
    }
    let asked = display.plan.adjust;
    let by = family.adjustment(asked);
    let with = |id: &'static str| {
        Message::new(id)
            .with("adjust", display.adjustment(by))
            .with("family", kind)
            .with("size", family.size)
            .with("arms", family.arms)
            .with("places", family.places)
            .with("control", display.arm(0))
            .with("with", family.with_control_at_a_place())
            .with("without", family.size.saturating_sub(family.with_control))
    };
    let mut notes = Vec::new();
    match by {
        Adjust::Dunnett => {
            notes.push(with("family-dunnett"));
            if family.size > family.with_control {
                notes.push(with("family-dunnett-others"));
            }
        }
        Adjust::Scheffe => notes.push(with("family-scheffe")),
        Adjust::Closed => notes.push(with("family-closed")),
        Adjust::None
        | Adjust::Bonferroni
        | Adjust::Holm
        | Adjust::Sidak
        | Adjust::Tukey
        | Adjust::BenjaminiHochberg => {
            let simultaneous = !matches!(by, Adjust::Holm | Adjust::BenjaminiHochberg);
            notes.push(with("comparisons-note-family").with("simultaneous", if simultaneous { "yes" } else { "no" }));
        }
    }
    let several_places = family.places > 1 && matches!(by, Adjust::Dunnett | Adjust::Closed);
    if several_places {
        notes.push(with("family-times-places"));
    }
    if by != asked {
        notes.push(with(match asked {
            Adjust::Tukey => "comparisons-note-tukey",
            Adjust::Dunnett => "family-no-dunnett",
            Adjust::Scheffe => "family-no-scheffe",
            _ => "family-no-closed",
        }));
    }
    notes
}

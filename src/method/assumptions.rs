//! # Question
//! What does the analysis take for granted, and what follows where it does not hold?
//!
//! A section only: its numbers are those of [`super::sphericity`] and [`super::descriptives`].

use super::descriptives::{self, Descriptives};
use super::show::{cells, section, tests};
use super::study::Study;
use super::{Display, Findings, Number, Shown};
use crate::message::Message;
use crate::report::{Block, Section};

/// The descriptives, for the normality of each cell.
pub struct Assumptions {
    pub cells: Descriptives,
}

pub fn compute(study: &Study<'_>) -> Option<Assumptions> {
    descriptives::compute(study).map(|cells| Assumptions { cells })
}

impl Findings for Shown<'_, Assumptions> {
    fn numbers(&self, _out: &mut Vec<Number>) {}

    fn sections(&self, display: &Display<'_>) -> Vec<Section> {
        let words = display.words;
        let sphericity = tests::sphericity(self.study, display);
        let normality = cells::normality(self.study, &self.found.cells, display);
        let mut conclusions: Vec<Message> = Vec::new();
        let mut blocks = Vec::new();
        if sphericity.is_none() && self.study.occasions.len() == 2 {
            conclusions.push(Message::new("sphericity-two"));
        }
        for (conclusion, table) in [sphericity, normality].into_iter().flatten() {
            conclusions.push(conclusion);
            blocks.push(Block::Table { table });
        }
        if blocks.is_empty() {
            return Vec::new();
        }
        let title = words.label("assumptions-title");
        vec![section("assumptions", title, words.sentences(&conclusions), false, blocks)]
    }
}

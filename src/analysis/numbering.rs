//! The places of sections in a report, and the numbers of its tables and figures.

use crate::report::{Block, Figure, OutcomeReport, Report, Section, Words};

/// Puts what is said of its questionnaire at the end of an outcome's report.
pub fn append(report: &mut OutcomeReport, mut section: Section, words: &Words) {
    let chapter = words.label("chapter-reliability");
    if report.sections.iter().all(|own| own.chapter != chapter) {
        section.chapter = chapter;
    }
    distinguish(&mut section, &report.sections);
    report.sections.push(section);
}

/// Several scores of one questionnaire: each has its own place in the page.
pub fn distinguish(section: &mut Section, others: &[Section]) {
    let same = others.iter().filter(|own| own.id.starts_with(section.id.as_str())).count();
    if same == 0 {
        return;
    }
    let distinct = |id: &mut String| id.push_str(&format!("-of-{}", same + 1));
    distinct(&mut section.id);
    for block in &mut section.blocks {
        match block {
            Block::Table { table } => distinct(&mut table.id),
            Block::Figure { figure: Figure::Scatter { scatter } } => {
                distinct(&mut scatter.id);
                distinct(&mut scatter.table);
            }
            _ => {}
        }
    }
}

/// Tables and figures are numbered as they are read, each through the whole document.
pub fn number_report(report: &mut Report) {
    let mut numbering = Numbering::default();
    numbering.sections(&mut report.overview);
    for outcome in &mut report.outcomes {
        numbering.outcome(outcome);
    }
}

/// How many tables and figures there are so far.
#[derive(Default)]
pub struct Numbering {
    tables: usize,
    figures: usize,
}

impl Numbering {
    pub fn outcome(&mut self, outcome: &mut OutcomeReport) {
        outcome.figures.iter_mut().for_each(|figure| self.figure(figure));
        self.sections(&mut outcome.sections);
    }

    pub fn sections(&mut self, sections: &mut [Section]) {
        for block in sections.iter_mut().flat_map(|section| &mut section.blocks) {
            match block {
                Block::Table { table } => {
                    self.tables += 1;
                    table.number = self.tables;
                }
                Block::Figure { figure } => self.figure(figure),
                Block::Paragraph { .. } | Block::Notice { .. } => {}
            }
        }
    }

    fn figure(&mut self, figure: &mut Figure) {
        self.figures += 1;
        *figure.number_mut() = self.figures;
    }
}

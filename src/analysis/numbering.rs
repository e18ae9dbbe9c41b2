//! The places of sections in a report, and the numbers of its tables and figures.

use crate::report::{Block, Figure, OutcomeReport, Section, Words};

/// Puts what is said of its questionnaire at the end of an outcome's report.
pub fn append(report: &mut OutcomeReport, mut section: Section, words: &Words) {
    let chapter = words.label("chapter-reliability");
    if report.sections.iter().all(|own| own.chapter != chapter) {
        section.chapter = chapter;
    }
    distinguish(&mut section, &report.sections);
    report.sections.push(section);
    number_tables(&mut report.sections, &mut report.figures);
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

/// Tables and figures are numbered as they are read.
pub fn number_tables(sections: &mut [Section], figures: &mut [Figure]) {
    let (mut n_figures, mut n_tables) = (0, 0);
    let mut number_figure = |figure: &mut Figure| {
        n_figures += 1;
        *figure.number_mut() = n_figures;
    };
    figures.iter_mut().for_each(&mut number_figure);
    for block in sections.iter_mut().flat_map(|section| &mut section.blocks) {
        match block {
            Block::Table { table } => {
                n_tables += 1;
                table.number = n_tables;
            }
            Block::Figure { figure } => number_figure(figure),
            Block::Paragraph { .. } | Block::Notice { .. } => {}
        }
    }
}

//! The text of the document, from the report's first line to its colophon.

use maud::{Markup, html};

use super::inline::{field, paragraph, plain, runs, xml};
use super::picture::{Picture, drawing};
use super::tables::{bookmark, caption, notice, table, verdict};
use crate::report::figure::standalone;
use crate::report::view::{
    Answers, Block, Figure, Labels, Level, Notice, OutcomeReport, Report, Section, Source, Text,
};
use crate::report::words::Words;

/// The names of the outcomes.
pub fn title(report: &Report) -> String {
    report.outcomes.iter().map(|outcome| outcome.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// Writes the report, and gathers its pictures.
struct Body<'a> {
    labels: &'a Labels,
    pictures: &'a mut Vec<Picture>,
    /// The headings of the two upper levels, for the contents.
    headings: Vec<(usize, String)>,
}

pub fn document(report: &Report, words: &Words, pictures: &mut Vec<Picture>) -> String {
    let mut body = Body { labels: &report.labels, pictures, headings: Vec::new() };
    let overview: Vec<Markup> = report.overview.iter().map(|part| body.section(part, 1)).collect();
    let outcomes: Vec<Markup> = report.outcomes.iter().map(|outcome| body.outcome(outcome)).collect();
    let further = report.further.as_ref().map(|further| {
        let heading = body.heading(1, &further.heading);
        html! { (heading) (paragraph("Normal", runs(&further.note))) }
    });
    let colophon = body.heading(1, &words.label("label-conventions"));
    let right_to_left = report.language == "fa";
    xml(html! {
        w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
            xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
            xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" {
            w:body {
                (paragraph("Title", plain(&title(report))))
                (paragraph("Normal", runs(&report.summary)))
                (contents(&body.headings, words))
                (notices(&report.notices))
                (questions(report))
                @for part in &overview { (part) }
                @for outcome in &outcomes { (outcome) }
                @if let Some(further) = &further { (further) }
                (colophon)
                @for text in &report.colophon { (paragraph("Normal", runs(text))) }
                w:sectPr {
                    w:footerReference w:type="default" r:id="rIdFooter" {}
                    w:pgSz w:w="11906" w:h="16838" {}
                    w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0" {}
                    @if right_to_left { w:bidi {} }
                }
            }
        }
    })
}

/// The headings as links, in a field that the program can make anew, with the numbers of the pages.
fn contents(headings: &[(usize, String)], words: &Words) -> Markup {
    let mark = |kind: &str| html! { w:r { w:fldChar w:fldCharType=(kind) {} } };
    let entry = |index: usize, level: usize, text: &str| {
        html! {
            w:p {
                w:pPr { w:pStyle w:val=(format!("TOC{level}")) {} }
                @if index == 0 {
                    (mark("begin"))
                    w:r { w:instrText xml:space="preserve" { " TOC \\o \"1-2\" \\h \\n " } }
                    (mark("separate"))
                }
                w:hyperlink w:anchor=(heading_mark(index)) { (plain(text)) }
                @if index + 1 == headings.len() { (mark("end")) }
            }
        }
    };
    html! {
        (paragraph("ContentsTitle", plain(&words.label("docx-contents"))))
        @for (index, (level, text)) in headings.iter().enumerate() { (entry(index, *level, text)) }
    }
}

fn heading_mark(index: usize) -> String {
    format!("_heading_{index}")
}

fn notices(all: &[Notice]) -> Markup {
    let flag = |level: Level| match level {
        Level::Note => "i",
        Level::Warning => "!",
        Level::Error => "×",
    };
    html! {
        @for one in all { (notice(flag(one.severity), &one.message, one.hint.as_deref())) }
    }
}

fn questions(report: &Report) -> Markup {
    html! {
        @if !report.questions.is_empty() {
            (paragraph("Normal", plain(&report.labels.until_answered)))
            @for one in &report.questions {
                (notice("?", &one.question, None))
                (paragraph("Answer", html! {
                    (plain(&one.in_line(&report.labels))) (runs(&one.reason)) (plain(". ")) (runs(&one.in_plan)) (plain("."))
                }))
            }
        }
    }
}

impl Body<'_> {
    /// A heading; those of the two upper levels stand in the contents.
    fn heading(&mut self, level: usize, text: &str) -> Markup {
        let style = format!("Heading{level}");
        if level > 2 {
            return paragraph(&style, plain(text));
        }
        let index = self.headings.len();
        self.headings.push((level, text.to_owned()));
        html! {
            w:p {
                w:pPr { w:pStyle w:val=(style) {} }
                w:bookmarkStart w:id=(index) w:name=(heading_mark(index)) {}
                (plain(text))
                w:bookmarkEnd w:id=(index) {}
            }
        }
    }

    fn outcome(&mut self, outcome: &OutcomeReport) -> Markup {
        let head = self.heading(1, &outcome.name);
        let answers = outcome.answers.as_ref().map(|answers| self.answers(answers, outcome));
        let figures: Vec<Markup> = outcome.figures.iter().map(|figure| self.figure(figure)).collect();
        // Below a chapter's heading its sections stand a level lower.
        let mut level = 2;
        let mut sections = Vec::new();
        for part in &outcome.sections {
            if !part.chapter.is_empty() {
                sections.push(self.heading(2, &part.chapter));
                level = 3;
            }
            sections.push(self.section(part, level));
        }
        html! {
            (head)
            (paragraph("Normal", runs(&outcome.subtitle)))
            (notices(&outcome.notices))
            @if let Some(answers) = &answers { (answers) }
            @for figure in &figures { (figure) }
            @for section in &sections { (section) }
        }
    }

    fn answers(&mut self, answers: &Answers, outcome: &OutcomeReport) -> Markup {
        let mut shown = Vec::new();
        for inquiry in &answers.inquiries {
            shown.push(self.heading(2, &inquiry.heading));
            shown.push(verdict(&inquiry.verdict));
            for row in &inquiry.rows {
                let source = self.reference(&row.source, outcome);
                let text = html! { (runs(&row.sentence)) (plain(" ")) (runs(&row.statistics)) (source) };
                shown.push(paragraph("Answer", text));
            }
        }
        html! {
            @for part in &shown { (part) }
            @for caveat in &answers.caveats { (paragraph("Normal", runs(caveat))) }
        }
    }

    /// The table that a sentence was made from, as a reference to its caption.
    fn reference(&self, source: &Source, outcome: &OutcomeReport) -> Markup {
        let blocks = outcome.sections.iter().flat_map(|section| &section.blocks);
        let number = blocks.filter_map(|block| match block {
            Block::Table { table } if table.id == source.table => Some(table.number),
            _ => None,
        });
        html! {
            @for number in number.take(1) {
                (plain(" ("))
                (field(&format!("REF {} \\h", bookmark(number)), &format!("{} {number}", self.labels.table)))
                (plain(")"))
            }
        }
    }

    fn section(&mut self, part: &Section, level: usize) -> Markup {
        let head = self.heading(level, &part.title);
        let blocks: Vec<Markup> = part.blocks.iter().map(|block| self.block(block)).collect();
        html! {
            (head)
            @if !part.conclusion.is_empty() { (paragraph("Normal", runs(&part.conclusion))) }
            @for block in &blocks { (block) }
        }
    }

    fn block(&mut self, block: &Block) -> Markup {
        match block {
            Block::Table { table: shown } => table(shown, self.labels),
            Block::Figure { figure } => self.figure(figure),
            Block::Paragraph { text } => paragraph("Normal", runs(text)),
            Block::Notice { notice } => notices(std::slice::from_ref(notice)),
        }
    }

    fn figure(&mut self, figure: &Figure) -> Markup {
        let (number, text, description): (usize, &Text, &str) = match figure {
            Figure::Profile { profile } => (profile.number, &profile.caption, &profile.description),
            Figure::Forest { forest } => (forest.number, &forest.caption, &forest.description),
            Figure::Scatter { scatter } => (scatter.number, &scatter.caption, &scatter.description),
        };
        let drawn = standalone::draw(figure);
        let picture = Picture { number, svg: drawn.svg };
        let shown = drawing(&picture, (drawn.width, drawn.height), description);
        self.pictures.push(picture);
        html! {
            (caption(&self.labels.figure, "Figure", number, &format!("_figure_{number}")))
            (shown)
            (paragraph("TableNote", runs(text)))
        }
    }
}

//! The report as LaTeX, for an article's or a thesis's own preamble to take over: tables by `booktabs` and `longtable`, captions
//! that LaTeX counts, references from the answers to them. It compiles with pdfLaTeX, XeLaTeX and LuaLaTeX.

use std::fmt::Write as _;

use super::writer::{Document, Writer};
use crate::report::view::{
    Answers, Block, Cell, ColumnHead, ColumnKind, Figure, Labels, Notice, OutcomeReport, Report, ReportTable, RowKind,
    Section, Span, Style,
};

pub struct Latex;

const PREAMBLE: &str = r"\documentclass[11pt,a4paper]{article}
\usepackage{iftex}
\ifpdftex
  \usepackage[utf8]{inputenc}
  \usepackage[T1]{fontenc}
  \usepackage{textcomp}
\else
  \usepackage{fontspec}
\fi
\usepackage[margin=2.2cm]{geometry}
\usepackage{amsmath,amssymb,booktabs,longtable,array,caption}
\usepackage[hidelinks]{hyperref}
\captionsetup{labelfont=bf,textfont=it,labelsep=newline,justification=raggedright,singlelinecheck=false}
\setlength{\parindent}{0pt}
\setlength{\parskip}{0.5em}
\newcommand{\tablenote}[1]{{\footnotesize #1\par}\medskip}
";

impl Writer for Latex {
    fn name(&self) -> &'static str {
        "latex"
    }

    fn file(&self) -> (&'static str, &'static str) {
        ("report.tex", "application/x-tex")
    }

    fn write(&self, document: &Document<'_>) -> Vec<u8> {
        render(document.report).into_bytes()
    }
}

fn render(report: &Report) -> String {
    let mut out = String::from(PREAMBLE);
    let names: Vec<String> = report.outcomes.iter().map(|outcome| escape(&outcome.name)).collect();
    line(
        &mut out,
        &format!("\\title{{{}}}\n\\author{{}}\n\\date{{}}\n\\begin{{document}}\n\\maketitle", names.join(", ")),
    );
    paragraph(&mut out, &inline(&report.summary));
    line(&mut out, "\\tableofcontents");
    notices(&mut out, &report.notices);
    for question in &report.questions {
        paragraph(
            &mut out,
            &format!("\\textbf{{{}}} {}", inline(&question.question), escape(&question.in_line(&report.labels))),
        );
    }
    for part in &report.overview {
        section(&mut out, part, 0, "overview", &report.labels);
    }
    for outcome in &report.outcomes {
        of_outcome(&mut out, outcome, &report.labels);
    }
    if let Some(further) = &report.further {
        heading(&mut out, 0, &escape(&further.heading));
        paragraph(&mut out, &inline(&further.note));
    }
    line(&mut out, "\\medskip\\hrule\\medskip");
    report.colophon.iter().for_each(|text| paragraph(&mut out, &inline(text)));
    line(&mut out, "\\end{document}");
    out
}

fn of_outcome(out: &mut String, outcome: &OutcomeReport, labels: &Labels) {
    heading(out, 0, &escape(&outcome.name));
    paragraph(out, &inline(&outcome.subtitle));
    notices(out, &outcome.notices);
    if let Some(answers) = &outcome.answers {
        of_answers(out, answers, outcome, labels);
    }
    outcome.figures.iter().for_each(|figure| described(out, figure, labels));
    // Below a chapter's heading its sections stand a level lower.
    let mut level = 1;
    for part in &outcome.sections {
        if !part.chapter.is_empty() {
            heading(out, 1, &escape(&part.chapter));
            level = 2;
        }
        section(out, part, level, &outcome.id, labels);
    }
}

fn of_answers(out: &mut String, answers: &Answers, outcome: &OutcomeReport, labels: &Labels) {
    let blocks = || outcome.sections.iter().flat_map(|section| &section.blocks);
    let is_there = |id: &str| blocks().any(|block| matches!(block, Block::Table { table } if table.id == id));
    for inquiry in &answers.inquiries {
        heading(out, 1, &escape(&inquiry.heading));
        paragraph(out, &format!("\\textbf{{{}}}", inline(&inquiry.verdict)));
        if inquiry.rows.is_empty() {
            continue;
        }
        line(out, "\\begin{itemize}");
        for row in &inquiry.rows {
            let source = match is_there(&row.source.table) {
                true => format!(" ({}~\\ref{{{}}})", escape(&labels.table), label_of(&outcome.id, &row.source.table)),
                false => String::new(),
            };
            line(out, &format!("\\item {} {}{source}", inline(&row.sentence), inline(&row.statistics)));
        }
        line(out, "\\end{itemize}\n");
    }
    answers.caveats.iter().for_each(|caveat| paragraph(out, &inline(caveat)));
}

fn section(out: &mut String, part: &Section, level: usize, prefix: &str, labels: &Labels) {
    heading(out, level, &escape(&part.title));
    paragraph(out, &inline(&part.conclusion));
    for block in &part.blocks {
        match block {
            Block::Table { table: shown } => table(out, shown, prefix, labels),
            Block::Figure { figure } => described(out, figure, labels),
            Block::Paragraph { text } => paragraph(out, &inline(text)),
            Block::Notice { notice } => notices(out, std::slice::from_ref(notice)),
        }
    }
}

/// What a reference names: letters, digits and hyphens only.
fn label_of(prefix: &str, table: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    format!("tab:{prefix}-{}", table.chars().map(safe).collect::<String>())
}

fn table(out: &mut String, shown: &ReportTable, prefix: &str, labels: &Labels) {
    let sides: Vec<String> = shown.columns.iter().map(|column| side(column, shown.columns.len())).collect();
    let size = match shown.columns.len() {
        0..=8 => "\\small",
        9..=11 => "\\footnotesize\\setlength{\\tabcolsep}{3pt}",
        _ => "\\scriptsize\\setlength{\\tabcolsep}{1.6pt}",
    };
    line(out, &format!("{{{size}\n\\begin{{longtable}}[l]{{@{{}}{}@{{}}}}", sides.concat()));
    let (caption, label) = (inline(&shown.caption), label_of(prefix, &shown.id));
    line(out, &format!("\\caption{{{caption}}}\\label{{{label}}}\\\\\n\\toprule"));
    head(out, &shown.columns);
    line(out, "\\midrule\n\\endfirsthead\n\\toprule");
    head(out, &shown.columns);
    line(out, "\\midrule\n\\endhead\n\\bottomrule\n\\endlastfoot");
    for row in &shown.rows {
        if row.kind == RowKind::Group {
            let group = format!("\\textit{{{}}}", inline(&row.label));
            line(out, &format!("\\multicolumn{{{}}}{{@{{}}l}}{{{group}}}\\\\*", shown.columns.len()));
            continue;
        }
        let cells =
            (1..shown.columns.len()).map(|index| row.cells.get(index - 1).map_or(String::new(), |c| cell(c, row.kind)));
        let all: Vec<String> = std::iter::once(guarded(inline(&row.label))).chain(cells).collect();
        line(out, &format!("{}\\\\", all.join(" & ")));
    }
    line(out, "\\end{longtable}}");
    if !shown.note.is_empty() {
        line(out, &format!("\\tablenote{{\\textit{{{}}} {}}}\n", escape(&labels.note), inline(&shown.note)));
    }
}

/// A row that began with a bracket would be an argument of the line end before it.
fn guarded(text: String) -> String {
    if text.starts_with(['[', '*']) { format!("{{}}{text}") } else { text }
}

fn side(column: &ColumnHead, n: usize) -> String {
    match column.kind {
        ColumnKind::Number => "r".into(),
        ColumnKind::Label if n > 11 => "p{2.2cm}".into(),
        ColumnKind::Label => "p{4.2cm}".into(),
        // The words share what the label leaves.
        ColumnKind::Words => {
            format!(">{{\\raggedright\\arraybackslash}}p{{{:.1}cm}}", 11.0 / n.saturating_sub(1).max(1) as f64)
        }
    }
}

fn head(out: &mut String, columns: &[ColumnHead]) {
    if columns.iter().any(|column| !column.spanner.is_empty()) {
        let (mut cells, mut rules, mut place) = (Vec::new(), String::new(), 1);
        for group in columns.chunk_by(|a, b| !a.spanner.is_empty() && a.spanner == b.spanner) {
            let spanner = group.first().map(|first| inline(&first.spanner)).unwrap_or_default();
            if !spanner.is_empty() {
                let last = place + group.len() - 1;
                // Into a String it cannot fail.
                let _ = write!(rules, "\\cmidrule(lr){{{place}-{last}}}");
            }
            cells.push(format!("\\multicolumn{{{}}}{{c}}{{{spanner}}}", group.len()));
            place += group.len();
        }
        line(out, &format!("{}\\\\{rules}", cells.join(" & ")));
    }
    let heads: Vec<String> = columns.iter().map(|column| inline(&column.head)).collect();
    line(out, &format!("{}\\\\", heads.join(" & ")));
}

fn cell(cell: &Cell, row: RowKind) -> String {
    let text = escape(&cell.text());
    if cell.key && row == RowKind::Marked { format!("\\textbf{{{text}}}") } else { text }
}

/// A figure as what it shows, in words: LaTeX draws no SVG by itself.
fn described(out: &mut String, figure: &Figure, labels: &Labels) {
    let (number, description) = match figure {
        Figure::Profile { profile } => (profile.number, &profile.description),
        Figure::Forest { forest } => (forest.number, &forest.description),
        Figure::Scatter { scatter } => (scatter.number, &scatter.description),
    };
    paragraph(out, &format!("\\textbf{{{} {number}.}} {}", escape(&labels.figure), escape(description)));
}

fn notices(out: &mut String, all: &[Notice]) {
    for notice in all {
        let hint = notice.hint.as_ref().map_or(String::new(), |hint| format!(". {}", inline(hint)));
        line(out, &format!("\\begin{{quote}}\\small {}{hint}\\end{{quote}}", inline(&notice.message)));
    }
}

fn heading(out: &mut String, level: usize, text: &str) {
    let command = ["section", "subsection", "subsubsection"].get(level).unwrap_or(&"paragraph");
    line(out, &format!("\\{command}{{{text}}}\n"));
}

fn paragraph(out: &mut String, text: &str) {
    if !text.is_empty() {
        line(out, &format!("{text}\n"));
    }
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn inline(text: &[Span]) -> String {
    let marked = |span: &Span| {
        let text = escape(&span.text);
        match span.style {
            Style::Plain => text,
            Style::Italic => format!("\\textit{{{text}}}"),
            Style::Strong => format!("\\textbf{{{text}}}"),
            Style::Code => format!("\\texttt{{{text}}}"),
            Style::Sub => format!("\\textsubscript{{{text}}}"),
            Style::Sup => format!("\\textsuperscript{{{text}}}"),
        }
    };
    text.iter().map(marked).collect()
}

/// User text cannot become a command: every character that LaTeX reads as one is written by its name, and so are the letters
/// and signs of statistics that the usual fonts lack.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => safe.push_str("\\textbackslash{}"),
            '{' | '}' | '$' | '&' | '#' | '%' | '_' => safe.extend(['\\', c]),
            '~' => safe.push_str("\\textasciitilde{}"),
            '^' => safe.push_str("\\textasciicircum{}"),
            '<' => safe.push_str("\\textless{}"),
            '>' => safe.push_str("\\textgreater{}"),
            '|' => safe.push_str("\\textbar{}"),
            '"' => safe.push_str("\\textquotedbl{}"),
            '\n' | '\r' | '\t' => safe.push(' '),
            '−' => safe.push_str("\\ensuremath{-}"),
            '\u{302}' => circumflex(&mut safe),
            '\u{304}' => barred(&mut safe),
            _ => match symbol(c) {
                Some(command) => {
                    let _ = write!(safe, "\\ensuremath{{{command}}}");
                }
                None => safe.push(c),
            },
        }
    }
    safe
}

/// A combining accent goes over the letter before it.
fn circumflex(safe: &mut String) {
    accent(safe, "\\hat");
}

fn barred(safe: &mut String) {
    accent(safe, "\\bar");
}

fn accent(safe: &mut String, command: &str) {
    // The letter is the last command, such as `\ensuremath{\varepsilon}`, or the last letter.
    let start = match safe.strip_suffix('}').and_then(|before| before.rfind("\\ensuremath{")) {
        Some(start) => start,
        None => safe.char_indices().next_back().map_or(0, |(at, _)| at),
    };
    let letter = safe.split_off(start);
    let inner = letter.strip_prefix("\\ensuremath{").and_then(|rest| rest.strip_suffix('}')).unwrap_or(&letter);
    let _ = write!(safe, "\\ensuremath{{{command}{{{inner}}}}}");
}

/// The command of mathematics for a sign.
fn symbol(c: char) -> Option<&'static str> {
    Some(match c {
        'α' => "\\alpha",
        'β' => "\\beta",
        'γ' => "\\gamma",
        'δ' => "\\delta",
        'Δ' => "\\Delta",
        'ε' => "\\varepsilon",
        'η' => "\\eta",
        'θ' => "\\theta",
        'κ' => "\\kappa",
        'λ' => "\\lambda",
        'μ' | 'µ' => "\\mu",
        'π' => "\\pi",
        'ρ' => "\\rho",
        'σ' => "\\sigma",
        'Σ' => "\\Sigma",
        'τ' => "\\tau",
        'φ' => "\\varphi",
        'χ' => "\\chi",
        'ω' => "\\omega",
        '√' => "\\surd",
        '≤' => "\\le",
        '≥' => "\\ge",
        '≠' => "\\ne",
        '≈' => "\\approx",
        '±' => "\\pm",
        '×' => "\\times",
        '·' => "\\cdot",
        '→' => "\\to",
        '←' => "\\leftarrow",
        '∞' => "\\infty",
        '²' => "^{2}",
        '³' => "^{3}",
        '₀' => "_{0}",
        '₁' => "_{1}",
        '₂' => "_{2}",
        '½' => "\\tfrac{1}{2}",
        '⟨' => "\\langle",
        '⟩' => "\\rangle",
        'ᵢ' => "_{i}",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_becomes_a_command() {
        assert_eq!(
            escape(r"\input{/etc/passwd} 50% a_b ~^ #1 & $x$"),
            r"\textbackslash{}input\{/etc/passwd\} 50\% a\_b \textasciitilde{}\textasciicircum{} \#1 \& \$x\$"
        );
    }

    #[test]
    fn signs_of_statistics_are_mathematics() {
        assert_eq!(escape("η² < .05"), r"\ensuremath{\eta}\ensuremath{^{2}} \textless{} .05");
        assert_eq!(escape("ε\u{302}"), r"\ensuremath{\hat{\varepsilon}}");
        assert_eq!(escape("p\u{302}"), r"\ensuremath{\hat{p}}");
        assert_eq!(escape("−4.2"), r"\ensuremath{-}4.2");
    }
}

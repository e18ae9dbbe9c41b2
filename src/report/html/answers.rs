//! An answer is a row of a forest plot: the sentence at the start, its interval at the end, one scale for all.

use super::markup::{escape, glyph, inline, look};
use crate::report::view::{Answer, Answers, Forest, Inquiry, Interval, Labels, Marker, Scale};

pub fn render(found: &Answers) -> String {
    let inquiries: String = found.inquiries.iter().map(|one| inquiry(one, &found.scale)).collect();
    let caveats: String = found.caveats.iter().map(|text| format!("<p>{}</p>\n", inline(text))).collect();
    format!("<div class=\"answers\">\n{inquiries}<div class=\"caveats\">{caveats}</div></div>\n")
}

fn inquiry(one: &Inquiry, scale: &Scale) -> String {
    let rows: String = one.rows.iter().map(|row| answer(row, scale)).collect();
    format!(
        "<section class=\"inquiry\"><header><div><h3>{}</h3><p class=\"verdict\">{}</p></div>\
         <div class=\"ends\"><span>{}</span><span>{}</span></div></header>\n{rows}\
         <div class=\"axis\"><div class=\"beside why\"><p>{}</p></div>{}</div></section>\n",
        escape(&one.heading),
        inline(&one.verdict),
        escape(&one.ends[0]),
        escape(&one.ends[1]),
        inline(&one.why),
        ticks(scale)
    )
}

/// The same contrast by several methods, drawn as the answers are.
pub fn forest(forest: &Forest, outcome: &str, labels: &Labels) -> String {
    let row = |row: &crate::report::view::ForestRow| {
        format!(
            "<div class=\"answer\"><p class=\"sentence\">{}{}</p>{}</div>\n",
            glyph(row.marker),
            inline(&row.label),
            interval(&row.interval, row.marker, &forest.scale)
        )
    };
    let rows: String = forest.rows.iter().map(row).collect();
    format!(
        "<figure class=\"forest\"><div class=\"answers\"><div class=\"inquiry\"><header><div></div>\
         <div class=\"ends\"><span>{}</span><span>{}</span></div></header>\n{rows}\
         <div class=\"axis\"><div class=\"beside\"></div>{}</div></div></div>\n\
         <figcaption><b>{} {}.</b> {} <a href=\"#{}-{}\">{}</a></figcaption></figure>\n",
        escape(&forest.ends[0]),
        escape(&forest.ends[1]),
        ticks(&forest.scale),
        escape(&labels.figure),
        forest.number,
        inline(&forest.caption),
        escape(outcome),
        escape(&forest.table),
        escape(&labels.numbers)
    )
}

fn answer(row: &Answer, scale: &Scale) -> String {
    format!(
        "<div class=\"answer\"><p class=\"sentence\">{}{} <span class=\"statistics\">{}</span></p>{}</div>\n",
        glyph(row.marker),
        inline(&row.sentence),
        inline(&row.statistics),
        interval(&row.interval, row.marker, scale)
    )
}

fn interval(shown: &Interval, marker: Marker, scale: &Scale) -> String {
    let [left, estimate, right] = shown.at;
    format!(
        "<div class=\"interval look-{look}\" data-look=\"{look}\" \
         style=\"--zero:{zero:.2};--left:{left:.2};--estimate:{estimate:.2};--right:{right:.2}\" role=\"img\" aria-label=\"{label}\">\
         <span class=\"line\"></span>{glyph}<span class=\"estimate\">{text}</span></div>",
        look = look(marker),
        zero = scale.zero,
        label = escape(&shown.description),
        glyph = glyph(marker),
        text = escape(&shown.label)
    )
}

fn ticks(scale: &Scale) -> String {
    let marks: String = scale
        .ticks
        .iter()
        .map(|tick| format!("<span style=\"--at:{:.2}\">{}</span>", tick.at, escape(&tick.text)))
        .collect();
    format!("<div class=\"ticks\" aria-hidden=\"true\">{marks}</div>")
}

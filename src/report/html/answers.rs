//! An answer is a row of a forest plot: the sentence at the start, its interval at the end, one scale for all.

use super::markup::{escape, glyph, inline, mark};
use crate::report::view::{Answer, Answers, Inquiry, Interval, Marker, Scale};

pub fn render(found: &Answers) -> String {
    let inquiries: String = found.inquiries.iter().map(|one| inquiry(one, &found.scale)).collect();
    let caveats: String =
        found.caveats.iter().map(|text| format!("<p class=\"note\">{}</p>\n", inline(text))).collect();
    format!("<div class=\"answers\">\n{inquiries}</div>\n{caveats}")
}

fn inquiry(one: &Inquiry, scale: &Scale) -> String {
    let rows: String = one.rows.iter().map(|row| answer(row, scale)).collect();
    format!(
        "<section class=\"q\"><header><div><h2>{}</h2><p class=\"verdict\">{}</p></div>\
         <div class=\"ends\"><span>{}</span><span>{}</span></div></header>\n{rows}\
         <div class=\"axis\"><p class=\"why note\">{}</p>{}</div></section>\n",
        escape(&one.heading),
        inline(&one.verdict),
        escape(&one.ends[0]),
        escape(&one.ends[1]),
        inline(&one.why),
        ticks(scale)
    )
}

fn answer(row: &Answer, scale: &Scale) -> String {
    format!(
        "<div class=\"row\"><p>{}{} <span class=\"stat\">{}</span></p>{}</div>\n",
        glyph(row.marker),
        inline(&row.sentence),
        inline(&row.statistics),
        interval(&row.interval, row.marker, scale)
    )
}

fn interval(shown: &Interval, marker: Marker, scale: &Scale) -> String {
    let [low, estimate, high] = shown.at;
    format!(
        "<div class=\"iv {}\" style=\"--z:{:.2};--l:{low:.2};--h:{high:.2};--e:{estimate:.2}\" role=\"img\" aria-label=\"{}\">\
         <span class=\"ci\"></span>{}<span class=\"num\">{}</span></div>",
        mark(marker).0,
        scale.zero,
        escape(&shown.description),
        glyph(marker),
        escape(&shown.label)
    )
}

fn ticks(scale: &Scale) -> String {
    let marks: String = scale
        .ticks
        .iter()
        .map(|tick| format!("<span style=\"--x:{:.2}\">{}</span>", tick.at, escape(&tick.text)))
        .collect();
    format!("<div class=\"tk\" aria-hidden=\"true\">{marks}</div>")
}

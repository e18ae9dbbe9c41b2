//! The parts of the document besides its text: types, relations, styles, settings, the foot of the page.

use maud::{Markup, html};

use super::inline::xml;
use super::picture::Picture;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub fn content_types() -> String {
    let part = |name: &str, kind: &str| {
        let of = format!("application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml");
        html! { Override PartName=(name) ContentType=(of) {} }
    };
    xml(html! {
        Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types" {
            Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" {}
            Default Extension="xml" ContentType="application/xml" {}
            Default Extension="png" ContentType="image/png" {}
            Default Extension="svg" ContentType="image/svg+xml" {}
            (part("/word/document.xml", "document.main"))
            (part("/word/styles.xml", "styles"))
            (part("/word/settings.xml", "settings"))
            (part("/word/footer1.xml", "footer"))
            Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml" {}
        }
    })
}

fn relation(id: &str, kind: &str, target: &str) -> Markup {
    html! { Relationship Id=(id) Type=(kind) Target=(target) {} }
}

pub fn package_relations() -> String {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    xml(html! {
        Relationships xmlns=(RELATIONS) {
            (relation("rId1", &format!("{OFFICE}/officeDocument"), "word/document.xml"))
            (relation("rId2", core, "docProps/core.xml"))
        }
    })
}

pub fn relations(pictures: &[Picture]) -> String {
    let image = format!("{OFFICE}/image");
    xml(html! {
        Relationships xmlns=(RELATIONS) {
            (relation("rIdStyles", &format!("{OFFICE}/styles"), "styles.xml"))
            (relation("rIdSettings", &format!("{OFFICE}/settings"), "settings.xml"))
            (relation("rIdFooter", &format!("{OFFICE}/footer"), "footer1.xml"))
            (relation("rIdBlank", &image, "media/blank.png"))
            @for picture in pictures {
                (relation(&picture.relation(), &image, &format!("media/{}", picture.svg_file())))
            }
        }
    })
}

pub fn properties(title: &str, language: &str) -> String {
    xml(html! {
        cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
            xmlns:dc="http://purl.org/dc/elements/1.1/" {
            dc:title { (super::inline::allowed(title)) }
            dc:creator { "Prepost" }
            dc:language { (language) }
        }
    })
}

pub fn settings() -> String {
    xml(html! {
        w:settings xmlns:w=(W) {
            w:defaultTabStop w:val="720" {}
            w:compat { w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15" {} }
        }
    })
}

/// The page's number.
pub fn footer() -> String {
    xml(html! {
        w:ftr xmlns:w=(W) {
            w:p {
                w:pPr { w:pStyle w:val="Footer" {} w:jc w:val="center" {} }
                w:fldSimple w:instr=" PAGE " { w:r { w:t { "1" } } }
            }
        }
    })
}

/// A style of paragraphs: its id, its name, what it is based on, its layout, its letters.
struct Paragraph {
    id: &'static str,
    name: &'static str,
    layout: Markup,
    letters: Markup,
}

fn size(half_points: usize) -> Markup {
    html! { w:sz w:val=(half_points) {} w:szCs w:val=(half_points) {} }
}

fn space(before: usize, after: usize) -> Markup {
    html! { w:spacing w:before=(before) w:after=(after) {} }
}

/// A heading of that level, which stays with what follows.
fn heading(id: &'static str, name: &'static str, level: usize, half_points: usize) -> Paragraph {
    let layout = html! { w:keepNext {} w:keepLines {} (space(360 - 60 * level, 120)) w:outlineLvl w:val=(level) {} };
    Paragraph { id, name, layout, letters: html! { w:b {} w:bCs {} (size(half_points)) } }
}

fn paragraphs() -> Vec<Paragraph> {
    let of = |id, name, layout, letters| Paragraph { id, name, layout, letters };
    let table = |id, name, half_points| of(id, name, space(20, 20), size(half_points));
    vec![
        heading("Heading1", "heading 1", 0, 32),
        heading("Heading2", "heading 2", 1, 26),
        heading("Heading3", "heading 3", 2, 22),
        of("Title", "Title", space(0, 120), html! { w:b {} w:bCs {} (size(40)) }),
        of("TOC1", "toc 1", space(60, 0), html! {}),
        of("TOC2", "toc 2", html! { w:spacing w:before="0" w:after="0" {} w:ind w:left="284" {} }, html! {}),
        of(
            "ContentsTitle",
            "Contents title",
            html! { w:keepNext {} (space(240, 60)) },
            html! { w:b {} w:bCs {} (size(26)) },
        ),
        of("Caption", "caption", html! { w:keepNext {} (space(240, 0)) }, html! { w:b {} w:bCs {} }),
        of(
            "TableTitle",
            "Table title",
            html! { w:keepNext {} w:keepLines {} (space(0, 80)) },
            html! { w:i {} w:iCs {} },
        ),
        of("TableNote", "Table note", html! { w:keepLines {} (space(60, 240)) }, size(18)),
        of("Figure", "Figure", html! { w:keepNext {} (space(0, 60)) }, html! {}),
        of("Verdict", "Verdict", html! { w:keepNext {} (space(60, 60)) }, html! {}),
        of("Answer", "Answer", html! { (space(0, 80)) w:ind w:left="284" {} }, html! {}),
        of("Notice", "Notice", html! { (space(60, 60)) w:ind w:left="284" {} }, size(20)),
        of("Footer", "footer", space(0, 0), size(18)),
        table("TableText", "Table text", 19),
        table("TableTextSmall", "Table text small", 17),
        table("TableTextSmallest", "Table text smallest", 14),
    ]
}

pub fn styles(language: &str) -> String {
    let language = if language == "en" { "en-US" } else { language };
    xml(html! {
        w:styles xmlns:w=(W) {
            w:docDefaults {
                w:rPrDefault {
                    w:rPr {
                        w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman" {}
                        (size(22))
                        w:lang w:val=(language) w:eastAsia=(language) w:bidi="fa-IR" {}
                    }
                }
                w:pPrDefault { w:pPr { w:spacing w:after="120" w:line="264" w:lineRule="auto" {} } }
            }
            w:style w:type="paragraph" w:default="1" w:styleId="Normal" { w:name w:val="Normal" {} w:qFormat {} }
            @for own in paragraphs() {
                w:style w:type="paragraph" w:styleId=(own.id) {
                    w:name w:val=(own.name) {}
                    w:basedOn w:val="Normal" {}
                    w:qFormat {}
                    w:pPr { (own.layout) }
                    w:rPr { (own.letters) }
                }
            }
            w:style w:type="table" w:default="1" w:styleId="TableNormal" {
                w:name w:val="Normal Table" {}
                w:tblPr {
                    w:tblInd w:w="0" w:type="dxa" {}
                    w:tblCellMar { w:left w:w="40" w:type="dxa" {} w:right w:w="40" w:type="dxa" {} }
                }
            }
            w:style w:type="table" w:styleId="ReportTable" {
                w:name w:val="Report table" {}
                w:basedOn w:val="TableNormal" {}
            }
        }
    })
}

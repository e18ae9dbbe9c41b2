//! A figure as a picture: the SVG of `report::figure`, which Word and LibreOffice draw as lines and letters.

use maud::{Markup, html};

/// What a program shows that knows no SVG: one white pixel. A picture in points needs a rasteriser and its fonts, which
/// would make the file another one on every machine.
pub const BLANK_PNG: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00,
    0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49,
    0x44, 0x41, 0x54, 0x78, 0xda, 0x63, 0xf8, 0x0f, 0x00, 0x01, 0x01, 0x01, 0x00, 0x1c, 0xb0, 0x8c, 0x99, 0x00, 0x00,
    0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

/// English Metric Units in a centimetre.
const EMU: f64 = 360_000.0;
/// The widest picture, in centimetres.
const WIDEST: f64 = 16.5;
/// What a picture's unit is on paper: 96 to the inch, as in a browser.
const UNIT: f64 = 2.54 / 96.0;

pub struct Picture {
    pub number: usize,
    pub svg: String,
}

impl Picture {
    pub fn svg_file(&self) -> String {
        format!("figure{}.svg", self.number)
    }

    pub fn relation(&self) -> String {
        format!("rIdFigure{}", self.number)
    }
}

/// The picture in the line of text, of that size in its own units.
pub fn drawing(picture: &Picture, (width, height): (f64, f64), description: &str) -> Markup {
    let scale = (WIDEST / (width * UNIT)).min(1.0) * UNIT * EMU;
    // Pictures are some centimetres wide: the cast holds.
    let [cx, cy] = [width, height].map(|side| (side * scale).round() as u64);
    let name = picture.svg_file();
    html! {
        w:p {
            w:pPr { w:pStyle w:val="Figure" {} }
            w:r {
                w:drawing {
                    wp:inline distT="0" distB="0" distL="0" distR="0" {
                        wp:extent cx=(cx) cy=(cy) {}
                        wp:docPr id=(picture.number) name=(name) descr=(super::inline::allowed(description)) {}
                        a:graphic {
                            a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture" {
                                pic:pic {
                                    pic:nvPicPr { pic:cNvPr id=(picture.number) name=(name) {} pic:cNvPicPr {} }
                                    pic:blipFill {
                                        a:blip r:embed="rIdBlank" {
                                            a:extLst {
                                                a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}" {
                                                    asvg:svgBlip r:embed=(picture.relation()) {}
                                                }
                                            }
                                        }
                                        a:stretch { a:fillRect {} }
                                    }
                                    pic:spPr {
                                        a:xfrm { a:off x="0" y="0" {} a:ext cx=(cx) cy=(cy) {} }
                                        a:prstGeom prst="rect" { a:avLst {} }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

//! The report as a Word document: real tables with their captions as fields, headings, a table of contents, the figures.
//!
//! A document is a ZIP archive of XML parts (ECMA-376, WordprocessingML). The parts are written with `maud`, as the HTML is:
//! it escapes every text that stands in them. Every element is written with its end, which HTML's void elements would not be.

mod body;
mod inline;
mod parts;
mod picture;
mod tables;

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::writer::{Document, Writer};
use picture::Picture;

pub struct Docx;

impl Writer for Docx {
    fn name(&self) -> &'static str {
        "docx"
    }

    fn file(&self) -> (&'static str, &'static str) {
        ("report.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    }

    fn write(&self, document: &Document<'_>) -> Vec<u8> {
        let mut pictures = Vec::new();
        let body = body::document(document.report, document.words, &mut pictures);
        // Into memory, under names and sizes that the format allows, it cannot fail.
        archive(document, body, &pictures).unwrap_or_default()
    }
}

fn archive(document: &Document<'_>, body: String, pictures: &[Picture]) -> zip::result::ZipResult<Vec<u8>> {
    let language = &document.report.language;
    let texts = [
        ("[Content_Types].xml".to_owned(), parts::content_types()),
        ("_rels/.rels".to_owned(), parts::package_relations()),
        ("docProps/core.xml".to_owned(), parts::properties(&body::title(document.report), language)),
        ("word/document.xml".to_owned(), body),
        ("word/styles.xml".to_owned(), parts::styles(language)),
        ("word/settings.xml".to_owned(), parts::settings()),
        ("word/footer1.xml".to_owned(), parts::footer()),
        ("word/_rels/document.xml.rels".to_owned(), parts::relations(pictures)),
    ];
    let texts = texts.into_iter().map(|(name, text)| (name, text.into_bytes()));
    let svgs =
        pictures.iter().map(|picture| (format!("word/media/{}", picture.svg_file()), picture.svg.clone().into()));
    let fallback = ("word/media/blank.png".to_owned(), picture::BLANK_PNG.to_vec());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The same bytes whatever the clock says: the format's first day.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in texts.chain(svgs).chain([fallback]) {
        zip.start_file(name, options)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

//! The Word document, read back by a ZIP reader and an XML parser: every part is XML, and every cell of the report stands in
//! its tables as the model has it.

use std::io::{Cursor, Read};

use prepost::report::{Block, Report, ReportTable, RowKind, words::plain};
use prepost::session::Session;
use prepost::table::ReadOptions;
use zip::ZipArchive;

fn written(csv: &[u8]) -> (Report, Vec<u8>) {
    let mut session = Session::default();
    let plan = session.read(csv, &ReadOptions::default()).plan;
    let report = session.analyse(&plan, &mut |_| {});
    (report, session.export("docx").expect("a document").bytes)
}

fn part(archive: &mut ZipArchive<Cursor<Vec<u8>>>, name: &str) -> String {
    let mut text = String::new();
    archive.by_name(name).expect("the part").read_to_string(&mut text).expect("text");
    text
}

fn tables(report: &Report) -> impl Iterator<Item = &ReportTable> {
    let of_outcomes = report.outcomes.iter().flat_map(|outcome| &outcome.sections);
    report.overview.iter().chain(of_outcomes).flat_map(|section| &section.blocks).filter_map(|block| match block {
        Block::Table { table } => Some(table),
        _ => None,
    })
}

fn text(node: roxmltree::Node<'_, '_>) -> String {
    node.descendants().filter(|own| own.has_tag_name((W, "t"))).filter_map(|own| own.text()).collect()
}

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

#[test]
fn every_cell_of_the_report_stands_in_the_document() {
    let (report, bytes) = written(include_bytes!("../../../www/examples/example-dropout.csv"));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let names: Vec<String> = archive.file_names().map(|name| name.expect("a name").into_owned()).collect();
    for name in names.iter().filter(|name| [".xml", ".rels", ".svg"].iter().any(|end| name.ends_with(end))) {
        let xml = part(&mut archive, name);
        assert!(roxmltree::Document::parse(&xml).is_ok(), "{name}");
    }
    let xml = part(&mut archive, "word/document.xml");
    let document = roxmltree::Document::parse(&xml).expect("XML");
    let all: Vec<_> = document.descendants().filter(|own| own.has_tag_name((W, "tbl"))).collect();
    assert_eq!(all.len(), tables(&report).count());
    for (table, own) in tables(&report).zip(all) {
        let is_head = |row: &roxmltree::Node<'_, '_>| row.descendants().any(|own| own.has_tag_name((W, "tblHeader")));
        let rows = own.children().filter(|own| own.has_tag_name((W, "tr"))).filter(|row| !is_head(row));
        let shown: Vec<Vec<String>> =
            rows.map(|row| row.children().filter(|own| own.has_tag_name((W, "tc"))).map(text).collect()).collect();
        let wanted = |row: &prepost::report::TableRow| -> Vec<String> {
            let cells = row.cells.iter().filter(|_| row.kind != RowKind::Group).map(|cell| cell.text().into_owned());
            std::iter::once(plain(&row.label)).chain(cells).collect()
        };
        assert_eq!(shown, table.rows.iter().map(wanted).collect::<Vec<_>>(), "{}", table.id);
    }
    let fields = xml.matches("SEQ Table").count();
    assert_eq!(fields, tables(&report).count(), "a caption that is counted for each table");
}

#[test]
fn the_document_is_the_same_every_time() {
    let csv = b"id,group,score\n1,control,3\n2,therapy,7\n3,control,4\n4,therapy,9\n5,control,5\n6,therapy,6\n";
    assert_eq!(written(csv).1, written(csv).1);
}

//! Files that are not text, whatever their name: their kind, so that the message can say what to do about it.

use crate::notice::{Message, Problem};

/// The Problem of a file that is no text: a picture, a workbook, a file of another program.
pub fn not_text(bytes: &[u8]) -> Option<Problem> {
    kind(bytes).map(|kind| Problem::error(Message::new("file-not-text").with("kind", kind)))
}

/// The first bytes of a kind of file, and its name in the message `file-not-text`.
const SIGNATURES: [(&[u8], &str); 22] = [
    (b"\x89PNG\r\n", "png"),
    (b"\xFF\xD8\xFF", "jpeg"),
    (b"GIF8", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"%PDF-", "pdf"),
    (b"\xD0\xCF\x11\xE0", "xls"),
    (b"$FL2", "sav"),
    (b"$FL3", "sav"),
    (b"<stata_dta>", "dta"),
    (b"\0\0\0\0\0\0\0\0\0\0\0\0\xC2\xEA\x81\x60", "sas"),
    (b"RDX", "r"),
    (b"SQLite format 3\0", "database"),
    (b"\x1F\x8B", "gzip"),
    (b"7z\xBC\xAF", "archive"),
    (b"Rar!", "archive"),
    (b"{\\rtf", "rtf"),
    (b"{\"", "json"),
    (b"[{", "json"),
    (b"PAR1", "parquet"),
    (b"ARROW1", "parquet"),
    (b"\xFF\xFE\0\0", "utf32"),
];

fn kind(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(zipped(bytes));
    }
    let by_signature = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature));
    let in_riff = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    match by_signature {
        Some((_, kind)) => Some(kind),
        None if in_riff => Some("picture"),
        None if is_page(bytes) => Some("html"),
        None => is_binary(bytes).then_some("binary"),
    }
}

/// What an archive holds, from the names of its parts at both ends.
fn zipped(bytes: &[u8]) -> &'static str {
    const END: usize = 1 << 16;
    const PARTS: [(&[u8], &str); 5] = [
        (b"xl/work", "xlsx"),
        (b"word/document", "docx"),
        (b"opendocument.spreadsheet", "ods"),
        (b"analysis.html", "jasp"),
        (b"xdata.json", "jamovi"),
    ];
    let head = &bytes[..bytes.len().min(END)];
    let tail = &bytes[bytes.len().saturating_sub(END)..];
    let holds = |part: &[u8]| [head, tail].iter().any(|end| end.windows(part.len()).any(|window| window == part));
    PARTS.iter().find(|(part, _)| holds(part)).map_or("archive", |(_, kind)| kind)
}

/// A web page, which is also what some programs write when asked for an Excel file.
fn is_page(bytes: &[u8]) -> bool {
    const OPENINGS: [&[u8]; 4] = [b"<!doctype", b"<html", b"<?xml", b"<table"];
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    OPENINGS.iter().any(|opening| bytes.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening)))
}

/// Whether a tenth of the head are bytes that no text has. UTF-16 is full of NULs and is asked for before.
fn is_binary(bytes: &[u8]) -> bool {
    const HEAD: usize = 4096;
    let head = &bytes[..bytes.len().min(HEAD)];
    let is_control = |b: &u8| *b < 0x20 && !matches!(*b, b'\t' | b'\n' | b'\r' | 0x0C | 0x1A);
    let n_control = head.iter().filter(|b| is_control(b)).count();
    n_control * 10 > head.len() && !super::encoding::looks_like_utf16(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_files_are_named() {
        for (bytes, expected) in [
            (&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], "png"),
            (b"%PDF-1.7\n", "pdf"),
            (b"PK\x03\x04....[Content_Types].xml....xl/workbook.xml", "xlsx"),
            (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "ods"),
            (b"PK\x03\x04....whatever", "archive"),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "xls"),
            (b"$FL2@(#) IBM SPSS STATISTICS", "sav"),
            (b"<stata_dta><header>", "dta"),
            (b"  <!DOCTYPE html><table>", "html"),
            (b"{\"version\": 1}", "json"),
            (b"\x00\x01\x02\x03\x04\x05\x06\x07abc", "binary"),
        ] {
            assert_eq!(kind(bytes), Some(expected));
        }
    }

    #[test]
    fn text_is_text() {
        for bytes in [
            &b"id,pre,post\n1,2,3\n"[..],
            b"",
            b"<img src=x onerror=alert(1)>,pre\n1,2\n",
            b"i\0d\0,\0p\0r\0e\0\n\0",
            b"\0i\0d\0,\0p\0r\0e\0\n",
            b"id,note\n1,a\0b\n2,an ordinary remark\n",
        ] {
            assert_eq!(kind(bytes), None, "{bytes:?}");
        }
    }
}

//! What is said about the file as a whole and its header.

use super::said;

#[test]
fn the_file_as_a_whole() {
    // An empty file.
    assert_eq!(said(b""), [["file-empty", "The file is empty", "Choose another file, or save the table again as CSV"]]);
    // Blank lines only.
    assert_eq!(
        said(b"\n \n,,\n"),
        [[
            "file-blank",
            "The file holds nothing but blank lines and separators",
            "Choose another file, or save the table again as CSV"
        ]]
    );
    // A participant where the header should be.
    assert_eq!(
        said(b"Anna,control,25,47\nBen,therapy,18,33\nCora,control,40,50\nDan,therapy,30,20\n"),
        [[
            "header-like-data",
            "Line 1, where the header should be, looks like a participant’s data: control and others, 3 of its cells, are \
             like the cells below. Are these the names of columns? If not, a participant is missing from the analysis, and \
             no link is made of the file",
            "Add a first line with the names of the columns; if these are their names, change those that also occur as data"
        ]]
    );
    // A header only.
    assert_eq!(
        said(b"id,pre,post\n"),
        [[
            "only-header",
            "The file has a header of 3 columns and no rows",
            "Save the table again with a row for each participant"
        ]]
    );
    // A picture.
    assert_eq!(
        said(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"),
        [[
            "file-not-text",
            "The file is a PNG picture, not CSV text",
            "Choose the file that holds the data, saved as CSV"
        ]]
    );
    // A workbook.
    assert_eq!(
        said(b"PK\x03\x04....[Content_Types].xml....xl/workbook.xml"),
        [[
            "file-not-text",
            "The file is an Excel workbook, not CSV text",
            "Open it in Excel and choose File, Save As, “CSV UTF-8”"
        ]]
    );
    // An SPSS file.
    assert_eq!(
        said(b"$FL2@(#) IBM SPSS STATISTICS"),
        [["file-not-text", "The file is an SPSS file, not CSV text", "In SPSS choose File, Export, “CSV Data”"]]
    );
    // Other bytes.
    assert_eq!(
        said(&[1, 2, 3, 4, 5, 6, 7, 8]),
        [[
            "file-not-text",
            "The file is of an unknown kind, not CSV text",
            "Choose the file that holds the data, saved as CSV"
        ]]
    );
    // UTF-8 with a spoilt byte.
    assert_eq!(
        said(b"id,\xC3\xA8\n1,\xC3\xBC\n2,\xC3\xA9\n3,\xC3\xB6\n4,\xC3\xA9\n5,\xFF\n"),
        [[
            "letters-lost",
            "One character could not be read and shows as “�”, first on line 6",
            "Choose another encoding, or save the file again as UTF-8"
        ]]
    );
    // Windows-1252.
    assert_eq!(
        said(b"id,M\xFCdigkeit\n1,2\n"),
        [[
            "encoding-guessed",
            "The letters were read as Windows-1252 (western Europe); the file does not say so itself",
            "If names look wrong, choose another encoding"
        ]]
    );
    // UTF-16 without its mark.
    assert_eq!(
        said(b"i\x00d\x00,\x00p\x00r\x00e\x00\n\x001\x00,\x002\x00\n\x00"),
        [[
            "encoding-guessed",
            "The letters were read as UTF-16; the file does not say so itself",
            "If names look wrong, choose another encoding"
        ]]
    );
    // NUL characters.
    assert_eq!(
        said(&[&b"id,pre\n1,2\0\n2,3\0\n"[..], &b"3,4\n".repeat(20)].concat()),
        [[
            "nul-characters",
            "2 NUL characters were left out, first on line 2",
            "If cells are wrong, choose another encoding, or save the file again as UTF-8"
        ]]
    );
    // One column of text.
    assert_eq!(
        said(b"id pre\n1 2\n"),
        [[
            "one-column",
            "The file has one column, id pre, and it holds text",
            "If it should have more, choose what separates the cells"
        ]]
    );
}

#[test]
fn the_header() {
    // Titles.
    assert_eq!(
        said(b"Trial of compassion\nJune\n\nid,pre\n1,2\n"),
        [
            [
                "lines-above-header",
                "2 lines above the header were left out, beginning with Trial of compassion; the header is line 4",
                "If that is wrong, remove the lines above the header and read the file again"
            ],
            ["blank-lines", "A blank line was left out: line 3", "Nothing is needed"],
        ]
    );
    // No header.
    assert_eq!(
        said(b"1,5\n2,7\n"),
        [[
            "header-absent",
            "Line 1, where the header should be, holds numbers, from 1 on; it was read as data, and the columns are called column 1, column 2 and so on",
            "Add a first line with the names of the columns"
        ]]
    );
    // A header one short.
    assert_eq!(
        said(b"pre,post\nP1,2,3\nP2,4,5\n"),
        [[
            "header-one-short",
            "The header has 2 names and the rows have 3 cells; the first column was taken to be the one without a name and is called column 1",
            "If a decimal comma cuts a number in two, save the file with semicolons; otherwise add the name"
        ]]
    );
    // A column without a name.
    assert_eq!(
        said(b",pre\n1,2\n"),
        [[
            "header-empty",
            "A column has no name in the header; it is called column 1",
            "Name it in line 1 if you need it"
        ]]
    );
    // Columns without names.
    assert_eq!(
        said(b"id,,pre,,post\n1,2,3,4,5\n"),
        [[
            "header-empty",
            "2 columns have no name in the header; they are called after their places, the first column 2, the last column 4",
            "Name them in line 1 if you need them"
        ]]
    );
    // A name twice.
    assert_eq!(
        said(b"id,score,score\n1,2,3\n"),
        [[
            "header-repeated",
            "2 columns are named score; the second is called score (2)",
            "Give each column a name of its own in line 1"
        ]]
    );
    // A name three times.
    assert_eq!(
        said(b"id,score,score,score\n1,2,3,4\n"),
        [[
            "header-repeated",
            "3 columns are named score; the later ones are numbered, up to score (3)",
            "Give each column a name of its own in line 1"
        ]]
    );
    // Questions under the header.
    assert_eq!(
        said(b"id,Q1\n\"{\"\"ImportId\"\":\"\"a\"\"}\",\"{\"\"ImportId\"\":\"\"b\"\"}\"\n1,2\n"),
        [[
            "question-rows",
            "A row under the header that describes the questions was left out: line 2",
            "Nothing is needed; this is how Qualtrics writes its files"
        ]]
    );
    // A separator at the end of every line.
    assert_eq!(
        said(b"id,pre,\n1,2,\n2,3,\n"),
        [[
            "trailing-separators",
            "The last column has neither a name nor values and was left out",
            "Nothing is needed; line 1 ends in a separator"
        ]]
    );
}

//! What is said about rows, columns and cells.

use super::said;

#[test]
fn rows() {
    // Separators at the end of rows.
    assert_eq!(
        said(b"id,pre\n1,2,\n2,3,\n"),
        [[
            "rows-end-in-separator",
            "2 lines end in a separator with nothing behind it, first line 2; no column was made of that",
            "Nothing is needed"
        ]]
    );
    // A blank line.
    assert_eq!(said(b"id,pre\n\n1,2\n"), [["blank-lines", "A blank line was left out: line 2", "Nothing is needed"]]);
    // Blank lines.
    assert_eq!(
        said(b"id,pre\n1,2\n,\n2,3\n\n"),
        [["blank-lines", "2 blank lines were left out, the first of them line 3", "Nothing is needed"]]
    );
    // The header again.
    assert_eq!(
        said(b"id,pre\n1,2\nid,pre\n2,3\n"),
        [[
            "header-again",
            "The header stands again on line 3; that line was left out",
            "If files were joined, check that no participant is in two of them"
        ]]
    );
    // The header again and again.
    assert_eq!(
        said(b"id,pre\n1,2\nid,pre\n2,3\nid,pre\n3,4\n"),
        [[
            "header-again",
            "The header stands again on 2 lines, first on line 3; they were left out",
            "If files were joined, check that no participant is in two of them"
        ]]
    );
    // Short rows.
    assert_eq!(
        said(b"id,pre,post\n1,2\n2\n3,4,5\n"),
        [
            [
                "row-short",
                "Line 2 has 2 cells where there are 3 columns; the last one counts as missing",
                "Add the cells that are missing, or leave them empty between separators"
            ],
            [
                "row-short",
                "Line 3 has one cell where there are 3 columns; the last 2 count as missing",
                "Add the cells that are missing, or leave them empty between separators"
            ],
        ]
    );
    // Many short rows.
    assert_eq!(
        said(format!("id,pre,post\n{}3,4,5\n", "1,2\n".repeat(11)).as_bytes()),
        [[
            "rows-short",
            "11 rows have fewer cells than the 3 columns, and the last cells count as missing; the first are lines 2, 3 and 4",
            "Add the cells that are missing, or leave them empty between separators"
        ]]
    );
    // A long row.
    assert_eq!(
        said(b"id,pre\n1,2\n2,3,<b>,4\n3,4\n"),
        [[
            "row-long",
            "Line 3 has 4 cells where there are 2 columns; what lies beyond was not read: <b> and 4",
            "Values in this row may stand in the wrong column: put a cell that holds a separator or a decimal comma in quotes"
        ]]
    );
    // Many long rows.
    assert_eq!(
        said(format!("id,pre\n{}3,4\n", "1,2,3\n".repeat(11)).as_bytes()),
        [[
            "rows-long",
            "11 rows have more cells than the 2 columns, and what lies beyond was not read; the first are lines 2, 3 and 4",
            "Values in these rows may stand in the wrong column: put cells that hold a separator or a decimal comma in quotes"
        ]]
    );
    // A sum.
    assert_eq!(
        said(b"id,pre\n1,2\n2,3\nTotal:,5\n"),
        [[
            "total-row",
            "Line 4 begins with Total: and sums up other rows; it was left out",
            "If it is a participant, change its first cell"
        ]]
    );
    // A quote that never closes.
    assert_eq!(
        said(b"id,note\n1,\"a\n2,b\n"),
        [[
            "quote-unclosed",
            "The quote that opens on line 2 is never closed; the line was read with the quote as a character",
            "Close the quote, or remove it"
        ]]
    );
}

#[test]
fn columns_and_cells() {
    // Cells that are no numbers.
    assert_eq!(
        said(b"id,x\n1,2\n2,12 kg\n3,4\n4,5\n"),
        [[
            "cell-not-number",
            "Line 3, x: 12 kg is not a number and counts as missing",
            "Correct the cell in the file, or leave it empty"
        ]]
    );
    // Many cells that are no numbers.
    assert_eq!(
        said(format!("id,x\n{}{}", "1,2\n".repeat(20), "2,absent\n3,ill\n".repeat(6)).as_bytes()),
        [[
            "cells-not-numbers",
            "12 cells of x are not numbers and count as missing, among them absent and ill on lines 22, 23 and 24",
            "Correct the cells in the file, or leave them empty"
        ]]
    );
    // An infinite cell.
    assert_eq!(
        said(b"id,x\n1,2\n2,1e999\n3,-inf\n"),
        [
            [
                "cell-infinite",
                "Line 3, x: 1e999 is infinite and counts as missing",
                "Correct the cell in the file, or leave it empty"
            ],
            [
                "cell-infinite",
                "Line 4, x: -inf is infinite and counts as missing",
                "Correct the cell in the file, or leave it empty"
            ],
        ]
    );
    // Many infinite cells.
    assert_eq!(
        said(format!("id,x\n{}", "2,Inf\n".repeat(11)).as_bytes()),
        [[
            "cells-infinite",
            "11 cells of x are infinite and count as missing, among them Inf on lines 2, 3 and 4",
            "Correct the cells in the file, or leave them empty"
        ]]
    );
    // A code.
    assert_eq!(
        said(b"id,x\n1,1\n2,2\n3,3\n4,4\n5,5\n6,99\n"),
        [[
            "missing-code",
            "x: the value 99 on line 7 lies far outside the other values, 1 to 5",
            "Say whether 99 means missing; until then it is left out as missing"
        ]]
    );
    // A code and a constant.
    assert_eq!(
        said(b"id,x\n1,3\n2,3\n3,3\n4,3\n5,3\n6,-9\n7,-9\n"),
        [[
            "missing-code",
            "x: the value −9 in 2 rows, first on line 7, lies far outside the other values, all 3",
            "Say whether −9 means missing; until then it is left out as missing"
        ]]
    );
    // A mark that can be either.
    assert_eq!(
        said(b"id;x\n1;1,234\n2;2,345\n"),
        [[
            "decimal-mark-unclear",
            "1,234 in x can be 1.234 or 1234, and no other number tells; it was read as 1.234",
            "If that is wrong, choose the other decimal mark"
        ]]
    );
    // Two marks.
    assert_eq!(
        said(b"a;b\n1.5;2,5\n2.5;3,5\n3.5;4\n"),
        [[
            "decimal-mark-differs",
            "b has “,” as its decimal mark, unlike the rest of the file, and was read so",
            "If that is wrong, choose the decimal mark of the file"
        ]]
    );
    // Slashes.
    assert_eq!(
        said("id,x\n1,۳/۵\n2,۴\n".as_bytes()),
        [[
            "decimal-slash",
            "x was read with the slash as its decimal mark: ۳/۵ is 3.5",
            "If the cells are not decimal numbers, write them with another sign"
        ]]
    );
    // Percentages.
    assert_eq!(
        said(b"id,x\n1,45%\n2,50%\n"),
        [[
            "column-percent",
            "x holds percentages such as 45% and was read as text",
            "Remove the percent signs in the file to analyse it as numbers"
        ]]
    );
    // Letters of two keyboards.
    assert_eq!(
        said("id,x\n1,علي\n2,علی\n".as_bytes()),
        [[
            "spellings-merged",
            "x: \u{2068}علی\u{2069} and \u{2068}علي\u{2069} look the same but are typed with different letters, and were read as one",
            "If they differ in meaning, give one another name"
        ]]
    );
}

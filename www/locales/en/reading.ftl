# What is found while a file is read. The id is the Problem's stable code; `.hint` says what to do.
# <c>…</c> marks the user's own names and cells.

## The file as a whole

file-empty = The file is empty
    .hint = Choose another file, or save the table again as CSV
file-blank = The file holds nothing but blank lines and separators
    .hint = Choose another file, or save the table again as CSV
redcap-events = The values of <c>{ $column }</c> name an event and an arm, as REDCap writes them (<c>baseline_arm_1</c>): { $n ->
        [0] the events are read without the arm, of which there is one
       *[other] the arms are read as a column of their own, <c>{ $arm }</c>
    }
    .hint = Nothing is needed
second-header = Line { $line } holds words in every column of numbers, so it belongs to the header and is left out
only-header = The file has a header of { $count ->
        [one] one column
       *[other] { $count } columns
    } and no rows
    .hint = Save the table again with a row for each participant
file-too-large = The file has { $size } MiB, more than the { $limit } MiB that can be read
    .hint = Leave out columns that the analysis does not need, and save it again as CSV
rows-too-many = The file has { $n } rows; at most { $most } are read
    .hint = Leave out rows that the analysis does not need, or columns that make a row for each of their values
columns-too-many = Line { $line } has { $n } cells; files of at most { $most } columns are read
    .hint = Leave out columns that the analysis does not need, and save it again as CSV
separators-too-many = Line { $line } has { $n } separators, more than the { $most } that a line can have
    .hint = If the file is not one long line, choose what separates its cells
cell-too-long = Line { $line }: a cell of <c>{ $column }</c> has { $n } characters, more than the { $most } that are read; it is taken as missing
    .hint = If a quotation mark was forgotten before or behind it, add it in the file
file-not-text = The file is { $kind ->
        [png] a PNG picture
        [jpeg] a JPEG picture
        [picture] a picture
        [pdf] a PDF document
        [xlsx] an Excel workbook
        [xls] an Excel workbook of the older kind
        [ods] an OpenDocument spreadsheet
        [docx] a Word document
        [rtf] a rich-text document
        [html] a web page
        [json] a JSON file
        [sav] an SPSS file
        [dta] a Stata file
        [sas] a SAS file
        [r] an R file
        [jasp] a JASP file
        [jamovi] a jamovi file
        [parquet] a Parquet or Arrow file
        [database] an SQLite database
        [gzip] a compressed file
        [archive] a compressed archive
        [utf32] in the encoding UTF-32
       *[binary] of an unknown kind
    }, not CSV text
    .hint = { $kind ->
        [xlsx] Open it in Excel and choose File, Save As, “CSV UTF-8”
        [xls] Open it in Excel and choose File, Save As, “CSV UTF-8”
        [ods] Open it in LibreOffice and choose File, Save As, “Text CSV”
        [sav] In SPSS choose File, Export, “CSV Data”
        [dta] In Stata run: export delimited using "data.csv"
        [sas] In SAS run PROC EXPORT with DBMS=CSV
        [r] In R run: write.csv(data, "data.csv", row.names = FALSE)
        [jasp] In JASP choose File, Export Data, and save as CSV
        [jamovi] In jamovi choose File, Export, and save as CSV
        [html] Open it in Excel or LibreOffice and save it as CSV
        [gzip] Unpack it and choose the CSV file inside
        [archive] Unpack it and choose the CSV file inside
        [utf32] Save it again as UTF-8
       *[other] Choose the file that holds the data, saved as CSV
    }
encoding-guessed = The letters were read as { $encoding ->
        [utf-16le] UTF-16
        [utf-16be] UTF-16
        [windows-1252] Windows-1252 (western Europe)
        [windows-1256] Windows-1256 (Arabic and Persian)
       *[other] { $encoding }
    }; the file does not say so itself
    .hint = If names look wrong, choose another encoding
encoding-unknown = There is no encoding <c>{ $encoding }</c>; the file was read in the one that fits
    .hint = Write it as in “utf-8”, “windows-1256” or “iso-8859-9”
letters-lost = { $count ->
        [one] One character could not be read and shows as “�”
       *[other] { $count } characters could not be read and show as “�”
    }, first on line { $line }
    .hint = Choose another encoding, or save the file again as UTF-8
nul-characters = { $count ->
        [one] A NUL character was left out
       *[other] { $count } NUL characters were left out
    }, first on line { $line }
    .hint = If cells are wrong, choose another encoding, or save the file again as UTF-8
separator-unusable = <c>{ $separator }</c> cannot separate cells; the separator that fits was used
    .hint = Choose a comma, a semicolon, a tab or a bar
decimal-mark-unusable = <c>{ $mark }</c> cannot be a decimal mark; the mark that fits was used
    .hint = Choose a point, a comma or “٫”
one-column = The file has one column, <c>{ $column }</c>, and it holds text
    .hint = If it should have more, choose what separates the cells

## The header

lines-above-header = { $count ->
        [one] A line above the header was
       *[other] { $count } lines above the header were
    } left out, beginning with <c>{ $first }</c>; the header is line { $line }
    .hint = If that is wrong, remove the lines above the header and read the file again
header-absent = Line { $line }, where the header should be, holds numbers, from <c>{ $first }</c> on; it was read as data, and the columns are called <c>column 1</c>, <c>column 2</c> and so on
    .hint = Add a first line with the names of the columns
header-like-data = Line { $line }, where the header should be, looks like a participant’s data: { $count ->
    [one] <c>{ $first }</c> is
   *[other] <c>{ $first }</c> and others, { $count } of its cells, are
} like the cells below. Are these the names of columns? If not, a participant is missing from the analysis, and no link is made of the file
    .hint = Add a first line with the names of the columns; if these are their names, change those that also occur as data
header-one-short = The header has { $names } names and the rows have { $cells } cells; the first column was taken to be the one without a name and is called <c>column 1</c>
    .hint = If a decimal comma cuts a number in two, save the file with semicolons; otherwise add the name
header-empty = { $count ->
        [one] A column has no name in the header; it is called <c>{ $first }</c>
       *[other] { $count } columns have no name in the header; they are called after their places, the first <c>{ $first }</c>, the last <c>{ $last }</c>
    }
    .hint = Name { $count ->
        [one] it
       *[other] them
    } in line { $line } if you need { $count ->
        [one] it
       *[other] them
    }
header-repeated = { $count } columns are named <c>{ $name }</c>; { $count ->
        [2] the second is called <c>{ $last }</c>
       *[other] the later ones are numbered, up to <c>{ $last }</c>
    }
    .hint = Give each column a name of its own in line { $line }
question-rows = { $count ->
        [one] A row under the header that describes the questions was left out: line { $line }
       *[other] { $count } rows under the header that describe the questions were left out, from line { $line } on
    }
    .hint = Nothing is needed; this is how Qualtrics writes its files
trailing-separators = { $count ->
        [one] The last column has neither a name nor values and was
       *[other] The last { $count } columns have neither names nor values and were
    } left out
    .hint = Nothing is needed; line { $line } ends in a separator

## Rows

blank-lines = { $count ->
        [one] A blank line was left out: line { $line }
       *[other] { $count } blank lines were left out, the first of them line { $line }
    }
    .hint = Nothing is needed
rows-end-in-separator = { $count ->
        [one] Line { $line } ends in a separator with nothing behind it
       *[other] { $count } lines end in a separator with nothing behind it, first line { $line }
    }; no column was made of that
    .hint = Nothing is needed
header-again = { $count ->
        [one] The header stands again on line { $line }; that line was left out
       *[other] The header stands again on { $count } lines, first on line { $line }; they were left out
    }
    .hint = If files were joined, check that no participant is in two of them
row-short = Line { $line } has { $cells ->
        [one] one cell
       *[other] { $cells } cells
    } where there are { $columns } columns; the last { $count ->
        [one] one counts
       *[other] { $count } count
    } as missing
    .hint = Add the cells that are missing, or leave them empty between separators
rows-short = { $count } rows have fewer cells than the { $columns } columns, and the last cells count as missing; the first are lines { $lines }
    .hint = Add the cells that are missing, or leave them empty between separators
row-long = Line { $line } has { $cells } cells where there are { $columns } columns; what lies beyond was not read: <c>{ $extra }</c>
    .hint = Values in this row may stand in the wrong column: put a cell that holds a separator or a decimal comma in quotes
rows-long = { $count } rows have more cells than the { $columns } columns, and what lies beyond was not read; the first are lines { $lines }
    .hint = Values in these rows may stand in the wrong column: put cells that hold a separator or a decimal comma in quotes
total-row = Line { $line } begins with <c>{ $label }</c> and sums up other rows; it was left out
    .hint = If it is a participant, change its first cell
quote-unclosed = The quote that opens on line { $line } is never closed; the line was read with the quote as a character
    .hint = Close the quote, or remove it

## Columns and cells

cell-not-number = Line { $line }, <c>{ $column }</c>: <c>{ $cell }</c> is not a number and counts as missing
    .hint = Correct the cell in the file, or leave it empty
cells-not-numbers = { $count } cells of <c>{ $column }</c> are not numbers and count as missing, among them <c>{ $cells }</c> on lines { $lines }
    .hint = Correct the cells in the file, or leave them empty
cell-infinite = Line { $line }, <c>{ $column }</c>: <c>{ $cell }</c> is infinite and counts as missing
    .hint = Correct the cell in the file, or leave it empty
cells-infinite = { $count } cells of <c>{ $column }</c> are infinite and count as missing, among them <c>{ $cells }</c> on lines { $lines }
    .hint = Correct the cells in the file, or leave them empty
missing-code = <c>{ $column }</c>: the value <c>{ $code }</c> { $count ->
        [one] on line { $line }
       *[other] in { $count } rows, first on line { $line },
    } lies far outside the other values, { $others ->
        [constant] all { $low }
       *[vary] { $low } to { $high }
    }
    .hint = Say whether { $code } means missing; until then it is left out as missing
decimal-mark-unclear = <c>{ $cell }</c> in <c>{ $column }</c> can be { $read } or { $other }, and no other number tells; it was read as { $read }
    .hint = If that is wrong, choose the other decimal mark
decimal-mark-differs = <c>{ $column }</c> has “{ $mark }” as its decimal mark, unlike the rest of the file, and was read so
    .hint = If that is wrong, choose the decimal mark of the file
decimal-slash = <c>{ $column }</c> was read with the slash as its decimal mark: <c>{ $cell }</c> is { $value }
    .hint = If the cells are not decimal numbers, write them with another sign
column-percent = <c>{ $column }</c> holds percentages such as <c>{ $cell }</c> and was read as text
    .hint = Remove the percent signs in the file to analyse it as numbers
spellings-merged = <c>{ $column }</c>: <c>{ $spelling }</c> and <c>{ $level }</c> look the same but are typed with different letters, and were read as one
    .hint = If they differ in meaning, give one another name
more-like-these = { $count } more of the kind above { $column ->
        [blank] are not listed
       *[other] are not listed, the last of them in <c>{ $column }</c>
    }
    .hint = They are settled in the same way

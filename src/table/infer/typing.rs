//! The type of each column and the decimal mark of the file, from the counts of the first pass.

use super::survey::Tally;
use crate::notice::{Message, Problem, excerpt};
use crate::table::numeral::{self, Decimal};

/// How a column is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    Numbers(Decimal),
    Words,
}

/// The decimal mark of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Marks {
    pub decimal: Decimal,
    /// Whether the user said so: then it holds for every column.
    pub is_chosen: bool,
    pub delimiter: Option<u8>,
}

/// The decimal mark that most of the numbers ask for, and a Problem where none asks and some could be read twice.
pub fn marks(names: &[String], tallies: &[Tally], delimiter: Option<u8>) -> (Marks, Option<Problem>) {
    let decided = |decimal| Marks { decimal, is_chosen: false, delimiter };
    // In a file of commas a cell `"1,3"` is more often a list of answers. Then a whole column has to be of that form.
    let counts_for_comma = |tally: &&Tally| match delimiter {
        Some(b',') => tally.n_comma * 10 >= tally.n_present * 9,
        _ => tally.n_comma * 2 > tally.n_present,
    };
    let n_comma: usize = tallies.iter().filter(counts_for_comma).map(|tally| tally.n_comma_only).sum();
    let n_point: usize =
        tallies.iter().filter(|tally| tally.n_point * 2 > tally.n_present).map(|tally| tally.n_point_only).sum();
    if n_comma != n_point {
        return (decided(if n_comma > n_point { Decimal::Comma } else { Decimal::Point }), None);
    }
    let unclear = || names.iter().zip(tallies).filter(|(_, tally)| tally.n_unclear_comma > 0);
    let Some((name, tally)) = unclear().next() else { return (decided(Decimal::Point), None) };
    // `1,234` and nothing that tells. A file of semicolons has them because its commas are decimal marks.
    let only_such = unclear().all(|(_, tally)| tally.n_unclear_comma == tally.n_present);
    let comma = delimiter == Some(b';') || (delimiter != Some(b',') && only_such);
    let marks = decided(if comma { Decimal::Comma } else { Decimal::Point });
    let problem = unclear_mark(name, tally, marks.decimal);
    (marks, problem)
}

fn unclear_mark(name: &str, tally: &Tally, decimal: Decimal) -> Option<Problem> {
    let cell = tally.unclear.as_deref()?;
    let read_as = |decimal| numeral::parse(cell, decimal, &mut String::new());
    let message = Message::new("decimal-mark-unclear")
        .with("cell", excerpt(cell))
        .with("column", excerpt(name))
        .with("read", read_as(decimal)?)
        .with("other", read_as(decimal.other())?);
    Some(Problem::warning(message).in_column(name))
}

/// The type of a column, and what the user should know about it.
pub fn kind(name: &str, tally: &Tally, marks: &Marks) -> (ColumnType, Option<Problem>) {
    let decimal = marks.decimal;
    let count = |decimal| if decimal == Decimal::Comma { tally.n_comma } else { tally.n_point };
    let n_numbers = count(decimal);
    if tally.n_present == 0 {
        return (ColumnType::Numbers(decimal), None);
    }
    if is_label(name, tally, n_numbers) {
        return (ColumnType::Words, None);
    }
    let about = |id, cell: &Option<String>| {
        let cell = cell.as_deref().map(excerpt).unwrap_or_default();
        Message::new(id).with("column", excerpt(name)).with("cell", cell)
    };
    let in_persian = tally.slash_in_persian_digits || name.chars().any(is_arabic_script);
    if tally.n_slash > 0 && in_persian && tally.n_slash + tally.digits.n == tally.n_present {
        let cell = tally.slash.as_deref().unwrap_or_default();
        let value = numeral::parse(cell, Decimal::Slash, &mut String::new()).unwrap_or(f64::NAN);
        let message = about("decimal-slash", &tally.slash).with("value", value);
        return (ColumnType::Numbers(Decimal::Slash), Some(Problem::note(message).in_column(name)));
    }
    if n_numbers * 2 > tally.n_present {
        return (ColumnType::Numbers(decimal), None);
    }
    if !marks.is_chosen && marks.delimiter != Some(b',') && count(decimal.other()) * 10 >= tally.n_present * 9 {
        let message = Message::new("decimal-mark-differs").with("column", excerpt(name));
        let message = message.with("mark", decimal.other().as_char().to_string());
        return (ColumnType::Numbers(decimal.other()), Some(Problem::warning(message).in_column(name)));
    }
    if tally.n_percent * 2 > tally.n_present {
        let problem = Problem::warning(about("column-percent", &tally.percent)).in_column(name);
        return (ColumnType::Words, Some(problem));
    }
    (ColumnType::Words, None)
}

/// Whether digits in a column are labels: an id with letters in some, leading zeros, more digits than a number holds.
fn is_label(name: &str, tally: &Tally, n_numbers: usize) -> bool {
    let names_someone = names_participants(name);
    let digits = &tally.digits;
    let all_digits = digits.n == n_numbers;
    // `007`, `012`, `105`: of one width, and most with a zero or one after the other as ids are.
    let is_padded = digits.n_leading_zero > 0
        && (names_someone || (!digits.varies && (digits.n_leading_zero * 2 > digits.n || !digits.falls)));
    (names_someone && n_numbers < tally.n_present) || (all_digits && (is_padded || digits.n_too_long > 0))
}

fn is_arabic_script(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
}

/// Whether a column's name says that it names participants.
pub fn names_participants(name: &str) -> bool {
    const NAMES: [&str; 42] = [
        "id",
        "ids",
        "pid",
        "sid",
        "code",
        "participant",
        "participantid",
        "participantcode",
        "participantno",
        "participantnumber",
        "subject",
        "subjectid",
        "subjectno",
        "subj",
        "subjid",
        "sub",
        "case",
        "caseid",
        "caseno",
        "patient",
        "patientid",
        "pp",
        "ppn",
        "ppid",
        "vp",
        "vpn",
        "vpnr",
        "proband",
        "person",
        "personid",
        "name",
        "respondent",
        "respondentid",
        "responseid",
        "recordid",
        "studyid",
        "شناسه",
        "کد",
        "شماره",
        "ردیف",
        "شرکتکننده",
        "آزمودنی",
    ];
    let folded: String = name.to_lowercase().replace('ي', "ی").replace('ك', "ک");
    let letters: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    NAMES.contains(&letters.as_str()) || ["_id", " id", "-id", ".id"].iter().any(|end| folded.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_participants() {
        for name in ["id", "ID", "Participant_ID", "participant no.", "client_id", "شناسه", "كد", "شرکت‌کننده", "VP-Nr"]
        {
            assert!(names_participants(name), "{name}");
        }
        for name in ["", "idea", "score_pre", "paid", "group", "سن"] {
            assert!(!names_participants(name), "{name}");
        }
    }
}

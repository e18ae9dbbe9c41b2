//! The tidy output: every number of every method, one a row, `outcome,method,term,statistic,value`.

use std::borrow::Cow;

use super::writer::{Document, TidyRow, Writer};

pub struct Tidy;

impl Writer for Tidy {
    fn name(&self) -> &'static str {
        "tidy"
    }

    fn file(&self) -> (&'static str, &'static str) {
        ("numbers.csv", "text/csv")
    }

    fn write(&self, document: &Document<'_>) -> Vec<u8> {
        render(&(document.numbers)()).into_bytes()
    }
}

/// The rows as CSV with a header. A number that is not finite is left out: a statistic that cannot be given has no row.
fn render(rows: &[TidyRow<'_>]) -> String {
    let mut csv = String::from("outcome,method,term,statistic,value\n");
    for row in rows.iter().filter(|row| row.value.is_finite()) {
        for text in [row.outcome, row.method, row.term, row.statistic] {
            csv.push_str(&cell(text));
            csv.push(',');
        }
        csv.push_str(&seventeen_digits(row.value));
        csv.push('\n');
    }
    csv
}

/// A text as a cell that no spreadsheet calculates: what begins as a formula does gets an apostrophe before it, and so does
/// what could be taken for such a cell. What holds a separator of any country is quoted.
fn cell(text: &str) -> Cow<'_, str> {
    let is_formula = text.trim_start_matches('\'').starts_with(begins_formula) && !is_number(text);
    if !is_formula && !text.bytes().any(|b| matches!(b, b'"' | b',' | b';' | b'\t' | b'\n' | b'\r')) {
        return text.into();
    }
    let apostrophe = if is_formula { "'" } else { "" };
    format!("\"{apostrophe}{}\"", text.replace('"', "\"\"")).into()
}

/// The signs that the Open Web Application Security Project lists, and their wide forms.
fn begins_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

/// An arm called `-1` is a number to a spreadsheet, and no formula.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit()) && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// Seventeen significant digits, enough to restore the very double, without trailing zeros (C's `%.17g`).
pub fn seventeen_digits(value: f64) -> String {
    let scientific = format!("{value:.16e}");
    let Some((mantissa, exponent)) = scientific.split_once('e') else { return scientific };
    match exponent.parse::<i32>() {
        Ok(exponent @ -5..=16) => trim(&without_exponent(mantissa, exponent)).into(),
        _ => format!("{}e{exponent}", trim(mantissa)),
    }
}

/// `-1.25` and -2 as `-0.0125`: the digits are there already, only the point moves.
fn without_exponent(mantissa: &str, exponent: i32) -> String {
    let (sign, unsigned) = mantissa.split_at(usize::from(mantissa.starts_with('-')));
    let digits = unsigned.replace('.', "");
    match usize::try_from(exponent) {
        Ok(exponent) => {
            let (whole, fraction) = digits.split_at((exponent + 1).min(digits.len()));
            format!("{sign}{whole}.{fraction}")
        }
        Err(_) => format!("{sign}0.{}{digits}", "0".repeat(exponent.unsigned_abs() as usize - 1)),
    }
}

fn trim(digits: &str) -> &str {
    if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { digits }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_restore_the_double() {
        for value in
            [4.2, 20.0, 1e-300, -0.000123, 1.0 / 3.0, 123456789.123, 1e22, 5e-324, 0.0, 1e16, 12345678901234567.0]
        {
            assert_eq!(seventeen_digits(value).parse::<f64>(), Ok(value), "{value}");
        }
        assert_eq!(seventeen_digits(20.0), "20");
        assert_eq!(seventeen_digits(4.2), "4.2000000000000002");
    }

    #[test]
    fn the_point_moves_as_the_standard_library_writes_it() {
        for exponent in -5..=16 {
            for value in [1.0, -1.25, 2.0 / 3.0, 9.999_999_999_999_999] {
                let value = value * 10f64.powi(exponent);
                let scientific = format!("{value:.16e}");
                let (_, written) = scientific.split_once('e').expect("an exponent");
                let places = usize::try_from(16 - written.parse::<i32>().expect("a number")).unwrap_or(0);
                if (-5..=16).contains(&written.parse::<i32>().expect("a number")) {
                    assert_eq!(seventeen_digits(value), trim(&format!("{value:.places$}")), "{value}");
                }
            }
        }
        assert_eq!([0.0, -0.0, -0.0125].map(seventeen_digits), ["0", "-0", "-0.012500000000000001"]);
    }

    #[test]
    fn what_cannot_be_given_has_no_row() {
        let row = |value| TidyRow { outcome: "a,b", method: "m", term: "t", statistic: "s", value };
        let csv = render(&[row(1.5), row(f64::NAN)]);
        assert_eq!(csv, "outcome,method,term,statistic,value\n\"a,b\",m,t,s,1.5\n");
    }

    #[test]
    fn no_name_becomes_a_formula() {
        for formula in
            ["=1+1", "+mood", "-2+3+cmd|' /C calc'!D2", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", "-1 - control | pre"]
        {
            assert_eq!(cell(formula), format!("\"'{formula}\""));
        }
        assert_eq!(cell("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        // Where a semicolon separates, what follows one would be a cell.
        assert_eq!(cell("mood;=1+1"), "\"mood;=1+1\"");
    }

    #[test]
    fn ordinary_names_and_numbers_stay_as_they_are() {
        for name in ["score", "A - control | pre", "(post - pre) x (A - control)", "-1", "+2.5", "'", "it's", "a=b", ""]
        {
            assert_eq!(cell(name), name);
        }
        let row = TidyRow { outcome: "score", method: "m", term: "-1, pre", statistic: "s", value: -0.5 };
        assert!(render(&[row]).ends_with("\nscore,m,\"'-1, pre\",s,-0.5\n"));
    }
}

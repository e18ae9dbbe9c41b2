//! Numbers as people and programs write them: three sets of digits, four decimal marks, marks between thousands.

use std::iter::Peekable;
use std::str::Chars;

use super::blank::trim;

/// What separates the whole from the fraction. `٫` does so always, since it means nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decimal {
    Point,
    Comma,
    /// As typed on some Persian keyboards: `۳/۵`.
    Slash,
}

impl Decimal {
    fn is_mark(self, c: char) -> bool {
        match c {
            '٫' => true,
            '.' => self == Self::Point,
            ',' => self == Self::Comma,
            '/' => self == Self::Slash,
            _ => false,
        }
    }

    /// Whether `c` may stand between thousands.
    fn is_group(self, c: char) -> bool {
        match c {
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' | '٬' | '،' => true,
            ',' => self == Self::Point,
            '.' => self == Self::Comma,
            _ => false,
        }
    }

    /// The other of point and comma.
    pub fn other(self) -> Self {
        if self == Self::Comma { Self::Point } else { Self::Comma }
    }

    pub fn as_char(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
            Self::Slash => '/',
        }
    }
}

/// The number that a cell holds, infinite where it says so or is too large; never NaN. `scratch` saves allocations.
pub fn parse(cell: &str, decimal: Decimal, scratch: &mut String) -> Option<f64> {
    let cell = trim(cell);
    let plain = |b: &u8| b.is_ascii_digit() || (*b == b'.' && decimal == Decimal::Point);
    let unsigned = cell.strip_prefix('-').unwrap_or(cell);
    if !unsigned.is_empty() && unsigned.bytes().all(|b| plain(&b)) {
        return cell.parse().ok();
    }
    if let Some(infinite) = infinity(cell) {
        return Some(infinite);
    }
    normalise(cell, decimal, scratch)?;
    scratch.parse().ok()
}

/// Whether a cell is a number under that decimal mark.
pub fn is_number(cell: &str, decimal: Decimal, scratch: &mut String) -> bool {
    let cell = trim(cell);
    let digits_only = !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit());
    digits_only || infinity(cell).is_some() || normalise(cell, decimal, scratch).is_some()
}

/// What a number in plain writing says of the decimal mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plain {
    /// Latin digits only.
    Digits,
    /// Latin digits around one mark that can be nothing but the decimal mark.
    Marked(Decimal),
}

/// Looks at a cell's bytes only, which settles most cells of most files; `None` where it takes more than that.
pub fn plain(cell: &str) -> Option<Plain> {
    let bytes = cell.strip_prefix('-').unwrap_or(cell).as_bytes();
    let n_whole = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    let decimal = match bytes.get(n_whole) {
        // `-12` is left to the others: it is a number, but not digits only.
        None => return (n_whole > 0 && n_whole == cell.len()).then_some(Plain::Digits),
        Some(b'.') => Decimal::Point,
        Some(b',') => Decimal::Comma,
        Some(_) => return None,
    };
    let fraction = bytes.get(n_whole + 1..)?;
    // Three digits may be thousands.
    let is_fraction = !matches!(fraction.len(), 0 | 3) && fraction.iter().all(u8::is_ascii_digit);
    (n_whole > 0 && is_fraction).then_some(Plain::Marked(decimal))
}

/// The value of a digit, Latin, Persian or Arabic.
pub fn digit(c: char) -> Option<char> {
    let value = match c {
        '0'..='9' => return Some(c),
        '۰'..='۹' => u32::from(c) - u32::from('۰'),
        '٠'..='٩' => u32::from(c) - u32::from('٠'),
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// How many digits a cell has that is nothing but digits, and whether the first of several is zero: `007`.
pub fn digits_only(cell: &str) -> Option<(usize, bool)> {
    let cell = trim(cell);
    let mut n_digits = 0;
    for c in cell.chars() {
        digit(c)?;
        n_digits += 1;
    }
    let leads_with_zero = n_digits > 1 && cell.chars().next().and_then(digit) == Some('0');
    (n_digits > 0).then_some((n_digits, leads_with_zero))
}

fn is_minus(c: char) -> bool {
    // The hyphen, the true minus, and the en dash that word processors make of a hyphen.
    matches!(c, '-' | '−' | '–')
}

fn infinity(cell: &str) -> Option<f64> {
    const WRITTEN: [&str; 4] = ["inf", "infinity", "∞", "1.#inf"];
    let unsigned = cell.strip_prefix(|c| is_minus(c) || c == '+').unwrap_or(cell);
    let starts = unsigned.chars().next()?;
    if !matches!(starts, 'i' | 'I' | '∞' | '1') || !WRITTEN.iter().any(|w| w.eq_ignore_ascii_case(unsigned)) {
        return None;
    }
    Some(if cell.starts_with(is_minus) { f64::NEG_INFINITY } else { f64::INFINITY })
}

/// Writes the number into `ascii` as `read` reads it. `None` where the cell is not a number.
fn normalise(cell: &str, decimal: Decimal, ascii: &mut String) -> Option<()> {
    ascii.clear();
    let mut rest = cell.chars().peekable();
    if let Some(sign) = rest.next_if(|&c| is_minus(c) || c == '+')
        && is_minus(sign)
    {
        ascii.push('-');
    }
    let signed = ascii.len();
    whole(&mut rest, decimal, ascii)?;
    let mut n_digits = ascii.len() - signed;
    if rest.next_if(|&c| decimal.is_mark(c)).is_some() {
        ascii.push('.');
        n_digits += digits(&mut rest, ascii);
    }
    if n_digits == 0 {
        return None;
    }
    if rest.next_if(|&c| matches!(c, 'e' | 'E')).is_some() {
        ascii.push('e');
        if let Some(sign) = rest.next_if(|&c| is_minus(c) || c == '+') {
            ascii.push(if is_minus(sign) { '-' } else { '+' });
        }
        if digits(&mut rest, ascii) == 0 {
            return None;
        }
    }
    rest.next().is_none().then_some(())
}

/// The digits before the decimal mark. Thousands come in groups of three, one mark throughout, and not after a zero:
/// `0,123` is a fraction.
fn whole(rest: &mut Peekable<Chars<'_>>, decimal: Decimal, ascii: &mut String) -> Option<()> {
    let from = ascii.len();
    let first = digits(rest, ascii);
    let Some(mark) = rest.next_if(|&c| decimal.is_group(c)) else { return Some(()) };
    if !(1..=3).contains(&first) || ascii[from..].starts_with('0') {
        return None;
    }
    loop {
        if digits(rest, ascii) != 3 {
            return None;
        }
        if rest.next_if_eq(&mark).is_none() {
            return Some(());
        }
    }
}

fn digits(rest: &mut Peekable<Chars<'_>>, ascii: &mut String) -> usize {
    let before = ascii.len();
    while let Some(value) = rest.peek().copied().and_then(digit) {
        ascii.push(value);
        rest.next();
    }
    ascii.len() - before
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(cell: &str, decimal: Decimal) -> Option<f64> {
        let value = parse(cell, decimal, &mut String::new());
        assert_eq!(value.is_some(), is_number(cell, decimal, &mut String::new()), "{cell}");
        value
    }

    #[test]
    fn numbers_with_a_decimal_point() {
        for (cell, value) in [
            ("12", 12.0),
            (" 12.5 ", 12.5),
            ("+3", 3.0),
            ("-3.25", -3.25),
            ("−3.25", -3.25),
            ("–4", -4.0),
            (".5", 0.5),
            ("-.5", -0.5),
            ("5.", 5.0),
            ("1e3", 1000.0),
            ("2.5E-2", 0.025),
            ("1,234.5", 1234.5),
            ("1,234,567", 1_234_567.0),
            ("1 234.5", 1234.5),
            ("1\u{a0}234", 1234.0),
            ("1\u{202f}234", 1234.0),
            ("1'234'567", 1_234_567.0),
            ("۱۲٫۵", 12.5),
            ("٣٫٢", 3.2),
            ("۱٬۲۳۴٫۵", 1234.5),
            ("−۷", -7.0),
            ("۳.۵", 3.5),
            ("007", 7.0),
        ] {
            assert_eq!(number(cell, Decimal::Point), Some(value), "{cell}");
        }
    }

    #[test]
    fn numbers_with_a_decimal_comma() {
        for (cell, value) in
            [("1,5", 1.5), ("-0,25", -0.25), ("1.234,5", 1234.5), ("1 234,5", 1234.5), ("1.234.567", 1_234_567.0)]
        {
            assert_eq!(number(cell, Decimal::Comma), Some(value), "{cell}");
        }
        assert_eq!(number("۳/۵", Decimal::Slash), Some(3.5));
        assert_eq!(number("۳/۵", Decimal::Point), None);
    }

    #[test]
    fn what_is_no_number() {
        for cell in [
            "",
            "-",
            "+",
            ".",
            "e5",
            "1e",
            "1e+",
            "12 kg",
            "45%",
            "1,5",
            "0,123",
            "12,34",
            "1,2345",
            "1,234 567",
            "1.2.3",
            "12-05-2024",
            "۱۴۰۲/۰۵/۱۲",
            "1 2",
            "1,",
            "--3",
            "0x10",
            "nan",
            "infinite",
            "1_000",
            "½",
        ] {
            assert_eq!(number(cell, Decimal::Point), None, "{cell}");
        }
    }

    #[test]
    fn infinities_are_seen_as_such() {
        for cell in ["inf", "Infinity", "+INF", "∞", "1e999", "1.#INF"] {
            assert_eq!(number(cell, Decimal::Point), Some(f64::INFINITY), "{cell}");
        }
        assert_eq!(number("-inf", Decimal::Comma), Some(f64::NEG_INFINITY));
        assert_eq!(number("−∞", Decimal::Comma), Some(f64::NEG_INFINITY));
    }

    #[test]
    fn plain_writing_says_the_same_as_the_rest() {
        for (cell, expected) in [
            ("12", Some(Plain::Digits)),
            ("-12.5", Some(Plain::Marked(Decimal::Point))),
            ("0,1234", Some(Plain::Marked(Decimal::Comma))),
            ("1.234", None),
            ("-12", None),
            ("12.", None),
            (".5", None),
            ("1.5e3", None),
            ("-", None),
            ("", None),
            ("۱۲", None),
        ] {
            assert_eq!(plain(cell), expected, "{cell}");
            if let Some(Plain::Marked(decimal)) = expected {
                assert!(number(cell, decimal).is_some() && number(cell, decimal.other()).is_none(), "{cell}");
            }
        }
    }

    #[test]
    fn digits_of_a_label() {
        assert_eq!(digits_only("007"), Some((3, true)));
        assert_eq!(digits_only("۰۷"), Some((2, true)));
        assert_eq!(digits_only("0"), Some((1, false)));
        assert_eq!(digits_only("0.7"), None);
    }
}

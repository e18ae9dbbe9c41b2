//! The day on which a Plan was registered, as its user typed it.

use std::fmt;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// Reads `2026-11-24` (ISO 8601); `None` for what is no day.
    pub fn read(text: &[u8]) -> Option<Self> {
        let [a, b, c, d, b'-', e, f, b'-', g, h] = *text else { return None };
        let number = |digits: &[u8]| {
            digits
                .iter()
                .try_fold(0, |number: u16, digit| digit.is_ascii_digit().then(|| number * 10 + u16::from(digit - b'0')))
        };
        let (year, month, day) = (number(&[a, b, c, d])?, number(&[e, f])?, number(&[g, h])?);
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 => 28 + u16::from(is_leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        let (month, in_month) = (u8::try_from(month).ok()?, (1..=days).contains(&day));
        in_month.then_some(Self { year, month, day: u8::try_from(day).ok()? })
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_are_and_are_not() {
        let read = |text: &str| Day::read(text.as_bytes()).map(|day| day.to_string());
        for day in ["2026-11-24", "2024-02-29", "2000-02-29", "0001-01-01"] {
            assert_eq!(read(day).as_deref(), Some(day));
        }
        for none in ["2026-02-29", "1900-02-29", "2026-13-01", "2026-04-31", "2026-00-10", "24.11.2026", "2026-1-1", ""]
        {
            assert_eq!(read(none), None, "{none}");
        }
    }
}

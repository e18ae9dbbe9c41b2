//! The tidy output: every number of every method, one a row, `outcome,method,term,statistic,value`.

/// One number, named.
pub struct Row<'a> {
    pub outcome: &'a str,
    pub method: &'a str,
    pub term: &'a str,
    pub statistic: &'a str,
    pub value: f64,
}

/// The rows as CSV with a header. A number that is not finite is left out: a statistic that cannot be given has no row.
pub fn render<'a>(rows: impl Iterator<Item = Row<'a>>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and every record has the same five fields.
    let _ = writer.write_record(["outcome", "method", "term", "statistic", "value"]);
    for row in rows.filter(|row| row.value.is_finite()) {
        let _ = writer.write_record([row.outcome, row.method, row.term, row.statistic, &seventeen_digits(row.value)]);
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// Seventeen significant digits, enough to restore the very double, without trailing zeros (C's `%.17g`).
pub fn seventeen_digits(value: f64) -> String {
    let scientific = format!("{value:.16e}");
    let Some((mantissa, exponent)) = scientific.split_once('e') else { return scientific };
    match exponent.parse::<i32>() {
        Ok(exponent @ -5..=16) => {
            let places = usize::try_from(16 - exponent).unwrap_or(0);
            trim(&format!("{value:.places$}")).into()
        }
        _ => format!("{}e{exponent}", trim(mantissa)),
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
    fn what_cannot_be_given_has_no_row() {
        let row = |value| Row { outcome: "a,b", method: "m", term: "t", statistic: "s", value };
        let csv = render([row(1.5), row(f64::NAN)].into_iter());
        assert_eq!(csv, "outcome,method,term,statistic,value\n\"a,b\",m,t,s,1.5\n");
    }
}

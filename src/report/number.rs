//! Numbers as text, in APA style: true minus, no leading zero where a number is bounded by one.
//!
//! Every rounded number passes through `rounded`, so that one value reads the same in a sentence, a table, a label and a figure.

/// The significant digits that a number is rounded from. Arithmetic leaves 3.45 a few units off in its 16th digit, now above
/// and now below; what is the same number to 12 digits has the same text.
const SIGNIFICANT: usize = 12;

/// A limit nearer to zero than this is zero.
const MOST_PLACES: usize = 12;

/// The size of a finite number with that many decimals, from its 12 significant digits, halves away from zero.
fn rounded(value: f64, places: usize) -> String {
    let size = value.abs();
    let snapped = format!("{size:.*e}", SIGNIFICANT - 1);
    let parts = snapped.split_once('e').and_then(|(mantissa, exponent)| {
        let digits: u64 = mantissa.replace('.', "").parse().ok()?;
        Some((digits, exponent.parse::<i64>().ok()?))
    });
    let Some((digits, exponent)) = parts else { return format!("{size:.places$}") };
    // The value is digits × 10^(exponent − 11); so many of the digits lie beyond the last decimal.
    let beyond = SIGNIFICANT as i64 - 1 - exponent - places as i64;
    let kept = match u32::try_from(beyond) {
        // More decimals than there are significant digits: nothing is rounded away.
        Err(_) | Ok(0) => return format!("{size:.places$}"),
        Ok(beyond) => match 10_u64.checked_pow(beyond) {
            Some(unit) => (digits + unit / 2) / unit,
            None => 0,
        },
    };
    let text = format!("{kept:0>width$}", width = places + 1);
    if places == 0 {
        return text;
    }
    let (whole, decimals) = text.split_at(text.len() - places);
    format!("{whole}.{decimals}")
}

/// A number with that many decimals and a true minus; never "−0.0". Not finite: an em dash.
pub fn decimal(value: f64, places: usize) -> String {
    if !value.is_finite() {
        return infinite(value);
    }
    let text = rounded(value, places);
    let is_zero = text.bytes().all(|b| matches!(b, b'0' | b'.'));
    if value < 0.0 && !is_zero { format!("−{text}") } else { text }
}

/// A limit of an interval: with more decimals where it would read as zero and is not, so that no interval seems to touch zero
/// from the other side.
pub fn limit(value: f64, places: usize) -> String {
    decimal(value, limit_places(value, places))
}

/// The decimals of a limit: as many as given, or so many more that it does not read as zero.
pub fn limit_places(value: f64, places: usize) -> usize {
    let reads_as_zero = |text: &str| text.bytes().all(|b| matches!(b, b'0' | b'.'));
    let enough = (places..MOST_PLACES).find(|&more| !reads_as_zero(&decimal(value, more).replace('−', "")));
    if value == 0.0 { places } else { enough.unwrap_or(places) }
}

/// A number with its sign, for the label of a difference: `+13.0`, `−0.6`, `0.0`.
pub fn signed(value: f64, places: usize) -> String {
    let text = decimal(value, places);
    let is_zero = text.bytes().all(|b| matches!(b, b'0' | b'.'));
    if value > 0.0 && !is_zero { format!("+{text}") } else { text }
}

/// A number bounded by one, without its leading zero: `.84`, `−.30`, `1.00`.
pub fn share(value: f64, places: usize) -> String {
    let text = decimal(value, places);
    match text.strip_prefix("−0.") {
        Some(rest) => format!("−.{rest}"),
        None => text.strip_prefix("0.").map_or(text.clone(), |rest| format!(".{rest}")),
    }
}

/// A level as a percentage, with the decimals that it has: `95%`, `99.5%`.
pub fn percent(level: f64) -> String {
    format!("{}%", plain((level * 1e6).round() / 1e4))
}

/// A significance level, without the digits that binary arithmetic adds: `.05`, `.005`.
pub fn shortest_share(value: f64) -> String {
    let text = plain((value * 1e6).round() / 1e6);
    text.strip_prefix("0.").map_or(text.clone(), |rest| format!(".{rest}"))
}

/// A probability as it stands in a table: `.034`, `< .001`, `> .999`.
pub fn p_value(p: f64) -> String {
    if p.is_nan() {
        infinite(p)
    } else if p < 0.001 {
        "< .001".into()
    } else if p > 0.999 {
        "> .999".into()
    } else {
        share(p, 3)
    }
}

/// A probability after its letter, not to be broken: `= .034`, `< .001`, `> .999`.
pub fn p_relation(p: f64) -> String {
    let text = p_value(p).replace(' ', "\u{A0}");
    if text.starts_with(['<', '>']) { text } else { format!("=\u{A0}{text}") }
}

/// A positive number of any size, known by its natural logarithm, with three leading figures: `0.034`, `12.5`, `3.42 × 10¹²`.
pub fn factor(ln: f64) -> String {
    if !ln.is_finite() {
        return infinite(ln);
    }
    let exponent = (ln / std::f64::consts::LN_10).floor();
    if (-3.0..4.0).contains(&exponent) {
        // The exponent is −3 to 3, so the cast cannot narrow.
        return rounded(ln.exp(), (2.0 - exponent).max(0.0) as usize);
    }
    let leading = (ln - exponent * std::f64::consts::LN_10).exp();
    // 9.996 rounds to the next power of ten.
    let (leading, exponent) = if leading >= 9.995 { (leading / 10.0, exponent + 1.0) } else { (leading, exponent) };
    format!("{} × 10{}", rounded(leading, 2), superscript(&format!("{exponent:.0}")))
}

fn superscript(exponent: &str) -> String {
    let raised = |letter: char| match letter {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        digit => digit.to_digit(10).and_then(|value| char::from_u32(0x2070 + value)).unwrap_or(digit),
    };
    exponent.chars().map(raised).collect()
}

/// A value as the file has it: the shortest decimal that reads back as the same number, with a true minus; where that would
/// be a row of zeros, with a power of ten.
pub fn plain(value: f64) -> String {
    if !value.is_finite() {
        return infinite(value);
    }
    let size = value.abs();
    let text = if size == 0.0 || (1e-7..1e21).contains(&size) {
        format!("{size}")
    } else {
        let text = format!("{size:e}");
        let (leading, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        format!("{leading} × 10{}", superscript(exponent))
    };
    if value < 0.0 { format!("−{text}") } else { text }
}

/// Decimals that suit an outcome whose standard deviation is `sd`: one place beyond its leading figure, 0 to 6.
pub fn places_for(sd: f64) -> usize {
    if !(sd.is_finite() && sd > 0.0) {
        return 2;
    }
    match sd.log10().floor() {
        exponent if exponent >= 2.0 => 0,
        exponent if exponent >= 0.0 => 1,
        // Below 1 the exponent is at least −5 after the clamp, so the cast cannot narrow.
        exponent => (1.0 - exponent.max(-5.0)) as usize,
    }
}

fn infinite(value: f64) -> String {
    if value.is_nan() {
        "—".into()
    } else if value > 0.0 {
        "∞".into()
    } else {
        "−∞".into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_rounded_away_from_zero_as_they_read() {
        let just_below = 3.45 - 4.0 * f64::EPSILON;
        for (value, places, wanted) in [
            (3.45, 1, "3.5"),
            (just_below, 1, "3.5"),
            (-just_below, 1, "−3.5"),
            (8.15, 1, "8.2"),
            (16.65, 1, "16.7"),
            (12.95, 1, "13.0"),
            (2.5, 0, "3"),
            (0.5, 0, "1"),
            (0.49, 0, "0"),
            (3.4499999, 1, "3.4"),
            (0.0005, 3, "0.001"),
            (1e-30, 3, "0.000"),
            (999.95, 1, "1000.0"),
            (1234567890123.0, 0, "1234567890123"),
            (1e22, 1, "10000000000000000000000.0"),
            (0.1 + 0.2, 2, "0.30"),
            (0.0, 2, "0.00"),
        ] {
            assert_eq!(decimal(value, places), wanted, "{value} at {places}");
        }
    }

    #[test]
    fn minus_is_true_and_zero_has_none() {
        assert_eq!(decimal(-0.04, 1), "0.0");
        assert_eq!(decimal(-3.25, 1), "−3.3");
        assert_eq!(signed(13.0, 1), "+13.0");
        assert_eq!(signed(-0.6, 1), "−0.6");
    }

    #[test]
    fn probabilities_follow_apa() {
        assert_eq!(p_value(0.0263), ".026");
        assert_eq!(p_value(1e-20), "< .001");
        assert_eq!(p_value(1.0), "> .999");
        assert_eq!(p_relation(0.04), "=\u{A0}.040");
        assert_eq!(p_relation(0.0001), "<\u{A0}.001");
    }

    #[test]
    fn factors_of_any_size_have_three_figures() {
        let text = |value: f64| factor(value.ln());
        assert_eq!(
            [text(0.0342), text(1.0), text(12.46), text(812.0), text(4_321.0)],
            ["0.0342", "1.00", "12.5", "812", "4321"]
        );
        assert_eq!([text(3.416e12), text(9.999e-7), factor(-1000.0)], ["3.42 × 10¹²", "1.00 × 10⁻⁶", "5.08 × 10⁻⁴³⁵"]);
        assert_eq!(factor(f64::INFINITY), "∞");
    }

    #[test]
    fn shares_lose_their_zero_only() {
        assert_eq!(share(0.838, 3), ".838");
        assert_eq!(share(-0.3, 2), "−.30");
        assert_eq!(share(1.0, 2), "1.00");
    }

    #[test]
    fn decimals_follow_the_spread() {
        assert_eq!(places_for(12.3), 1);
        assert_eq!(places_for(4.0), 1);
        assert_eq!(places_for(0.7), 2);
        assert_eq!(places_for(0.05), 3);
        assert_eq!(places_for(250.0), 0);
        assert_eq!(places_for(0.0), 2);
    }
}

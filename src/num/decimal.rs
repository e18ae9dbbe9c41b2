//! The double nearest to a number in decimal writing.
//!
//! The same as the standard library's `parse`, bit for bit, without its ten kilobytes of powers: these would be a
//! thirtieth of what the page sends. A number of up to 15 digits takes one division (Clinger, 1990, How to read
//! floating point numbers accurately, *PLDI*, p. 92–101); most others take one of 128 bits; the rest is divided bit by
//! bit, exactly.

/// The number that `text` holds: digits with at most one point, then perhaps `e` and an exponent, or one of the words
/// `inf`, `infinity`, `nan`; a sign may stand first. `None` for all else. Too large a number is infinite.
pub fn read(text: &str) -> Option<f64> {
    let (negative, unsigned) = sign(text.as_bytes());
    let size = size(unsigned)?;
    Some(if negative { -size } else { size })
}

fn sign(text: &[u8]) -> (bool, &[u8]) {
    match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    }
}

fn size(text: &[u8]) -> Option<f64> {
    let (whole, rest) = digits(text);
    let (fraction, rest) = match rest {
        [b'.', rest @ ..] => digits(rest),
        _ => (&[][..], rest),
    };
    if whole.is_empty() && fraction.is_empty() {
        return word(text);
    }
    let power = exponent(rest)?.saturating_sub(fraction.len() as i64);
    if whole.len() + fraction.len() <= MOST_DIGITS {
        return Some(of_short(together(together(0, whole), fraction), power));
    }
    Some(of_long(&[whole, fraction].concat(), power))
}

/// The leading digits, and what follows them.
fn digits(text: &[u8]) -> (&[u8], &[u8]) {
    let end = text.iter().position(|b| !b.is_ascii_digit()).unwrap_or(text.len());
    text.split_at(end)
}

fn word(text: &[u8]) -> Option<f64> {
    let is = |word: &str| word.as_bytes().eq_ignore_ascii_case(text);
    if is("nan") {
        return Some(f64::NAN);
    }
    (is("inf") || is("infinity")).then_some(f64::INFINITY)
}

/// The power of ten after an `e`; none is 0.
fn exponent(text: &[u8]) -> Option<i64> {
    let [b'e' | b'E', rest @ ..] = text else { return text.is_empty().then_some(0) };
    let (negative, unsigned) = sign(rest);
    let (all, rest) = digits(unsigned);
    if all.is_empty() || !rest.is_empty() {
        return None;
    }
    let size = all.iter().fold(0_i64, |sum, b| sum.saturating_mul(10).saturating_add(i64::from(b - b'0')));
    Some(if negative { -size } else { size })
}

/// So many digits fit into 64 bits.
const MOST_DIGITS: usize = 19;

fn together(before: u64, digits: &[u8]) -> u64 {
    digits.iter().fold(before, |sum, b| sum * 10 + u64::from(b - b'0'))
}

/// `whole` · 10^`power`.
fn of_short(whole: u64, power: i64) -> f64 {
    // Doubles hold whole numbers to 2⁵³ and powers of ten to 10²² exactly, so that there is one rounding.
    const WHOLE: u64 = 1 << 53;
    // 5²⁷ is the last below 2⁶³.
    match power {
        0 if whole <= WHOLE => whole as f64,
        -22..=-1 if whole <= WHOLE => whole as f64 / ten_to(-power),
        1..=22 if whole <= WHOLE => whole as f64 * ten_to(power),
        _ if whole == 0 => 0.0,
        -27..=-1 => {
            let (five, shift) = (five_to(-power), whole.leading_zeros() + 64);
            let whole = u128::from(whole) << shift;
            nearest(whole / five, whole % five != 0, power as i32 - shift as i32)
        }
        0..=27 => nearest(u128::from(whole) * five_to(power), false, power as i32),
        _ => of_any(Whole::of(whole), whole.ilog10().into(), power),
    }
}

fn ten_to(power: i64) -> f64 {
    (0..power).fold(1.0, |ten, _| ten * 10.0)
}

fn five_to(power: i64) -> u128 {
    (0..power).fold(1, |five, _| five * 5)
}

/// The same of more digits than fit.
fn of_long(digits: &[u8], power: i64) -> f64 {
    // A point half-way between two doubles has at most 767 digits: of what follows it matters whether it is zero.
    const DECIDING: usize = 768;
    let n_zeros = digits.iter().take_while(|&&b| b == b'0').count();
    let n_behind = digits[n_zeros..].iter().rev().take_while(|&&b| b == b'0').count();
    let significant = &digits[n_zeros..digits.len() - n_behind];
    let power = power.saturating_add(n_behind as i64);
    if significant.len() <= MOST_DIGITS {
        return of_short(together(0, significant), power);
    }
    let kept = &significant[..significant.len().min(DECIDING)];
    let n_cut = significant.len() - kept.len();
    let mut whole = Whole::of(0);
    for digits in kept.chunks(9) {
        whole.times_plus(10_u32.pow(digits.len() as u32), together(0, digits));
    }
    // The last digit that is cut off is not zero.
    whole.times_plus(10, u64::from(n_cut > 0));
    of_any(whole, kept.len() as i64, power.saturating_add(n_cut as i64 - 1))
}

/// `above` · 10^`power`, where `above` has `n_after` digits after its first, to the bit.
fn of_any(mut above: Whole, n_after: i64, power: i64) -> f64 {
    // Here is also the end of exponents that would take for ever.
    match power.saturating_add(n_after) {
        ..-325 => return 0.0,
        309.. => return f64::INFINITY,
        _ => {}
    }
    let mut below = Whole::of(1);
    if power < 0 { &mut below } else { &mut above }.times_power(5, power.unsigned_abs());
    let shift = above.n_bits() - below.n_bits();
    if shift < 0 { &mut above } else { &mut below }.times_power(2, shift.unsigned_abs());
    // Now of one length, so that the quotient begins at 1 or at the bit after it.
    const BITS: i64 = 66;
    let mut quotient = 0;
    for _ in 0..BITS {
        quotient = quotient << 1 | u128::from(above.take(&below));
        above.times_plus(2, 0);
    }
    nearest(quotient, !above.0.is_empty(), (power + shift - (BITS - 1)) as i32)
}

/// The double nearest to `whole` · 2^`power`, where `rest` says that the number is a little more. `whole` has at least
/// 54 bits, and the number is not below 2⁻¹¹⁰⁰ nor above 2¹¹⁰⁰.
fn nearest(whole: u128, rest: bool, power: i32) -> f64 {
    let n_bits = 128 - whole.leading_zeros() as i32;
    // 53 bits stay, and fewer where the double has no smaller unit.
    let n_cut = (n_bits - 53).max(-1074 - power);
    let (stays, cut, half) = ((whole >> n_cut) as u64, whole & ((1 << n_cut) - 1), 1 << (n_cut - 1));
    let up = cut > half || (cut == half && (rest || stays & 1 == 1));
    // The highest of 53 bits is added to the exponent, and so is what rounding carries.
    let bits = (((power + n_cut + 1074) as u64) << 52) + stays + u64::from(up);
    f64::from_bits(bits.min(f64::INFINITY.to_bits()))
}

/// A whole number of any size: 32 bits each, the lowest first, the highest not zero.
struct Whole(Vec<u32>);

impl Whole {
    fn of(value: u64) -> Self {
        let mut whole = Self(Vec::new());
        whole.times_plus(0, value);
        whole
    }

    fn times_plus(&mut self, factor: u32, plus: u64) {
        let mut carry = plus;
        for part in &mut self.0 {
            carry += u64::from(*part) * u64::from(factor);
            *part = carry as u32;
            carry >>= 32;
        }
        while carry > 0 {
            self.0.push(carry as u32);
            carry >>= 32;
        }
    }

    fn times_power(&mut self, base: u32, power: u64) {
        // 5¹³ is the last below 2³².
        const STEP: u64 = 13;
        for _ in 0..power / STEP {
            self.times_plus(base.pow(STEP as u32), 0);
        }
        self.times_plus(base.pow((power % STEP) as u32), 0);
    }

    fn n_bits(&self) -> i64 {
        self.0.last().map_or(0, |last| self.0.len() as i64 * 32 - i64::from(last.leading_zeros()))
    }

    /// Takes `other` away if that leaves something, or nothing; says whether it did.
    fn take(&mut self, other: &Self) -> bool {
        let less = self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev())).is_lt();
        if less {
            return false;
        }
        let mut borrow = 0;
        for (at, part) in self.0.iter_mut().enumerate() {
            let left = i64::from(*part) - i64::from(other.0.get(at).copied().unwrap_or(0)) + borrow;
            *part = left as u32;
            borrow = left >> 32;
        }
        let n_zeros = self.0.iter().rev().take_while(|&&part| part == 0).count();
        self.0.truncate(self.0.len() - n_zeros);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) {
        let (ours, theirs) = (read(text), text.parse::<f64>().ok());
        assert_eq!(ours.map(f64::to_bits), theirs.map(f64::to_bits), "{text}: {ours:?}, not {theirs:?}");
    }

    #[test]
    fn what_is_a_number_and_what_is_not() {
        for text in [
            "0",
            "-0",
            "+0.0",
            "1",
            "-1.5",
            ".5",
            "5.",
            "1e3",
            "1E+3",
            "1e-3",
            "007",
            "inf",
            "-Infinity",
            "+INF",
            "NaN",
            "-nan",
            "",
            "-",
            "+",
            ".",
            "e5",
            "1e",
            "1e+",
            "1e1.5",
            "--1",
            "1.2.3",
            "1 ",
            " 1",
            "0x10",
            "1_000",
            "infinit",
            "nano",
            "۱",
            ".e1",
        ] {
            check(text);
        }
    }

    #[test]
    fn known_to_be_hard() {
        for text in [
            // Half-way: to the even one, and a little more.
            "9007199254740993",
            "9007199254740993.00000000000000000000000000000000000000000000000000001",
            "9007199254740995",
            "1.00000000000000011102230246251565404236316680908203125",
            "1.00000000000000011102230246251565404236316680908203124",
            "1.00000000000000011102230246251565404236316680908203126",
            // The smallest double, half of it, and the largest below the normal ones (which once hung PHP and Java).
            "5e-324",
            "2.4703282292062327208e-324",
            "2.4703282292062328e-324",
            "1e-324",
            "2.2250738585072011e-308",
            "2.2250738585072012e-308",
            // The largest, and where infinity begins.
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "1e308",
            "1e309",
            "123456789012345678901234567890e290",
            // From the paper of Paxson (1991) and the test files of other readers.
            "6.631236846766476e-316",
            "3.237883913302901e-319",
            "8.98846567431158e307",
            "1e23",
            "8.41e21",
            "9.5e-28",
            "18446744073709551615",
            "18446744073709551616e27",
            "18446744073709551615e-27",
        ] {
            check(text);
        }
    }

    #[test]
    fn exponents_and_digits_without_end() {
        for text in
            ["1e999999999", "1e-999999999", "0e999999999", "1e99999999999999999999999", "-1e-99999999999999999999999"]
        {
            check(text);
        }
        let (zeros, nines) = ("0".repeat(10_000), "9".repeat(10_000));
        for text in [
            nines.clone(),
            format!("0.{nines}"),
            format!("{nines}.{nines}e-10000"),
            format!("1{zeros}e-10000"),
            format!("0.{zeros}1e10001"),
            format!("{zeros}1.5"),
            format!("1.{zeros}"),
            format!("9007199254740993.{zeros}1"),
            format!("9007199254740993{zeros}e-10000"),
            format!("0.{zeros}"),
        ] {
            check(&text);
        }
    }
}

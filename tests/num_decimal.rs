//! The reader of decimal numbers gives the standard library's doubles, bit for bit.
#![cfg(not(target_arch = "wasm32"))]

use prepost::num::decimal::read;
use proptest::prelude::*;

fn check(text: &str) {
    let (ours, theirs) = (read(text), text.parse::<f64>().ok());
    assert_eq!(ours.map(f64::to_bits), theirs.map(f64::to_bits), "{text}: {ours:?}, not {theirs:?}");
}

/// The point half-way between a double and the next, in full: at most 767 digits after the zeros.
fn half_way(bits: u64) -> String {
    let digits = |bits| format!("{:01400.1075}", f64::from_bits(bits)).into_bytes();
    let (mut sum, next) = (digits(bits), digits(bits + 1));
    let mut carry = 0;
    for (a, b) in sum.iter_mut().zip(&next).rev().filter(|(a, _)| **a != b'.') {
        let both = *a - b'0' + *b - b'0' + carry;
        (*a, carry) = (both % 10, both / 10);
    }
    let mut rest = 0;
    for digit in sum.iter_mut().filter(|digit| **digit != b'.') {
        let all = rest * 10 + *digit;
        (*digit, rest) = (all / 2 + b'0', all % 2);
    }
    String::from_utf8(sum).expect("digits").trim_matches('0').to_owned()
}

fn around_half_way(bits: u64) {
    let half = half_way(bits);
    check(&half);
    check(&format!("{half}00000000000000000001"));
    if let Some(below) = half.strip_suffix('5') {
        check(&format!("{below}4"));
        check(&format!("{below}499999999999999999999"));
    }
}

#[test]
fn half_way_where_doubles_change_their_kind() {
    let last = f64::MAX.to_bits() - 1;
    let normal = f64::MIN_POSITIVE.to_bits();
    for bits in [0, 1, 2, 3, normal - 2, normal - 1, normal, last - 1, last, 1.0_f64.to_bits(), 1e23_f64.to_bits()] {
        around_half_way(bits);
    }
    // Beyond the largest, where infinity begins.
    for end in ["", ".0", ".1"] {
        check(&format!(
            "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910946555547851940402630657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880{end}"
        ));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_double_comes_back(bits: u64) {
        let value = f64::from_bits(bits);
        for text in [format!("{value}"), format!("{value:e}"), format!("{value:.16e}"), format!("{value:.29e}")] {
            check(&text);
        }
    }

    #[test]
    fn numbers_as_people_write_them(whole in -1_000_000_000_i64..1_000_000_000, places in 0_usize..10) {
        check(&format!("{:.places$}", whole as f64 / 1000.0));
        check(&format!("{whole}"));
        check(&format!("{whole}.{places}"));
    }

    #[test]
    fn any_writing(text in "[+-]?0{0,3}[0-9]{0,40}(\\.0{0,30}[0-9]{0,40})?([eE][+-]?[0-9]{1,3})?") {
        check(&text);
    }

    #[test]
    fn any_size(digits in "[1-9][0-9]{0,30}", power in -360_i32..330) {
        check(&format!("{digits}e{power}"));
    }

    #[test]
    fn many_digits(digits in "[0-9]{0,2000}", point in 0_usize..2000, power in -2400_i32..400) {
        let (whole, fraction) = digits.split_at(point.min(digits.len()));
        check(&format!("{whole}.{fraction}e{power}"));
    }

    #[test]
    fn half_way_between_any_two(bits in 0..f64::MAX.to_bits()) {
        around_half_way(bits);
    }

    #[test]
    fn half_way_between_the_smallest(bits in 0..2 * f64::MIN_POSITIVE.to_bits()) {
        around_half_way(bits);
    }

    #[test]
    fn what_is_no_number(text in "[-+.eE0-9infatyNIF ]{0,8}") {
        check(&text);
    }
}

//! Columns of items in few words: `["mbi1_pre", "mbi22_pre"]` in place of twenty-two names.
//!
//! A list of columns may hold such pairs: the names from the first to the last, which differ in one number. A link writes
//! them; a Plan is read with them or without.

use serde_json::Value;

/// Longer runs are no questionnaires.
const LONGEST: usize = 600;
/// A link is short and could stand for any number of names.
const MOST_NAMES: usize = 20_000;
/// Fewer names are written out.
const FEWEST: usize = 3;

/// Writes the items of the Plan's scales as runs, where they are some.
pub fn shorten(plan: &mut Value) {
    each_list(plan, &mut |names| *names = shortened(names));
}

/// Writes runs out again; `None` where a run is none, or they come to more names than any file has.
pub fn lengthen(plan: &mut Value) -> Option<()> {
    let mut left = Some(MOST_NAMES);
    each_list(plan, &mut |names| match lengthened(names, left.unwrap_or(0)) {
        Some(all) => {
            left = left.and_then(|left| left.checked_sub(all.len()));
            *names = all;
        }
        None => left = None,
    });
    left.map(drop)
}

/// Every list of columns in the Plan's scales.
fn each_list(plan: &mut Value, change: &mut dyn FnMut(&mut Vec<Value>)) {
    let scales = plan.get_mut("scales").and_then(Value::as_array_mut);
    for items in scales.into_iter().flatten().filter_map(|scale| scale.get_mut("items")) {
        match items {
            Value::Array(names) => change(names),
            Value::Object(occasions) => occasions.values_mut().filter_map(Value::as_array_mut).for_each(&mut *change),
            _ => {}
        }
    }
}

fn shortened(names: &[Value]) -> Vec<Value> {
    let mut short = Vec::new();
    let mut rest = names;
    while let Some((first, others)) = rest.split_first() {
        let n = run(rest);
        match (n >= FEWEST, rest.get(n - 1)) {
            (true, Some(last)) => {
                short.push(Value::Array(vec![first.clone(), last.clone()]));
                rest = rest.get(n..).unwrap_or_default();
            }
            _ => {
                short.push(first.clone());
                rest = others;
            }
        }
    }
    short
}

/// How many names at the start are one run; at least 1.
fn run(names: &[Value]) -> usize {
    let text = |at: usize| names.get(at).and_then(Value::as_str);
    let (Some(first), Some(second)) = (text(0), text(1)) else { return 1 };
    let Some(at) = number_that_differs(first, second) else { return 1 };
    let mut name = first.to_owned();
    let mut n = 1;
    while n < LONGEST {
        let Some(next) = next(&name, at).filter(|next| text(n) == Some(next)) else { break };
        name = next;
        n += 1;
    }
    n
}

fn lengthened(names: &[Value], most: usize) -> Option<Vec<Value>> {
    let mut long: Vec<Value> = Vec::new();
    for name in names {
        let Value::Array(pair) = name else {
            long.push(name.clone());
            continue;
        };
        let [Value::String(first), Value::String(last)] = pair.as_slice() else { return None };
        let at = number_that_differs(first, last)?;
        let mut name = first.clone();
        long.push(Value::String(name.clone()));
        let from = long.len();
        while name != *last {
            name = next(&name, at).filter(|_| long.len() < most && long.len() - from < LONGEST)?;
            long.push(Value::String(name.clone()));
        }
    }
    Some(long)
}

/// Where the number starts in which two names differ first.
fn number_that_differs(one: &str, other: &str) -> Option<usize> {
    let same = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let digits = one.bytes().take(same).rev().take_while(u8::is_ascii_digit).count();
    let at = same - digits;
    one.as_bytes().get(at).is_some_and(u8::is_ascii_digit).then_some(at)
}

/// The name with the number at `at` one higher, zeros before it kept: `q09` to `q10`.
fn next(name: &str, at: usize) -> Option<String> {
    let (before, rest) = name.split_at_checked(at)?;
    let n_digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, after) = rest.split_at_checked(n_digits)?;
    let number = digits.parse::<u32>().ok()?.checked_add(1)?;
    Some(format!("{before}{number:0n_digits$}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(names: &Value, short: &Value) {
        let plan = |items: &Value| json!({"scales": [{"items": items}, {"items": {"pre": items}}]});
        let mut changed = plan(names);
        shorten(&mut changed);
        assert_eq!(changed, plan(short));
        assert_eq!(lengthen(&mut changed), Some(()));
        assert_eq!(changed, plan(names));
    }

    #[test]
    fn runs_come_back() {
        check(&json!(["q1", "q2", "q3"]), &json!([["q1", "q3"]]));
        check(&json!(["q08_t1", "q09_t1", "q10_t1", "q11_t1"]), &json!([["q08_t1", "q11_t1"]]));
        check(&json!(["q8", "q9", "q10", "x", "q11"]), &json!([["q8", "q10"], "x", "q11"]));
        check(&json!(["q1", "q2"]), &json!(["q1", "q2"]));
        check(&json!(["q3", "q2", "q1"]), &json!(["q3", "q2", "q1"]));
        check(&json!(["1", "2", "3", "4"]), &json!([["1", "4"]]));
        check(&json!(["a9b1", "a9b2", "a9b3"]), &json!([["a9b1", "a9b3"]]));
        check(&json!(["گویه1", "گویه2", "گویه3"]), &json!([["گویه1", "گویه3"]]));
        check(
            &json!(["q4294967294", "q4294967295", "q4294967296"]),
            &json!(["q4294967294", "q4294967295", "q4294967296"]),
        );
        check(&json!([]), &json!([]));
    }

    #[test]
    fn what_is_no_run_is_refused() {
        for pair in [
            json!(["q1"]),
            json!(["q1", "x2"]),
            json!(["q2", "q1"]),
            json!(["q1", "q4000000000"]),
            json!(["q1", "q1"]),
            json!(["q", "q1"]),
            json!([1, 2]),
            json!(["a1b1", "a2b2"]),
        ] {
            assert_eq!(lengthen(&mut json!({"scales": [{"items": [pair.clone()]}]})), None, "{pair}");
        }
        let many: Vec<Value> = (0..40).map(|_| json!(["q1", "q600"])).collect();
        assert_eq!(lengthen(&mut json!({"scales": [{"items": many}]})), None);
    }
}

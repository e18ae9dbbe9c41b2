//! The columns of a questionnaire's items as a Plan has them, and in few words: `["mbi1_pre", "mbi22_pre"]` in place of
//! twenty-two names.
//!
//! A list of columns may hold such pairs, runs: the names from the first to the last, which differ in one number. A link
//! writes them; every Plan is read with them or without.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::plan::Items;

/// Longer runs are no questionnaires: a link is short and could stand for any number of names.
const LONGEST: usize = 200;
/// Fewer names are written out.
const FEWEST: usize = 3;

impl<'de> Deserialize<'de> for Items {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ItemsVisitor)
    }
}

struct ItemsVisitor;

impl<'de> Visitor<'de> for ItemsVisitor {
    type Value = Items;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("columns, or columns by occasion")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, names: A) -> Result<Items, A::Error> {
        ColumnsVisitor.visit_seq(names).map(|columns| Items::Once(columns.0))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut occasions: A) -> Result<Items, A::Error> {
        let mut by_occasion = BTreeMap::new();
        while let Some((occasion, Columns(columns))) = occasions.next_entry()? {
            by_occasion.insert(occasion, columns);
        }
        Ok(Items::ByOccasion(by_occasion))
    }
}

/// Names, those of runs written out.
struct Columns(Vec<String>);

impl<'de> Deserialize<'de> for Columns {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ColumnsVisitor)
    }
}

struct ColumnsVisitor;

impl<'de> Visitor<'de> for ColumnsVisitor {
    type Value = Columns;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("columns")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut names: A) -> Result<Columns, A::Error> {
        let mut columns = Vec::new();
        while let Some(Named(name, last)) = names.next_element()? {
            match last {
                None => columns.push(name),
                Some(last) => columns.extend(run(&name, &last).ok_or_else(|| A::Error::custom("no run"))?),
            }
        }
        Ok(Columns(columns))
    }
}

/// A name, or a run by its ends.
struct Named(String, Option<String>);

impl<'de> Deserialize<'de> for Named {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NamedVisitor)
    }
}

struct NamedVisitor;

impl<'de> Visitor<'de> for NamedVisitor {
    type Value = Named;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a column, or the first and the last of several")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Named, E> {
        Ok(Named(name.to_owned(), None))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut ends: A) -> Result<Named, A::Error> {
        match (ends.next_element()?, ends.next_element()?, ends.next_element::<String>()?) {
            (Some(first), Some(last), None) => Ok(Named(first, Some(last))),
            _ => Err(A::Error::custom("no run")),
        }
    }
}

/// The names from the first to the last.
fn run(first: &str, last: &str) -> Option<Vec<String>> {
    let at = number_that_differs(first, last).filter(|_| first != last)?;
    let mut names = vec![first.to_owned()];
    while names.last().is_some_and(|name| name != last) {
        let name = next(names.last()?, at).filter(|_| names.len() < LONGEST)?;
        names.push(name);
    }
    Some(names)
}

/// The columns with the ends of each run in place of its names; `None` in place of the last where a name is alone.
pub fn in_runs(columns: &[String]) -> Vec<(&str, Option<&str>)> {
    let mut short = Vec::new();
    let mut rest = columns;
    while let [first, others @ ..] = rest {
        let n = length_of_run(rest);
        match rest.get(n - 1).filter(|_| n >= FEWEST) {
            Some(last) => {
                short.push((first.as_str(), Some(last.as_str())));
                rest = rest.get(n..).unwrap_or_default();
            }
            None => {
                short.push((first.as_str(), None));
                rest = others;
            }
        }
    }
    short
}

/// How many names at the start are one run; at least 1.
fn length_of_run(names: &[String]) -> usize {
    let [first, second, ..] = names else { return 1 };
    let Some(at) = number_that_differs(first, second) else { return 1 };
    let mut name = first.clone();
    let mut n = 1;
    while n < LONGEST {
        let Some(next) = next(&name, at).filter(|next| names.get(n) == Some(next)) else { break };
        name = next;
        n += 1;
    }
    n
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

    fn check(names: &[&str], short: &[(&str, Option<&str>)]) {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(in_runs(&names), short);
        let written: Vec<serde_json::Value> = short
            .iter()
            .map(|(first, last)| last.map_or_else(|| serde_json::json!(first), |last| serde_json::json!([first, last])))
            .collect();
        let read: Items = serde_json::from_value(serde_json::json!({"pre": written})).expect("items");
        assert_eq!(read, Items::ByOccasion([("pre".to_owned(), names)].into_iter().collect()));
    }

    #[test]
    fn runs_come_back() {
        check(&["q1", "q2", "q3"], &[("q1", Some("q3"))]);
        check(&["q08_t1", "q09_t1", "q10_t1"], &[("q08_t1", Some("q10_t1"))]);
        check(&["q8", "q9", "q10", "x", "q11"], &[("q8", Some("q10")), ("x", None), ("q11", None)]);
        check(&["q1", "q2"], &[("q1", None), ("q2", None)]);
        check(&["q3", "q2", "q1"], &[("q3", None), ("q2", None), ("q1", None)]);
        check(&["1", "2", "3", "4"], &[("1", Some("4"))]);
        check(&["a9b1", "a9b2", "a9b3"], &[("a9b1", Some("a9b3"))]);
        check(&["گویه1", "گویه2", "گویه3"], &[("گویه1", Some("گویه3"))]);
        check(&[], &[]);
    }

    #[test]
    fn what_is_no_run_is_refused() {
        for pair in [
            r#"["q1"]"#,
            r#"["q1","x2"]"#,
            r#"["q2","q1"]"#,
            r#"["q1","q4000000000"]"#,
            r#"["q1","q1"]"#,
            r#"["q","q1"]"#,
            r#"["q1","q2","q3"]"#,
            "[1,2]",
            r#"["a1b1","a2b2"]"#,
            r#"["q1","q201"]"#,
        ] {
            assert!(serde_json::from_str::<Items>(&format!("[{pair}]")).is_err(), "{pair}");
        }
    }
}

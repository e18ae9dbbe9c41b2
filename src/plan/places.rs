//! Line numbers of values in JSON text, which parsed values do not keep.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::step::Step;

/// The line on which the value begins to which the steps lead; they are gone as far as they lead.
pub fn line_of_start(text: &str, steps: &[Step]) -> usize {
    line(text, text.len() - tail(text, steps).1.len())
}

/// The line on which that value ends.
pub fn line_of_end(text: &str, steps: &[Step]) -> usize {
    let (value, tail) = tail(text, steps);
    line(text, text.len() - tail.len() + value.len())
}

/// The value, and the text from where it begins.
fn tail<'a>(text: &'a str, steps: &[Step]) -> (&'a str, &'a str) {
    let mut value = text.trim();
    for step in steps {
        let within: Option<&RawValue> = match step {
            Step::Field(name) => serde_json::from_str::<BTreeMap<String, &RawValue>>(value)
                .ok()
                .and_then(|fields| fields.get(name).copied()),
            Step::Item(index) => {
                serde_json::from_str::<Vec<&RawValue>>(value).ok().and_then(|items| items.get(*index).copied())
            }
        };
        let Some(within) = within else { break };
        value = within.get();
    }
    // Every value is a slice of the text.
    let start = (value.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    (value, text.get(start..).unwrap_or_default())
}

fn line(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|&&byte| byte == b'\n').count() + 1
}

/// The first field that an object of the text has twice, and its line.
pub fn repeated_field(text: &str) -> Option<(String, usize)> {
    let error = serde_json::from_str::<Unrepeated>(text).err()?;
    let said = error.to_string();
    let (field, _) = said.strip_prefix(TWICE)?.split_once('`')?;
    Some((field.to_owned(), error.line()))
}

const TWICE: &str = "twice `";

/// Any JSON in which no object has a field twice.
struct Unrepeated;

impl<'de> Deserialize<'de> for Unrepeated {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for Unrepeated {
    type Value = Self;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("JSON")
    }
    fn visit_bool<E>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }
    fn visit_i64<E>(self, _: i64) -> Result<Self, E> {
        Ok(self)
    }
    fn visit_u64<E>(self, _: u64) -> Result<Self, E> {
        Ok(self)
    }
    fn visit_f64<E>(self, _: f64) -> Result<Self, E> {
        Ok(self)
    }
    fn visit_str<E>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }
    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(self)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self, A::Error> {
        while items.next_element::<Self>()?.is_some() {}
        Ok(self)
    }
    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Self, A::Error> {
        let mut names = BTreeSet::new();
        while let Some(name) = fields.next_key::<String>()? {
            if names.contains(&name) {
                return Err(A::Error::custom(format!("{TWICE}{name}`")));
            }
            names.insert(name);
            fields.next_value::<Self>()?;
        }
        Ok(self)
    }
}

//! JSON read and written by serde_json with less code: each byte of it is a byte of the page's core to transfer.
//!
//! serde's derived readers also take a list for a struct, its fields in their order, and an object for an enum. Nobody
//! writes a Plan like that, and the code for it is there once for every type. [`read`] asks serde_json for objects alone,
//! at every depth, and takes enums, none of which holds a value, for words.
//!
//! serde_json writes numbers by tables of its own. [`written`] has them from Rust's library, which is in the core anyway
//! and writes as few digits. (It leaves out the plus of `1e+20`, as JSON allows.)

use std::fmt;
use std::io::{self, Write};

use serde::Serialize;
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter, Serializer};

/// The value as text. What cannot be JSON, which no value of ours is, is written as nothing.
pub fn written(value: &impl Serialize) -> String {
    written_by(Writer { lines: None }, value)
}

/// The value as text to be read by people: a line for each field.
pub fn written_in_lines(value: &impl Serialize) -> String {
    written_by(Writer { lines: Some(PrettyFormatter::new()) }, value)
}

fn written_by(writer: Writer, value: &impl Serialize) -> String {
    let mut text = Vec::new();
    let done = value.serialize(&mut Serializer::with_formatter(&mut text, writer));
    done.ok().and_then(|()| String::from_utf8(text).ok()).unwrap_or_default()
}

/// One formatter for both, so that what writes a type is there once.
struct Writer {
    lines: Option<PrettyFormatter<'static>>,
}

macro_rules! in_lines_or_not {
    ($($method:ident($($argument:ident: $type:ty),*))*) => {$(
        fn $method<W: ?Sized + Write>(&mut self, writer: &mut W, $($argument: $type),*) -> io::Result<()> {
            match &mut self.lines {
                Some(lines) => lines.$method(writer, $($argument),*),
                None => CompactFormatter.$method(writer, $($argument),*),
            }
        }
    )*};
}

impl Formatter for Writer {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        // serde_json begins with exponents a little later than Rust's library.
        if (1e-5..1e-4).contains(&value.abs()) { write!(writer, "{value}") } else { write!(writer, "{value:?}") }
    }

    in_lines_or_not! {
        begin_array()
        end_array()
        begin_array_value(first: bool)
        end_array_value()
        begin_object()
        end_object()
        begin_object_key(first: bool)
        begin_object_value()
        end_object_value()
    }
}

/// Reads what the text holds.
///
/// # Errors
/// serde_json's, with the line and the column.
pub fn read<T: DeserializeOwned>(text: &str) -> serde_json::Result<T> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = T::deserialize(Objects(&mut reader))?;
    reader.end()?;
    Ok(value)
}

/// Reads structs from objects only. What holds no struct is passed on as it is.
struct Objects<D>(D);

macro_rules! passed_on {
    ($($method:ident($($argument:ident: $type:ty),*);)*) => {$(
        fn $method<V: Visitor<'de>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            self.0.$method($($argument,)* visitor)
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Objects<D> {
    type Error = D::Error;

    passed_on! {
        deserialize_any();
        deserialize_bool();
        deserialize_i8();
        deserialize_i16();
        deserialize_i32();
        deserialize_i64();
        deserialize_u8();
        deserialize_u16();
        deserialize_u32();
        deserialize_u64();
        deserialize_f32();
        deserialize_f64();
        deserialize_char();
        deserialize_str();
        deserialize_string();
        deserialize_bytes();
        deserialize_byte_buf();
        deserialize_unit();
        deserialize_unit_struct(name: &'static str);
        deserialize_identifier();
        deserialize_ignored_any();
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_option(OfOption(visitor))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_newtype_struct(name, OfNewtype(visitor))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_seq(OfList(visitor))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_tuple(len, OfList(visitor))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_tuple_struct(name, len, OfList(visitor))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(OfObject(visitor))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(OfObject(visitor))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_str(OfWord(visitor))
    }
}

/// A value within a list or an object.
struct Within<S>(S);

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Within<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(Objects(deserializer))
    }
}

/// The parts of a list or an object.
struct Parts<A>(A);

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Parts<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.0.next_element_seed(Within(seed))
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Parts<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.0.next_key_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.0.next_value_seed(Within(seed))
    }
}

/// Visitors that take one kind of value, and what is within it as [`Objects`] reads it.
macro_rules! visitors {
    ($($name:ident { $($method:ident<$access:ident>($argument:ident) => $passed:expr;)* })*) => {$(
        struct $name<V>(V);

        impl<'de, V: Visitor<'de>> Visitor<'de> for $name<V> {
            type Value = V::Value;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.expecting(formatter)
            }

            $(fn $method<A: $access<'de>>(self, $argument: A) -> Result<V::Value, A::Error> {
                self.0.$method($passed)
            })*
        }
    )*};
}

visitors! {
    OfList { visit_seq<SeqAccess>(list) => Parts(list); }
    OfObject { visit_map<MapAccess>(object) => Parts(object); }
    OfNewtype { visit_newtype_struct<Deserializer>(value) => Objects(value); }
}

struct OfOption<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for OfOption<V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(formatter)
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.0.visit_some(Objects(deserializer))
    }
}

/// An enum of ours is one of some words.
struct OfWord<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for OfWord<V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(formatter)
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<V::Value, E> {
        self.0.visit_enum(StrDeserializer::new(word))
    }
}

#[cfg(test)]
mod tests {
    use super::{read, written, written_in_lines};
    use crate::scale::ScalePlan;
    use crate::trial::Plan;
    use proptest::prelude::*;

    #[test]
    fn a_plan_is_read_as_serde_json_reads_it() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/plans");
        for case in std::fs::read_dir(folder).expect("the folder") {
            let text = std::fs::read_to_string(case.expect("a folder").path().join("plan.json")).expect("a Plan");
            let by_serde: Plan = serde_json::from_str(&text).expect("a Plan");
            assert_eq!(read::<Plan>(&text).expect("a Plan"), by_serde);
        }
    }

    fn numbers() -> impl Strategy<Value = f64> {
        prop_oneof![any::<f64>(), -1.0..1.0, (-9.0..9.0).prop_map(|power: f64| 10f64.powf(power))]
    }

    proptest! {
        #[test]
        fn numbers_are_written_as_serde_json_writes_them(value in numbers()) {
            let (own, by_serde_json) = (written(&value), serde_json::to_string(&value).expect("a number"));
            prop_assert_eq!(own.parse::<f64>(), Ok(value));
            // Midway between two shortest texts each has its own last digit.
            prop_assert_eq!(own.len(), by_serde_json.replace("e+", "e").len());
        }
    }

    #[test]
    fn lines_are_as_serde_json_writes_them() {
        let value = serde_json::json!({"a": [1, 2.5, []], "b": {"c": null, "d": {}}});
        assert_eq!(written_in_lines(&value), serde_json::to_string_pretty(&value).expect("JSON"));
    }

    #[test]
    fn a_list_is_no_struct() {
        let error = read::<ScalePlan>("[\"mbi\"]").expect_err("a list");
        assert_eq!(error.line(), 1);
    }

    #[test]
    fn what_follows_the_value_is_an_error() {
        assert!(read::<u32>("1 2").is_err());
    }
}

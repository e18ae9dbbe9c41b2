//! The fields of a TOML table, taken one by one with their lines; what is left over is unknown.

use std::collections::BTreeMap;

use toml_span::value::{Key as Name, Value, ValueInner};

use super::file::{At, KeyFile};
use crate::notice::{Message, excerpt};

/// The fields of one table.
pub struct Fields<'d> {
    fields: BTreeMap<Name<'d>, Value<'d>>,
    pub line: usize,
}

impl<'d> Fields<'d> {
    pub fn of(mut value: Value<'d>, name: &'static str, file: &mut KeyFile<'_>) -> Option<Self> {
        let line = file.line(value.span.start);
        match value.take() {
            ValueInner::Table(fields) => Some(Self { fields, line }),
            _ => {
                wrong(name, "table", line, file);
                None
            }
        }
    }

    /// The fields that nobody took.
    pub fn finish(self, file: &mut KeyFile<'_>) {
        for name in self.fields.keys() {
            let line = file.line(name.span.start);
            file.mistake(line, Message::new("key-field-unknown").with("field", excerpt(&name.name)));
        }
    }

    fn take(&mut self, name: &'static str, file: &KeyFile<'_>) -> Option<At<ValueInner<'d>>> {
        let mut value = self.fields.remove(name)?;
        Some(At { line: file.line(value.span.start), value: value.take() })
    }

    fn needed<T>(&self, name: &'static str, value: Option<T>, file: &mut KeyFile<'_>) -> Option<T> {
        if value.is_none() {
            file.mistake(self.line, Message::new("key-field-missing").with("field", name));
        }
        value
    }

    pub fn text(&mut self, name: &'static str, file: &mut KeyFile<'_>) -> Option<At<String>> {
        let field = self.take(name, file)?;
        match field.value {
            ValueInner::String(text) if !text.trim().is_empty() => {
                return Some(At { value: text.trim().to_owned(), line: field.line });
            }
            ValueInner::String(_) => file.mistake(field.line, Message::new("key-field-empty").with("field", name)),
            _ => wrong(name, "text", field.line, file),
        }
        None
    }

    pub fn needed_text(&mut self, name: &'static str, file: &mut KeyFile<'_>) -> Option<At<String>> {
        let is_there = self.fields.contains_key(name).then_some(());
        self.needed(name, is_there, file)?;
        self.text(name, file)
    }

    /// One of the given words, as the value beside it.
    pub fn one_of<T: Copy>(
        &mut self,
        name: &'static str,
        words: &[(&'static str, T)],
        file: &mut KeyFile<'_>,
    ) -> Option<T> {
        let given = self.text(name, file)?;
        let known = words.iter().find(|(word, _)| *word == given.value).map(|(_, value)| *value);
        if known.is_none() {
            let all: Vec<String> = words.iter().map(|(word, _)| (*word).to_owned()).collect();
            let message = Message::new("key-value-unknown").with("field", name).with("found", excerpt(&given.value));
            file.mistake(given.line, message.with("allowed", all));
        }
        known
    }

    pub fn needed_one_of<T: Copy>(
        &mut self,
        name: &'static str,
        words: &[(&'static str, T)],
        file: &mut KeyFile<'_>,
    ) -> Option<T> {
        let is_there = self.fields.contains_key(name).then_some(());
        self.needed(name, is_there, file)?;
        self.one_of(name, words, file)
    }

    pub fn flag(&mut self, name: &'static str, file: &mut KeyFile<'_>) -> bool {
        match self.take(name, file) {
            None => false,
            Some(At { value: ValueInner::Boolean(flag), .. }) => flag,
            Some(field) => {
                wrong(name, "flag", field.line, file);
                false
            }
        }
    }

    pub fn number(&mut self, name: &'static str, file: &mut KeyFile<'_>) -> Option<At<f64>> {
        let field = self.take(name, file)?;
        let value = number(&field.value).filter(|value| value.is_finite());
        if value.is_none() {
            wrong(name, "number", field.line, file);
        }
        Some(At { value: value?, line: field.line })
    }

    pub fn needed_number(&mut self, name: &'static str, file: &mut KeyFile<'_>) -> Option<At<f64>> {
        let is_there = self.fields.contains_key(name).then_some(());
        self.needed(name, is_there, file)?;
        self.number(name, file)
    }

    pub fn count(&mut self, name: &'static str, file: &mut KeyFile<'_>) -> Option<At<usize>> {
        let field = self.take(name, file)?;
        let count = whole(&field.value);
        if count.is_none() {
            wrong(name, "whole", field.line, file);
        }
        Some(At { value: count?, line: field.line })
    }

    pub fn texts(&mut self, name: &'static str, file: &mut KeyFile<'_>) -> Vec<String> {
        self.list(name, "texts", &|value| value.as_str().map(str::to_owned), file).unwrap_or_default()
    }

    /// Each on its own line: a list may run over several.
    pub fn counts(&mut self, name: &'static str, file: &mut KeyFile<'_>) -> Vec<At<usize>> {
        let Some(list) = self.values(name, "wholes", file) else { return Vec::new() };
        let mut counts = Vec::with_capacity(list.len());
        for mut value in list {
            let line = file.line(value.span.start);
            match whole(&value.take()) {
                Some(value) => counts.push(At { value, line }),
                None => wrong(name, "wholes", line, file),
            }
        }
        counts
    }

    /// Numbers, of which `nan` is one.
    pub fn numbers(&mut self, name: &'static str, file: &mut KeyFile<'_>) -> Option<Vec<f64>> {
        let of = |value: &Value<'_>| value.as_float().or_else(|| value.as_integer().map(|whole| whole as f64));
        self.list(name, "numbers", &of, file)
    }

    pub fn tables(&mut self, name: &'static str, file: &mut KeyFile<'_>) -> Vec<Fields<'d>> {
        let list = self.values(name, "tables", file).unwrap_or_default();
        list.into_iter().filter_map(|value| Fields::of(value, name, file)).collect()
    }

    pub fn table(&mut self, name: &'static str, file: &mut KeyFile<'_>) -> Option<Fields<'d>> {
        let value = self.fields.remove(name)?;
        Fields::of(value, name, file)
    }

    /// What is left, as names and numbers.
    pub fn named_numbers(self, name: &'static str, file: &mut KeyFile<'_>) -> Vec<At<(String, f64)>> {
        let mut all = Vec::new();
        for (field, mut value) in self.fields {
            let line = file.line(value.span.start);
            match number(&value.take()) {
                Some(value) => all.push(At { value: (field.name.into_owned(), value), line }),
                None => wrong(name, "number", line, file),
            }
        }
        all
    }

    pub fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    /// The line of a field, or of its table.
    pub fn line_of(&self, name: &str, file: &KeyFile<'_>) -> usize {
        self.fields.get_key_value(name).map_or(self.line, |(name, _)| file.line(name.span.start))
    }

    fn values(&mut self, name: &'static str, wanted: &'static str, file: &mut KeyFile<'_>) -> Option<Vec<Value<'d>>> {
        let field = self.take(name, file)?;
        match field.value {
            ValueInner::Array(list) => Some(list),
            _ => {
                wrong(name, wanted, field.line, file);
                None
            }
        }
    }

    fn list<T>(
        &mut self,
        name: &'static str,
        wanted: &'static str,
        of: &dyn Fn(&Value<'_>) -> Option<T>,
        file: &mut KeyFile<'_>,
    ) -> Option<Vec<T>> {
        let mut all = Vec::new();
        for value in self.values(name, wanted, file)? {
            match of(&value) {
                Some(value) => all.push(value),
                None => wrong(name, wanted, file.line(value.span.start), file),
            }
        }
        Some(all)
    }
}

fn number(value: &ValueInner<'_>) -> Option<f64> {
    value.as_float().or_else(|| value.as_integer().map(|whole| whole as f64))
}

fn whole(value: &ValueInner<'_>) -> Option<usize> {
    value.as_integer().and_then(|whole| usize::try_from(whole).ok())
}

fn wrong(name: &'static str, wanted: &'static str, line: usize, file: &mut KeyFile<'_>) {
    file.mistake(line, Message::new("key-field-type").with("field", name).with("wanted", wanted));
}

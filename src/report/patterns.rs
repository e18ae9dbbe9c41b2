//! The message files: read by Fluent's own parser, filled in here. Of Fluent they use texts, variables, literals, selection
//! and attributes; what serves other needs (functions, terms, all the world's plurals) would be a twentieth of the page's
//! core.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser::parse_runtime;
use fluent_syntax::unicode::unescape_unicode_to_string;

type Source = &'static str;

/// The messages of one language.
pub struct Patterns {
    by_id: BTreeMap<&'static str, Message<Source>>,
}

/// What stands for a variable. A count chooses a plural form; a text never does.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text(String),
    Count(usize),
}

impl Patterns {
    /// Reads message files. What does not parse is left out; the tests hold that all of it parses.
    pub fn of(sources: &[Source]) -> Self {
        let mut by_id = BTreeMap::new();
        for source in sources {
            let resource = parse_runtime(*source).unwrap_or_else(|(partial, _)| partial);
            for entry in resource.body {
                if let Entry::Message(message) = entry {
                    by_id.insert(message.id.name, message);
                }
            }
        }
        Self { by_id }
    }

    /// The text of a message or of its attribute; `None` where the files have none.
    pub fn fill(&self, id: &str, attribute: Option<&str>, args: &[(&str, Value)]) -> Option<String> {
        let message = self.by_id.get(id)?;
        let pattern = match attribute {
            None => message.value.as_ref()?,
            Some(name) => &message.attributes.iter().find(|attribute| attribute.id.name == name)?.value,
        };
        let mut text = String::new();
        write(pattern, args, &mut text);
        Some(text)
    }
}

fn write(pattern: &Pattern<Source>, args: &[(&str, Value)], text: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression } => write_expression(expression, args, text),
        }
    }
}

fn write_expression(expression: &Expression<Source>, args: &[(&str, Value)], text: &mut String) {
    match expression {
        Expression::Inline(inline) => write_inline(inline, args, text),
        Expression::Select { selector, variants } => {
            let value = variable(selector).and_then(|name| value(name, args));
            let chosen = variants.iter().find(|variant| value.is_some_and(|value| chooses(value, variant)));
            if let Some(variant) = chosen.or_else(|| variants.iter().find(|variant| variant.default)) {
                write(&variant.value, args, text);
            }
        }
    }
}

/// A variable that was not given shows as it stands in the file; so does what the files do not use.
fn write_inline(inline: &InlineExpression<Source>, args: &[(&str, Value)], text: &mut String) {
    match inline {
        InlineExpression::StringLiteral { value } => text.push_str(&unescape_unicode_to_string(value)),
        InlineExpression::NumberLiteral { value } => text.push_str(value),
        InlineExpression::Placeable { expression } => write_expression(expression, args, text),
        _ => {
            let name = variable(inline).unwrap_or_default();
            match value(name, args) {
                Some(Value::Text(own)) => text.push_str(own),
                Some(Value::Count(count)) => text.push_str(&count.to_string()),
                None => text.extend(["{$", name, "}"]),
            }
        }
    }
}

fn variable(inline: &InlineExpression<Source>) -> Option<&'static str> {
    match inline {
        InlineExpression::VariableReference { id } => Some(id.name),
        _ => None,
    }
}

fn value<'a>(name: &str, args: &'a [(&str, Value)]) -> Option<&'a Value> {
    args.iter().find(|(given, _)| *given == name).map(|(_, value)| value)
}

fn chooses(value: &Value, variant: &Variant<Source>) -> bool {
    match (&variant.key, value) {
        (VariantKey::Identifier { name }, Value::Text(text)) => text == name,
        (VariantKey::Identifier { name }, Value::Count(count)) => *name == plural(*count),
        (VariantKey::NumberLiteral { value }, Value::Count(count)) => value.parse() == Ok(*count),
        (VariantKey::NumberLiteral { .. }, Value::Text(_)) => false,
    }
}

/// The plural form of a whole number in English (Unicode CLDR). Another language brings its rule here.
fn plural(count: usize) -> &'static str {
    if count == 1 { "one" } else { "other" }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
greeting = Dear { $name },{ \" \" }\u{a0}{ $n ->
    [0] nobody
    [one] { $n } person
   *[other] { $n } people
 }
    .hint = { $kind ->
        [csv] a table
       *[other] { \"\\u0041\" } file
    }
";

    #[test]
    fn variables_literals_plurals_and_attributes() {
        let patterns = Patterns::of(&[FILE]);
        let count = |n| patterns.fill("greeting", None, &[("name", Value::Text("A".into())), ("n", Value::Count(n))]);
        assert_eq!(count(0).as_deref(), Some("Dear A, \u{a0}nobody"));
        assert_eq!(count(1).as_deref(), Some("Dear A, \u{a0}1 person"));
        assert_eq!(count(21).as_deref(), Some("Dear A, \u{a0}21 people"));
        let hint = |kind: &str| patterns.fill("greeting", Some("hint"), &[("kind", Value::Text(kind.into()))]);
        assert_eq!(hint("csv").as_deref(), Some("a table"));
        assert_eq!(hint("sav").as_deref(), Some("A file"));
    }

    #[test]
    fn the_files_use_no_more_than_is_filled_in_here() {
        for source in crate::report::words::ENGLISH {
            for placeable in source.split('{').skip(1).map(str::trim_start) {
                let known = placeable.starts_with(|c: char| matches!(c, '$' | '"') || c.is_ascii_digit());
                assert!(known, "a term, a function or another message: {{ {:.40}", placeable);
            }
            assert!(!source.lines().any(|line| line.starts_with('-')), "a term");
        }
    }

    #[test]
    fn what_is_missing_shows() {
        let patterns = Patterns::of(&[FILE]);
        assert_eq!(patterns.fill("greeting", None, &[]).as_deref(), Some("Dear {$name}, \u{a0}{$n} people"));
        assert_eq!(patterns.fill("farewell", None, &[]), None);
        assert_eq!(patterns.fill("greeting", Some("title"), &[]), None);
    }
}

//! Text from the message files: Fluent patterns with typed arguments and a little markup.
//!
//! A pattern may mark spans as `<i>`, `<b>`, `<c>` (the user's own names), `<sub>` and `<sup>`. Arguments are never
//! parsed: a `<` in user text is carried past the parser as a private-use character and put back afterwards.

use std::rc::Rc;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use super::label::within;
use super::number;
use super::view::{Labels, Level, Notice, Offer, Question, Span, Style, Text};
use crate::notice::{Arg, Ask, Message, Problem, Severity};

/// The message files of English, in the order of the layers.
const ENGLISH: [&str; 23] = [
    include_str!("../../www/locales/en/reading.ftl"),
    include_str!("../../www/locales/en/design.ftl"),
    include_str!("../../www/locales/en/questions.ftl"),
    include_str!("../../www/locales/en/methods.ftl"),
    include_str!("../../www/locales/en/report.ftl"),
    include_str!("../../www/locales/en/first-page.ftl"),
    include_str!("../../www/locales/en/answers.ftl"),
    include_str!("../../www/locales/en/crossover.ftl"),
    include_str!("../../www/locales/en/lasting.ftl"),
    include_str!("../../www/locales/en/claims.ftl"),
    include_str!("../../www/locales/en/individual.ftl"),
    include_str!("../../www/locales/en/effects.ftl"),
    include_str!("../../www/locales/en/resampling.ftl"),
    include_str!("../../www/locales/en/assumptions.ftl"),
    include_str!("../../www/locales/en/ancova.ftl"),
    include_str!("../../www/locales/en/incomplete.ftl"),
    include_str!("../../www/locales/en/companions.ftl"),
    include_str!("../../www/locales/en/ranks.ftl"),
    include_str!("../../www/locales/en/bayes.ftl"),
    include_str!("../../www/locales/en/scales.ftl"),
    include_str!("../../www/locales/en/keys.ftl"),
    include_str!("../../www/locales/en/share.ftl"),
    include_str!("../../www/locales/en/planning.ftl"),
];

/// Stands for `<` in an argument while the pattern's markup is parsed.
const SHIELDED: char = '\u{E000}';

/// The words of one language.
#[derive(Clone)]
pub struct Words {
    language: &'static str,
    bundle: Rc<FluentBundle<FluentResource>>,
    /// The level of intervals, which any message may name: `$ci` is "95%", `$alpha` ".05", `$ci-tost` "90%", the level of the
    /// interval that goes with two one-sided tests.
    level: f64,
}

impl Words {
    pub fn english() -> Self {
        let mut bundle = FluentBundle::new(vec!["en".parse().unwrap_or_default()]);
        // `within` isolates what is written from right to left, and nothing else.
        bundle.set_use_isolating(false);
        for source in ENGLISH {
            // What does not parse is left out; a test holds that all of it parses.
            bundle.add_resource_overriding(resource(source));
        }
        Self { language: "en", bundle: Rc::new(bundle), level: 0.95 }
    }

    /// The same words for intervals of another level.
    pub fn at_level(&self, level: f64) -> Self {
        Self { level, ..self.clone() }
    }

    pub fn language(&self) -> &'static str {
        self.language
    }

    /// Whether the message files have that id.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.get_message(id).is_some_and(|message| message.value().is_some())
    }

    /// The message as marked text.
    pub fn say(&self, message: &Message) -> Text {
        spans(&self.format(message, None).unwrap_or_else(|| message.id.into()))
    }

    /// The message as plain text.
    pub fn plain(&self, message: &Message) -> String {
        plain(&self.say(message))
    }

    /// A message without arguments as plain text: a heading, a label.
    pub fn label(&self, id: &'static str) -> String {
        self.plain(&Message::new(id))
    }

    /// Several messages as one text, a blank between them.
    pub fn sentences(&self, messages: &[Message]) -> Text {
        let mut text = Text::new();
        for message in messages {
            if !text.is_empty() {
                text.push(Span { text: " ".into(), style: Style::Plain });
            }
            text.extend(self.say(message));
        }
        text
    }

    /// What an occasion is called in a sentence: written out where the file abbreviates ("fu"), else as it is.
    pub fn occasion(&self, name: &str) -> String {
        let token: String = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
        let only_letters = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ' '));
        self.find(&format!("occasion-{token}")).filter(|_| only_letters).unwrap_or_else(|| name.into())
    }

    /// The message `<kind>-<id>`, for things that are registered by an id of their own; the id where there is none.
    pub fn named(&self, kind: &str, id: &str) -> String {
        self.find(&format!("{kind}-{}", id.replace('_', "-"))).unwrap_or_else(|| id.into())
    }

    fn find(&self, id: &str) -> Option<String> {
        Some(plain(&spans(&self.fill(id, None, FluentArgs::new())?)))
    }

    /// The message's hint, if it has one.
    pub fn hint(&self, message: &Message) -> Option<Text> {
        self.format(message, Some("hint")).map(|text| spans(&text))
    }

    /// What the files call the report's parts.
    pub fn labels(&self) -> Labels {
        Labels {
            table: self.label("label-table"),
            figure: self.label("label-figure"),
            note: self.label("label-note"),
            numbers: self.label("label-numbers"),
            questions: self.label("questions-title"),
            until_answered: self.label("questions-until"),
            taken: self.label("questions-taken"),
        }
    }

    /// A Problem in words.
    pub fn notice(&self, problem: &Problem) -> Notice {
        Notice {
            code: problem.code().into(),
            severity: match problem.severity {
                Severity::Note => Level::Note,
                Severity::Warning => Level::Warning,
                Severity::Error => Level::Error,
            },
            message: self.say(&problem.message),
            hint: self.hint(&problem.message),
            line: problem.at.line,
            column: problem.at.column.clone(),
            file: problem.at.file.clone(),
            question: problem.ask.as_ref().and_then(|ask| self.question(ask)),
            offer: problem.ask.as_ref().and_then(|ask| self.offer(ask)),
        }
    }

    fn question(&self, ask: &Ask) -> Option<Question> {
        let Ask::MissingCode { column, value } = ask else { return None };
        let message = |id| Message::new(id).with("value", *value);
        Some(Question {
            column: column.clone(),
            value: *value,
            missing: self.plain(&message("answer-code-missing")),
            real: self.plain(&message("answer-code-value")),
        })
    }

    fn offer(&self, ask: &Ask) -> Option<Offer> {
        let (scale, shift, message) = match ask {
            Ask::MissingCode { .. } => return None,
            Ask::ConfirmKey { scale } => (scale, None, Message::new("offer-confirm-key")),
            Ask::ShiftAnswers { scale, by } => {
                (scale, Some(*by), Message::new("offer-shift").with("up", usize::from(*by < 0.0)).with("by", by.abs()))
            }
        };
        Some(Offer { scale: scale.clone(), shift, label: self.plain(&message) })
    }

    fn format(&self, message: &Message, attribute: Option<&str>) -> Option<String> {
        let args: FluentArgs<'_> = message.args.iter().map(|(name, arg)| (*name, self.value(arg))).collect();
        self.fill(message.id, attribute, args)
    }

    /// The text of a message or of its attribute; `None` where the files have none.
    fn fill(&self, id: &str, attribute: Option<&str>, mut args: FluentArgs<'_>) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let text = |text: String| FluentValue::String(text.into());
        args.set("ci", text(number::percent(self.level)));
        args.set("ci-tost", text(number::percent(2.0 * self.level - 1.0)));
        args.set("alpha", text(number::shortest_share(1.0 - self.level)));
        // A variable that is missing shows as it stands in the file.
        Some(self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        let text = |text: String| FluentValue::String(text.into());
        match arg {
            Arg::Text(own) => text(shield(&within(own))),
            Arg::List(items) => text(shield(&self.list(&items.iter().map(|item| within(item)).collect::<Vec<_>>()))),
            Arg::Count(count) => (*count).into(),
            Arg::Value(value) => text(number::plain(*value)),
            Arg::Decimal(value, places) => text(number::decimal(*value, *places)),
            Arg::PValue(p) => text(shield(&number::p_value(*p))),
            Arg::Limit(value, places) => text(number::limit(*value, *places)),
            Arg::P(p) => text(shield(&number::p_relation(*p))),
            Arg::Share(value, places) => text(number::share(*value, *places)),
        }
    }

    /// "P26", "P26 and P44", "P26, P44 and P51".
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [most @ .., last] => {
                let joined = Message::new("list-and").with("most", most.join(", ")).with("last", last);
                self.format(&joined, None).unwrap_or_default().replace(SHIELDED, "<")
            }
        }
    }
}

fn resource(source: &'static str) -> FluentResource {
    FluentResource::try_new(source.into()).unwrap_or_else(|(partial, _)| partial)
}

/// A text without its marks.
pub fn plain(text: &[Span]) -> String {
    text.iter().map(|span| span.text.as_str()).collect()
}

fn shield(text: &str) -> String {
    text.replace('<', &SHIELDED.to_string())
}

/// Parses the markup of a formatted pattern. What is no known tag stays as it is.
fn spans(formatted: &str) -> Text {
    const TAGS: [(&str, Style); 5] =
        [("i", Style::Italic), ("b", Style::Strong), ("c", Style::Code), ("sub", Style::Sub), ("sup", Style::Sup)];
    let mut text = Text::new();
    let mut push = |part: &str, style: Style| {
        if !part.is_empty() {
            text.push(Span { text: part.replace(SHIELDED, "<"), style });
        }
    };
    let mut rest = formatted;
    'scan: while let Some(open) = rest.find('<') {
        for (tag, style) in TAGS {
            let (before, after) = rest.split_at(open);
            let Some(inside) = after.strip_prefix(&format!("<{tag}>")) else { continue };
            let Some((inside, tail)) = inside.split_once(&format!("</{tag}>")) else { continue };
            push(before, Style::Plain);
            push(inside, style);
            rest = tail;
            continue 'scan;
        }
        let (before, tail) = rest.split_at(open + 1);
        push(before, Style::Plain);
        rest = tail;
    }
    push(rest, Style::Plain);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_file_parses() {
        for source in ENGLISH {
            assert!(FluentResource::try_new(source.into()).is_ok(), "a message file does not parse");
        }
    }

    #[test]
    fn user_text_is_never_markup() {
        let text = spans(&format!("<c>{}</c> is odd", shield("<img src=x onerror=alert(1)>")));
        assert_eq!(text[0], Span { text: "<img src=x onerror=alert(1)>".into(), style: Style::Code });
        assert_eq!(plain(&text), "<img src=x onerror=alert(1)> is odd");
    }

    #[test]
    fn a_variable_that_is_missing_shows() {
        let words = Words::english();
        assert_eq!(words.plain(&Message::new("label-table-number")), "Table {$number}");
        assert_eq!(words.plain(&Message::new("no-such-message")), "no-such-message");
    }

    #[test]
    fn lists_read_as_english() {
        let words = Words::english();
        assert_eq!(words.list(&["a".into(), "b".into(), "c".into()]), "a, b and c");
    }
}

//! Where a piece of HTML stands in the report, and with it the ids and the numbers of what it refers to.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::text::inline;
use crate::notice::Message;
use crate::report::view::{Block, Section, Text};
use crate::report::words::Words;

/// Where a piece stands: what goes before its ids, and the printed numbers of the tables beside it.
pub struct Scope<'a> {
    prefix: &'a str,
    tables: BTreeMap<&'a str, usize>,
    pub words: &'a Words,
}

impl<'a> Scope<'a> {
    pub fn new(prefix: &'a str, sections: &'a [Section], words: &'a Words) -> Self {
        let numbered = sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
            Block::Table { table } => Some((table.id.as_str(), table.number)),
            _ => None,
        });
        Self { prefix, tables: numbered.collect(), words }
    }

    pub fn id(&self, kind: &str, name: &str) -> String {
        format!("{}-{kind}-{name}", self.prefix)
    }

    pub fn section_id(&self, section: &str) -> String {
        self.id("section", section)
    }

    pub fn answers_id(&self) -> String {
        format!("{}-answers", self.prefix)
    }

    pub fn say(&self, message: Message) -> Markup {
        inline(&self.words.say(&message))
    }

    /// "Table 2", as the message has it; `None` for a table that is not here.
    pub fn table(&self, table: &str, message: &'static str) -> Option<Markup> {
        let number = self.tables.get(table)?;
        Some(self.say(Message::new(message).with("number", *number)))
    }
}

/// "Figure 2.", what it shows, and the way to the table that holds its numbers.
pub fn caption(id: &str, number: usize, text: &Text, table: &str, scope: &Scope<'_>) -> Markup {
    html! {
        figcaption id=(scope.id("figure", id)) {
            b { (scope.say(Message::new("label-figure-number").with("number", number))) } " " (inline(text))
            @if let Some(numbers) = scope.table(table, "label-its-numbers") {
                " " a class="link" data-go href=(format!("#{}", scope.id("table", table))) { (numbers) }
            }
        }
    }
}

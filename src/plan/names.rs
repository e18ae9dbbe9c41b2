//! The user's own names as a message shows them.

use crate::notice::Message;

/// So many names are given where a Problem concerns many.
const NAMED: usize = 5;

/// The first few of many names, for a message that also has their count.
pub fn some<S: AsRef<str>>(names: &[S]) -> Vec<String> {
    names.iter().take(NAMED).map(|name| shown(name.as_ref())).collect()
}

/// Adds the first few of some names, their count as `n`, and as `more` how many are not given.
pub fn listed<S: AsRef<str>>(message: Message, name: &'static str, names: &[S]) -> Message {
    let more = names.len().saturating_sub(NAMED);
    message.with(name, some(names)).with("n", names.len()).with("more", more)
}

/// The user's own words as a message shows them: on one line, and no longer than a line.
pub fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let visible = |c: char| if c.is_control() { ' ' } else { c };
    let mut short: String = text.trim().chars().take(LONGEST).map(visible).collect();
    if text.trim().chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}

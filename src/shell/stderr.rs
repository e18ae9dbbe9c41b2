//! What the shell says on standard error: notices, and why nothing was printed.

use std::io::{self, Write};

use prepost::report::{Level, Notice, OpenQuestion, OutcomeReport, Words, words};

/// Notices on standard error; how many of them are errors.
pub fn report(notices: &[Notice]) -> usize {
    notices.iter().for_each(|notice| report_one(notice, &[]));
    notices.iter().filter(|notice| notice.severity == Level::Error).count()
}

/// What is still a guess, with the field of the Plan that answers it.
pub fn report_questions(questions: &[OpenQuestion]) {
    let labels = Words::english().labels();
    for open in questions {
        let (question, reason) = (words::plain(&open.question), words::plain(&open.reason));
        say(&format!("question[{}]: {question} {}{reason}", open.part, open.in_line(&labels)));
        say(&format!("  = {}", words::plain(&open.in_plan)));
    }
}

/// The notices about each outcome; one that concerns several is given once, with their names. How many are errors.
pub fn report_outcomes(outcomes: &[OutcomeReport]) -> usize {
    let mut said: Vec<(&Notice, Vec<&str>)> = Vec::new();
    for outcome in outcomes {
        for notice in &outcome.notices {
            match said.iter_mut().find(|(known, _)| known.code == notice.code && known.message == notice.message) {
                Some((_, names)) => names.push(&outcome.name),
                None => said.push((notice, vec![&outcome.name])),
            }
        }
    }
    said.iter().for_each(|(notice, names)| report_one(notice, names));
    said.iter().filter(|(notice, _)| notice.severity == Level::Error).count()
}

pub fn report_one(notice: &Notice, outcomes: &[&str]) {
    let kind = match notice.severity {
        Level::Note => "note",
        Level::Warning => "warning",
        Level::Error => "error",
    };
    let of = if outcomes.is_empty() { String::new() } else { format!(" {}", outcomes.join(", ")) };
    say(&format!("{kind}[{}]{of}: {}", notice.code, words::plain(&notice.message)));
    if let Some(hint) = &notice.hint {
        say(&format!("  = {}", words::plain(hint)));
    }
}

/// A closed standard error loses the message, not the result.
pub fn say(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

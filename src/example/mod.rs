//! The example: a simulated trial shaped like a real one. Nobody took part in it, and the file says so in each row.
//!
//! It comes as three files: the scores, the same with two participants lost to follow-up, and the items whose sums the
//! scores are. They are made anew whenever they are asked for: a generator is a tenth of what it makes.

mod random;
mod simulated;

use simulated::{OUTCOMES, Outcome, Places, QUESTIONNAIRES, participants};
use std::fmt::Write as _;

/// The files by their names.
pub const EXAMPLES: [&str; 3] = ["example", "example-items", "example-dropout"];

const OCCASIONS: [&str; 3] = ["pre", "post", "fu"];
/// Which participants are lost to follow-up.
const LOST: [usize; 2] = [17, 44];

/// The example of that name as CSV.
pub fn example(name: &str) -> Option<String> {
    let [_, items, dropout] = EXAMPLES;
    if !EXAMPLES.contains(&name) {
        return None;
    }
    let columns = if name == items { of_items() } else { of_scores() };
    let mut text = String::from("id,group,age,gender");
    for Column { name, item, occasion, .. } in &columns {
        let _ = match item {
            Some(item) => write!(text, ",{name}{item}_{}", OCCASIONS[*occasion]),
            None => write!(text, ",{name}_{}", OCCASIONS[*occasion]),
        };
    }
    text.push_str(",source");
    for (number, participant) in (1..).zip(participants()) {
        let _ = write!(text, "\nP{number:02},{},{},{}", participant.arm, participant.age, participant.gender);
        let is_lost = name == dropout && LOST.contains(&number);
        for Column { occasion, places, .. } in &columns {
            text.push(',');
            if *occasion < 2 || !is_lost {
                let _ = write!(text, "{}", places.sum(&participant.answers[*occasion]));
            }
        }
        text.push_str(",simulated");
    }
    text.push('\n');
    Some(text)
}

/// The sum of the answers at some places, at one occasion.
struct Column {
    name: &'static str,
    item: Option<usize>,
    occasion: usize,
    places: Places,
}

fn of_scores() -> Vec<Column> {
    let mut columns = Vec::new();
    for &Outcome { name, places, .. } in &OUTCOMES {
        for occasion in 0..OCCASIONS.len() {
            columns.push(Column { name, item: None, occasion, places });
        }
    }
    columns
}

/// Questionnaire by questionnaire and occasion by occasion.
fn of_items() -> Vec<Column> {
    let mut columns = Vec::new();
    let mut before = 0;
    for (name, n_items) in QUESTIONNAIRES {
        for occasion in 0..OCCASIONS.len() {
            for item in 0..n_items {
                let number = (n_items > 1).then_some(item + 1);
                columns.push(Column { name, item: number, occasion, places: Places::one(before + item) });
            }
        }
        before += n_items;
    }
    columns
}

//! The example: a simulated trial shaped like a real one. Nobody took part in it, and the file says so in each row.
//!
//! It comes as three files: the scores, the same with two participants lost to follow-up, and the items whose sums the
//! scores are. They are made anew whenever they are asked for: a generator is a tenth of what it makes.

mod random;
mod simulated;

use simulated::{OUTCOMES, Participant, QUESTIONNAIRES, Simulation};
use std::fmt::{Display, Write as _};

/// The files by their names.
pub const EXAMPLES: [&str; 3] = ["example", "example-items", "example-dropout"];

const OCCASIONS: [&str; 3] = ["pre", "post", "fu"];
/// Which participants are lost to follow-up.
const LOST: [usize; 2] = [17, 44];

/// The example of that name as CSV.
pub fn example(name: &str) -> Option<String> {
    let [scores, items, dropout] = EXAMPLES.map(|known| known == name);
    if !(scores || items || dropout) {
        return None;
    }
    let mut text = String::from("id,group,age,gender");
    let columns = columns(items, &mut text);
    text.push_str(",source\n");
    let mut simulation = Simulation::new();
    for (number, place) in (1..).zip(simulation.places()) {
        let Participant { arm, age, gender, answers } = simulation.participant(place);
        let _ = write!(text, "P{number:02},{arm},{age},{gender}");
        let is_lost = dropout && LOST.contains(&number);
        for (occasion, places) in &columns {
            let sum: i32 = places.iter().map(|place| answers[*occasion][*place as usize]).sum();
            let shown: &dyn Display = if is_lost && *occasion == 2 { &"" } else { &sum };
            let _ = write!(text, ",{shown}");
        }
        text.push_str(",simulated\n");
    }
    Some(text)
}

/// A column is the sum of the answers at some places, at one occasion.
type Column = (usize, &'static [u8]);

/// The columns of the items or of the scores. Their names go to the text.
fn columns(of_items: bool, text: &mut String) -> Vec<Column> {
    let scores = OUTCOMES.map(|outcome| (outcome.name, outcome.places));
    let (kinds, most): (&[(&str, &'static [u8])], usize) =
        if of_items { (&QUESTIONNAIRES, 1) } else { (&scores, usize::MAX) };
    let mut columns = Vec::new();
    for (name, places) in kinds {
        for (occasion, at) in OCCASIONS.iter().enumerate() {
            for (item, part) in (1..).zip(places.chunks(most)) {
                // What is a column of its own has no number.
                let number: &dyn Display = if part.len() == places.len() { &"" } else { &item };
                let _ = write!(text, ",{name}{number}_{at}");
                columns.push((occasion, part));
            }
        }
    }
    columns
}

//! The example: a simulated trial shaped like a real one. Nobody took part in it, and the file says so in each row.
//!
//! It comes as three files: the scores, the same with two participants lost to follow-up, and the items whose sums the
//! scores are.

use super::simulated::{OUTCOMES, Participant, QUESTIONNAIRES, Simulation};
use std::fmt::{Display, Write as _};

/// The files by their names.
pub const EXAMPLES: [&str; 3] = ["example", "example-items", "example-dropout"];

const OCCASIONS: [&str; 3] = ["pre", "post", "fu"];

/// The example of that name as CSV.
pub fn example(name: &str) -> Option<String> {
    let [scores, items, dropout] = EXAMPLES.map(|known| known == name);
    if !(scores || items || dropout) {
        return None;
    }
    let mut text = String::from("id,group,age,gender");
    columns(items, &mut |column| {
        let Column { name, number, occasion, .. } = column;
        let _ = write!(text, ",{name}{number}_{}", OCCASIONS[occasion]);
    });
    text.push_str(",source\n");
    let mut simulation = Simulation::new();
    for (number, place) in (1..).zip(simulation.places()) {
        let Participant { arm, age, gender, answers } = simulation.participant(place);
        let _ = write!(text, "P{number:02},{arm},{age},{gender}");
        columns(items, &mut |Column { occasion, places, .. }| {
            let is_lost = dropout && occasion == 2 && matches!(number, 17 | 44);
            let sum: i32 = places.iter().map(|place| answers[occasion][*place as usize]).sum();
            let shown: &dyn Display = if is_lost { &"" } else { &sum };
            let _ = write!(text, ",{shown}");
        });
        text.push_str(",simulated\n");
    }
    Some(text)
}

/// The sum of the answers at some places, at one occasion.
struct Column<'c> {
    name: &'static str,
    /// An item's.
    number: &'c dyn Display,
    occasion: usize,
    places: &'static [u8],
}

/// The columns of the items or of the scores.
fn columns(of_items: bool, each: &mut dyn FnMut(Column<'_>)) {
    let scores = OUTCOMES.map(|outcome| (outcome.name, outcome.places));
    let (kinds, most): (&[(&str, &[u8])], usize) = if of_items { (&QUESTIONNAIRES, 1) } else { (&scores, usize::MAX) };
    for &(name, all) in kinds {
        for occasion in 0..OCCASIONS.len() {
            for (item, places) in (1..).zip(all.chunks(most)) {
                // What is a column of its own has no number.
                let number: &dyn Display = if places.len() == all.len() { &"" } else { &item };
                each(Column { name, number, occasion, places });
            }
        }
    }
}

//! The example: a simulated trial shaped like a real one. Nobody took part in it, and the file says so in each row.
//!
//! Sixty workers with burnout, twenty in each of a waitlist, a compassion-based and a mentalization-based intervention,
//! measured at pretest, posttest and a two-month follow-up. A participant's score is
//!
//! mean + effect of arm and occasion + SD·(√ICC·person + √(1 − ICC)·occasion error),
//!
//! where `person` mixes one trait shared by all outcomes with a part of its own, rounded and kept within the scale.
//!
//! Resilience and the three scores of burnout are answered item by item so that the items' sum is that score. One file has
//! the items, the other their sums.

use std::{fmt::Write as _, fs, io, path::Path};

/// Chosen so that the example shows every kind of answer: an effect that lasts, one that does not show at follow-up, none.
const SEED: u64 = 20_261_743;
const PER_ARM: usize = 20;
const ARMS: [&str; 3] = ["waitlist", "compassion", "mentalization"];
const OCCASIONS: [&str; 3] = ["pre", "post", "fu"];
/// Which participants the second example loses to follow-up.
const LOST: [&str; 2] = ["P17", "P44"];

/// One score: its scale, its distribution at pretest and what the arms do to it.
struct Outcome {
    name: &'static str,
    /// What its items are called, their numbers and the highest answer; the lowest is 0.
    items: Option<(&'static str, &'static [usize], f64)>,
    range: (f64, f64),
    mean: f64,
    sd: f64,
    /// The share of variance that stays with the participant from one occasion to the next.
    icc: f64,
    /// The correlation of the person's part with the trait that all outcomes share.
    loading: f64,
    /// Change from pretest, in points: `[arm][posttest, follow-up]`.
    change: [[f64; 2]; 3],
}

const RESILIENCE: [usize; 25] =
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25];

/// Scales: CD-RISC 0–100, a workplace support total 0–48, and the three scores of the Maslach Burnout Inventory.
const OUTCOMES: [Outcome; 5] = [
    Outcome {
        name: "resilience",
        items: Some(("cdrisc", &RESILIENCE, 4.0)),
        range: (0.0, 100.0),
        mean: 58.0,
        sd: 12.0,
        icc: 0.65,
        loading: 0.6,
        change: [[1.0, 0.5], [12.0, 11.0], [8.5, 5.0]],
    },
    Outcome {
        name: "support",
        items: None,
        range: (0.0, 48.0),
        mean: 26.0,
        sd: 6.5,
        icc: 0.6,
        loading: 0.4,
        change: [[0.0, 0.0], [3.0, 2.0], [4.0, 3.5]],
    },
    Outcome {
        name: "exhaustion",
        items: Some(("mbi", &[1, 2, 3, 6, 8, 13, 14, 16, 20], 6.0)),
        range: (0.0, 54.0),
        mean: 34.0,
        sd: 8.0,
        icc: 0.65,
        loading: -0.6,
        change: [[-1.0, -1.0], [-8.0, -7.5], [-8.0, -8.0]],
    },
    Outcome {
        name: "depersonalization",
        items: Some(("mbi", &[5, 10, 11, 15, 22], 6.0)),
        range: (0.0, 30.0),
        mean: 14.0,
        sd: 4.5,
        icc: 0.55,
        loading: -0.4,
        change: [[-0.5, -0.5], [-2.5, -1.5], [-3.0, -3.0]],
    },
    Outcome {
        name: "accomplishment",
        items: Some(("mbi", &[4, 7, 9, 12, 17, 18, 19, 21], 6.0)),
        range: (0.0, 48.0),
        mean: 28.0,
        sd: 6.0,
        icc: 0.6,
        loading: 0.5,
        change: [[0.0, 0.0], [3.5, 3.5], [4.0, 2.0]],
    },
];

/// Writes the examples where the page finds them.
pub fn write(root: &Path) -> io::Result<()> {
    let folder = root.join("www/examples");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("example.csv"), csv(&[]))?;
    fs::write(folder.join("example-dropout.csv"), csv(&LOST))?;
    fs::write(folder.join("example-items.csv"), items_csv())
}

/// Somebody who did not exist.
struct Participant {
    /// What stands before the answers: id, arm, age and gender.
    about: String,
    /// Outcome by outcome, occasion by occasion, item by item; one answer where the outcome has no items.
    answers: Vec<Vec<Vec<f64>>>,
}

fn participants() -> Vec<Participant> {
    let mut random = Random { state: SEED };
    let mut of_items = Random { state: SEED + 1 };
    let allocation = allocation(&mut random);
    let simulated = allocation.into_iter().enumerate().map(|(number, arm)| {
        let age = random.normal().mul_add(7.0, 38.0).clamp(23.0, 60.0).round();
        let gender = if random.uniform() < 0.65 { "female" } else { "male" };
        let trait_shared = random.normal();
        let of_outcome = |outcome: &Outcome| {
            let scores = participant(&mut random, outcome, arm, trait_shared);
            scores.map(|score| answers(&mut of_items, outcome, score)).into()
        };
        let answers = OUTCOMES.iter().map(of_outcome).collect();
        Participant { about: format!("P{:02},{},{age},{gender}", number + 1, ARMS[arm]), answers }
    });
    simulated.collect()
}

/// Answers whose sum is the score: each near the same level, the rest dealt to items drawn at random.
fn answers(random: &mut Random, outcome: &Outcome, score: f64) -> Vec<f64> {
    let Some((_, numbers, highest)) = outcome.items else { return vec![score] };
    let level = score / numbers.len() as f64;
    let mut answers: Vec<f64> =
        numbers.iter().map(|_| random.normal().mul_add(0.9, level).round().clamp(0.0, highest)).collect();
    loop {
        let left = score - answers.iter().sum::<f64>();
        if left == 0.0 {
            return answers;
        }
        let at = (random.uniform() * numbers.len() as f64) as usize;
        let answer = &mut answers[at.min(numbers.len() - 1)];
        *answer = (*answer + left.signum()).clamp(0.0, highest);
    }
}

/// The scores as CSV, each the sum of its items; `lost` have no follow-up.
fn csv(lost: &[&str]) -> String {
    let mut text = String::from("id,group,age,gender");
    for outcome in &OUTCOMES {
        for occasion in OCCASIONS {
            let _ = write!(text, ",{}_{occasion}", outcome.name);
        }
    }
    text.push_str(",source\n");
    for participant in participants() {
        text.push_str(&participant.about);
        let is_lost = lost.iter().any(|id| participant.about.starts_with(id));
        for occasions in &participant.answers {
            for (occasion, answers) in occasions.iter().enumerate() {
                let gone = occasion == 2 && is_lost;
                let _ = if gone { write!(text, ",") } else { write!(text, ",{}", answers.iter().sum::<f64>()) };
            }
        }
        text.push_str(",simulated\n");
    }
    text
}

/// The same trial item by item, questionnaire by questionnaire and occasion by occasion.
fn items_csv() -> String {
    // Each column: its name, and where its answer stands.
    let mut columns: Vec<(String, [usize; 3])> = Vec::new();
    for questionnaire in [Some("cdrisc"), Some("mbi"), None] {
        for (occasion, name) in OCCASIONS.iter().enumerate() {
            let mut of_occasion: Vec<(usize, String, [usize; 3])> = Vec::new();
            for (place, outcome) in OUTCOMES.iter().enumerate() {
                match (outcome.items, questionnaire) {
                    (Some((prefix, numbers, _)), Some(wanted)) if prefix == wanted => {
                        let column = |(at, item): (usize, &usize)| {
                            (*item, format!("{prefix}{item}_{name}"), [place, occasion, at])
                        };
                        of_occasion.extend(numbers.iter().enumerate().map(column));
                    }
                    (None, None) => of_occasion.push((0, format!("{}_{name}", outcome.name), [place, occasion, 0])),
                    _ => {}
                }
            }
            of_occasion.sort();
            columns.extend(of_occasion.into_iter().map(|(_, name, at)| (name, at)));
        }
    }
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let mut text = format!("id,group,age,gender,{},source\n", names.join(","));
    for participant in participants() {
        text.push_str(&participant.about);
        for (_, [outcome, occasion, item]) in &columns {
            let _ = write!(text, ",{}", participant.answers[*outcome][*occasion][*item]);
        }
        text.push_str(",simulated\n");
    }
    text
}

/// Twenty places in each arm, in random order.
fn allocation(random: &mut Random) -> Vec<usize> {
    let mut places: Vec<usize> = (0..ARMS.len() * PER_ARM).map(|place| place % ARMS.len()).collect();
    for last in (1..places.len()).rev() {
        let pick = (random.uniform() * (last as f64 + 1.0)) as usize;
        places.swap(last, pick.min(last));
    }
    places
}

fn participant(random: &mut Random, outcome: &Outcome, arm: usize, trait_shared: f64) -> [f64; 3] {
    let own = random.normal();
    let person = outcome.loading * trait_shared + (1.0 - outcome.loading.powi(2)).sqrt() * own;
    let changes = [0.0, outcome.change[arm][0], outcome.change[arm][1]];
    changes.map(|change| {
        let noise = outcome.icc.sqrt() * person + (1.0 - outcome.icc).sqrt() * random.normal();
        (outcome.mean + change + outcome.sd * noise).round().clamp(outcome.range.0, outcome.range.1)
    })
}

/// SplitMix64 (Steele, Lea & Flood 2014): small, and the same on every machine for ever.
struct Random {
    state: u64,
}

impl Random {
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Above 0 and below 1.
    fn uniform(&mut self) -> f64 {
        ((self.next() >> 11) as f64 + 0.5) / (1u64 << 53) as f64
    }

    /// A standard normal deviate (Box & Muller 1958).
    fn normal(&mut self) -> f64 {
        (-2.0 * self.uniform().ln()).sqrt() * (std::f64::consts::TAU * self.uniform()).cos()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_are_what_the_generator_makes() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/examples");
        assert_eq!(fs::read_to_string(folder.join("example.csv")).unwrap(), csv(&[]));
        assert_eq!(fs::read_to_string(folder.join("example-dropout.csv")).unwrap(), csv(&LOST));
        assert_eq!(fs::read_to_string(folder.join("example-items.csv")).unwrap(), items_csv());
    }
}

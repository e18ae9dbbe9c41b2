//! The example: a simulated trial shaped like a real one. Nobody took part in it, and the file says so in each row.
//!
//! Sixty workers with burnout, twenty in each of a waitlist, a compassion-based and a mentalization-based intervention,
//! measured at pretest, posttest and a two-month follow-up. A participant's score is
//!
//! mean + effect of arm and occasion + SD·(√ICC·person + √(1 − ICC)·occasion error),
//!
//! where `person` mixes one trait shared by all outcomes with a part of its own, rounded and kept within the scale.

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

/// Scales: CD-RISC 0–100, a workplace support total 0–48, and the three scores of the Maslach Burnout Inventory.
const OUTCOMES: [Outcome; 5] = [
    Outcome {
        name: "resilience",
        range: (0.0, 100.0),
        mean: 58.0,
        sd: 12.0,
        icc: 0.65,
        loading: 0.6,
        change: [[1.0, 0.5], [12.0, 11.0], [8.5, 5.0]],
    },
    Outcome {
        name: "support",
        range: (0.0, 48.0),
        mean: 26.0,
        sd: 6.5,
        icc: 0.6,
        loading: 0.4,
        change: [[0.0, 0.0], [3.0, 2.0], [4.0, 3.5]],
    },
    Outcome {
        name: "exhaustion",
        range: (0.0, 54.0),
        mean: 34.0,
        sd: 8.0,
        icc: 0.65,
        loading: -0.6,
        change: [[-1.0, -1.0], [-8.0, -7.5], [-8.0, -8.0]],
    },
    Outcome {
        name: "depersonalization",
        range: (0.0, 30.0),
        mean: 14.0,
        sd: 4.5,
        icc: 0.55,
        loading: -0.4,
        change: [[-0.5, -0.5], [-2.5, -1.5], [-3.0, -3.0]],
    },
    Outcome {
        name: "accomplishment",
        range: (0.0, 48.0),
        mean: 28.0,
        sd: 6.0,
        icc: 0.6,
        loading: 0.5,
        change: [[0.0, 0.0], [3.5, 3.5], [4.0, 2.0]],
    },
];

/// Writes both examples where the page finds them.
pub fn write(root: &Path) -> io::Result<()> {
    let folder = root.join("www/examples");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("example.csv"), csv(&[]))?;
    fs::write(folder.join("example-dropout.csv"), csv(&LOST))
}

/// The example as CSV; `lost` have no follow-up.
fn csv(lost: &[&str]) -> String {
    let mut random = Random { state: SEED };
    let mut text = String::from("id,group,age,gender");
    for outcome in &OUTCOMES {
        for occasion in OCCASIONS {
            let _ = write!(text, ",{}_{occasion}", outcome.name);
        }
    }
    text.push_str(",source\n");
    for (number, arm) in allocation(&mut random).into_iter().enumerate() {
        let id = format!("P{:02}", number + 1);
        let age = random.normal().mul_add(7.0, 38.0).clamp(23.0, 60.0).round();
        let gender = if random.uniform() < 0.65 { "female" } else { "male" };
        let _ = write!(text, "{id},{},{age},{gender}", ARMS[arm]);
        let trait_shared = random.normal();
        for outcome in &OUTCOMES {
            let scores = participant(&mut random, outcome, arm, trait_shared);
            for (occasion, score) in scores.into_iter().enumerate() {
                let gone = occasion == 2 && lost.contains(&id.as_str());
                let _ = if gone { write!(text, ",") } else { write!(text, ",{score}") };
            }
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
    }
}

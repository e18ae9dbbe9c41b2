//! Sixty workers with burnout, twenty in each of a waitlist, a compassion-based and a mentalization-based intervention,
//! measured at pretest, posttest and a two-month follow-up. A participant's score is
//!
//! mean + effect of arm and occasion + SD·(√ICC·person + √(1 − ICC)·occasion error),
//!
//! where `person` mixes one trait shared by all outcomes with a part of its own, rounded and kept within the scale.
//!
//! Resilience and the three scores of burnout are answered item by item so that the items' sum is that score.

use super::random::Random;

/// Chosen so that the example shows every kind of answer: an effect that lasts, one that does not show at follow-up, none.
const SEED: u64 = 20_261_743;
const PER_ARM: usize = 20;
const ARMS: [&str; 3] = ["waitlist", "compassion", "mentalization"];

/// The answers of an occasion, whole numbers: the total of support, the items of the MBI by their numbers, and those of
/// the CD-RISC.
pub type Answers = [i32; 1 + 22 + 25];

const SUPPORT: &[u8] = &[0];
const MBI: &[u8] = &places::<22>(1);
const CDRISC: &[u8] = &places::<25>(1 + 22);

const fn places<const N: usize>(first: u8) -> [u8; N] {
    let mut places = [first; N];
    let mut at = 1;
    while at < N {
        places[at] = places[at - 1] + 1;
        at += 1;
    }
    places
}

/// A questionnaire as it is answered, and where its answers stand.
pub const QUESTIONNAIRES: [(&str, &[u8]); 3] = [("cdrisc", CDRISC), ("mbi", MBI), ("support", SUPPORT)];

/// One score: its scale, its distribution at pretest and what the arms do to it.
pub struct Outcome {
    pub name: &'static str,
    /// Where the answers stand whose sum it is.
    pub places: &'static [u8],
    /// The highest answer to an item; the lowest is 0.
    highest: i32,
    mean: f32,
    sd: f32,
    /// The share of variance that stays with the participant from one occasion to the next.
    icc: f32,
    /// The correlation of the person's part with the trait that all outcomes share.
    loading: f32,
    /// Change from pretest, in points: `[arm][occasion]`.
    change: [[f32; 3]; 3],
}

/// Scales: CD-RISC 0–100, a workplace support total 0–48, and the three scores of the Maslach Burnout Inventory.
pub const OUTCOMES: [Outcome; 5] = [
    Outcome {
        name: "resilience",
        places: CDRISC,
        highest: 4,
        mean: 58.0,
        sd: 12.0,
        icc: 0.65,
        loading: 0.6,
        change: [[0.0, 1.0, 0.5], [0.0, 12.0, 11.0], [0.0, 8.5, 5.0]],
    },
    Outcome {
        name: "support",
        places: SUPPORT,
        highest: 48,
        mean: 26.0,
        sd: 6.5,
        icc: 0.6,
        loading: 0.4,
        change: [[0.0, 0.0, 0.0], [0.0, 3.0, 2.0], [0.0, 4.0, 3.5]],
    },
    Outcome {
        name: "exhaustion",
        places: &[1, 2, 3, 6, 8, 13, 14, 16, 20],
        highest: 6,
        mean: 34.0,
        sd: 8.0,
        icc: 0.65,
        loading: -0.6,
        change: [[0.0, -1.0, -1.0], [0.0, -8.0, -7.5], [0.0, -8.0, -8.0]],
    },
    Outcome {
        name: "depersonalization",
        places: &[5, 10, 11, 15, 22],
        highest: 6,
        mean: 14.0,
        sd: 4.5,
        icc: 0.55,
        loading: -0.4,
        change: [[0.0, -0.5, -0.5], [0.0, -2.5, -1.5], [0.0, -3.0, -3.0]],
    },
    Outcome {
        name: "accomplishment",
        places: &[4, 7, 9, 12, 17, 18, 19, 21],
        highest: 6,
        mean: 28.0,
        sd: 6.0,
        icc: 0.6,
        loading: 0.5,
        change: [[0.0, 0.0, 0.0], [0.0, 3.5, 3.5], [0.0, 4.0, 2.0]],
    },
];

/// Somebody who did not exist.
pub struct Participant {
    pub arm: &'static str,
    pub age: i32,
    pub gender: &'static str,
    /// Occasion by occasion.
    pub answers: [Answers; 3],
}

/// Who takes part, one after the other.
pub struct Simulation {
    random: Random,
    of_items: Random,
}

impl Simulation {
    pub fn new() -> Self {
        Self { random: Random::new(SEED), of_items: Random::new(SEED + 1) }
    }

    /// Places in the arms, in random order.
    pub fn places(&mut self) -> [usize; ARMS.len() * PER_ARM] {
        let mut places = std::array::from_fn(|place| place);
        for last in (1..places.len()).rev() {
            places.swap(last, self.random.below(last + 1));
        }
        places
    }

    pub fn participant(&mut self, place: usize) -> Participant {
        let Self { random, of_items } = self;
        let arm = place % ARMS.len();
        let age = whole(random.normal() * 7.0 + 38.0, 23, 60);
        let gender = if random.uniform() < 0.65 { "female" } else { "male" };
        let trait_shared = random.normal();
        let mut answers = [[0; 1 + 22 + 25]; 3];
        for outcome in &OUTCOMES {
            let loading = f64::from(outcome.loading);
            let icc = f64::from(outcome.icc);
            let person = loading * trait_shared + (1.0 - loading * loading).sqrt() * random.normal();
            for (change, answers) in outcome.change[arm].iter().zip(&mut answers) {
                let noise = icc.sqrt() * person + (1.0 - icc).sqrt() * random.normal();
                let score = f64::from(outcome.mean + change) + f64::from(outcome.sd) * noise;
                answer(of_items, outcome, score, answers);
            }
        }
        Participant { arm: ARMS[arm], age, gender, answers }
    }
}

/// Answers whose sum is the score: first each item near the same level, then what is left, point by point to items
/// drawn at random.
fn answer(random: &mut Random, outcome: &Outcome, score: f64, answers: &mut Answers) {
    let n = outcome.places.len();
    let mut left = whole(score, 0, outcome.highest * n as i32);
    let level = f64::from(left) / n as f64;
    let mut turn = 0;
    while turn < n || left != 0 {
        let item = if turn < n { turn } else { random.below(n) };
        let answer = &mut answers[outcome.places[item] as usize];
        let meant = if turn >= n {
            f64::from(*answer + left.signum())
        } else if n == 1 {
            level
        } else {
            level + random.normal() * 0.9
        };
        left += *answer;
        *answer = whole(meant, 0, outcome.highest);
        left -= *answer;
        turn += 1;
    }
}

/// The nearest whole number, kept within bounds that are not negative.
fn whole(value: f64, lowest: i32, highest: i32) -> i32 {
    ((value + 0.5) as i32).min(highest).max(lowest)
}

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

/// Answers are whole numbers. Those of an occasion stand in one row: the items of each questionnaire in their order.
pub type Answers = [i32; ANSWERS];
const ANSWERS: usize = 25 + 22 + 1;

/// Places in such a row, each a bit.
#[derive(Clone, Copy)]
pub struct Places(u64);

impl Places {
    pub const fn one(place: usize) -> Self {
        Self(1 << place)
    }

    /// The items of these numbers in a questionnaire that begins after `before` places.
    const fn items(before: u8, mut numbers: &[u8]) -> Self {
        let mut places = 0;
        while let [number, rest @ ..] = numbers {
            places |= 1 << (before + *number - 1);
            numbers = rest;
        }
        Self(places)
    }

    fn all(self) -> impl Iterator<Item = usize> {
        (0..ANSWERS).filter(move |place| self.0 >> place & 1 == 1)
    }

    pub fn sum(self, answers: &Answers) -> i32 {
        self.all().map(|place| answers[place]).sum()
    }
}

/// A questionnaire as it is answered, and how many items it has.
pub const QUESTIONNAIRES: [(&str, usize); 3] = [("cdrisc", 25), ("mbi", 22), ("support", 1)];

/// One score: its scale, its distribution at pretest and what the arms do to it.
pub struct Outcome {
    pub name: &'static str,
    /// Its items.
    pub places: Places,
    /// The highest answer to an item; the lowest is 0.
    highest: i32,
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
pub const OUTCOMES: [Outcome; 5] = [
    Outcome {
        name: "resilience",
        places: Places((1 << 25) - 1),
        highest: 4,
        mean: 58.0,
        sd: 12.0,
        icc: 0.65,
        loading: 0.6,
        change: [[1.0, 0.5], [12.0, 11.0], [8.5, 5.0]],
    },
    Outcome {
        name: "support",
        places: Places::items(47, &[1]),
        highest: 48,
        mean: 26.0,
        sd: 6.5,
        icc: 0.6,
        loading: 0.4,
        change: [[0.0, 0.0], [3.0, 2.0], [4.0, 3.5]],
    },
    Outcome {
        name: "exhaustion",
        places: Places::items(25, &[1, 2, 3, 6, 8, 13, 14, 16, 20]),
        highest: 6,
        mean: 34.0,
        sd: 8.0,
        icc: 0.65,
        loading: -0.6,
        change: [[-1.0, -1.0], [-8.0, -7.5], [-8.0, -8.0]],
    },
    Outcome {
        name: "depersonalization",
        places: Places::items(25, &[5, 10, 11, 15, 22]),
        highest: 6,
        mean: 14.0,
        sd: 4.5,
        icc: 0.55,
        loading: -0.4,
        change: [[-0.5, -0.5], [-2.5, -1.5], [-3.0, -3.0]],
    },
    Outcome {
        name: "accomplishment",
        places: Places::items(25, &[4, 7, 9, 12, 17, 18, 19, 21]),
        highest: 6,
        mean: 28.0,
        sd: 6.0,
        icc: 0.6,
        loading: 0.5,
        change: [[0.0, 0.0], [3.5, 3.5], [4.0, 2.0]],
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

pub fn participants() -> impl Iterator<Item = Participant> {
    let mut random = Random::new(SEED);
    let mut of_items = Random::new(SEED + 1);
    allocation(&mut random).into_iter().map(move |arm| {
        let age = whole(random.normal(38.0, 7.0), 23, 60);
        let gender = if random.uniform() < 0.65 { "female" } else { "male" };
        let trait_shared = random.normal(0.0, 1.0);
        let mut answers = [[0; ANSWERS]; 3];
        for outcome in &OUTCOMES {
            let own = random.normal(0.0, 1.0);
            let person = outcome.loading * trait_shared + (1.0 - outcome.loading * outcome.loading).sqrt() * own;
            let [post, fu] = outcome.change[arm];
            for (change, answers) in [0.0, post, fu].into_iter().zip(&mut answers) {
                let noise = outcome.icc.sqrt() * person + random.normal(0.0, (1.0 - outcome.icc).sqrt());
                let score = outcome.mean + change + outcome.sd * noise;
                answer(&mut of_items, outcome, score, answers);
            }
        }
        Participant { arm: ARMS[arm], age, gender, answers }
    })
}

/// Answers whose sum is the score: each near the same level, the rest dealt to items drawn at random.
fn answer(random: &mut Random, outcome: &Outcome, score: f64, answers: &mut Answers) {
    let n = outcome.places.all().count();
    let mut left = whole(score, 0, outcome.highest * n as i32);
    let level = f64::from(left) / n as f64;
    for place in outcome.places.all() {
        let near = if n == 1 { level } else { random.normal(level, 0.9) };
        answers[place] = whole(near, 0, outcome.highest);
        left -= answers[place];
    }
    while left != 0 {
        let at = random.below(n);
        for place in outcome.places.all().skip(at).take(1) {
            let before = answers[place];
            answers[place] = (before + left.signum()).clamp(0, outcome.highest);
            left -= answers[place] - before;
        }
    }
}

/// Twenty places in each arm, in random order.
fn allocation(random: &mut Random) -> [usize; PER_ARM * ARMS.len()] {
    let mut places = std::array::from_fn(|place| place % ARMS.len());
    for last in (1..places.len()).rev() {
        places.swap(last, random.below(last + 1));
    }
    places
}

/// The nearest whole number, kept within bounds that are not negative.
fn whole(value: f64, lowest: i32, highest: i32) -> i32 {
    ((value + 0.5) as i32).clamp(lowest, highest)
}

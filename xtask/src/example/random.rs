//! Random numbers that are the same on every machine for ever.

use std::f64::consts::TAU;

/// SplitMix64 (Steele, Lea & Flood 2014).
pub struct Random {
    state: u64,
}

impl Random {
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Above 0 and below 1.
    pub fn uniform(&mut self) -> f64 {
        ((self.next() >> 11) as f64 + 0.5) / (1u64 << 53) as f64
    }

    /// A whole number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.uniform() * n as f64) as usize
    }

    /// A standard normal deviate (Box & Muller 1958).
    pub fn normal(&mut self) -> f64 {
        // Machines disagree about the last bit of a logarithm; what is made of it is rounded to whole numbers.
        let radius = (-2.0 * self.uniform().ln()).sqrt();
        radius * cosine(self.uniform())
    }
}

/// The cosine of that share of a turn: its series about the half turn.
fn cosine(share: f64) -> f64 {
    let angle = TAU * (share - 0.5);
    let terms = (1..=16).rev().map(|k| f64::from(2 * k * (2 * k - 1)));
    -terms.fold(1.0, |sum, divisor| 1.0 - angle * angle / divisor * sum)
}

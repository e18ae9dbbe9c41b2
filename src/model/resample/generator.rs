//! The random numbers of one replicate.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

/// PCG-XSH-RR 64/32 (O'Neill, 2014), its state and its stream mixed from a key.
#[derive(Clone, Debug)]
pub struct Generator(Pcg32);

impl Generator {
    /// The generator of that key: what differs in any part of the key shares no sequence.
    pub fn new(key: &[u64]) -> Self {
        let state = key.iter().fold(0x9e37_79b9_7f4a_7c15, |sum, part| mix(sum ^ mix(*part)));
        Self(Pcg32::new(state, mix(state)))
    }

    /// A whole number below `n`, each with the same probability; 0 where `n` is 0 (Lemire, 2019).
    pub fn below(&mut self, n: u32) -> u32 {
        if n == 0 {
            return 0;
        }
        // Numbers in the incomplete last round are rejected and drawn again, so that the draw is uniform.
        let left_over = n.wrapping_neg() % n;
        loop {
            let product = u64::from(self.0.next_u32()) * u64::from(n);
            // The lower and the upper half of the product: both casts are meant to cut.
            if product as u32 >= left_over {
                return (product >> 32) as u32;
            }
        }
    }
}

/// SplitMix64's finaliser (Steele, Lea & Flood, 2014) after its increment.
fn mix(value: u64) -> u64 {
    let z = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_gives_its_sequence_and_no_other() {
        let draw = |key: &[u64]| {
            let mut generator = Generator::new(key);
            (0..8).map(|_| generator.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(draw(&[1, 0, 3]), draw(&[1, 0, 3]));
        assert_ne!(draw(&[1, 0, 3]), draw(&[1, 0, 4]));
        assert_ne!(draw(&[0, 1, 3]), draw(&[1, 0, 3]));
    }

    #[test]
    fn every_number_is_as_likely() {
        let mut counts = [0_u32; 6];
        for replicate in 0..6000 {
            counts[Generator::new(&[7, replicate]).below(6) as usize] += 1;
        }
        let chi2: f64 = counts.iter().map(|&count| (f64::from(count) - 1000.0).powi(2) / 1000.0).sum();
        // The upper 0.1 % of χ²(5).
        assert!(chi2 < 20.5, "{counts:?}");
    }
}

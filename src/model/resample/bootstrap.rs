//! Bootstrap samples: participants drawn with replacement within their arms.

use super::generator::Generator;
use super::sample::Sample;

/// Visits the arm-major means of the replicates from one number to another.
pub fn visit(sample: &Sample, (from, to): (u32, u32), key: &[u64], mut each: impl FnMut(&[f64])) {
    let width = sample.n_occasions;
    let members: Vec<Vec<usize>> = (0..sample.n_arms)
        .map(|arm| (0..sample.n()).filter(|p| sample.arms.get(*p).is_some_and(|a| *a as usize == arm)).collect())
        .collect();
    let mut means = vec![0.0; sample.n_arms * width];
    let mut key = key.to_vec();
    key.push(0);
    for number in from..to {
        if let Some(last) = key.last_mut() {
            *last = u64::from(number);
        }
        let mut generator = Generator::new(&key);
        means.fill(0.0);
        for (members, sums) in members.iter().zip(means.chunks_exact_mut(width.max(1))) {
            for _ in 0..members.len() {
                // More than 2³² participants do not fit in memory.
                let drawn = members.get(generator.below(members.len() as u32) as usize).copied().unwrap_or(0);
                sums.iter_mut().zip(sample.row(drawn)).for_each(|(sum, value)| *sum += value);
            }
            sums.iter_mut().for_each(|sum| *sum /= members.len() as f64);
        }
        each(&means);
    }
}

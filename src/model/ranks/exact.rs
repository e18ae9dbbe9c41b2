//! Exact permutation distributions of rank sums, ties included, by dynamic programming over doubled midranks.
//!
//! Doubled midranks are whole numbers. Probabilities are kept, not counts, so that nothing overflows. Limits of the
//! Hodges–Lehmann estimate come from the same distribution as p, so that the two agree (as `wilcox.test(conf.int = TRUE)`
//! of R, which has them without ties only).

/// Beyond this many steps only the normal approximation is given.
const MOST_STEPS: u64 = 100_000_000;

/// A test by the whole distribution of its statistic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExactTest {
    /// Two-sided: `P(|W − E| ≥ |w − E|)`.
    pub p: f64,
    /// The smallest distance from E that has a p below the significance level; `None` where even the largest has not.
    pub critical: Option<f64>,
}

/// The probabilities of sums `at(place)`, ascending, against a distance from their expectation; all doubled.
fn judge(chances: &[f64], at: impl Fn(usize) -> f64, expected: f64, distance: f64, alpha: f64) -> ExactTest {
    let whole: f64 = chances.iter().sum();
    let away = |place: usize| (at(place) - expected).abs();
    let beyond: f64 =
        chances.iter().enumerate().filter(|(place, _)| away(*place) >= distance - 1e-6).map(|(_, p)| p).sum();
    let mut inwards: Vec<(f64, f64)> =
        chances.iter().enumerate().filter(|(_, p)| **p > 0.0).map(|(place, p)| (away(place), *p)).collect();
    inwards.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut sum, mut critical) = (0.0, None);
    for equal in inwards.chunk_by(|a, b| (a.0 - b.0).abs() < 1e-6) {
        sum += equal.iter().map(|(_, p)| p).sum::<f64>();
        // A probability that is the level itself may come out a few units below it.
        if sum / whole >= alpha * (1.0 - 1e-9) {
            break;
        }
        critical = equal.last().map(|(distance, _)| distance / 2.0);
    }
    ExactTest { p: (beyond / whole).min(1.0), critical }
}

/// `W` the sum of `n1` ranks drawn without replacement. `None` where that takes too many steps.
pub fn two_samples(ranks: &[f64], n1: usize, sum: f64, alpha: f64) -> Option<ExactTest> {
    let smaller = n1.min(ranks.len() - n1.min(ranks.len()));
    let total = doubled_sum(ranks);
    if (ranks.len() as u64).checked_mul(smaller as u64)?.checked_mul(total)? > 2 * MOST_STEPS {
        return None;
    }
    let doubled = doubled(ranks);
    // The rank sums of both samples deviate equally from their expectations.
    let n = doubled.len() as f64;
    let Steps { least, unit, steps } = Steps::of(&doubled);
    let last = sums_of(&steps, smaller);
    let expected = total as f64 * smaller as f64 / n;
    let distance = (2.0 * sum - total as f64 * n1 as f64 / n).abs();
    Some(judge(&last, |place| (least * smaller + unit * place) as f64, expected, distance, alpha))
}

/// Ranks as `least + unit · step`, the steps in order.
struct Steps {
    least: usize,
    unit: usize,
    steps: Vec<usize>,
}

impl Steps {
    fn of(doubled: &[usize]) -> Self {
        let least = doubled.iter().copied().min().unwrap_or(0);
        let unit = doubled.iter().fold(0, |unit, rank| divisor(rank - least, unit)).max(1);
        let mut steps: Vec<usize> = doubled.iter().map(|rank| (rank - least) / unit).collect();
        steps.sort();
        Self { least, unit, steps }
    }
}

/// The greatest common divisor.
fn divisor(a: usize, b: usize) -> usize {
    if b == 0 { a } else { divisor(b, a % b) }
}

/// The relative frequency of each sum of `drawn` steps, up to a constant. Only sums that can occur are visited.
fn sums_of(steps: &[usize], drawn: usize) -> Vec<f64> {
    let n = steps.len();
    let sum_below: Vec<usize> = std::iter::once(0)
        .chain(steps.iter().scan(0, |sum, step| {
            *sum += step;
            Some(*sum)
        }))
        .collect();
    let below = |count: usize| sum_below.get(count).copied().unwrap_or(0);
    let width = below(n) - below(n - drawn) + 1;
    let mut ways = vec![vec![0.0_f64; width]; drawn + 1];
    if let Some(none) = ways.first_mut().and_then(|none| none.first_mut()) {
        *none = 1.0;
    }
    for (seen, &step) in steps.iter().enumerate() {
        // Fewer taken could not be made up for by all that follow.
        for taken in ((drawn + seen).saturating_sub(n)..drawn.min(seen + 1)).rev() {
            let (low, high) = ways.split_at_mut(taken + 1);
            let (Some(from), Some(to)) = (low.last(), high.first_mut()) else { continue };
            // Scaled so that the total stays below one: C(n, k) may overflow.
            let weight = (drawn - taken) as f64 / n as f64;
            let (least, most) = (below(taken), below(seen) - below(seen - taken));
            let to = to.get_mut(least + step..).unwrap_or_default();
            for (to, from) in to.iter_mut().zip(from.get(least..=most).unwrap_or_default()) {
                *to += weight * from;
            }
        }
    }
    ways.pop().unwrap_or_default()
}

/// `V` the sum of the ranks given a positive sign by fair coins. `None` where that takes too many steps.
pub fn signed(ranks: &[f64], sum: f64, alpha: f64) -> Option<ExactTest> {
    let total = doubled_sum(ranks);
    if (ranks.len() as u64).checked_mul(total)? > MOST_STEPS {
        return None;
    }
    let doubled = doubled(ranks);
    let mut chance = vec![0.0_f64; usize::try_from(total).ok()? + 1];
    *chance.first_mut()? = 1.0;
    let mut reach = 0;
    for &rank in &doubled {
        reach += rank;
        for at in (0..=reach).rev() {
            let shifted = if at >= rank { chance.get(at - rank).copied().unwrap_or(0.0) } else { 0.0 };
            if let Some(chance) = chance.get_mut(at) {
                *chance = 0.5 * (*chance + shifted);
            }
        }
    }
    let expected = total as f64 / 2.0;
    Some(judge(&chance, |place| place as f64, expected, (2.0 * sum - expected).abs(), alpha))
}

/// The sum of the doubled ranks, in 64 bits: on wasm32 `usize` wraps from 65 536 ranks on.
fn doubled_sum(ranks: &[f64]) -> u64 {
    ranks.iter().map(|rank| (2.0 * rank).round() as u64).sum()
}

fn doubled(ranks: &[f64]) -> Vec<usize> {
    // Midranks are multiples of one half and not negative.
    ranks.iter().map(|rank| (2.0 * rank).round() as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_and_two_by_hand() {
        // Of the six pairs of {1, 2, 3, 4} the sums 3 and 7 are farthest from 5: p = 2/6.
        let p = two_samples(&[1.0, 2.0, 3.0, 4.0], 2, 3.0, 0.05).expect("little work").p;
        assert!((p - 1.0 / 3.0).abs() < 1e-15);
    }

    #[test]
    fn ties_by_hand() {
        // Ranks 1.5, 1.5, 3, 4: the sums of two are 3, 4.5 (twice), 5.5 (twice), 7; E = 5.
        let p = two_samples(&[1.5, 1.5, 3.0, 4.0], 2, 4.5, 0.05).expect("little work").p;
        assert!((p - 1.0).abs() < 1e-15);
        let p = two_samples(&[1.5, 1.5, 3.0, 4.0], 2, 7.0, 0.05).expect("little work").p;
        assert!((p - 2.0 / 6.0).abs() < 1e-15);
    }

    #[test]
    fn three_coins_by_hand() {
        // V = 6 or 0 of {1, 2, 3}: two of eight.
        let three = |alpha| signed(&[1.0, 2.0, 3.0], 6.0, alpha).expect("little work");
        assert!((three(0.05).p - 0.25).abs() < 1e-15);
        // No sum of three ranks is as rare as .05; at .3 the two ends are, 3 from their expectation.
        assert_eq!((three(0.05).critical, three(0.3).critical), (None, Some(3.0)));
        assert_eq!(signed(&[], 0.0, 0.05).map(|test| test.p), Some(1.0));
    }
}

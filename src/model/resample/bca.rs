//! Confidence intervals from bootstrap replicates: percentile, and bias-corrected and accelerated (BCa).
//!
//! # Formulas
//! `z₀ = Φ⁻¹(#{θ* < θ̂}/B)`; the limit of tail α is the quantile `Φ(z₀ + (z₀ + z_α)/(1 − a(z₀ + z_α)))` of the replicates
//! (Efron, 1987), interpolated on the normal scale between order statistics (Davison & Hinkley, 1997, eq. 5.8). The
//! acceleration of several samples is `a = Σₛ nₛ⁻³Σ l³ / (6(Σₛ nₛ⁻²Σ l²)^{3/2})` with the jackknife values
//! `l = (nₛ − 1)(θ̂ − θ̂₍₋ᵢ₎)`; of a difference of means l is a participant's score about the mean of the arm.

use super::sample::{MeanDifference, Sample};
use crate::num::tail::{normal_quantile_upper, normal_sf};

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BootstrapInterval {
    pub se: f64,
    pub percentile: (f64, f64),
    /// `None` where every replicate lies on one side of the estimate, or the acceleration is undefined.
    pub bca: Option<(f64, f64)>,
}

/// `None` where the replicates do not vary. `tail` is the probability beyond each limit.
pub fn limits(replicates: &mut [f64], estimate: f64, acceleration: f64, tail: f64) -> Option<BootstrapInterval> {
    let b = replicates.len() as f64;
    let mean = replicates.iter().sum::<f64>() / b;
    let variance = replicates.iter().map(|r| (r - mean) * (r - mean)).sum::<f64>() / (b - 1.0);
    let size = replicates.iter().fold(estimate.abs(), |most, r| most.max(r.abs()));
    if !variance.is_finite() || variance.sqrt() <= 1e-12 * size {
        return None;
    }
    replicates.sort_unstable_by(f64::total_cmp);
    let below = replicates.partition_point(|r| *r < estimate - 1e-12 * size);
    let z0 = -normal_quantile_upper(below as f64 / b);
    let z = normal_quantile_upper(tail);
    let corrected = |z: f64| {
        let shifted = z0 + (z0 + z) / (1.0 - acceleration * (z0 + z));
        quantile(replicates, normal_sf(-shifted))
    };
    let bca =
        Some((corrected(-z), corrected(z))).filter(|(low, high)| z0.is_finite() && low.is_finite() && high.is_finite());
    Some(BootstrapInterval {
        se: variance.sqrt(),
        percentile: (quantile(replicates, tail), quantile(replicates, 1.0 - tail)),
        bca,
    })
}

/// The quantile of sorted replicates, linear in the normal quantile between the order statistics (B + 1)p; at the ends the
/// extreme ones. NaN where p is.
fn quantile(sorted: &[f64], p: f64) -> f64 {
    let (Some(first), Some(last)) = (sorted.first(), sorted.last()) else { return f64::NAN };
    let rank = (sorted.len() as f64 + 1.0) * p;
    if rank.is_nan() {
        return f64::NAN;
    }
    // A rank that is whole up to rounding is that order statistic.
    let k = (rank + 1e-9).floor();
    if k < 1.0 {
        return *first;
    }
    if k >= sorted.len() as f64 {
        return *last;
    }
    // Between 1 and the length: the cast holds.
    let at = k as usize;
    let (Some(low), Some(high)) = (sorted.get(at - 1), sorted.get(at)) else { return f64::NAN };
    let z = |rank: f64| -normal_quantile_upper(rank / (sorted.len() as f64 + 1.0));
    let share = ((z(rank) - z(k)) / (z(k + 1.0) - z(k))).max(0.0);
    low + share * (high - low)
}

/// The acceleration of a difference of means; NaN without variance in both arms.
pub fn acceleration(sample: &Sample, difference: &MeanDifference) -> f64 {
    let mut means = Vec::new();
    sample.means(&sample.arms, &mut means);
    let (mut cubes, mut squares) = (0.0, 0.0);
    for (arm, sign) in [(difference.arm, 1.0), (difference.against, -1.0)] {
        let mean =
            difference.of_scores(means.get(arm * sample.n_occasions..(arm + 1) * sample.n_occasions).unwrap_or(&[]));
        let n = sample.sizes.get(arm).copied().unwrap_or(0.0);
        for (label, row) in sample.arms.iter().zip(sample.rows()) {
            if *label as usize == arm {
                let influence = sign * (difference.of_scores(row) - mean) / n;
                cubes += influence.powi(3);
                squares += influence * influence;
            }
        }
    }
    cubes / (6.0 * squares.powf(1.5))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without bias and acceleration BCa is the percentile interval.
    #[test]
    fn without_bias_and_acceleration_both_are_the_same() {
        let mut replicates: Vec<f64> = (1..=999).map(|i| -normal_quantile_upper(f64::from(i) / 1000.0)).collect();
        let limits = limits(&mut replicates, 1e-9, 0.0, 0.025).expect("limits");
        let (low, high) = limits.bca.expect("both sides");
        assert!((low - limits.percentile.0).abs() < 2e-2 && (high - limits.percentile.1).abs() < 2e-2);
        assert!((limits.percentile.0 + 1.959963984540054).abs() < 1e-9);
    }

    #[test]
    fn replicates_on_one_side_have_no_bca() {
        let mut replicates = vec![1.0, 2.0, 3.0, 4.0];
        assert_eq!(limits(&mut replicates, 0.0, 0.0, 0.025).expect("limits").bca, None);
        assert_eq!(limits(&mut [2.0, 2.0, 2.0], 2.0, 0.0, 0.025), None);
    }
}

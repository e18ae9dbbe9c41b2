//! Quantiles of a sample.
//!
//! # Formulas
//! Type 7: h = (n − 1)·p, Q = x₍⌊h⌋₎ + (h − ⌊h⌋)(x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎), order statistics from 0 (Hyndman & Fan, 1996,
//! definition 7): the default of R, JASP and jamovi.
//!
//! # References
//! Hyndman, R. J., & Fan, Y. (1996). Sample quantiles in statistical packages. *The American Statistician, 50*(4),
//! 361–365. <https://doi.org/10.1080/00031305.1996.10473566>

/// The type 7 quantile of `sorted` (ascending) at the share `p` in 0..=1; `NaN` where it is empty or `p` is outside.
///
/// ```
/// use prepost::num::quantile::quantile;
/// assert_eq!(quantile(&[1.0, 2.0, 3.0, 4.0], 0.25), 1.75);
/// ```
pub fn quantile(sorted: &[f64], p: f64) -> f64 {
    let in_range = (0.0..=1.0).contains(&p);
    let (Some(last), true) = (sorted.len().checked_sub(1), in_range) else { return f64::NAN };
    let h = last as f64 * p;
    let below = (h.floor() as usize).min(last);
    let above = (below + 1).min(last);
    let (low, high) = (sorted[below], sorted[above]);
    let share = h - below as f64;
    // Where the neighbours are equal, or the place is exact, no arithmetic may move the value.
    if share == 0.0 || low == high { low } else { low + share * (high - low) }
}

/// The values in ascending order; `NaN`s come last.
pub fn sorted(values: &[f64]) -> Vec<f64> {
    let mut ordered = values.to_vec();
    ordered.sort_unstable_by(f64::total_cmp);
    ordered
}

/// The middle value of `sorted` (ascending), or the mean of the two middle ones; `NaN` where it is empty.
pub fn median(sorted: &[f64]) -> f64 {
    quantile(sorted, 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_as_r_prints_them() {
        let weights = sorted(&[5.58, 4.17, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14]);
        // R: quantile(subset(PlantGrowth, group == "ctrl")$weight)
        for (p, expected) in [(0.0, 4.17), (0.25, 4.55), (0.5, 5.155), (0.75, 5.2925), (1.0, 6.11)] {
            assert!((quantile(&weights, p) - expected).abs() < 1e-14, "{p}");
        }
        assert!(quantile(&[], 0.5).is_nan() && quantile(&[1.0], 1.5).is_nan() && quantile(&[1.0], f64::NAN).is_nan());
        assert_eq!(median(&[7.0]), 7.0);
    }
}

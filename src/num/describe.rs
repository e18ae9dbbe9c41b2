//! The descriptive statistics of one column.
//!
//! # Formulas
//! With mₖ = Σ(x − x̄)ᵏ/n, g₁ = m₃/m₂^{3/2}, g₂ = m₄/m₂² − 3:
//! - sd² = Σ(x − x̄)²/(n − 1), in two passes, corrected for the rounding of the mean;
//! - G₁ = g₁ √(n(n − 1))/(n − 2), G₂ = ((n + 1)g₂ + 6)(n − 1)/((n − 2)(n − 3)) (Joanes & Gill, 1998, type 2, as SPSS,
//!   SAS, JASP and jamovi print it);
//! - SE(G₁)² = 6n(n − 1)/((n − 2)(n + 1)(n + 3)), SE(G₂)² = 4(n² − 1)SE(G₁)²/((n − 3)(n + 5)) (SPSS algorithms, DESCRIPTIVES).
//!
//! # References
//! Joanes, D. N., & Gill, C. A. (1998). Comparing measures of sample skewness and kurtosis. *The Statistician, 47*(1),
//! 183–189. <https://doi.org/10.1111/1467-9884.00122>

use super::quantile::{median, sorted};

/// Descriptive statistics of a column. A statistic left undefined by too few values, or by a constant, is `NaN`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Description {
    pub n: usize,
    pub mean: f64,
    pub sd: f64,
    pub se_mean: f64,
    pub median: f64,
    pub min: f64,
    pub max: f64,
    /// G₁, from three values on.
    pub skewness: f64,
    pub se_skewness: f64,
    /// G₂, the excess over a normal distribution's, from four values on.
    pub kurtosis: f64,
    pub se_kurtosis: f64,
}

impl Description {
    /// Keeps n, mean and variance; the rest is unknown.
    pub fn moments_only(self) -> Self {
        let unknown = f64::NAN;
        let (skewness, se_skewness, kurtosis, se_kurtosis) = (unknown, unknown, unknown, unknown);
        Self { median: unknown, min: unknown, max: unknown, skewness, se_skewness, kurtosis, se_kurtosis, ..self }
    }
}

/// The description of `values`, none of them missing.
pub fn describe(values: &[f64]) -> Description {
    let n = values.len();
    let size = n as f64;
    let mean = mean(values);
    let [sum2, sum3, sum4] = central_sums(values, mean);
    let variance = if n < 2 { f64::NAN } else { sum2 / (size - 1.0) };
    let varies = sum2 > 0.0;
    let (m2, m3, m4) = (sum2 / size, sum3 / size, sum4 / size);

    let skewness =
        if n < 3 || !varies { f64::NAN } else { m3 / (m2 * m2.sqrt()) * (size * (size - 1.0)).sqrt() / (size - 2.0) };
    let kurtosis = if n < 4 || !varies {
        f64::NAN
    } else {
        ((size + 1.0) * (m4 / (m2 * m2) - 3.0) + 6.0) * (size - 1.0) / ((size - 2.0) * (size - 3.0))
    };
    let se_skewness = if n < 3 {
        f64::NAN
    } else {
        (6.0 * size * (size - 1.0) / ((size - 2.0) * (size + 1.0) * (size + 3.0))).sqrt()
    };
    let se_kurtosis =
        if n < 4 { f64::NAN } else { 2.0 * se_skewness * ((size * size - 1.0) / ((size - 3.0) * (size + 5.0))).sqrt() };
    let ordered = sorted(values);
    Description {
        n,
        mean,
        sd: variance.sqrt(),
        se_mean: (variance / size).sqrt(),
        median: median(&ordered),
        min: ordered.first().copied().unwrap_or(f64::NAN),
        max: ordered.last().copied().unwrap_or(f64::NAN),
        skewness,
        se_skewness,
        kurtosis,
        se_kurtosis,
    }
}

/// The mean, exact to the last bit or two whatever the level of the values; `NaN` where there are none.
pub fn mean(values: &[f64]) -> f64 {
    let size = values.len() as f64;
    let Some(shift) = values.first() else { return f64::NAN };
    let first_pass = values.iter().map(|value| value - shift).sum::<f64>() / size;
    let correction = values.iter().map(|value| value - shift - first_pass).sum::<f64>() / size;
    shift + (first_pass + correction)
}

/// The standard deviation with n − 1; `NaN` for fewer than two values.
pub fn sd(values: &[f64]) -> f64 {
    let n = values.len();
    if n < 2 {
        return f64::NAN;
    }
    let [sum2, ..] = central_sums(values, mean(values));
    (sum2 / (n as f64 - 1.0)).sqrt()
}

/// Σ(x − x̄)², Σ(x − x̄)³, Σ(x − x̄)⁴.
fn central_sums(values: &[f64], mean: f64) -> [f64; 3] {
    let size = values.len() as f64;
    // The rounding error of the mean: Chan, Golub & LeVeque (1983), the corrected two-pass algorithm.
    let residue = values.iter().map(|value| value - mean).sum::<f64>() / size;
    let mut sums = [0.0; 3];
    for value in values {
        let deviation = (value - mean) - residue;
        let square = deviation * deviation;
        sums[0] += square;
        sums[1] += square * deviation;
        sums[2] += square * square;
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(actual: f64, expected: f64) {
        assert!((actual - expected).abs() <= 1e-14 * expected.abs(), "{actual} against {expected}");
    }

    #[test]
    fn a_sample_worked_by_hand() {
        // Deviations −3 −1 −1 −1 0 0 2 4 of 2 4 4 4 5 5 7 9: Σd² = 32, Σd³ = 42, Σd⁴ = 356.
        let actual = describe(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]);
        close(actual.mean, 5.0);
        close(actual.sd, (32f64 / 7.0).sqrt());
        close(actual.se_mean, (4f64 / 7.0).sqrt());
        close(actual.skewness, 42.0 / 8.0 / 8.0 * 56f64.sqrt() / 6.0);
        close(actual.kurtosis, (9.0 * (44.5 / 16.0 - 3.0) + 6.0) * 7.0 / 30.0);
        close(actual.se_skewness, (56f64 / 99.0).sqrt());
        close(actual.se_kurtosis, 2.0 * actual.se_skewness * (63.0 / 65.0_f64).sqrt());
        assert_eq!((actual.median, actual.min, actual.max), (4.5, 2.0, 9.0));
    }

    #[test]
    fn a_large_level_costs_no_precision_of_the_spread() {
        let level = 1e12;
        let actual = describe(&[level + 0.25, level + 0.5, level + 0.75]);
        close(actual.sd, 0.25);
        assert_eq!(actual.mean, level + 0.5);
        assert_eq!(actual.skewness, 0.0);
    }

    #[test]
    fn too_few_values_leave_a_statistic_undefined() {
        assert!(describe(&[]).mean.is_nan() && describe(&[]).max.is_nan());
        let one = describe(&[3.0]);
        assert!(one.sd.is_nan() && one.mean == 3.0 && one.median == 3.0);
        let constant = describe(&[3.0; 9]);
        assert!(constant.sd == 0.0 && constant.skewness.is_nan() && constant.kurtosis.is_nan());
    }
}

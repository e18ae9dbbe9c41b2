//! Comparisons and standardised differences of two means, of independent groups or paired measurements.
//!
//! # References
//! Hedges (1981), *Journal of Educational Statistics, 6*, 107–128. Steiger & Fouladi (1997): limits of d by inverting the
//! noncentral t. McGraw & Wong (1992), *Psychological Bulletin, 111*, 361–365: the probability of superiority.

use super::effect_size::hedges_j;
use super::estimate::IntervalEstimate;
use super::probability;
use super::unequal::Group;
use crate::num::noncentral::t_noncentrality_limits;
use crate::num::tail::normal_sf;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TTest {
    pub t: f64,
    pub df: f64,
    pub p: f64,
}

impl TTest {
    pub fn new(estimate: f64, se: f64, df: f64) -> Self {
        let t = estimate / se;
        Self { t, df, p: probability::t_two_sided(t, df) }
    }
}

/// Two groups: `later − earlier`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Independent {
    pub estimate: IntervalEstimate,
    pub se: f64,
    /// Equal variances assumed.
    pub student: TTest,
    /// Equal variances not assumed.
    pub welch: TTest,
    /// Standardised by the pooled SD of the two groups.
    pub cohen_d: IntervalEstimate,
    pub hedges_g: IntervalEstimate,
    /// Standardised by the SD of the earlier group; NaN where that is zero.
    pub glass_delta: f64,
    /// `Φ(d/√2)`: how often one of the later group lies above one of the earlier, both normal with the same SD.
    pub superiority: IntervalEstimate,
}

/// `None` where a group has fewer than two values, or none has a variance.
pub fn independent(later: &Group, earlier: &Group, level: f64) -> Option<Independent> {
    if later.n < 2.0 || earlier.n < 2.0 {
        return None;
    }
    let df = later.n + earlier.n - 2.0;
    let pooled = ((later.n - 1.0) * later.variance + (earlier.n - 1.0) * earlier.variance) / df;
    if pooled.is_nan() || pooled <= 0.0 {
        return None;
    }
    let scale = (1.0 / later.n + 1.0 / earlier.n).sqrt();
    let (estimate, se) = (later.mean - earlier.mean, pooled.sqrt() * scale);
    let student = TTest::new(estimate, se, df);
    let (a, b) = (later.variance / later.n, earlier.variance / earlier.n);
    let welch_df = (a + b) * (a + b) / (a * a / (later.n - 1.0) + b * b / (earlier.n - 1.0));
    let cohen_d = standardised(estimate / pooled.sqrt(), student, scale, level);
    Some(Independent {
        estimate: around(estimate, se, df, level),
        se,
        student,
        welch: TTest::new(estimate, (a + b).sqrt(), welch_df),
        cohen_d,
        hedges_g: cohen_d.map(|d| hedges_j(df) * d),
        glass_delta: if earlier.variance > 0.0 { estimate / earlier.variance.sqrt() } else { f64::NAN },
        superiority: cohen_d.map(|d| normal_sf(-d * std::f64::consts::FRAC_1_SQRT_2)),
    })
}

/// The moments of two measurements of the same participants. Only the difference of their means enters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Twice {
    pub n: f64,
    /// Later minus earlier.
    pub change: f64,
    pub variance_earlier: f64,
    pub variance_later: f64,
    pub covariance: f64,
}

/// The same participants twice: `later − earlier`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paired {
    pub estimate: IntervalEstimate,
    pub se: f64,
    pub student: TTest,
    /// Standardised by the SD of the changes.
    pub d_z: IntervalEstimate,
    pub g_z: IntervalEstimate,
    /// Standardised by the mean of the two SDs.
    pub d_av: f64,
    /// `d_z √(2(1 − r))`.
    pub d_rm: f64,
    /// NaN where an occasion has no variance.
    pub r: f64,
}

/// `None` with fewer than two participants, or where all change by the same amount.
pub fn paired(of: &Twice, level: f64) -> Option<Paired> {
    // Cancellation of large terms leaves rounding error, not a variance.
    let size = of.variance_earlier + of.variance_later;
    let variance = size - 2.0 * of.covariance;
    if of.n < 2.0 || variance.is_nan() || variance <= super::ROUNDING * size {
        return None;
    }
    let (df, sd) = (of.n - 1.0, variance.sqrt());
    let se = sd / of.n.sqrt();
    let student = TTest::new(of.change, se, df);
    let d_z = standardised(of.change / sd, student, 1.0 / of.n.sqrt(), level);
    let r = of.covariance / (of.variance_earlier * of.variance_later).sqrt();
    let r = if r.is_finite() { r } else { f64::NAN };
    Some(Paired {
        estimate: around(of.change, se, df, level),
        se,
        student,
        d_z,
        g_z: d_z.map(|d| hedges_j(df) * d),
        d_av: of.change / (0.5 * (of.variance_earlier.sqrt() + of.variance_later.sqrt())),
        d_rm: d_z.value * (2.0 * (1.0 - r)).sqrt(),
        r,
    })
}

fn around(estimate: f64, se: f64, df: f64, level: f64) -> IntervalEstimate {
    let reach = probability::t_critical(1.0 - level, df) * se;
    IntervalEstimate { value: estimate, low: estimate - reach, high: estimate + reach }
}

/// Limits of `d = t·scale` by those of t's noncentrality.
fn standardised(value: f64, test: TTest, scale: f64, level: f64) -> IntervalEstimate {
    let (low, high) = t_noncentrality_limits(test.t, test.df, level);
    IntervalEstimate { value, low: low * scale, high: high * scale }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_groups_by_hand() {
        // Pooled variance (9·4 + 9·6)/18 = 5, se = √(5·0.2) = 1, t = 3, d = 3/√5, Δ = 3/√6.
        let (later, earlier) =
            (Group { n: 10.0, mean: 8.0, variance: 4.0 }, Group { n: 10.0, mean: 5.0, variance: 6.0 });
        let actual = independent(&later, &earlier, 0.95).expect("both vary");
        assert!((actual.student.t - 3.0).abs() < 1e-14 && actual.student.df == 18.0);
        assert!((actual.cohen_d.value - 3.0 / 5f64.sqrt()).abs() < 1e-14);
        assert!((actual.glass_delta - 3.0 / 6f64.sqrt()).abs() < 1e-14);
        assert!((actual.welch.df - 1.0 / (0.16 / 9.0 + 0.36 / 9.0)).abs() < 1e-10);
        // J(18) = Γ(9)/(3 Γ(8.5)).
        assert!((actual.hedges_g.value / actual.cohen_d.value - 0.957_646_427_0).abs() < 1e-9);
        assert!(actual.cohen_d.low < actual.cohen_d.value && actual.cohen_d.value < actual.cohen_d.high);
    }

    #[test]
    fn lakens_2013_table_1() {
        // Ten raters of two films: means 8.7 and 7.7, d_z = 1.50, d_av = 1.13; r and d_rm by `cor` and the formula in R.
        let first = [9.0, 7.0, 8.0, 9.0, 8.0, 9.0, 9.0, 10.0, 9.0, 9.0];
        let second = [9.0, 6.0, 7.0, 8.0, 7.0, 9.0, 8.0, 8.0, 8.0, 7.0];
        let mean = |values: &[f64]| values.iter().sum::<f64>() / 10.0;
        let product =
            |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| (x - mean(a)) * (y - mean(b))).sum::<f64>() / 9.0;
        let of = Twice {
            n: 10.0,
            change: mean(&first) - mean(&second),
            variance_earlier: product(&second, &second),
            variance_later: product(&first, &first),
            covariance: product(&first, &second),
        };
        let actual = paired(&of, 0.95).expect("changes vary");
        assert!((actual.d_z.value - 1.50).abs() < 0.005, "{}", actual.d_z.value);
        assert!(
            (actual.d_av - 1.128_696).abs() < 1e-6 && (actual.d_rm - 1.111_332).abs() < 1e-6,
            "{} {}",
            actual.d_av,
            actual.d_rm
        );
        assert!((actual.r - 0.725_542_3).abs() < 1e-7);
    }

    #[test]
    fn nothing_without_variance() {
        let flat = Group { n: 5.0, mean: 1.0, variance: 0.0 };
        assert_eq!(independent(&flat, &flat, 0.95), None);
        assert_eq!(independent(&Group { n: 1.0, mean: 1.0, variance: f64::NAN }, &flat, 0.95), None);
        let alike = Twice { n: 5.0, change: 1.0, variance_earlier: 2.0, variance_later: 2.0, covariance: 2.0 };
        assert_eq!(paired(&alike, 0.95), None);
    }
}

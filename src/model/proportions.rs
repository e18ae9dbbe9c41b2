//! Two proportions compared: risk difference, risk ratio, odds ratio and number needed to treat.
//!
//! # Formulas
//! x of n, p = x/n, z the normal quantile of the level:
//! - Wilson's score limits: (2np + z² ∓ z√(z² + 4np(1 − p)))/(2(n + z²))
//! - of p₁ − p₂: d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²), l and u Wilson's limits of each
//!   (Newcombe, 1998, method 10)
//! - ln(p₁/p₂) ∓ z√(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂) (Katz et al., 1978); ln of the odds ratio ∓ z√(1/a + 1/b + 1/c + 1/d) (Woolf, 1955)
//! - number needed to treat: 1/d, its limits the reciprocals of those of d (Altman, 1998)
//!
//! # References
//! - Altman, D. G. (1998). Confidence intervals for the number needed to treat. *BMJ, 317*, 1309–1312.
//! - Katz, D., Baptista, J., Azen, S. P., & Pike, M. C. (1978). Obtaining confidence intervals for the risk ratio in
//!   cohort studies. *Biometrics, 34*, 469–474.
//! - Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions: Comparison of
//!   eleven methods. *Statistics in Medicine, 17*, 873–890.
//! - Woolf, B. (1955). On estimating the relation between blood group and disease. *Annals of Human Genetics, 19*, 251–253.

use super::estimate::IntervalEstimate;
use crate::num::tail::normal_quantile_upper;

/// A count out of a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    pub of: usize,
    pub n: usize,
}

/// An intervention's proportion against the control's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TwoProportions {
    pub difference: IntervalEstimate,
    /// `None` where both proportions are 0 or both are 1: no ratio can be estimated.
    pub ratios: Option<Ratios>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratios {
    pub risk: IntervalEstimate,
    pub odds: IntervalEstimate,
    /// Whether a half was added to each cell of the table, as one of them is zero.
    pub half_added: bool,
}

impl Count {
    /// The proportion with Wilson's limits; `None` with a total of zero.
    pub fn share(self, level: f64) -> Option<IntervalEstimate> {
        if self.n == 0 {
            return None;
        }
        let z = normal_quantile_upper((1.0 - level) / 2.0);
        let (n, p) = (self.n as f64, self.of as f64 / self.n as f64);
        let middle = 2.0 * n * p + z * z;
        let half = z * (z * z + 4.0 * n * p * (1.0 - p)).sqrt();
        let all = 2.0 * (n + z * z);
        // At 0 and 1 the limit is exact, whatever the rounding.
        let low = if self.of == 0 { 0.0 } else { (middle - half) / all };
        let high = if self.of == self.n { 1.0 } else { (middle + half) / all };
        Some(IntervalEstimate { value: p, low, high })
    }

    fn rest(self) -> usize {
        self.n.saturating_sub(self.of)
    }
}

/// `None` where either total is zero.
pub fn two_proportions(treated: Count, control: Count, level: f64) -> Option<TwoProportions> {
    let (one, other) = (treated.share(level)?, control.share(level)?);
    let value = one.value - other.value;
    let difference = IntervalEstimate {
        value,
        low: value - (one.value - one.low).hypot(other.high - other.value),
        high: value + (one.high - one.value).hypot(other.value - other.low),
    };
    Some(TwoProportions { difference, ratios: ratios(treated, control, level) })
}

fn ratios(treated: Count, control: Count, level: f64) -> Option<Ratios> {
    let cells = [treated.of, treated.rest(), control.of, control.rest()];
    if treated.of + control.of == 0 || treated.rest() + control.rest() == 0 {
        return None;
    }
    let half_added = cells.contains(&0);
    let [a, b, c, d] = cells.map(|cell| cell as f64 + if half_added { 0.5 } else { 0.0 });
    let z = normal_quantile_upper((1.0 - level) / 2.0);
    let limits = |ln: f64, variance: f64| {
        let half = z * variance.sqrt();
        IntervalEstimate { value: ln.exp(), low: (ln - half).exp(), high: (ln + half).exp() }
    };
    Some(Ratios {
        risk: limits((a / (a + b)).ln() - (c / (c + d)).ln(), b / (a * (a + b)) + d / (c * (c + d))),
        odds: limits((a / b).ln() - (c / d).ln(), 1.0 / a + 1.0 / b + 1.0 / c + 1.0 / d),
        half_added,
    })
}

/// Number needed to treat for one more responder, or one fewer; infinite where the proportions are equal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NumberNeeded {
    /// To treat, for one more to benefit.
    Benefit(f64),
    /// To treat, for one fewer to benefit.
    Harm(f64),
    /// The proportions are equal.
    Infinite,
}

impl NumberNeeded {
    /// From a difference of proportions.
    pub fn of(difference: f64) -> Self {
        if difference > 0.0 {
            Self::Benefit(1.0 / difference)
        } else if difference < 0.0 {
            Self::Harm(-1.0 / difference)
        } else {
            Self::Infinite
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn difference(x1: usize, n1: usize, x2: usize, n2: usize) -> [f64; 2] {
        let actual = two_proportions(Count { of: x1, n: n1 }, Count { of: x2, n: n2 }, 0.95).expect("somebody");
        [actual.difference.low, actual.difference.high]
    }

    /// Newcombe (1998), table II, the row of method 10, to its four decimals.
    #[test]
    fn newcombes_examples() {
        let printed = [
            ([56, 70, 48, 80], [0.0524, 0.3339]),
            ([9, 10, 3, 10], [0.1705, 0.8090]),
            ([6, 7, 2, 7], [0.0582, 0.8062]),
            ([5, 56, 0, 29], [-0.0381, 0.1926]),
            ([0, 10, 0, 20], [-0.1611, 0.2775]),
            ([0, 10, 0, 10], [-0.2775, 0.2775]),
            ([10, 10, 0, 20], [0.6791, 1.0]),
            ([10, 10, 0, 10], [0.6075, 1.0]),
        ];
        for ([x1, n1, x2, n2], limits) in printed {
            for (mine, printed) in difference(x1, n1, x2, n2).into_iter().zip(limits) {
                assert!((mine - printed).abs() <= 5e-5, "{x1}/{n1} and {x2}/{n2}: {mine}, printed {printed}");
            }
        }
    }

    #[test]
    fn none_of_both_have_no_ratio() {
        let actual = two_proportions(Count { of: 0, n: 9 }, Count { of: 0, n: 8 }, 0.95).expect("somebody");
        assert_eq!((actual.difference.value, actual.ratios), (0.0, None));
        assert_eq!(two_proportions(Count { of: 0, n: 0 }, Count { of: 1, n: 2 }, 0.95), None);
    }
}

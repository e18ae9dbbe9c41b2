//! Adjustments based on the joint distribution of all contrasts: Dunnett, Scheffé, closed testing.
//!
//! # Formulas
//! - Dunnett: the largest |t| of k contrasts with one control, which correlate as `λᵢλⱼ`. For means of groups
//!   `λᵢ = √(nᵢ/(nᵢ + n₀))`; in general the correlations are those of `c'(X'X)⁻¹c`, and `λᵢ² = ρᵢⱼρᵢₖ/ρⱼₖ`.
//! - Scheffé: every contrast of q + 1 means at once: `t²/q` as F on (q, ν). For contrasts of measures with separate
//!   errors: Hotelling's T², `t²(ν − q + 1)/(νq)` as F on (q, ν − q + 1).
//! - Closed testing of three means: a pair is significant only together with the hypothesis of all three: the larger of the two p-values.
//!
//! # References
//! Dunnett, C. W. (1955). *Journal of the American Statistical Association, 50*(272), 1096–1121.
//! Scheffé, H. (1953). *Biometrika, 40*(1/2), 87–104.
//! Levin, J. R., Serlin, R. C., & Seaman, M. A. (1994). *Psychological Bulletin, 115*(1), 153–159.

use nalgebra::DMatrix;

use super::probability::{f_critical, f_upper};

/// The λ whose products are the correlations of contrasts with one control; `None` where there are none between 0 and 1.
/// Where covariates keep the correlations from being such products, each λ is the geometric mean over the triples it is in.
pub fn control_shares(correlations: &DMatrix<f64>) -> Option<Vec<f64>> {
    let k = correlations.nrows();
    let ln = |i: usize, j: usize| correlations[(i, j)].ln();
    let share = |i: usize| {
        let others: Vec<usize> = (0..k).filter(|&j| j != i).collect();
        match others.as_slice() {
            // One contrast alone correlates with nothing: any λ serves.
            [] => 0.5,
            [j] => (0.5 * ln(i, *j)).exp(),
            several => {
                let pairs: Vec<f64> = (several.iter().enumerate())
                    .flat_map(|(at, &j)| several.iter().skip(at + 1).map(move |&l| (j, l)))
                    .map(|(j, l)| ln(i, j) + ln(i, l) - ln(j, l))
                    .collect();
                (0.5 * pairs.iter().sum::<f64>() / pairs.len() as f64).exp()
            }
        }
    };
    let shares: Vec<f64> = (0..k).map(share).collect();
    shares.iter().all(|share| 0.0 < *share && *share < 1.0).then_some(shares)
}

/// The space of contrasts over which Scheffé's method is simultaneous.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Contrasts {
    /// Of that dimension (means − 1), with a common error.
    OneError(usize),
    /// Contrasts of the measures, each with a separate error.
    OwnError(usize),
}

impl Contrasts {
    /// The factor that turns t² into an F, and the degrees of freedom of that F.
    fn as_f(self, df: f64) -> (f64, f64, f64) {
        match self {
            Contrasts::OneError(q) => (1.0 / q as f64, q as f64, df),
            Contrasts::OwnError(q) => {
                let df2 = df - q as f64 + 1.0;
                (df2 / (df * q as f64), q as f64, df2)
            }
        }
    }

    /// NaN where there are too few degrees of freedom.
    pub fn scheffe_p(self, t: f64, df: f64) -> f64 {
        let (factor, df1, df2) = self.as_f(df);
        if df2 > 0.0 { f_upper(t * t * factor, df1, df2) } else { f64::NAN }
    }

    /// The |t| that some contrast exceeds with probability `alpha`.
    pub fn scheffe_critical(self, alpha: f64, df: f64) -> f64 {
        let (factor, df1, df2) = self.as_f(df);
        if df2 > 0.0 { (f_critical(alpha, df1, df2) / factor).sqrt() } else { f64::NAN }
    }
}

/// The p of a pair in closed testing of three means.
pub fn closed_p(of_all: f64, of_pair: f64) -> f64 {
    // `max` would pass over a NaN.
    if of_all > of_pair { of_all } else { of_pair + 0.0 * of_all }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::probability::t_two_sided;

    #[test]
    fn shares_are_those_of_the_groups_sizes() {
        let (control, sizes) = (4.0, [5.0, 7.0, 9.0, 4.0]);
        let wanted = sizes.map(|n: f64| (n / (n + control)).sqrt());
        for k in 2..=4 {
            let correlations = DMatrix::from_fn(k, k, |i, j| if i == j { 1.0 } else { wanted[i] * wanted[j] });
            let actual = control_shares(&correlations).expect("products");
            match k {
                // Two contrasts have one correlation: both share it.
                2 => assert!((actual[0] * actual[1] - wanted[0] * wanted[1]).abs() < 1e-15),
                _ => assert!(actual.iter().zip(&wanted).all(|(a, b)| (a - b).abs() < 1e-14)),
            }
        }
        assert_eq!(control_shares(&DMatrix::from_row_slice(2, 2, &[1.0, -0.1, -0.1, 1.0])), None);
    }

    #[test]
    fn scheffe_of_two_means_is_student() {
        for contrasts in [Contrasts::OneError(1), Contrasts::OwnError(1)] {
            assert!((contrasts.scheffe_p(2.1, 17.0) - t_two_sided(2.1, 17.0)).abs() < 1e-15);
        }
    }

    #[test]
    fn scheffe_as_in_a_table_of_f() {
        // Three groups, 12 degrees of freedom: F(.05; 2, 12) = 3.885 (Winer, 1971, table C.3), so that S = √7.770 = 2.787.
        assert!((Contrasts::OneError(2).scheffe_critical(0.05, 12.0) - 2.787).abs() < 1e-3);
        assert!((Contrasts::OneError(2).scheffe_p(7.770f64.sqrt(), 12.0) - 0.05).abs() < 1e-4);
        assert!(Contrasts::OwnError(3).scheffe_p(2.0, 2.0).is_nan());
    }

    #[test]
    fn a_pair_needs_the_hypothesis_of_all() {
        assert_eq!((closed_p(0.2, 0.01), closed_p(0.01, 0.2)), (0.2, 0.2));
        assert!(closed_p(f64::NAN, 0.01).is_nan() && closed_p(0.01, f64::NAN).is_nan());
    }
}

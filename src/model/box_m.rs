//! Box's M: equality of covariance matrices across groups.
//!
//! # Formulas
//! `M = ν ln|S| − Σ νᵢ ln|Sᵢ| = −Σ νᵢ ln|S⁻¹Sᵢ|`, `νᵢ = nᵢ − 1`, S pooled. With p measures and g groups
//! `A₁ = (2p² + 3p − 1)/(6(p + 1)(g − 1))·(Σ1/νᵢ − 1/ν)`, `A₂ = (p − 1)(p + 2)/(6(g − 1))·(Σ1/νᵢ² − 1/ν²)`:
//! χ² = (1 − A₁)M on `p(p + 1)(g − 1)/2`; F as given by Box and printed by SPSS.
//!
//! # References
//! Box (1949), *Biometrika, 36*, 317–346.

use nalgebra::DMatrix;

use super::probability;
use crate::num::positive_definite::PositiveDefinite;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BoxM {
    pub m: f64,
    pub f: f64,
    pub df1: f64,
    pub df2: f64,
    pub p: f64,
    pub chi2: f64,
    pub chi2_df: f64,
    pub p_chi2: f64,
}

/// Of each group's degrees of freedom and centred cross-products. `None` with one group, or where a group has no more
/// participants than measures or a singular covariance.
pub fn box_m(groups: &[(f64, DMatrix<f64>)]) -> Option<BoxM> {
    let p = groups.first()?.1.nrows();
    let g = groups.len() as f64;
    if g < 2.0 {
        return None;
    }
    let all: f64 = groups.iter().map(|(df, _)| df).sum();
    let pooled = groups.iter().fold(DMatrix::zeros(p, p), |sum, (_, cross)| sum + cross) / all;
    let pooled = PositiveDefinite::new(&pooled)?;
    let mut m = 0.0;
    for (df, cross) in groups {
        let covariance = cross / *df;
        PositiveDefinite::new(&covariance).filter(|_| *df >= p as f64)?;
        // ln|Sᵢ| − ln|S| as one determinant near 1: of many participants the difference would be of rounding alone.
        let relative = pooled.forward(&pooled.forward(&covariance)?.transpose())?;
        m -= df * PositiveDefinite::new(&relative)?.ln_determinant();
    }
    let p = p as f64;
    let sum = |power: i32| groups.iter().map(|(df, _)| df.powi(-power)).sum::<f64>() - all.powi(-power);
    let a1 = (2.0 * p * p + 3.0 * p - 1.0) / (6.0 * (p + 1.0) * (g - 1.0)) * sum(1);
    let a2 = (p - 1.0) * (p + 2.0) / (6.0 * (g - 1.0)) * sum(2);
    let df1 = p * (p + 1.0) * (g - 1.0) / 2.0;
    let excess = a2 - a1 * a1;
    let df2 = (df1 + 2.0) / excess.abs();
    let f = if excess > 0.0 {
        m * (1.0 - a1 - df1 / df2) / df1
    } else {
        let b = df2 / (1.0 - a1 + 2.0 / df2);
        df2 * m / (df1 * (b - m))
    };
    let chi2 = m * (1.0 - a1);
    let p_f = probability::f_upper(f, df1, df2);
    Some(BoxM { m, f, df1, df2, p: p_f, chi2, chi2_df: df1, p_chi2: probability::chi2_upper(chi2, df1) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_measure_is_bartletts_test() {
        // Bartlett's K² of variances 1, 2 and 4 on 9 degrees of freedom each: by hand
        // M = 27 ln(7/3) − 9 ln 8, C = 1 + (3/9 − 1/27)/6; here χ² = (1 − A₁)M with A₁ = C − 1.
        let group = |variance: f64| (9.0, DMatrix::from_element(1, 1, 9.0 * variance));
        let actual = box_m(&[group(1.0), group(2.0), group(4.0)]).expect("each varies");
        let m = 27.0 * (7.0_f64 / 3.0).ln() - 9.0 * 8.0_f64.ln();
        let a1 = (3.0 / 9.0 - 1.0 / 27.0) / 6.0;
        assert!((actual.m - m).abs() < 1e-12 && (actual.chi2 - (1.0 - a1) * m).abs() < 1e-12);
        assert_eq!((actual.chi2_df, actual.df1), (2.0, 2.0));
        assert!((actual.p - actual.p_chi2).abs() < 0.01);
    }

    #[test]
    fn alike_groups_give_zero() {
        let cross = DMatrix::from_row_slice(2, 2, &[20.0, 6.0, 6.0, 30.0]);
        let actual = box_m(&[(10.0, cross.clone()), (10.0, cross)]).expect("not singular");
        assert!(actual.m.abs() < 1e-12 && (actual.p - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_singular_group_has_none() {
        let singular = DMatrix::from_row_slice(2, 2, &[1.0, 1.0, 1.0, 1.0]);
        let good = DMatrix::identity(2, 2);
        assert_eq!(box_m(&[(5.0, good.clone()), (5.0, singular)]), None);
        assert_eq!(box_m(&[(5.0, good.clone()), (1.0, good.clone())]), None);
        assert_eq!(box_m(&[(5.0, good)]), None);
    }
}

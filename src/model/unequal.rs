//! Comparisons of means of groups with unequal variances.
//!
//! # References
//! Welch (1951), *Biometrika, 38*, 330–336. Brown & Forsythe (1974), *Technometrics, 16*, 129–132. Games & Howell (1976),
//! *Journal of Educational Statistics, 1*, 113–125.

use std::f64::consts::SQRT_2;

use super::probability;
use crate::num::studentized_range::StudentizedRange;

/// Size, mean and variance of a group. Means may be relative to a shift that all groups share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    pub n: f64,
    pub mean: f64,
    /// NaN with one value.
    pub variance: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RobustF {
    pub f: f64,
    pub df1: f64,
    pub df2: f64,
    pub p: f64,
}

impl RobustF {
    fn new(f: f64, df1: f64, df2: f64) -> Option<Self> {
        let p = probability::f_upper(f, df1, df2);
        (f.is_finite() && p.is_finite()).then_some(Self { f, df1, df2, p })
    }
}

/// `None` where a group has no variance.
pub fn welch(groups: &[Group]) -> Option<RobustF> {
    let k = groups.len() as f64;
    if groups.iter().any(|group| group.variance.is_nan() || group.variance <= 0.0) {
        return None;
    }
    let weight = |group: &Group| group.n / group.variance;
    let all: f64 = groups.iter().map(weight).sum();
    let mean = groups.iter().map(|group| weight(group) * group.mean).sum::<f64>() / all;
    let between = groups.iter().map(|group| weight(group) * (group.mean - mean).powi(2)).sum::<f64>() / (k - 1.0);
    let lambda: f64 = groups.iter().map(|group| (1.0 - weight(group) / all).powi(2) / (group.n - 1.0)).sum();
    let f = between / (1.0 + 2.0 * (k - 2.0) * lambda / (k * k - 1.0));
    RobustF::new(f, k - 1.0, (k * k - 1.0) / (3.0 * lambda))
}

/// `None` where no group has a variance, or one has a single value.
pub fn brown_forsythe(groups: &[Group]) -> Option<RobustF> {
    let n: f64 = groups.iter().map(|group| group.n).sum();
    let mean = groups.iter().map(|group| group.n * group.mean).sum::<f64>() / n;
    let between: f64 = groups.iter().map(|group| group.n * (group.mean - mean).powi(2)).sum();
    let part = |group: &Group| (1.0 - group.n / n) * group.variance;
    let error: f64 = groups.iter().map(part).sum();
    let df2 = error * error / groups.iter().map(|group| part(group).powi(2) / (group.n - 1.0)).sum::<f64>();
    RobustF::new(between / error, groups.len() as f64 - 1.0, df2)
}

/// A difference of two means with unequal variances.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairTest {
    pub estimate: f64,
    pub se: f64,
    pub df: f64,
    pub t: f64,
    pub p: f64,
    pub low: f64,
    pub high: f64,
}

/// `later − earlier` as one of all pairs of `k` means; with two means it is Welch's t test. `None` without a variance.
pub fn games_howell(later: &Group, earlier: &Group, k: usize, level: f64) -> Option<PairTest> {
    let (a, b) = (later.variance / later.n, earlier.variance / earlier.n);
    let variance = a + b;
    if variance.is_nan() || variance <= 0.0 {
        return None;
    }
    let se = variance.sqrt();
    let df = variance * variance / (a * a / (later.n - 1.0) + b * b / (earlier.n - 1.0));
    let estimate = later.mean - earlier.mean;
    let t = estimate / se;
    let (p, critical) = match k {
        2 => (probability::t_two_sided(t, df), probability::t_critical(1.0 - level, df)),
        _ => {
            let range = StudentizedRange::new(u32::try_from(k).ok()?, df)?;
            (range.sf(t.abs() * SQRT_2), range.quantile_upper(1.0 - level) / SQRT_2)
        }
    };
    Some(PairTest { estimate, se, df, t, p, low: estimate - critical * se, high: estimate + critical * se })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(n: f64, mean: f64, variance: f64) -> Group {
        Group { n, mean, variance }
    }

    #[test]
    fn two_groups_give_the_square_of_welchs_t() {
        // By hand: variances 4/10 and 9/15 add to 1, so that t = 2.
        let (a, b) = (group(10.0, 5.0, 4.0), group(15.0, 3.0, 9.0));
        let pair = games_howell(&a, &b, 2, 0.95).expect("both vary");
        assert!((pair.se - 1.0).abs() < 1e-15 && (pair.t - 2.0).abs() < 1e-15);
        let df = 1.0 / (0.16 / 9.0 + 0.36 / 14.0);
        assert!((pair.df - df).abs() < 1e-12);
        for f in [welch(&[a, b]), brown_forsythe(&[a, b])] {
            let f = f.expect("both vary");
            assert!((f.f - 4.0).abs() < 1e-12 && (f.df2 - df).abs() < 1e-10 && (f.p - pair.p).abs() < 1e-13);
        }
    }

    /// Limits undo p, whose distribution `tests/native/references/distributions.rs` holds to mpmath; few degrees of
    /// freedom, as it is hard.
    #[test]
    fn a_difference_that_just_reaches_a_limit_has_p_of_five_percent() {
        let (a, b) = (group(4.0, 5.0, 4.667), group(7.0, 4.1, 2.476));
        let pair = games_howell(&a, &b, 3, 0.95).expect("both vary");
        for reach in [pair.estimate - pair.low, pair.high - pair.estimate] {
            let at_limit =
                games_howell(&group(4.0, reach, 4.667), &group(7.0, 0.0, 2.476), 3, 0.95).expect("both vary");
            assert!((at_limit.p - 0.05).abs() < 1e-11, "{}", at_limit.p);
        }
    }

    #[test]
    fn a_group_without_variance_has_no_weight_to_give() {
        let groups = [group(5.0, 1.0, 0.0), group(5.0, 2.0, 1.0), group(5.0, 3.0, 2.0)];
        assert_eq!(welch(&groups), None);
        assert!(brown_forsythe(&groups).is_some());
        assert_eq!(games_howell(&group(1.0, 1.0, f64::NAN), &groups[1], 3, 0.95), None);
        assert_eq!(games_howell(&groups[0], &groups[0], 3, 0.95), None);
    }
}

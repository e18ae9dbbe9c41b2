//! Families of comparisons: adjusted p-values, and the critical values of the simultaneous intervals that go with them.
//!
//! # Formulas
//! For m comparisons: Bonferroni `min(1, mp)`; Šidák `1 − (1 − p)^m`; Holm: step down from the smallest p with m, m − 1, …;
//! Benjamini–Hochberg: step up from the largest with m/m, m/(m − 1), …; Tukey–Kramer: the studentised range of the k means
//! whose pairs make the family, at `|t|√2`.
//!
//! # References
//! Holm, S. (1979). A simple sequentially rejective multiple test procedure. *Scandinavian Journal of Statistics, 6*, 65–70.
//! Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate. *JRSS B, 57*(1), 289–300.
//! Tukey, J. W. (1953); Kramer, C. Y. (1956). Extension of multiple range tests. *Biometrics, 12*(3), 307–310.

use serde::{Deserialize, Serialize};

use super::probability;
use crate::num::dunnett::dunnett_quantile_upper;
use crate::num::studentized_range::StudentizedRange;

/// The adjustment for multiple comparisons, serialised as in a Plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Adjust {
    None,
    #[default]
    Bonferroni,
    Holm,
    Sidak,
    Tukey,
    /// Each intervention against the control only.
    Dunnett,
    Scheffe,
    /// Three arms: the test of all of them first, then unadjusted pairs (Levin, Serlin & Seaman, 1994).
    Closed,
    /// The false discovery rate.
    #[serde(rename = "bh")]
    BenjaminiHochberg,
}

impl Adjust {
    /// How a Plan and data name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Bonferroni => "bonferroni",
            Self::Holm => "holm",
            Self::Sidak => "sidak",
            Self::Tukey => "tukey",
            Self::Dunnett => "dunnett",
            Self::Scheffe => "scheffe",
            Self::Closed => "closed",
            Self::BenjaminiHochberg => "bh",
        }
    }
}

/// Comparisons that are adjusted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Family {
    /// How many comparisons.
    pub size: usize,
    /// The number of means, where the comparisons are all their pairs; Tukey's method needs it.
    pub means: Option<usize>,
    /// How many of them are with the control.
    pub with_control: usize,
    /// How many arms are compared; none where occasions are.
    pub arms: usize,
    /// At how many places: the changes of a family of differences in change, else one.
    pub places: usize,
    /// Whether one error goes with all of them.
    pub one_error: bool,
}

/// More comparisons are not adjusted by Dunnett's method: each p takes a two-dimensional integral.
pub const MANY_WITH_CONTROL: usize = 1000;

/// The unadjusted test of a comparison.
#[derive(Clone, Copy, Debug)]
pub struct UnadjustedTest {
    pub t: f64,
    pub df: f64,
    /// Unadjusted.
    pub p: f64,
}

impl Family {
    /// The family of all pairs of `means` means.
    pub fn pairs(means: usize) -> Self {
        Self { means: Some(means), ..Self::of(means * means.saturating_sub(1) / 2) }
    }

    /// A family of which only the number of comparisons is known.
    pub fn of(size: usize) -> Self {
        Self { size, means: None, with_control: 0, arms: 0, places: 1, one_error: false }
    }

    /// The adjustment applicable to this family. Tukey's is defined for all pairs of means, Dunnett's for arms with a control,
    /// and both, like Scheffé's, for one error; otherwise Šidák's and Bonferroni's are used. Closed testing is for three arms, otherwise Holm's.
    pub fn adjustment(&self, requested: Adjust) -> Adjust {
        match requested {
            Adjust::Tukey if self.means.is_none() => Adjust::Sidak,
            Adjust::Dunnett
                if self.arms == 0 || !(1..=MANY_WITH_CONTROL).contains(&self.with_control) || !self.one_error =>
            {
                Adjust::Bonferroni
            }
            Adjust::Scheffe if !self.one_error => Adjust::Bonferroni,
            Adjust::Closed if self.arms != 3 || !self.one_error => Adjust::Holm,
            _ => requested,
        }
    }

    /// The comparisons with the control at one place.
    pub fn with_control_at_a_place(&self) -> usize {
        self.with_control / self.places.max(1)
    }

    /// The adjusted p-values, in the order given; NaN where the method is not defined for this family.
    pub fn p_values(&self, by: Adjust, tested: &[UnadjustedTest], quantiles: &mut Quantiles) -> Vec<f64> {
        let m = self.size as f64;
        let each = |adjusted: &dyn Fn(&UnadjustedTest) -> f64| tested.iter().map(adjusted).collect::<Vec<_>>();
        match by {
            Adjust::None => each(&|c| c.p),
            Adjust::Bonferroni => each(&|c| at_most_one(m * c.p)),
            // 1 − (1 − p)^m without losing a small p.
            Adjust::Sidak => each(&|c| -(m * (-c.p).ln_1p()).exp_m1()),
            Adjust::Tukey => tested.iter().map(|c| self.tukey(c, quantiles)).collect(),
            Adjust::Holm => self.stepwise(tested, Step::Down),
            Adjust::BenjaminiHochberg => self.stepwise(tested, Step::Up),
            // They need the correlations of the contrasts or their joint hypothesis: see `joint`.
            Adjust::Dunnett | Adjust::Scheffe | Adjust::Closed => each(&|_| f64::NAN),
        }
    }

    fn tukey(&self, tested: &UnadjustedTest, quantiles: &mut Quantiles) -> f64 {
        match self.means {
            None => f64::NAN,
            // The range of two means is their difference.
            Some(2) => tested.p,
            Some(k) => quantiles
                .range(k, tested.df)
                .map_or(f64::NAN, |range| range.distribution.sf(tested.t.abs() * std::f64::consts::SQRT_2)),
        }
    }

    fn stepwise(&self, tested: &[UnadjustedTest], step: Step) -> Vec<f64> {
        let mut order: Vec<(usize, f64)> =
            tested.iter().map(|c| c.p).enumerate().filter(|(_, p)| !p.is_nan()).collect();
        order.sort_by(|a, b| a.1.total_cmp(&b.1));
        let m = self.size.max(order.len());
        let mut adjusted = vec![f64::NAN; tested.len()];
        let mut set = |place: usize, value: f64| {
            if let Some(slot) = adjusted.get_mut(place) {
                *slot = value;
            }
        };
        match step {
            Step::Down => {
                let mut largest: f64 = 0.0;
                for (rank, (place, p)) in order.iter().enumerate() {
                    largest = largest.max(at_most_one((m - rank) as f64 * p));
                    set(*place, largest);
                }
            }
            Step::Up => {
                let mut smallest: f64 = 1.0;
                for (rank, (place, p)) in order.iter().enumerate().rev() {
                    smallest = smallest.min(m as f64 / (rank + 1) as f64 * p);
                    set(*place, smallest);
                }
            }
        }
        adjusted
    }

    /// The critical |t| of the simultaneous interval of that adjustment; `None` where it has no interval.
    pub fn critical(&self, by: Adjust, df: f64, level: f64, quantiles: &mut Quantiles) -> Option<f64> {
        let alpha = 1.0 - level;
        let m = self.size as f64;
        match by {
            Adjust::None => Some(quantiles.t(alpha, df)),
            Adjust::Bonferroni => Some(quantiles.t(alpha / m, df)),
            Adjust::Sidak => Some(quantiles.t(-((-alpha).ln_1p() / m).exp_m1(), df)),
            Adjust::Tukey => match self.means? {
                2 => Some(quantiles.t(alpha, df)),
                k => Some(quantiles.range_upper(alpha, k, df) / std::f64::consts::SQRT_2),
            },
            Adjust::Holm | Adjust::BenjaminiHochberg | Adjust::Dunnett | Adjust::Scheffe | Adjust::Closed => None,
        }
    }
}

#[derive(Clone, Copy)]
enum Step {
    Down,
    Up,
}

fn at_most_one(p: f64) -> f64 {
    // `min` would turn NaN into one.
    if p > 1.0 { 1.0 } else { p }
}

/// A cache of quantiles and distributions: the comparisons of an analysis share a few.
#[derive(Clone, Debug, Default)]
pub struct Quantiles {
    t: Vec<(f64, f64, f64)>,
    ranges: Vec<Range>,
    dunnett: Vec<(f64, f64, Vec<f64>, f64)>,
}

/// Tukey's distribution of `k` means on `df` degrees of freedom, with the quantiles computed so far.
#[derive(Clone, Debug)]
struct Range {
    k: usize,
    df: f64,
    distribution: StudentizedRange,
    upper: Vec<(f64, f64)>,
}

/// Satterthwaite's degrees of freedom of one family may differ in their last digits.
const SAME_DF: f64 = 1e-12;

impl Quantiles {
    /// The |t| that is exceeded with probability `p`.
    pub fn t(&mut self, p: f64, df: f64) -> f64 {
        if let Some(known) = self.t.iter().find(|known| known.0 == p && known.1 == df) {
            return known.2;
        }
        let value = probability::t_critical(p, df);
        self.t.push((p, df, value));
        value
    }

    /// The quantile that the largest |t| of contrasts with one control exceeds with probability `p`, given their `shares`.
    pub fn dunnett(&mut self, p: f64, shares: &[f64], df: f64) -> f64 {
        // The shares of one trial's occasions differ in their last digits only.
        let same = |known: &[f64]| {
            known.len() == shares.len() && known.iter().zip(shares).all(|(a, b)| (a - b).abs() <= SAME_DF)
        };
        if let Some(known) = self.dunnett.iter().find(|known| known.0 == p && known.1 == df && same(&known.2)) {
            return known.3;
        }
        let value = dunnett_quantile_upper(p, shares, df);
        self.dunnett.push((p, df, shares.to_vec(), value));
        value
    }

    fn range(&mut self, k: usize, df: f64) -> Option<&mut Range> {
        let place = self.ranges.iter().position(|r| r.k == k && (r.df - df).abs() <= SAME_DF * df);
        let place = match place {
            Some(place) => place,
            None => {
                let distribution = StudentizedRange::new(u32::try_from(k).ok()?, df)?;
                self.ranges.push(Range { k, df, distribution, upper: Vec::new() });
                self.ranges.len() - 1
            }
        };
        self.ranges.get_mut(place)
    }

    /// The quantile that the studentised range of `k` means exceeds with probability `p`.
    fn range_upper(&mut self, p: f64, k: usize, df: f64) -> f64 {
        let Some(range) = self.range(k, df) else { return f64::NAN };
        if let Some((_, known)) = range.upper.iter().find(|(of, _)| *of == p) {
            return *known;
        }
        let value = range.distribution.quantile_upper(p);
        range.upper.push((p, value));
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tested(p: &[f64]) -> Vec<UnadjustedTest> {
        p.iter().map(|&p| UnadjustedTest { t: 0.0, df: 10.0, p }).collect()
    }

    fn check(by: Adjust, p: &[f64], wanted: &[f64]) {
        let actual = Family::of(p.len()).p_values(by, &tested(p), &mut Quantiles::default());
        for (actual, wanted) in actual.iter().zip(wanted) {
            assert!((actual - wanted).abs() < 1e-15, "{by:?}: {actual} against {wanted}");
        }
    }

    #[test]
    fn as_p_adjust_of_r() {
        // p.adjust(c(.01, .04, .03, .005), …) of R 4.2.2.
        let p = [0.01, 0.04, 0.03, 0.005];
        check(Adjust::Bonferroni, &p, &[0.04, 0.16, 0.12, 0.02]);
        check(Adjust::Holm, &p, &[0.03, 0.06, 0.06, 0.02]);
        check(Adjust::BenjaminiHochberg, &p, &[0.02, 0.04, 0.04, 0.02]);
    }

    #[test]
    fn a_tiny_p_survives_sidak() {
        let actual = Family::of(3).p_values(Adjust::Sidak, &tested(&[1e-200]), &mut Quantiles::default());
        assert!((actual[0] / 3e-200 - 1.0).abs() < 1e-14);
    }

    #[test]
    fn an_undefined_comparison_stays_undefined() {
        let actual = Family::of(3).p_values(Adjust::Holm, &tested(&[0.01, f64::NAN, 0.02]), &mut Quantiles::default());
        assert!((actual[0] - 0.03).abs() < 1e-15 && actual[1].is_nan() && (actual[2] - 0.04).abs() < 1e-15);
    }
}

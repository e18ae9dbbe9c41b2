//! Resampling of participants: permutation, Freedman–Lane, the bootstrap.
//!
//! Each replicate has its own generator, seeded from a key and the replicate's number, so that a result depends on the
//! data and the Arrangements only, never on how the work was cut and spread. In reading order:
//! - [`generator`]: the random numbers of one replicate
//! - [`arrangements`]: rearranged participants, drawn or enumerated
//! - [`sample`]: the data to resample
//! - [`split_plot`]: the statistics of a permutation of arms
//! - [`freedman_lane`]: the statistics of a permutation of residuals
//! - [`bootstrap`]: the means of a redrawn sample
//! - [`bca`]: limits from replicates

pub mod arrangements;
pub mod bca;
pub mod bootstrap;
pub mod freedman_lane;
pub mod generator;
pub mod sample;
pub mod split_plot;

/// A statistic, and the share of the sum of squares that increases with it. Arrangements are compared by the share, which
/// keeps its precision where the statistic is unbounded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PermutationStatistic {
    /// F, or t with its sign.
    pub statistic: f64,
    /// From 0 to 1.
    pub share: f64,
}

impl PermutationStatistic {
    /// The F of a sum of squares against the residual one.
    fn by_f(ss: f64, left: f64, (df1, df2): (f64, f64)) -> Self {
        Self { statistic: ss / df1 / (left / df2), share: share(ss, left) }
    }

    /// The t of a difference whose variance is the error variance times `leverage`.
    fn by_t(difference: f64, leverage: f64, left: f64, df: f64) -> Self {
        let statistic = difference / (left / df * leverage).sqrt();
        Self { statistic, share: share(difference * difference / leverage, left) }
    }

    /// Whether this is as extreme as `observed`, rounding aside.
    pub fn reaches(self, observed: Self) -> bool {
        reaches(self.share, observed.share)
    }
}

/// Whether the share of one arrangement is at least that of another, rounding aside.
pub fn reaches(share: f64, observed: f64) -> bool {
    const TIE: f64 = 1e-10;
    share >= observed - TIE
}

fn share(ss: f64, left: f64) -> f64 {
    let all = ss + left;
    if all > 0.0 { ss / all } else { 0.0 }
}

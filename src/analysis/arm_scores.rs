//! Summary statistics of each arm at one or two occasions: n, means and covariances of the participants with every score.

use crate::analysis::study::{Arms, Part, Study};
use crate::model::ROUNDING;
use crate::model::two_means::Twice;
use crate::model::unequal::Group;
use crate::num::moments::Moments;

/// The scores of one arm, each the mean over further within levels.
pub struct ArmScores {
    /// An index into the trial's arms; 0 where the arms are taken as one group.
    pub arm: usize,
    pub n: f64,
    /// Relative to a shift that all arms share.
    means: Vec<f64>,
    /// The shift of each occasion.
    shifts: Vec<f64>,
    covariance: Vec<Vec<f64>>,
}

/// Everybody who was measured at all of these occasions, whatever else is missing; an empty arm is left out.
pub fn arm_scores(study: &Study<'_>, arms: Arms, occasions: &[usize]) -> Vec<ArmScores> {
    let part = study.part(Part { arms, occasions: Some(occasions.to_vec()), plain: true, ..Part::default() });
    let Some(part) = part.filter(|part| part.occasions.len() == occasions.len()) else { return Vec::new() };
    let of = |place: usize, moments| ArmScores::new(part.arm_at(place), moments, occasions.len());
    part.cells.iter().enumerate().map(|(place, cell)| of(place, &cell.moments)).collect()
}

impl ArmScores {
    fn new(arm: usize, moments: &Moments, n_occasions: usize) -> Self {
        let each = moments.d() / n_occasions.max(1);
        let n = moments.n() as f64;
        let mean = |values: &nalgebra::DVector<f64>, at: usize| values.rows(at * each, each).sum() / each as f64;
        let covariance = |a: usize, b: usize| {
            let block = moments.cross_products().view((a * each, b * each), (each, each)).sum();
            block / (each * each) as f64 / (n - 1.0)
        };
        Self {
            arm,
            n,
            means: (0..n_occasions).map(|at| mean(moments.mean_shifted(), at)).collect(),
            shifts: (0..n_occasions).map(|at| mean(moments.shift(), at)).collect(),
            covariance: (0..n_occasions).map(|a| (0..n_occasions).map(|b| covariance(a, b)).collect()).collect(),
        }
    }

    /// Two occasions of this arm; NaN where there are fewer.
    fn covariance(&self, a: usize, b: usize) -> f64 {
        self.covariance.get(a).and_then(|row| row.get(b)).copied().unwrap_or(f64::NAN)
    }

    /// The scores at the occasion in that place.
    pub fn at(&self, place: usize) -> Group {
        let mean = self.means.get(place).copied().unwrap_or(f64::NAN);
        Group { n: self.n, mean, variance: self.covariance(place, place) }
    }

    /// The changes from the first to the second of two occasions; means relative to the change of the shift.
    pub fn change(&self) -> Group {
        let size = self.covariance(0, 0) + self.covariance(1, 1);
        let variance = size - 2.0 * self.covariance(0, 1);
        // A sum of large numbers that cancel leaves rounding, not a variance.
        let variance = if variance <= ROUNDING * size { 0.0 } else { variance };
        Group { n: self.n, mean: self.at(1).mean - self.at(0).mean, variance }
    }

    /// The same participants at two occasions.
    pub fn twice(&self) -> Twice {
        let shift = |place: usize| self.shifts.get(place).copied().unwrap_or(f64::NAN);
        Twice {
            n: self.n,
            change: (shift(1) - shift(0)) + (self.at(1).mean - self.at(0).mean),
            variance_earlier: self.covariance(0, 0),
            variance_later: self.covariance(1, 1),
            covariance: self.covariance(0, 1),
        }
    }
}

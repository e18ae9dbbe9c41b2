//! The data to resample: participants, their arms and their scores.

/// Scores of participants over occasions, each occasion centred at its grand mean, so that differences lose no digits.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Each participant's arm, a place below `n_arms`.
    pub arms: Vec<u32>,
    pub n_arms: usize,
    pub n_occasions: usize,
    /// Participants in each arm.
    pub sizes: Vec<f64>,
    /// Participant-major.
    values: Vec<f64>,
}

impl Sample {
    pub fn new(arms: Vec<u32>, n_arms: usize, n_occasions: usize, mut values: Vec<f64>) -> Self {
        let n = arms.len().max(1) as f64;
        for occasion in 0..n_occasions {
            // The second pass removes the rounding error of the mean.
            for _ in 0..2 {
                let mean = values.iter().skip(occasion).step_by(n_occasions).sum::<f64>() / n;
                values.iter_mut().skip(occasion).step_by(n_occasions).for_each(|value| *value -= mean);
            }
        }
        let mut sizes = vec![0.0; n_arms];
        for arm in &arms {
            if let Some(size) = sizes.get_mut(*arm as usize) {
                *size += 1.0;
            }
        }
        Self { arms, n_arms, n_occasions, sizes, values }
    }

    pub fn n(&self) -> usize {
        self.arms.len()
    }

    /// The scores of each participant.
    pub fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.values.chunks_exact(self.n_occasions.max(1))
    }

    pub fn row(&self, participant: usize) -> &[f64] {
        self.values.get(participant * self.n_occasions..(participant + 1) * self.n_occasions).unwrap_or(&[])
    }

    /// The scores of all participants at an occasion.
    pub fn at(&self, occasion: usize) -> impl Iterator<Item = f64> {
        self.values.iter().skip(occasion).step_by(self.n_occasions.max(1)).copied()
    }

    /// The means of the arms under those labels, arm-major, into `means`.
    pub fn means(&self, labels: &[u32], means: &mut Vec<f64>) {
        let width = self.n_occasions;
        means.clear();
        means.resize(self.n_arms * width, 0.0);
        for (label, row) in labels.iter().zip(self.rows()) {
            let start = *label as usize * width;
            if let Some(sums) = means.get_mut(start..start + width) {
                sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
            }
        }
        for (sums, size) in means.chunks_exact_mut(width.max(1)).zip(&self.sizes) {
            sums.iter_mut().for_each(|sum| *sum /= size);
        }
    }
}

/// A difference of two means: later − earlier, both for arms and for occasions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeanDifference {
    pub arm: usize,
    pub against: usize,
    pub to: usize,
    /// `None`: the arms at occasion `to`; else the change from there.
    pub from: Option<usize>,
}

impl MeanDifference {
    /// Its value for one participant's scores, or for an arm's means.
    pub fn of_scores(&self, scores: &[f64]) -> f64 {
        let at = |place: usize| scores.get(place).copied().unwrap_or(f64::NAN);
        at(self.to) - self.from.map_or(0.0, at)
    }

    /// Its value for arm-major means.
    pub fn of_means(&self, means: &[f64], n_occasions: usize) -> f64 {
        let of = |arm: usize| {
            let row = means.get(arm * n_occasions..(arm + 1) * n_occasions).unwrap_or(&[]);
            self.of_scores(row)
        };
        of(self.arm) - of(self.against)
    }
}

//! The data of repeated measures, summed up by missingness pattern.
//!
//! # Formulas
//! Participants of one pattern share Σ, so that the likelihood needs of them only `n`, `Σ zz'`, `Σ zr'` and `Σ rr'`, with z
//! the columns between participants and r the values minus those of ordinary least squares, in units of their standard
//! deviation. So no large mean costs digits, and the search does not know the units of the outcome.

use std::collections::BTreeMap;

use nalgebra::{DMatrix, DVector};

use super::mean_structure::{MeanStructure, Places};
use super::rank::Rank;
use super::unfitted::Unfitted;
use crate::model::lack::ROUNDING;
use crate::num::positive_definite::PositiveDefinite;

/// One participant.
#[derive(Clone, Debug)]
pub struct Participant {
    /// The level of each factor between participants.
    pub at: Vec<usize>,
    /// Finite.
    pub covariates: Vec<f64>,
    /// One value an occasion, NaN where it is missing.
    pub values: Vec<f64>,
}

/// A participant's columns and values, as the fit uses them.
#[derive(Clone, Debug)]
pub struct Record {
    /// The level of each factor between participants.
    pub levels: Vec<usize>,
    pub columns: DVector<f64>,
    /// The occasions with a value.
    pub at: Vec<usize>,
    /// Residuals of ordinary least squares at those, in units of [`Repeated::unit`].
    pub residuals: DVector<f64>,
    /// Which Σ.
    pub group: usize,
}

/// What the participants of one missingness pattern and one Σ come to.
#[derive(Clone, Debug)]
pub struct Pattern {
    pub group: usize,
    /// The occasions with a value.
    pub at: Vec<usize>,
    pub n: f64,
    /// `Σ zz'`.
    pub columns: DMatrix<f64>,
    /// `Σ zr'`.
    pub beside: DMatrix<f64>,
    /// `Σ rr'`.
    pub residuals: DMatrix<f64>,
}

/// The data of a model of repeated measures.
#[derive(Clone, Debug)]
pub struct Repeated {
    pub means: MeanStructure,
    pub places: Places,
    pub rank: Rank,
    /// Whether each level of the first factor has its own Σ.
    pub by_arm: bool,
    /// How many Σ there are.
    pub n_groups: usize,
    pub records: Vec<Record>,
    pub patterns: Vec<Pattern>,
    pub n_observations: usize,
    /// What was taken from the values of each occasion.
    pub shift: Vec<f64>,
    /// The standard deviation of the residuals of ordinary least squares.
    pub unit: f64,
    /// Coefficients of ordinary least squares, of values minus the shift.
    pub least_squares: DVector<f64>,
    /// The covariates' means over the values.
    pub centre: Vec<f64>,
}

impl Repeated {
    /// Those with a value and finite covariates enter. `grouped`: one Σ for each level of the first factor.
    ///
    /// # Errors
    /// Where an occasion has no value, the values do not vary about their means, or there are no more of them than means.
    pub fn new(means: MeanStructure, participants: &[Participant], grouped: bool) -> Result<Self, Unfitted> {
        let m = means.n_occasions;
        let mut included: Vec<&Participant> =
            participants.iter().filter(|participant| enters(participant, &means)).collect();
        // In an order of their own, so that sums do not depend on that of the file to the last bit.
        included.sort_by(|a, b| order(a, b));
        let count = |t: usize| included.iter().filter(|p| value(p, t).is_some()).count();
        if let Some(occasion) = (0..m).find(|&t| count(t) == 0) {
            return Err(Unfitted::NoValue { occasion });
        }
        let shift: Vec<f64> =
            (0..m).map(|t| mean(&included.iter().filter_map(|p| value(p, t)).collect::<Vec<_>>())).collect();
        let centre: Vec<f64> = (0..means.between.n_covariates).map(|k| centre(&included, k)).collect();
        let n_groups = if grouped { means.between.levels.first().copied().unwrap_or(1).max(1) } else { 1 };
        let record = |participant: &&Participant| record(participant, &means, (&shift, &centre), grouped);
        let records: Vec<Record> = included.iter().map(record).collect();
        let full = means.places();
        // Before the residuals, for the columns alone.
        let columns = patterns(&records);
        let rank = Rank::new(&gram(&full, &columns));
        let places = full.only(&rank.kept);
        let n_observations = records.iter().map(|record| record.at.len()).sum();
        let mut data = Self {
            least_squares: DVector::zeros(places.n_coefficients()),
            unit: 1.0,
            patterns: columns,
            means,
            places,
            rank,
            by_arm: grouped,
            n_groups,
            records,
            n_observations,
            shift,
            centre,
        };
        data.subtract_least_squares()?;
        data.patterns = patterns(&data.records);
        Ok(data)
    }

    /// Values minus what ordinary least squares expects of them, in units of what is left.
    fn subtract_least_squares(&mut self) -> Result<(), Unfitted> {
        let (n, p) = (self.n_observations, self.places.n_coefficients());
        if n <= p {
            return Err(Unfitted::TooFew { values: n, coefficients: p });
        }
        let total = sum_of_squares(&self.records);
        let factored = PositiveDefinite::new(&gram(&self.places, &self.patterns)).ok_or(Unfitted::Singular)?;
        // Twice: the second time takes away what rounding left.
        for _ in 0..2 {
            let mut scores = DVector::zeros(p);
            for record in &self.records {
                scores += self.places.rows(&record.columns, &record.at).tr_mul(&record.residuals);
            }
            let step =
                factored.solve(&DMatrix::from_column_slice(p, 1, scores.as_slice())).ok_or(Unfitted::Singular)?;
            let step = DVector::from_column_slice(step.as_slice());
            for record in &mut self.records {
                record.residuals -= self.places.rows(&record.columns, &record.at) * &step;
            }
            self.least_squares += step;
        }
        let rest = sum_of_squares(&self.records);
        let varies = rest > ROUNDING * total && rest.is_finite();
        if !varies {
            return Err(Unfitted::NoVariation);
        }
        self.unit = (rest / (n - p) as f64).sqrt();
        self.records.iter_mut().for_each(|record| record.residuals /= self.unit);
        Ok(())
    }

    /// Without one of the records; `None` where fewer coefficients would be determined, or nothing is left.
    pub fn without(&self, record: usize) -> Option<Self> {
        let gone = self.records.get(record)?;
        let mut data = self.clone();
        data.records.remove(record);
        data.n_observations -= gone.at.len();
        let pattern = data.patterns.iter_mut().find(|p| p.group == gone.group && p.at == gone.at)?;
        pattern.add(gone, -1.0);
        data.patterns.retain(|pattern| pattern.n > 0.5);
        PositiveDefinite::new(&gram(&self.places, &data.patterns)).map(|_| data)
    }

    /// The covariances of the residuals over those who have both values, of one group or of all; those of nobody are zero.
    pub fn covariances(&self, group: Option<usize>) -> DMatrix<f64> {
        let m = self.means.n_occasions;
        let (mut sum, mut n): (DMatrix<f64>, DMatrix<f64>) = (DMatrix::zeros(m, m), DMatrix::zeros(m, m));
        for pattern in self.patterns.iter().filter(|pattern| group.is_none_or(|group| pattern.group == group)) {
            for (i, &a) in pattern.at.iter().enumerate() {
                for (j, &b) in pattern.at.iter().enumerate() {
                    sum[(a, b)] += pattern.residuals[(i, j)];
                    n[(a, b)] += pattern.n;
                }
            }
        }
        DMatrix::from_fn(m, m, |a, b| if n[(a, b)] > 0.0 { sum[(a, b)] / n[(a, b)] } else { 0.0 })
    }
}

impl Pattern {
    fn add(&mut self, record: &Record, times: f64) {
        self.n += times;
        self.columns.ger(times, &record.columns, &record.columns, 1.0);
        self.beside.ger(times, &record.columns, &record.residuals, 1.0);
        self.residuals.ger(times, &record.residuals, &record.residuals, 1.0);
    }
}

fn value(participant: &Participant, occasion: usize) -> Option<f64> {
    participant.values.get(occasion).copied().filter(|value| value.is_finite())
}

fn enters(participant: &Participant, means: &MeanStructure) -> bool {
    (0..means.n_occasions).any(|t| value(participant, t).is_some())
        && participant.covariates.len() >= means.between.n_covariates
        && participant.covariates.iter().all(|covariate| covariate.is_finite())
        && participant.at.len() == means.between.levels.len()
}

fn order(a: &Participant, b: &Participant) -> std::cmp::Ordering {
    a.at.cmp(&b.at).then_with(|| numbers(a).cmp(numbers(b)))
}

/// What distinguishes participants of one cell.
fn numbers(participant: &Participant) -> impl Iterator<Item = u64> {
    participant.values.iter().chain(&participant.covariates).map(|value| value.to_bits())
}

fn mean(values: &[f64]) -> f64 {
    let Some(&first) = values.first() else { return 0.0 };
    first + values.iter().map(|value| value - first).sum::<f64>() / values.len() as f64
}

/// The mean of a covariate, each participant counted as often as they have values.
fn centre(participants: &[&Participant], covariate: usize) -> f64 {
    let of = |p: &Participant| p.covariates.get(covariate).copied().unwrap_or(0.0);
    let times = |p: &Participant| p.values.iter().filter(|value| value.is_finite()).count();
    mean(&participants.iter().flat_map(|p| std::iter::repeat_n(of(p), times(p))).collect::<Vec<_>>())
}

fn record(
    participant: &Participant,
    means: &MeanStructure,
    (shift, centre): (&[f64], &[f64]),
    grouped: bool,
) -> Record {
    let covariates: Vec<f64> = participant.covariates.iter().zip(centre).map(|(x, centre)| x - centre).collect();
    let values: Vec<(usize, f64)> = (shift.iter().enumerate())
        .filter_map(|(t, shift)| value(participant, t).map(|value| (t, value - shift)))
        .collect();
    Record {
        levels: participant.at.clone(),
        columns: means.columns(&participant.at, &covariates),
        at: values.iter().map(|(t, _)| *t).collect(),
        residuals: DVector::from_iterator(values.len(), values.iter().map(|(_, value)| *value)),
        group: if grouped { participant.at.first().copied().unwrap_or(0) } else { 0 },
    }
}

/// `X'X`.
fn gram(places: &Places, patterns: &[Pattern]) -> DMatrix<f64> {
    let mut gram = DMatrix::zeros(places.n_coefficients(), places.n_coefficients());
    for pattern in patterns {
        let identity = DMatrix::identity(pattern.at.len(), pattern.at.len());
        places.add_products(&mut gram, &pattern.at, &identity, &pattern.columns);
    }
    gram
}

fn sum_of_squares(records: &[Record]) -> f64 {
    records.iter().map(|record| record.residuals.norm_squared()).sum()
}

fn patterns(records: &[Record]) -> Vec<Pattern> {
    let mut patterns: BTreeMap<(usize, &[usize]), Pattern> = BTreeMap::new();
    for record in records {
        let (q, m) = (record.columns.len(), record.at.len());
        let pattern = patterns.entry((record.group, &record.at)).or_insert_with(|| Pattern {
            group: record.group,
            at: record.at.clone(),
            n: 0.0,
            columns: DMatrix::zeros(q, q),
            beside: DMatrix::zeros(q, m),
            residuals: DMatrix::zeros(m, m),
        });
        pattern.add(record, 1.0);
    }
    patterns.into_values().collect()
}

//! Factors between participants: sum-to-zero coding and the terms of the model.

/// A term of the part between participants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Term {
    /// The product of the factors whose bit is set; no bit is the grand mean.
    Factors(u32),
    /// A covariate, by its place.
    Covariate(usize),
}

impl Term {
    pub const MEAN: Term = Term::Factors(0);

    /// Whether this term contains the other: the other is then tested ignoring it in type II.
    pub fn contains(self, other: Term) -> bool {
        match (self, other) {
            (Term::Factors(this), Term::Factors(other)) => this != other && this & other == other,
            (Term::Covariate(_), Term::Factors(0)) => true,
            (Term::Covariate(_), _) | (_, Term::Covariate(_)) => false,
        }
    }
}

/// The factors between participants, by their numbers of levels, and how many covariates stand beside them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Between {
    pub levels: Vec<usize>,
    pub n_covariates: usize,
}

/// With more factors than this, only two-way interactions enter.
const MANY_FACTORS: usize = 5;

impl Between {
    /// Every term, lower orders first: mean, factors, covariates, then interactions.
    pub fn terms(&self) -> Vec<Term> {
        let n_factors = self.levels.len().min(u32::BITS as usize - 1);
        let highest = if n_factors > MANY_FACTORS { 2 } else { n_factors };
        let mut masks: Vec<u32> = if n_factors > MANY_FACTORS {
            let single = |f: usize| 1u32 << f;
            let pairs = (0..n_factors).flat_map(|b| (0..b).map(move |a| single(a) | single(b)));
            std::iter::once(0).chain((0..n_factors).map(single)).chain(pairs).collect()
        } else {
            (0..1u32 << n_factors).collect()
        };
        masks.retain(|mask| mask.count_ones() as usize <= highest);
        masks.sort_by_key(|mask| (mask.count_ones(), *mask));
        let split = masks.iter().position(|mask| mask.count_ones() > 1).unwrap_or(masks.len());
        let (low, high) = masks.split_at(split);
        let factors = |masks: &[u32]| masks.iter().copied().map(Term::Factors).collect::<Vec<_>>();
        let mut terms = factors(low);
        terms.extend((0..self.n_covariates).map(Term::Covariate));
        terms.extend(factors(high));
        terms
    }

    /// How many columns a term has.
    pub fn n_columns(&self, term: Term) -> usize {
        match term {
            Term::Covariate(_) => 1,
            Term::Factors(mask) => (self.levels.iter().enumerate().filter(|(f, _)| mask >> f & 1 == 1))
                .fold(1, |n: usize, (_, levels)| n.saturating_mul(levels.saturating_sub(1))),
        }
    }

    /// A term's columns for weights over the levels of each factor. The weights of one cell are ones at its levels; equal
    /// weights that sum to one average over a factor. A covariate is held at its mean, its column is zero.
    pub fn columns(&self, term: Term, weights: &[Vec<f64>]) -> Vec<f64> {
        let Term::Factors(mask) = term else { return vec![0.0] };
        let mut columns = vec![1.0];
        for (f, weights) in weights.iter().enumerate() {
            if mask >> f & 1 == 1 {
                let coded = sum_to_zero(weights);
                columns = columns.iter().flat_map(|c| coded.iter().map(move |w| c * w)).collect();
            } else {
                let total: f64 = weights.iter().sum();
                columns.iter_mut().for_each(|c| *c *= total);
            }
        }
        columns
    }

    /// The columns of several terms, one after another.
    pub fn row(&self, terms: &[Term], weights: &[Vec<f64>]) -> Vec<f64> {
        terms.iter().flat_map(|&term| self.columns(term, weights)).collect()
    }

    /// Weights that average over every factor.
    pub fn average(&self) -> Vec<Vec<f64>> {
        averages(&self.levels)
    }

    /// Weights of one cell.
    pub fn cell(&self, at: &[usize]) -> Vec<Vec<f64>> {
        self.levels.iter().zip(at).map(|(&levels, &at)| unit(levels, at)).collect()
    }
}

/// Weights that average over every factor of so many levels.
pub fn averages(levels: &[usize]) -> Vec<Vec<f64>> {
    levels.iter().map(|&levels| vec![1.0 / levels as f64; levels]).collect()
}

/// One at a level, zero elsewhere.
pub fn unit(levels: usize, at: usize) -> Vec<f64> {
    (0..levels).map(|level| if level == at { 1.0 } else { 0.0 }).collect()
}

/// Weights over levels as weights over sum-to-zero columns: the last level is minus the sum of the others.
fn sum_to_zero(weights: &[f64]) -> Vec<f64> {
    match weights.split_last() {
        Some((last, others)) => others.iter().map(|w| w - last).collect(),
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_in_order() {
        let between = Between { levels: vec![3, 2], n_covariates: 1 };
        let terms = between.terms();
        assert_eq!(terms, [Term::MEAN, Term::Factors(1), Term::Factors(2), Term::Covariate(0), Term::Factors(3)]);
        assert_eq!(terms.iter().map(|&t| between.n_columns(t)).sum::<usize>(), 7);
    }

    #[test]
    fn averaging_over_a_factor_cancels_its_columns() {
        let between = Between { levels: vec![3, 2], n_covariates: 0 };
        let mut weights = between.average();
        weights[0] = unit(3, 2);
        assert_eq!(between.columns(Term::Factors(1), &weights), [-1.0, -1.0]);
        assert_eq!(between.columns(Term::Factors(3), &weights), [0.0, 0.0]);
    }

    #[test]
    fn marginality() {
        assert!(Term::Factors(3).contains(Term::Factors(1)));
        assert!(!Term::Factors(1).contains(Term::Factors(1)));
        assert!(Term::Covariate(0).contains(Term::MEAN));
        assert!(!Term::Factors(3).contains(Term::Covariate(0)));
    }
}

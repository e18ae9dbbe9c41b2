//! Comparisons adjusted as parts of all contrasts of the arms, or of the occasions: Dunnett, Scheffé, closed testing.
//!
//! Dunnett's and closed testing are defined for the arms at one place: an occasion, or one change. Where a family holds
//! several changes, their p are multiplied by the number of changes (and intervals widened accordingly), so that they hold
//! for the family as a whole. Scheffé's holds for all contrasts of arms × occasions at once, `t²/q` as F on (q, ν) with q
//! the rank of the family. Under Dunnett the comparisons that leave out the control take Bonferroni's among themselves.

use crate::analysis::comparisons::comparison::{Adjusted, Compared, Jointly};
use crate::analysis::comparisons::contrasts::NamedContrast;
use crate::analysis::study::Study;
use crate::model::adjust::MANY_WITH_CONTROL;
use crate::model::joint::{Contrasts, closed_p, control_shares};
use crate::model::{Adjust, ErrorTerm, Estimate, Grid};
use crate::num::dunnett::dunnett_sf;

/// The comparisons of one family, with the error that they share.
pub struct Rows<'a, 's> {
    pub study: &'a Study<'s>,
    pub grid: &'a Grid,
    pub error: ErrorTerm,
    pub contrasts: &'a [NamedContrast],
    pub estimates: &'a [Estimate],
}

/// The comparisons that are made at one place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Arms(Option<usize>),
    Change(usize, usize),
    Occasions,
}

fn place(compared: &Compared) -> Place {
    match *compared {
        Compared::Arms { at, .. } => Place::Arms(at),
        Compared::Change { from, to, .. } => Place::Change(from, to),
        Compared::Occasions { .. } => Place::Occasions,
    }
}

/// At how many places a family's comparisons are made; those of a place stand together.
pub fn n_places<'a>(compared: impl Iterator<Item = &'a Compared>) -> usize {
    let places: Vec<Place> = compared.map(place).collect();
    places.chunk_by(|a, b| a == b).count()
}

/// The rank of the contrasts of occasions that a family's comparisons are made at: changes are differences of occasions, so
/// that one is a sum of others; occasions by themselves are independent.
fn rank_of_places<'a>(compared: impl Iterator<Item = &'a Compared>) -> usize {
    // Occasions that changes connect, each with the lowest of its group.
    let mut group: Vec<usize> = Vec::new();
    let mut alone: Vec<Option<usize>> = Vec::new();
    let mut rank = 0;
    for place in compared.map(place) {
        match place {
            Place::Arms(at) if !alone.contains(&at) => alone.push(at),
            Place::Arms(_) | Place::Occasions => {}
            Place::Change(from, to) => {
                group.extend(group.len()..=from.max(to));
                let of = |at: usize| group.get(at).copied().unwrap_or(at);
                let (from, to) = (of(from), of(to));
                if from != to {
                    rank += 1;
                    group.iter_mut().filter(|own| **own == to).for_each(|own| *own = from);
                }
            }
        }
    }
    (rank + alone.len()).max(1)
}

/// Whether one of the two arms is the trial's control.
pub fn with_control(compared: &Compared) -> bool {
    matches!(compared, Compared::Arms { against: 0, .. } | Compared::Change { against: 0, .. })
}

impl Rows<'_, '_> {
    /// One for each comparison, in their order.
    pub fn adjust(&self) -> Vec<Jointly> {
        // Without one error for all arms none of these is defined.
        if self.error == ErrorTerm::UnequalVariances {
            return vec![Jointly::NONE; self.contrasts.len()];
        }
        let places = n_places(self.contrasts.iter().map(|asked| &asked.compared));
        let rank = rank_of_places(self.contrasts.iter().map(|asked| &asked.compared));
        let mut adjusted = Vec::with_capacity(self.contrasts.len());
        let mut start = 0;
        for together in self.contrasts.chunk_by(|a, b| place(&a.compared) == place(&b.compared)) {
            let end = start + together.len();
            let estimates = self.estimates.get(start..end).unwrap_or_default();
            let part = Rows { contrasts: together, estimates, ..*self };
            adjusted.extend(part.at_one_place(places, rank));
            start = end;
        }
        adjusted
    }

    /// `rank`: of the family's contrasts of occasions.
    fn at_one_place(&self, places: usize, rank: usize) -> Vec<Jointly> {
        let times = places as f64;
        let alpha = 1.0 - self.study.trial.plan.level;
        let contrasts = match (self.contrasts.first().map(|asked| place(&asked.compared)), self.error) {
            (Some(Place::Occasions), ErrorTerm::Separate) => Contrasts::OwnError(self.study.occasions.len() - 1),
            (Some(Place::Occasions), _) => Contrasts::OneError(self.study.occasions.len() - 1),
            _ => Contrasts::OneError((self.study.arms.len() - 1) * rank),
        };
        let of_all = self.all_arms();
        let dunnett = self.dunnett(places);
        (self.estimates.iter().zip(dunnett))
            .map(|(estimate, dunnett)| Jointly {
                dunnett,
                scheffe: Adjusted::new(
                    contrasts.scheffe_p(estimate.t(), estimate.df),
                    estimate,
                    Some(contrasts.scheffe_critical(alpha, estimate.df)),
                ),
                closed: Adjusted::new(times * closed_p(of_all, estimate.p()), estimate, None),
            })
            .collect()
    }

    /// The p of the hypothesis that all three arms are equal here; NaN with another number of arms, or for occasions.
    fn all_arms(&self) -> f64 {
        let Some(first) = self.contrasts.first() else { return f64::NAN };
        if self.study.arms.len() != 3 || place(&first.compared) == Place::Occasions {
            return f64::NAN;
        }
        let between: Vec<_> = self.contrasts.iter().map(|asked| asked.contrast.between.clone()).collect();
        self.grid.joint(&between, &first.contrast.measures, self.error).p
    }

    /// Found only where the Plan asks for it: it takes an integral in two dimensions.
    fn dunnett(&self, places: usize) -> Vec<Adjusted> {
        if self.study.trial.plan.adjust != Adjust::Dunnett {
            return vec![Adjusted::NONE; self.contrasts.len()];
        }
        let times = places as f64;
        if self.contrasts.iter().filter(|asked| with_control(&asked.compared)).count() * places > MANY_WITH_CONTROL {
            return vec![Adjusted::NONE; self.contrasts.len()];
        }
        let alpha = 1.0 - self.study.trial.plan.level;
        let between: Vec<_> = (self.contrasts.iter().filter(|asked| with_control(&asked.compared)))
            .map(|asked| asked.contrast.between.clone())
            .collect();
        let measures = self.contrasts.first().map_or(&[][..], |first| &first.contrast.measures);
        let shares = control_shares(&self.grid.correlations(&between, measures));
        let n_with = between.len() as f64;
        let n_without = (self.contrasts.len() - between.len()) as f64;
        (self.contrasts.iter().zip(self.estimates))
            .map(|(asked, estimate)| {
                let df = estimate.df;
                let bonferroni = |m: f64| {
                    let critical = self.study.with_quantiles(|quantiles| quantiles.t(alpha / m, df));
                    Adjusted::new(m * estimate.p(), estimate, Some(critical))
                };
                match (&shares, with_control(&asked.compared)) {
                    (_, false) => bonferroni(times * n_without),
                    (None, true) => bonferroni(times * n_with),
                    (Some(shares), true) => {
                        let critical = self.study.with_quantiles(|q| q.dunnett(alpha / times, shares, df));
                        Adjusted::new(times * dunnett_sf(estimate.t().abs(), shares, df), estimate, Some(critical))
                    }
                }
            })
            .collect()
    }
}

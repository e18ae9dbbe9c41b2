//! The nonparametric split-plot analysis of arms × occasions: ANOVA-type statistics and relative effects.

use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::ranks::{AnovaType, Marginal, RelativeEffect, SplitPlot};

/// More cells than this are not ranked together.
const MANY_CELLS: usize = 200;

/// The nonparametric analysis of the split plot.
#[derive(Clone, Debug)]
pub struct RankAts {
    /// The estimable effects, the arms first.
    pub effects: Vec<(EffectSource, AnovaType)>,
    pub cells: Vec<CellByRanks>,
    /// Whether a cell has too few scores for a test.
    pub too_few: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EffectSource {
    Arms,
    Occasions,
    Both,
}

/// A cell, a whole arm or a whole occasion.
#[derive(Clone, Copy, Debug)]
pub struct CellByRanks {
    pub arm: Option<usize>,
    pub occasion: Option<usize>,
    pub effect: RelativeEffect,
}

impl RankAts {
    pub fn effect(&self, source: EffectSource) -> Option<&AnovaType> {
        self.effects.iter().find(|(of, _)| *of == source).map(|(_, test)| test)
    }
}

pub const RANK_ATS: Computation<RankAts> = Computation { id: "rank_ats", run: compute };

/// `None` with one occasion, or where no arm is in the analysis.
pub fn compute(study: &Study<'_>) -> Option<RankAts> {
    let occasions = &study.occasions;
    if occasions.len() < 2 || study.arms.len() * occasions.len() > MANY_CELLS {
        return None;
    }
    let arms: Vec<Option<usize>> = study.arms_or_all();
    let scores = study.arms.iter().map(|&arm| study.rows_with_gaps(Some(arm), occasions).collect()).collect();
    let split = SplitPlot::new(scores, occasions.len())?;
    let tests = split.effects();
    let too_few = tests.is_none();
    let sources = [EffectSource::Arms, EffectSource::Occasions, EffectSource::Both].into_iter();
    let effects = sources.zip(tests.into_iter().flatten()).filter_map(|(source, test)| Some((source, test?))).collect();
    let places = arms.iter().flat_map(|&arm| occasions.iter().map(move |&occasion| (arm, Some(occasion))));
    let cells: Vec<CellByRanks> = places
        .zip(split.relative_effects(study.trial.plan.level))
        .map(|((arm, occasion), effect)| CellByRanks { arm, occasion, effect })
        .collect();
    Some(RankAts { effects, cells: with_marginal(&arms, occasions, &split, cells), too_few })
}

/// Adds the marginal effects of arms and occasions before the cells, where there are several arms.
fn with_marginal(
    arms: &[Option<usize>],
    occasions: &[usize],
    split: &SplitPlot,
    cells: Vec<CellByRanks>,
) -> Vec<CellByRanks> {
    if arms.len() < 2 {
        return cells;
    }
    let [of_arms, of_occasions] = split.marginal();
    let n_of = |of: &dyn Fn(&CellByRanks) -> bool| cells.iter().filter(|cell| of(cell)).map(|cell| cell.effect.n).sum();
    let over = |Marginal { mean_rank, estimate }: Marginal, n: usize| RelativeEffect {
        n,
        mean_rank,
        estimate,
        se: f64::NAN,
        low: f64::NAN,
        high: f64::NAN,
    };
    let arm = |(&arm, rank): (&Option<usize>, Marginal)| CellByRanks {
        arm,
        occasion: None,
        effect: over(rank, n_of(&|cell| cell.arm == arm)),
    };
    let occasion = |(&at, rank): (&usize, Marginal)| CellByRanks {
        arm: None,
        occasion: Some(at),
        effect: over(rank, n_of(&|cell| cell.occasion == Some(at))),
    };
    let mut all: Vec<CellByRanks> = arms.iter().zip(of_arms).map(arm).collect();
    all.extend(occasions.iter().zip(of_occasions).map(occasion));
    all.extend(cells);
    all
}

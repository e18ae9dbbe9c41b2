//! # Question
//! Do the arms differ, do the occasions differ, and do the arms change differently, if only the order of the scores counts?
//!
//! # Model
//! The split plot by ranks (F1-LD-F1; with one arm LD-F1): no distribution is assumed, so it suits single items, ordered
//! categories and skewed scores. All scores of all arms and occasions are ranked together, ties by midranks. Everybody in an arm
//! of the analysis with at least one score: whoever misses an occasion counts at the others, which is fair where scores are
//! missing completely at random.
//!
//! # Formulas
//! Relative effect of a cell: `p̂ = (R̄ − ½)/N`, `R̄` its mean rank among all N scores. ANOVA-type statistic
//! `F = R̄'TR̄/tr(TV)` on `f = tr(TV)²/tr(TVTV)` and infinite degrees of freedom, `T` the projection of the hypothesis and `V` the
//! covariance of the mean ranks, by arm. For the arms Box's second degrees of freedom `(Σ v)²/Σ v²/(n − 1)`. Wald-type
//! statistic `R̄'T(TVT)⁺TR̄`, χ² on its rank: liberal in small samples, so it does not lead. Limits of p̂: what each
//! participant adds to its variance, and the logit of its range.
//!
//! # Assumptions
//! Independent participants; about seven or more in each arm. The hypotheses are of distributions: no effect says that the
//! cells' distribution functions add up without it. A cell's p̂ depends on whom it is compared with: the other cells, each by its
//! number of scores.
//!
//! # Effect size
//! The relative effects: with `p̂ = .70` a score drawn from all is smaller than one of the cell with probability .70, ties half.
//!
//! # Agreement with R
//! nparLD 2.2: `f1.ld.f1`, `ld.f1`, and `ld.ci` for the limits (complete data; with gaps the limits follow the same formula
//! with each cell's own mean, which nparLD does not offer).
//!
//! # References
//! - Brunner, E., Domhof, S., & Langer, F. (2002). *Nonparametric analysis of longitudinal data in factorial
//!   experiments*. Wiley.
//! - Noguchi, K., Gel, Y. R., Brunner, E., & Konietschke, F. (2012). nparLD: An R software package for the
//!   nonparametric analysis of longitudinal data in factorial experiments. *Journal of Statistical Software, 50*(12).
//!   <https://doi.org/10.18637/jss.v050.i12>

use super::study::{LEVEL, Study};
use super::{Display, Findings, Number, Numbers, Shown};
use crate::model::ranks::{AnovaType, Marginal, RelativeEffect, SplitPlot};
use crate::notice::{Message, Problem};
use crate::report::Section;

/// More cells than this are not ranked together.
const MANY_CELLS: usize = 200;

/// The split plot by ranks.
#[derive(Clone, Debug)]
pub struct RankAts {
    /// Those that there are, the arms first.
    pub effects: Vec<(Source, AnovaType)>,
    pub cells: Vec<CellByRanks>,
    /// Whether a cell has too few scores for a test.
    pub too_few: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Arms,
    Occasions,
    Both,
}

/// A cell, or all of an arm, or all of an occasion.
#[derive(Clone, Copy, Debug)]
pub struct CellByRanks {
    pub arm: Option<usize>,
    pub occasion: Option<usize>,
    pub effect: RelativeEffect,
}

impl RankAts {
    pub fn effect(&self, source: Source) -> Option<&AnovaType> {
        self.effects.iter().find(|(own, _)| *own == source).map(|(_, test)| test)
    }
}

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
    let sources = [Source::Arms, Source::Occasions, Source::Both].into_iter();
    let effects = sources.zip(tests.into_iter().flatten()).filter_map(|(source, test)| Some((source, test?))).collect();
    let places = arms.iter().flat_map(|&arm| occasions.iter().map(move |&occasion| (arm, Some(occasion))));
    let cells: Vec<CellByRanks> = places
        .zip(split.relative_effects(LEVEL))
        .map(|((arm, occasion), effect)| CellByRanks { arm, occasion, effect })
        .collect();
    Some(RankAts { effects, cells: with_marginal(&arms, occasions, &split, cells), too_few })
}

/// All of an arm and all of an occasion before the cells, where there are arms.
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

impl Findings for Shown<'_, RankAts> {
    fn numbers(&self, out: &mut Vec<Number>) {
        for (source, test) in &self.found.effects {
            let term = match source {
                Source::Arms => "group",
                Source::Occasions => "occasion",
                Source::Both => "group:occasion",
            };
            let mut row = Numbers::new("rank_ats", term, out);
            row.add("F", test.f);
            row.add("df1", test.df1);
            row.add("df2", test.df2);
            row.add("p", test.p);
            if *source == Source::Arms {
                row.add("p_chi2", test.p_chi2);
            }
            row.add("wald", test.wald);
            row.add("wald_df", test.wald_df);
            row.add("wald_p", test.wald_p);
        }
        for cell in &self.found.cells {
            let mut row = Numbers::new("relative_effect", self.study.cell_name(cell.arm, cell.occasion), out);
            row.add("n", cell.effect.n as f64);
            row.add("mean_rank", cell.effect.mean_rank);
            row.add("estimate", cell.effect.estimate);
            row.add("se", cell.effect.se);
            row.add("ci95_low", cell.effect.low);
            row.add("ci95_high", cell.effect.high);
        }
    }

    fn sections(&self, display: &Display<'_>) -> Vec<Section> {
        super::show::rank_ats::split_plot(&self.found, display).into_iter().collect()
    }

    fn problems(&self) -> Vec<Problem> {
        // That one participant has no spread goes without saying.
        let known = self.found.cells.iter().any(|cell| cell.effect.n > 1);
        let problem = (self.found.too_few && known).then(|| Problem::warning(Message::new("rank-ats-too-few")));
        problem.into_iter().collect()
    }
}

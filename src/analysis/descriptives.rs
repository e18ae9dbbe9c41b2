//! # Question
//! What were the scores, arm by arm and occasion by occasion?
//!
//! # Model
//! None: every value that is there, whether or not its participant has the others.
//!
//! # Formulas
//! Mean, SD (n − 1), `SE = SD/√n`, 95 % interval by t on n − 1; quartiles by linear interpolation (type 7); skewness G1 and
//! kurtosis G2 with their standard errors (Joanes & Gill, 1998, as SPSS); Shapiro–Wilk by Royston (1995).
//!
//! # Assumptions
//! None for the description; the interval and Shapiro–Wilk take participants as independent.
//!
//! # Effect size
//! None.
//!
//! # Agreement with R
//! mean, sd, quantile(type = 7), shapiro.test, qt of R 4.2.2.
//!
//! # References
//! - Joanes, D. N., & Gill, C. A. (1998). Comparing measures of sample skewness and kurtosis. *The Statistician, 47*,
//!   183–189.
//! - Royston, P. (1995). Remark AS R94. *Applied Statistics, 44*(4), 547–551.

use super::profile::CellMean;
use super::standardised::pooled_sd;
use super::study::{LEVEL, Study};
use super::{Display, Findings, Number, Numbers, Shown};
use crate::num::describe::{Description, describe};
use crate::num::quantile::{quantile, sorted};
use crate::num::shapiro_wilk::{ShapiroWilk, shapiro_wilk};
use crate::report::Section;

/// The description of every cell.
#[derive(Clone, Debug, Default)]
pub struct Descriptives {
    /// By arm, then further factors, occasion, further within factors; with several arms, all of them together last.
    pub cells: Vec<CellDescription>,
}

/// One cell: an arm (and level of further factors) at an occasion (and level of further within factors).
#[derive(Clone, Debug, PartialEq)]
pub struct CellDescription {
    /// Indices into the trial's arms and occasions; `None`: all arms together, further factors included.
    pub arm: Option<usize>,
    pub occasion: usize,
    /// A level of each of the trial's further factors, or empty.
    pub factors: Vec<usize>,
    /// A level of each of the trial's further within factors.
    pub within: Vec<usize>,
    pub missing: usize,
    pub values: Description,
    pub ci_low: f64,
    pub ci_high: f64,
    pub q1: f64,
    pub q3: f64,
    /// `None` for fewer than three values, more than 5000, or a constant.
    pub shapiro: Option<ShapiroWilk>,
}

impl Descriptives {
    /// The cell of an arm at an occasion, where no further factors divide it.
    pub fn at(&self, arm: usize, occasion: usize) -> Option<&CellDescription> {
        self.cells.iter().find(|cell| cell.arm == Some(arm) && cell.occasion == occasion)
    }
}

/// `None` where the trial has no participant, or only summaries of some of them.
pub fn compute(study: &Study<'_>) -> Option<Descriptives> {
    let trial = study.trial;
    if !trial.has_parts(study.index) {
        return None;
    }
    let factor_cells = combinations(&trial.factors.iter().map(|factor| factor.levels.len()).collect::<Vec<_>>());
    let within_cells = combinations(&trial.within.iter().map(|factor| factor.levels.len()).collect::<Vec<_>>());
    let mut groups: Vec<(Option<usize>, Vec<usize>)> = (0..trial.arms.len())
        .flat_map(|arm| factor_cells.iter().map(move |factors| (Some(arm), factors.clone())))
        .collect();
    if trial.arms.len() > 1 || !trial.factors.is_empty() {
        groups.push((None, Vec::new()));
    }
    let mut cells = Vec::new();
    for (arm, factors) in groups {
        let members = members(study, arm, &factors);
        // A combination of further factors that nobody has is no cell.
        if members.is_empty() && !factors.is_empty() {
            continue;
        }
        for occasion in 0..trial.occasions.len() {
            for (at, within) in within_cells.iter().enumerate() {
                let measure = occasion * within_cells.len() + at;
                let place = Place { arm, occasion, factors: factors.clone(), within: within.clone() };
                cells.push(cell(study, &members, measure, place));
            }
        }
    }
    (!trial.ids.is_empty()).then_some(Descriptives { cells })
}

/// The mean of every arm at every occasion, over the levels of further factors, from each participant's mean over the
/// further within levels.
pub fn cell_means(study: &Study<'_>) -> Vec<CellMean> {
    let each = study.measures_per_occasion();
    let mut means = Vec::new();
    for arm in 0..study.trial.arms.len() {
        let members = members(study, Some(arm), &[]);
        for occasion in 0..study.trial.occasions.len() {
            let own = |&p: &usize| {
                let values = study.outcome.of(p).get(occasion * each..(occasion + 1) * each)?;
                Some(values.iter().sum::<f64>() / each as f64).filter(|mean| mean.is_finite())
            };
            let description = describe(&members.iter().filter_map(own).collect::<Vec<f64>>());
            let half = study.with_quantiles(|q| q.t(1.0 - LEVEL, description.n as f64 - 1.0)) * description.se_mean;
            let mean = description.mean;
            means.push(CellMean { arm, occasion, mean, low: mean - half, high: mean + half });
        }
    }
    means
}

/// The spread that decides how many decimals are shown: pooled within arms at the first occasion, else of all values.
pub fn typical_sd(study: &Study<'_>) -> f64 {
    let first = study.occasions.first().copied().unwrap_or(0);
    let pooled = pooled_sd(study, first, None).0;
    if pooled.is_finite() {
        return pooled;
    }
    describe(&study.outcome.values.iter().copied().filter(|value| value.is_finite()).collect::<Vec<f64>>()).sd
}

struct Place {
    arm: Option<usize>,
    occasion: usize,
    factors: Vec<usize>,
    within: Vec<usize>,
}

fn members(study: &Study<'_>, arm: Option<usize>, factors: &[usize]) -> Vec<usize> {
    let trial = study.trial;
    let is = |code: Option<u32>, level: usize| code.and_then(|code| usize::try_from(code).ok()) == Some(level);
    (0..trial.ids.len())
        .filter(|&p| arm.is_none_or(|arm| is(trial.arm.get(p).copied(), arm)))
        .filter(|&p| trial.factors.iter().zip(factors).all(|(f, &level)| is(f.codes.get(p).copied().flatten(), level)))
        .collect()
}

fn cell(study: &Study<'_>, members: &[usize], measure: usize, place: Place) -> CellDescription {
    let values: Vec<f64> = members
        .iter()
        .filter_map(|&p| study.outcome.of(p).get(measure).copied())
        .filter(|value| value.is_finite())
        .collect();
    let mut description = describe(&values);
    let mut in_order = sorted(&values);
    if !study.trial.has_rows() {
        description = description.moments_only();
        in_order.clear();
    }
    let critical = study.with_quantiles(|quantiles| quantiles.t(1.0 - LEVEL, values.len() as f64 - 1.0));
    let half = critical * description.se_mean;
    CellDescription {
        arm: place.arm,
        occasion: place.occasion,
        factors: place.factors,
        within: place.within,
        missing: members.len() - values.len(),
        values: description,
        ci_low: description.mean - half,
        ci_high: description.mean + half,
        q1: quantile(&in_order, 0.25),
        q3: quantile(&in_order, 0.75),
        shapiro: shapiro_wilk(&values).filter(|_| study.trial.has_rows()),
    }
}

/// Every combination of levels, the last factor fastest.
fn combinations(levels: &[usize]) -> Vec<Vec<usize>> {
    levels.iter().fold(vec![Vec::new()], |before, &levels| {
        before
            .iter()
            .flat_map(|start| (0..levels).map(move |level| start.iter().copied().chain([level]).collect()))
            .collect()
    })
}

impl CellDescription {
    /// `control, pre`, with the levels of further factors between and after; all arms together `(all), pre`; without arms
    /// `pre`, with one occasion `control`, with neither `(only)`.
    pub fn term(&self, study: &Study<'_>) -> String {
        let trial = study.trial;
        let level = |names: &[String], level: usize| names.get(level).cloned().unwrap_or_default();
        let mut parts = Vec::new();
        match self.arm {
            Some(arm) => parts.extend(trial.has_arms.then(|| study.arm_name(arm).to_owned())),
            None => parts.push("(all)".into()),
        }
        parts.extend(trial.factors.iter().zip(&self.factors).map(|(factor, &at)| level(&factor.levels, at)));
        parts.extend((trial.occasions.len() > 1).then(|| study.occasion_name(self.occasion).to_owned()));
        parts.extend(trial.within.iter().zip(&self.within).map(|(factor, &at)| level(&factor.levels, at)));
        if parts.is_empty() { "(only)".into() } else { parts.join(", ") }
    }
}

impl Findings for Shown<'_, Descriptives> {
    fn numbers(&self, out: &mut Vec<Number>) {
        for cell in &self.found.cells {
            let mut out = Numbers::new("descriptives", cell.term(self.study), out);
            let values = &cell.values;
            out.add("n", values.n as f64);
            if self.study.trial.has_rows() {
                out.add("missing", cell.missing as f64);
            }
            out.add("mean", values.mean);
            out.add("sd", values.sd);
            out.add("se", values.se_mean);
            out.add("ci95_low", cell.ci_low);
            out.add("ci95_high", cell.ci_high);
            out.add("median", values.median);
            out.add("q1", cell.q1);
            out.add("q3", cell.q3);
            out.add("iqr", cell.q3 - cell.q1);
            out.add("min", values.min);
            out.add("max", values.max);
            out.add("skewness", values.skewness);
            out.add("kurtosis", values.kurtosis);
            out.add("se_skewness", values.se_skewness);
            out.add("se_kurtosis", values.se_kurtosis);
            if let Some(shapiro) = cell.shapiro {
                out.add("shapiro_W", shapiro.w);
                out.add("shapiro_p", shapiro.p);
            }
        }
    }

    fn sections(&self, display: &Display<'_>) -> Vec<Section> {
        super::show::cells::descriptives(self.study, &self.found, &cell_means(self.study), display)
            .into_iter()
            .collect()
    }
}

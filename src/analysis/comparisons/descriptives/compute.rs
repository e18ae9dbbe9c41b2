use crate::analysis::comparisons::standardised::pooled_sd;
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::num::describe::{Description, describe};
use crate::num::quantile::{quantile, sorted};
use crate::num::shapiro_wilk::{ShapiroWilk, shapiro_wilk};

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

pub const DESCRIPTIVES: Computation<Descriptives> = Computation { id: "descriptives", run: compute };

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

/// The mean of one arm at one occasion with its limits.
#[derive(Clone, Copy, Debug)]
pub struct CellMean {
    pub arm: usize,
    pub occasion: usize,
    pub mean: f64,
    pub low: f64,
    pub high: f64,
}

pub const CELL_MEANS: Computation<Vec<CellMean>> =
    Computation { id: "cell_means", run: |study| Some(cell_means(study)) };

/// The mean of every arm at every occasion, over the levels of further factors, from each participant's mean over the
/// further within levels.
fn cell_means(study: &Study<'_>) -> Vec<CellMean> {
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
            let half = study.with_quantiles(|q| q.t(1.0 - study.trial.plan.level, description.n as f64 - 1.0))
                * description.se_mean;
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
    let critical =
        study.with_quantiles(|quantiles| quantiles.t(1.0 - study.trial.plan.level, values.len() as f64 - 1.0));
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

//! Analyses of covariance: adjusted means and differences at each later occasion.

use crate::analysis::comparisons::compare::{compare, in_family};
use crate::analysis::comparisons::comparison::{Compared, Comparison, FamilyKind};
use crate::analysis::comparisons::contrasts::{MANY_LEVELS, NamedContrast, Over, contrast, over_arms, pairs};
use crate::analysis::comparisons::marginal_means::compute as marginal_means;
use crate::analysis::comparisons::marginal_means::compute::MarginalMean;
use crate::analysis::comparisons::standardised::pooled_sd;
use crate::analysis::result::Computation;
use crate::analysis::study::{Part, Study};
use crate::model::regression::Regression;
use crate::model::{CellMoments, ErrorTerm, Estimate, FTest, Family, Grid, LinearModel, SumsOfSquares, Term};
use crate::notice::{Message, Problem};

/// Above this number of coefficients no regression on the participants' rows is fitted.
const MANY_COLUMNS: usize = 200;

/// Analyses of covariance of each later occasion, adjusted for the first.
#[derive(Clone, Debug)]
pub struct Ancova {
    /// The first occasion, an index into the trial's occasions.
    pub baseline: usize,
    pub occasions: Vec<AncovaAt>,
    pub problems: Vec<Problem>,
}

/// One later occasion.
#[derive(Clone, Debug)]
pub struct AncovaAt {
    pub occasion: usize,
    /// Participants with both measures.
    pub n: usize,
    /// The baseline mean at which the adjusted means are evaluated.
    pub baseline_mean: f64,
    pub tests: Vec<TermTest>,
    /// The test of homogeneous slopes; `None` where the model is too large for it, or fits without error.
    pub slopes: Option<FTest>,
    pub means: Vec<MarginalMean>,
    pub pairs: Vec<AdjustedPair>,
}

#[derive(Clone, Debug)]
pub struct TermTest {
    /// `baseline`, `group`, or a name from the Plan.
    pub name: String,
    pub term: Term,
    pub test: FTest,
    pub partial_eta2: f64,
    pub partial_omega2: f64,
}

/// Two arms compared at the baseline mean.
#[derive(Clone, Debug)]
pub struct AdjustedPair {
    pub adjusted: Comparison,
    /// The same estimate with its HC3 standard error.
    pub robust: Option<Comparison>,
    pub d: AdjustedD,
}

/// The adjusted difference in standard deviations of the later occasion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AdjustedD {
    pub d: f64,
    pub ci_low: f64,
    pub ci_high: f64,
}

pub const ANCOVA: Computation<Ancova> = Computation { id: "ancova", run: compute };

/// `None` with one arm, with one occasion, or without measurements at the first.
pub fn compute(study: &Study<'_>) -> Option<Ancova> {
    let (baseline, later) = study.occasions.split_first()?;
    if *baseline != 0 || study.trial.arms.len() < 2 {
        return None;
    }
    let mut result = Ancova { baseline: *baseline, occasions: Vec::new(), problems: Vec::new() };
    for &occasion in later {
        let part = Part { occasions: Some(vec![occasion]), baseline: Some(*baseline), ..Part::default() };
        let Some(part) = study.part(part).filter(|part| part.arms.len() > 1) else { continue };
        let Some(model) = &part.linear else { continue };
        let given = part.baseline_term().is_some_and(|term| model.terms().contains(&term));
        if !given || model.df_error() == 0 {
            let id = if given { "ancova-too-few" } else { "ancova-baseline-not-estimable" };
            let message = Message::new(id)
                .with("occasion", study.occasion_name(occasion))
                .with("baseline", study.occasion_name(*baseline))
                .with("participants", model.n());
            result.problems.push(Problem::warning(message));
            continue;
        }
        result.occasions.extend(at_occasion(&part, model, occasion));
    }
    (!result.occasions.is_empty() || !result.problems.is_empty()).then_some(result)
}

fn at_occasion(part: &Study<'_>, model: &LinearModel, occasion: usize) -> Option<AncovaAt> {
    let grid = part.grid()?;
    let rows = Rows::new(part, model)?;
    // Residuals that are rounding error cannot test slopes or estimate variances.
    let usable = rows.n_columns() <= MANY_COLUMNS && model.has_error();
    let regression = usable.then(|| rows.regression()).flatten();
    Some(AncovaAt {
        occasion,
        n: model.n(),
        baseline_mean: rows.baseline_mean,
        tests: tests(part, model),
        slopes: regression.as_ref().map(|regression| regression.gain(&rows.slopes())),
        means: (0..part.arms.len()).map(|arm| marginal_means::mean(part, grid, Some(arm), Some(0))).collect(),
        pairs: compared(part, (model, grid), regression.as_ref(), occasion),
    })
}

fn tests(part: &Study<'_>, model: &LinearModel) -> Vec<TermTest> {
    let n = model.n() as f64;
    model
        .effects(SumsOfSquares::TypeThree)
        .into_iter()
        .filter(|effect| effect.within == 0)
        .map(|effect| {
            let test = effect.test;
            let excess = test.ss - test.df1 * test.ms_error();
            TermTest {
                name: part.effect_name(effect.between, 0),
                term: effect.between,
                test,
                partial_eta2: effect.size.partial_eta2,
                partial_omega2: excess / (test.ss + (n - test.df1) * test.ms_error()),
            }
        })
        .collect()
}

fn compared(
    part: &Study<'_>,
    (model, grid): (&LinearModel, &Grid),
    regression: Option<&Regression>,
    occasion: usize,
) -> Vec<AdjustedPair> {
    let n_arms = part.arms.len();
    if n_arms > MANY_LEVELS {
        return Vec::new();
    }
    let kind = FamilyKind::ArmsAt { occasion };
    let mut adjusted = Vec::new();
    let mut robust = Vec::new();
    for (later, earlier) in pairs(n_arms) {
        let compared = Compared::Arms { arm: part.arm_at(later), against: part.arm_at(earlier), at: Some(occasion) };
        let difference = Over::Difference { later, earlier };
        let contrast = contrast(grid, difference, Over::All);
        let estimate = grid.estimate(&contrast, ErrorTerm::Separate);
        adjusted.push(NamedContrast { compared, contrast });
        let row = model.row(&over_arms(grid, difference));
        // HC3 needs the participants' residuals, which summaries do not have.
        let regression = regression.filter(|_| part.trial.has_rows());
        let se = regression.map_or(f64::NAN, |regression| regression.hc3(&row).sqrt());
        robust.push((compared, Estimate { se: if se > 0.0 { se } else { f64::NAN }, ..estimate }));
    }
    let family = Family::pairs(n_arms);
    // Tukey's method assumes a common variance.
    let robust = in_family(part, (kind, Family::of(family.size)), &robust);
    compare(part, grid, ErrorTerm::Separate, (kind, family), adjusted)
        .into_iter()
        .zip(robust)
        .map(|(adjusted, robust)| AdjustedPair {
            d: adjusted_d(part, &adjusted),
            adjusted,
            robust: Some(robust).filter(|robust| robust.se.is_finite()),
        })
        .collect()
}

fn adjusted_d(part: &Study<'_>, row: &Comparison) -> AdjustedD {
    let Compared::Arms { arm, against, at: Some(at) } = row.compared else {
        return AdjustedD { d: f64::NAN, ci_low: f64::NAN, ci_high: f64::NAN };
    };
    let place = |arm: usize| part.arms.iter().position(|&a| a == arm);
    let (sd, df) = pooled_sd(part, at, Some([place(arm), place(against)]));
    let d = row.estimate / sd;
    let se = ((row.se / sd).powi(2) + d * d / (2.0 * df)).sqrt();
    let half = se * part.with_quantiles(|quantiles| quantiles.t(1.0 - part.trial.plan.level, row.df));
    AdjustedD { d, ci_low: d - half, ci_high: d + half }
}

/// The participants of the part as rows of its model.
struct Rows {
    /// The columns of the model's terms, in their order.
    columns: Vec<Vec<f64>>,
    /// The columns of the arms alone.
    arms: Vec<Vec<f64>>,
    /// The first occasion, centred at its mean.
    baseline: Vec<f64>,
    baseline_mean: f64,
    /// The later occasion minus its first value: with an intercept among the columns the residuals are the same.
    response: Vec<f64>,
}

impl Rows {
    fn new(part: &Study<'_>, model: &LinearModel) -> Option<Self> {
        let occasion = *part.occasions.first()?;
        let Term::Covariate(last) = part.baseline_term()? else { return None };
        let (baseline, baseline_mean) = centred(part.covariate(last));
        let first = part.used.first().map_or(0.0, |&p| part.score(p, occasion));
        let places: Vec<Option<usize>> = part.used.iter().map(|&p| part.place_among(&part.cells, p)).collect();
        let of_factors = |term: Term| -> Vec<Vec<f64>> {
            let of_cell = |cell: &CellMoments| model.between().columns(term, &model.between().cell(&cell.at));
            let of_cells: Vec<Vec<f64>> = part.cells.iter().map(of_cell).collect();
            let value = |place: Option<usize>, column: usize| of_cells.get(place?)?.get(column).copied();
            (0..model.between().n_columns(term))
                .map(|column| places.iter().map(|&place| value(place, column).unwrap_or(0.0)).collect())
                .collect()
        };
        let of_term = |&term: &Term| match term {
            Term::Covariate(place) => vec![centred(part.covariate(place)).0],
            Term::Factors(_) => of_factors(term),
        };
        Some(Rows {
            columns: model.terms().iter().flat_map(of_term).collect(),
            arms: of_factors(Term::Factors(1)),
            baseline,
            baseline_mean,
            response: part.used.iter().map(|&p| part.score(p, occasion) - first).collect(),
        })
    }

    fn n_columns(&self) -> usize {
        self.columns.len()
    }

    fn regression(&self) -> Option<Regression> {
        Regression::new(&self.columns, &self.response)
    }

    /// Arm × first occasion.
    fn slopes(&self) -> Vec<Vec<f64>> {
        self.arms.iter().map(|arm| arm.iter().zip(&self.baseline).map(|(a, b)| a * b).collect()).collect()
    }
}

/// The values centred at their mean, and the mean.
fn centred(values: Vec<f64>) -> (Vec<f64>, f64) {
    let first = values.first().copied().unwrap_or(0.0);
    let mean = first + values.iter().map(|value| value - first).sum::<f64>() / values.len().max(1) as f64;
    (values.into_iter().map(|value| value - mean).collect(), mean)
}

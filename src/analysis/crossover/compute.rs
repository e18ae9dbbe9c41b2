//! Treatments compared within participants, adjusted for period.

use nalgebra::{DMatrix, DVector};

use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::adjust::UnadjustedTest;
use crate::model::basis::Basis;
use crate::model::verdict::{BenefitDirection, Judged, Verdict, alpha_of};
use crate::model::{Adjust, FTest, Family, ROUNDING};
use crate::notice::{Message, Problem};
use crate::num::tail::t_two_sided;
use crate::trial::{Better, Crossover};

/// The analysis of a crossover.
#[derive(Clone, Debug)]
pub struct CrossoverResult {
    /// Participants with values under at least two treatments: those who say something of a difference.
    pub n: usize,
    pub means: Vec<TreatmentMean>,
    pub treatment: Option<FTest>,
    pub period: Option<FTest>,
    /// Between participants: the orders in which the treatments were given.
    pub sequence: Option<FTest>,
    /// What the treatment before leaves behind; `None` where the design cannot tell it from the rest.
    pub carry_over: Option<FTest>,
    pub pairs: Vec<TreatmentPair>,
    pub adjust: Adjust,
    pub problems: Vec<Problem>,
}

/// The mean of a treatment.
#[derive(Clone, Copy, Debug)]
pub struct TreatmentMean {
    /// Participants with a value, and their plain mean and standard deviation.
    pub n: usize,
    pub mean: f64,
    pub sd: f64,
    /// Over participants and periods, as the model expects it; NaN where it cannot.
    pub adjusted: f64,
}

/// A treatment against another: the later minus the earlier of the Plan's order.
#[derive(Clone, Copy, Debug)]
pub struct TreatmentPair {
    pub treatment: usize,
    pub against: usize,
    pub estimate: f64,
    pub se: f64,
    pub df: f64,
    pub t: f64,
    pub judged: Judged,
    pub verdict: Verdict,
}

/// The id of its table of comparisons.
pub const TABLE: &str = "crossover";

pub const CROSSOVER: Computation<CrossoverResult> = Computation { id: "crossover", run: compute };

/// A value with its place.
#[derive(Clone, Copy)]
struct Observation {
    /// A place among the participants used.
    person: usize,
    period: usize,
    treatment: usize,
    before: Option<usize>,
    value: f64,
}

fn compute(study: &Study<'_>) -> Option<CrossoverResult> {
    let crossover = study.trial.crossover.as_ref()?;
    let (n_treatments, n_periods) = (study.trial.occasions.len(), crossover.periods.len());
    let observations = observed(study, crossover);
    let n = observations.iter().map(|own| own.person + 1).max().unwrap_or(0);
    let mut result = CrossoverResult {
        n,
        means: plain_means(study),
        treatment: None,
        period: None,
        sequence: orders(study, crossover),
        carry_over: None,
        pairs: Vec::new(),
        adjust: Family::pairs(n_treatments).adjustment(study.trial.plan.adjust),
        problems: Vec::new(),
    };
    let model = Within::new(&observations, n);
    let periods: Vec<DVector<f64>> = (1..n_periods).map(|at| model.column(|own| own.period == at)).collect();
    let treatments: Vec<DVector<f64>> = (1..n_treatments).map(|at| model.column(|own| own.treatment == at)).collect();
    let carried: Vec<DVector<f64>> = (1..n_treatments).map(|at| model.column(|own| own.before == Some(at))).collect();
    let Some((basis, n_of_periods)) = periods_then(&periods, &treatments) else {
        result.problems.push(Problem::warning(Message::new("crossover-one-order")));
        return Some(result);
    };
    let df_error = model.df_left(basis.len());
    if df_error <= 0.0 {
        result.problems.push(Problem::warning(Message::new("crossover-too-few").with("n", n)));
        return Some(result);
    }
    let ss_error = model.left(&basis);
    let test = |ss: f64, df: usize| FTest::new(ss, df as f64, ss_error, df_error);
    let of_treatments = basis.effects(&model.values, n_of_periods).norm_squared();
    result.treatment = Some(test(of_treatments, treatments.len()));
    result.period = period_test(&model, &treatments, &periods).map(|(ss, df)| test(ss, df));
    result.carry_over = carry_over(&model, &basis, &carried);
    let coefficients = basis.triangle().solve(&basis.effects(&model.values, 0));
    let fitted = Solved { basis, coefficients, n_of_periods, variance: ss_error / df_error, df_error };
    if n_of_periods + 1 == n_periods {
        adjusted_means(&mut result, &model, &fitted);
    }
    result.pairs = compared(study, &fitted);
    Some(result)
}

/// The model with its coefficients: periods after the first, then treatments after the first.
struct Solved {
    basis: Basis,
    coefficients: DMatrix<f64>,
    n_of_periods: usize,
    /// Of the error.
    variance: f64,
    df_error: f64,
}

impl Solved {
    /// The coefficient of a treatment; none of the first, which the others are measured from.
    fn place(&self, treatment: usize) -> Option<usize> {
        treatment.checked_sub(1).map(|at| self.n_of_periods + at)
    }

    fn effect(&self, treatment: usize) -> f64 {
        self.place(treatment).and_then(|at| self.coefficients.get(at).copied()).unwrap_or(0.0)
    }

    fn of_period(&self, period: usize) -> f64 {
        period.checked_sub(1).and_then(|at| self.coefficients.get(at).copied()).unwrap_or(0.0)
    }

    fn se(&self, treatment: usize, against: usize) -> f64 {
        let mut contrast = vec![0.0; self.basis.len()];
        for (at, sign) in [(self.place(treatment), 1.0), (self.place(against), -1.0)] {
            if let Some(slot) = at.and_then(|at| contrast.get_mut(at)) {
                *slot = sign;
            }
        }
        (self.variance * self.basis.triangle().quadratic(&contrast)).sqrt()
    }
}

/// Every pair of treatments, adjusted for their number.
fn compared(study: &Study<'_>, fitted: &Solved) -> Vec<TreatmentPair> {
    let (plan, n) = (&study.trial.plan, study.trial.occasions.len());
    let family = Family::pairs(n);
    let adjust = family.adjustment(plan.adjust);
    let df = fitted.df_error;
    let places = (0..n).flat_map(|against| (against + 1..n).map(move |treatment| (treatment, against)));
    let tested: Vec<(usize, usize, f64, f64)> = places
        .map(|(treatment, against)| {
            let estimate = fitted.effect(treatment) - fitted.effect(against);
            (treatment, against, estimate, fitted.se(treatment, against))
        })
        .collect();
    let tests: Vec<UnadjustedTest> = tested
        .iter()
        .map(|(.., estimate, se)| {
            let t = estimate / se;
            UnadjustedTest { t, df, p: t_two_sided(t, df) }
        })
        .collect();
    let (all_adjusted, critical) = study.with_quantiles(|quantiles| {
        let adjusted = family.p_values(adjust, &tests, quantiles);
        (adjusted, family.critical(adjust, df, plan.level, quantiles))
    });
    let simultaneous = critical.is_some();
    let critical = critical.unwrap_or_else(|| study.with_quantiles(|quantiles| quantiles.t(1.0 - plan.level, df)));
    let benefit = benefit(study);
    let pair = |(((treatment, against, estimate, se), test), adjusted): (_, f64)| {
        let (estimate, se): (f64, f64) = (estimate, se);
        let test: UnadjustedTest = test;
        let judged = Judged {
            low: estimate - critical * se,
            high: estimate + critical * se,
            p: test.p,
            adjusted: (family.size > 1 && adjust != Adjust::None).then_some(adjusted),
            simultaneous,
            alpha: alpha_of(plan.level),
        };
        let verdict = Verdict::of(&judged, estimate, benefit);
        TreatmentPair { treatment, against, estimate, se, df, t: test.t, judged, verdict }
    };
    tested.into_iter().zip(tests).zip(all_adjusted).map(pair).collect()
}

/// The direction of benefit, as far as it is confirmed.
fn benefit(study: &Study<'_>) -> BenefitDirection {
    match study.outcome.better {
        _ if study.trial.is_unconfirmed(&format!("better:{}", study.outcome.name)) => BenefitDirection::Unconfirmed,
        Better::Higher => BenefitDirection::Upward,
        Better::Lower => BenefitDirection::Downward,
    }
}

/// The values of those who have some under two treatments.
fn observed(study: &Study<'_>, crossover: &Crossover) -> Vec<Observation> {
    let mut observations: Vec<Observation> = Vec::new();
    let mut person = 0;
    for participant in 0..study.trial.ids.len() {
        let own = (0..crossover.periods.len()).filter_map(|period| {
            let value = crossover.value(study.index, participant, period);
            let treatment = crossover.treatment(participant, period).filter(|_| value.is_finite())?;
            let before = period.checked_sub(1).and_then(|before| crossover.treatment(participant, before));
            Some(Observation { person, period, treatment, before, value })
        });
        let own: Vec<Observation> = own.collect();
        if own.iter().any(|other| Some(other.treatment) != own.first().map(|first| first.treatment)) {
            observations.extend(own);
            person += 1;
        }
    }
    observations
}

/// The observations as deviations from their participant's mean: what is left once each participant has a level.
struct Within<'o> {
    observations: &'o [Observation],
    n_each: Vec<f64>,
    values: DMatrix<f64>,
}

impl<'o> Within<'o> {
    fn new(observations: &'o [Observation], n: usize) -> Self {
        let mut n_each = vec![0.0; n];
        for own in observations {
            if let Some(each) = n_each.get_mut(own.person) {
                *each += 1.0;
            }
        }
        let mut model = Self { observations, n_each, values: DMatrix::zeros(0, 1) };
        let values = model.centred(observations.iter().map(|own| own.value).collect());
        model.values = DMatrix::from_column_slice(values.len(), 1, values.as_slice());
        model
    }

    fn centred(&self, mut values: Vec<f64>) -> DVector<f64> {
        let mut sums = vec![0.0; self.n_each.len()];
        for (own, value) in self.observations.iter().zip(&values) {
            if let Some(sum) = sums.get_mut(own.person) {
                *sum += value;
            }
        }
        for (own, value) in self.observations.iter().zip(&mut values) {
            let mean = sums.get(own.person).zip(self.n_each.get(own.person)).map_or(0.0, |(sum, n)| sum / n);
            *value -= mean;
        }
        DVector::from_vec(values)
    }

    fn column(&self, is_one: impl Fn(&Observation) -> bool) -> DVector<f64> {
        self.centred(self.observations.iter().map(|own| f64::from(u8::from(is_one(own)))).collect())
    }

    fn df_left(&self, n_columns: usize) -> f64 {
        (self.observations.len() as f64) - (self.n_each.len() as f64) - (n_columns as f64)
    }

    /// The sum of squares that the columns leave; zero where it is rounding error.
    fn left(&self, basis: &Basis) -> f64 {
        let left = basis.residual(&self.values).norm_squared();
        let total: f64 = self.observations.iter().map(|own| own.value * own.value).sum();
        if left > ROUNDING * total { left } else { 0.0 }
    }
}

/// The periods, as far as they are independent, then the treatments, and how many columns the periods take. `None` where a
/// treatment cannot be told from the periods.
fn periods_then(periods: &[DVector<f64>], treatments: &[DVector<f64>]) -> Option<(Basis, usize)> {
    let mut basis = Basis::default();
    let n_of_periods = periods.iter().filter(|column| basis.push(column)).count();
    basis.push_all(treatments).then_some((basis, n_of_periods))
}

/// The sum of squares of the periods adjusted for the treatments, and its degrees of freedom.
fn period_test(model: &Within<'_>, treatments: &[DVector<f64>], periods: &[DVector<f64>]) -> Option<(f64, usize)> {
    let mut basis = Basis::default();
    let n_before = treatments.iter().filter(|column| basis.push(column)).count();
    let df = periods.iter().filter(|column| basis.push(column)).count();
    (df > 0).then(|| (basis.effects(&model.values, n_before).norm_squared(), df))
}

/// The test of first-order carry-over, adjusted for treatments and periods; `None` where it is aliased with them.
fn carry_over(model: &Within<'_>, fitted: &Basis, carried: &[DVector<f64>]) -> Option<FTest> {
    let mut basis = fitted.clone();
    let n_before = basis.len();
    if !basis.push_all(carried) {
        return None;
    }
    let df_error = model.df_left(basis.len());
    let ss = basis.effects(&model.values, n_before).norm_squared();
    (df_error > 0.0).then(|| FTest::new(ss, carried.len() as f64, model.left(&basis), df_error))
}

fn plain_means(study: &Study<'_>) -> Vec<TreatmentMean> {
    let of_treatment = |treatment: usize| {
        let values = (0..study.trial.ids.len()).map(|participant| study.score(participant, treatment));
        let values: Vec<f64> = values.filter(|value| value.is_finite()).collect();
        let n = values.len();
        let mean = values.iter().sum::<f64>() / n as f64;
        let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
        let sd = if n > 1 { (squares / (n as f64 - 1.0)).sqrt() } else { f64::NAN };
        TreatmentMean { n, mean, sd, adjusted: f64::NAN }
    };
    (0..study.trial.occasions.len()).map(of_treatment).collect()
}

/// The means that the model expects, over the participants used and the periods.
fn adjusted_means(result: &mut CrossoverResult, model: &Within<'_>, fitted: &Solved) {
    // Each participant's level: the mean of what their values leave once period and treatment are taken away.
    let mut levels = vec![0.0; model.n_each.len()];
    for own in model.observations {
        let left = own.value - fitted.of_period(own.period) - fitted.effect(own.treatment);
        if let (Some(level), Some(n)) = (levels.get_mut(own.person), model.n_each.get(own.person)) {
            *level += left / n;
        }
    }
    let level = levels.iter().sum::<f64>() / levels.len() as f64;
    let n_periods = fitted.n_of_periods + 1;
    let period = (0..n_periods).map(|at| fitted.of_period(at)).sum::<f64>() / n_periods as f64;
    for (treatment, mean) in result.means.iter_mut().enumerate() {
        mean.adjusted = level + period + fitted.effect(treatment);
    }
}

/// The orders of treatments, compared by the means of the participants who have every period.
fn orders(study: &Study<'_>, crossover: &Crossover) -> Option<FTest> {
    let mut groups: Vec<(Vec<usize>, Vec<f64>)> = Vec::new();
    let n_periods = crossover.periods.len();
    for participant in 0..study.trial.ids.len() {
        let order: Option<Vec<usize>> = (0..n_periods).map(|period| crossover.treatment(participant, period)).collect();
        let values = (0..n_periods).map(|period| crossover.value(study.index, participant, period));
        let mean = values.sum::<f64>() / n_periods as f64;
        let Some(order) = order.filter(|_| mean.is_finite()) else { continue };
        match groups.iter_mut().find(|(known, _)| *known == order) {
            Some((_, means)) => means.push(mean),
            None => groups.push((order, vec![mean])),
        }
    }
    let n: usize = groups.iter().map(|(_, means)| means.len()).sum();
    if groups.len() < 2 || n <= groups.len() {
        return None;
    }
    let all = groups.iter().flat_map(|(_, means)| means).sum::<f64>() / n as f64;
    let (mut between, mut within) = (0.0, 0.0);
    for (_, means) in &groups {
        let own = means.iter().sum::<f64>() / means.len() as f64;
        between += means.len() as f64 * (own - all).powi(2);
        within += means.iter().map(|mean| (mean - own).powi(2)).sum::<f64>();
    }
    // In units of single values, as the stratum of participants has them.
    let k = n_periods as f64;
    Some(FTest::new(k * between, (groups.len() - 1) as f64, k * within, (n - groups.len()) as f64))
}

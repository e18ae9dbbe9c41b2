//! The criteria of reliable change: the measurement error of a score and the cut-off, as chosen in the Plan.

use crate::analysis::arm_scores::arm_scores;
use crate::analysis::reliability::reliability::compute::alpha_at;
use crate::analysis::study::{Arms, Study};
use crate::model::reliable_change::{ChangeCriterion, Error, Population, cutoff_a, cutoff_b, cutoff_c};
use crate::notice::{Arg, Message, Problem};
use crate::num::describe::{mean, sd};
use crate::trial::{Better, Criterion, NormPlan, ReliabilitySource, ReliableChangePlan, SdOf};

/// The criteria and their sources.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReliableChangeCriteria {
    pub rule: ChangeCriterion,
    pub source: ReliabilitySource,
    pub sd_of: SdOf,
    /// The criterion that defines the cut-off; `None` where the Plan gives the cut-off itself, or there is none.
    pub criterion: Option<Criterion>,
    pub norm: Option<NormPlan>,
}

/// The criteria of the Plan, with Problems for those that cannot be computed. `None` without a measurement error.
pub fn criteria(
    study: &Study<'_>,
    plan: &ReliableChangePlan,
    first: usize,
) -> (Option<ReliableChangeCriteria>, Vec<Problem>) {
    let spread = reliability(study, plan, first).and_then(|r| Ok((r, sd_at(study, plan.sd, first)?)));
    let (reliability, sd) = match spread {
        Ok(spread) => spread,
        Err(message) => return (None, vec![Problem::warning(message)]),
    };
    // SD and reliability are in range; their product may still overflow or underflow.
    let Some(error) = Error::new(sd, reliability) else {
        return (None, vec![Problem::warning(no_spread(study, first))]);
    };
    let (cutoff, criterion, problems) = match cutoff(study, plan, first) {
        Ok((cutoff, criterion)) => (cutoff, criterion, misplaced(study, plan, first).into_iter().collect()),
        Err(message) => (None, None, vec![Problem::warning(message)]),
    };
    let rule = ChangeCriterion { error, cutoff, upward: study.outcome.better == Better::Higher };
    let norm = plan.norm.filter(|_| matches!(criterion, Some(Criterion::B | Criterion::C)));
    (Some(ReliableChangeCriteria { rule, source: plan.source, sd_of: plan.sd, criterion, norm }), problems)
}

fn about(id: &'static str, study: &Study<'_>) -> Message {
    Message::new(id).with("outcome", &study.outcome.name)
}

fn reliability(study: &Study<'_>, plan: &ReliableChangePlan, first: usize) -> Result<f64, Message> {
    let at = |message: Message| message.with("occasion", study.occasion_name(first));
    let value = match plan.source {
        ReliabilitySource::Published => {
            plan.reliability.ok_or_else(|| at(about("reliable-change-without-reliability", study)))?
        }
        ReliabilitySource::Alpha => alpha_at(study.trial, study.index, first)
            .ok_or_else(|| at(about("reliable-change-without-alpha", study)))?,
        ReliabilitySource::Retest => {
            retest(study, first).ok_or_else(|| at(about("reliable-change-without-retest", study)))?
        }
    };
    let id = match value {
        1.0 => "reliable-change-reliability-one",
        r if !(r > 0.0 && r < 1.0) => "reliable-change-reliability-range",
        r => return Ok(r),
    };
    Err(about(id, study).with("reliability", Arg::Value(value)))
}

/// Pearson's correlation of the control arm's first two occasions.
fn retest(study: &Study<'_>, first: usize) -> Option<f64> {
    let next = *study.occasions.get(1).filter(|_| study.trial.has_arms)?;
    let scores = arm_scores(study, Arms::One(0), &[first, next]).into_iter().next()?.twice();
    let r = scores.covariance / (scores.variance_earlier * scores.variance_later).sqrt();
    r.is_finite().then_some(r)
}

/// The SD of all participants measured at the first occasion.
fn sd_at(study: &Study<'_>, of: SdOf, first: usize) -> Result<f64, Message> {
    let groups: Vec<Option<usize>> = match of {
        SdOf::Arms if study.trial.has_arms => (0..study.trial.arms.len()).map(Some).collect(),
        SdOf::Arms | SdOf::All => vec![None],
    };
    let (mut squares, mut df) = (0.0, 0.0);
    for values in groups.into_iter().map(|arm| study.values(arm, first)).filter(|values| values.len() > 1) {
        let group_df = values.len() as f64 - 1.0;
        squares += group_df * sd(&values).powi(2);
        df += group_df;
    }
    let pooled = (squares / df).sqrt();
    if pooled > 0.0 && pooled.is_finite() { Ok(pooled) } else { Err(no_spread(study, first)) }
}

fn no_spread(study: &Study<'_>, first: usize) -> Message {
    about("reliable-change-without-spread", study).with("occasion", study.occasion_name(first))
}

type Cutoff = (Option<f64>, Option<Criterion>);

fn cutoff(study: &Study<'_>, plan: &ReliableChangePlan, first: usize) -> Result<Cutoff, Message> {
    if plan.cutoff.is_some() {
        return Ok((plan.cutoff, None));
    }
    let Some(criterion) = plan.criterion.or(plan.norm.map(|_| Criterion::C)) else { return Ok((None, None)) };
    let (sample, upward) = (sample(study, first), study.outcome.better == Better::Higher);
    if criterion == Criterion::A {
        return Ok((Some(cutoff_a(sample, upward)), Some(criterion)));
    }
    let norm = plan.norm.ok_or_else(|| about("reliable-change-without-norm", study))?;
    // JSON holds no NaN.
    if norm.sd <= 0.0 {
        return Err(about("reliable-change-norm-sd", study).with("sd", Arg::Value(norm.sd)));
    }
    let functional = Population { mean: norm.mean, sd: norm.sd };
    let cutoff = if criterion == Criterion::B { cutoff_b(functional, upward) } else { cutoff_c(functional, sample) };
    Ok((Some(cutoff), Some(criterion)))
}

/// All participants at the first occasion, as one group.
fn sample(study: &Study<'_>, first: usize) -> Population {
    let values = study.values(None, first);
    Population { mean: mean(&values), sd: sd(&values) }
}

/// Warns of a norm no better than the sample: the direction or the scale may be wrong.
fn misplaced(study: &Study<'_>, plan: &ReliableChangePlan, first: usize) -> Option<Problem> {
    let norm = plan.norm.filter(|_| plan.cutoff.is_none())?;
    let mean = sample(study, first).mean;
    let better = if study.outcome.better == Better::Higher { norm.mean > mean } else { norm.mean < mean };
    let message = about("reliable-change-norm-not-better", study)
        .with("norm", Arg::Value(norm.mean))
        .with("occasion", study.occasion_name(first));
    (!better).then(|| Problem::warning(message))
}

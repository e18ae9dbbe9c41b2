use crate::analysis::comparisons::change_difference::compute as change_difference;
use crate::analysis::comparisons::comparison::{Compared, Comparison};
use crate::analysis::comparisons::verdict::judged;
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::design_effect::{Grouped, Reach};

/// The design-effect line of one outcome.
#[derive(Clone, Debug)]
pub enum DesignEffect {
    /// The Plan does not say whether an intervention was delivered in groups.
    Unasked,
    Asked(Vec<Clustered>),
}

/// A difference in change from the control, its intervention delivered in groups.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clustered {
    pub compared: Compared,
    pub estimate: f64,
    /// The interval that the report leads with: the Plan's adjustment's, where it has one.
    pub low: f64,
    pub high: f64,
    pub grouped: Grouped,
    pub reach: Reach,
    /// The same of the unadjusted 95 % interval.
    pub reach_alone: Reach,
}

pub const DESIGN_EFFECT: Computation<DesignEffect> = Computation { id: "design_effect", run: compute };

/// `None` without a control, with one occasion, or where therapy is given to one participant at a time.
fn compute(study: &Study<'_>) -> Option<DesignEffect> {
    if study.trial.plan.therapy_group_size.is_some_and(|size| size < 2) {
        return None;
    }
    let first = *study.occasions.first()?;
    let result = change_difference::leading(study)?;
    let mut rows = result
        .rows
        .iter()
        .filter(|row| matches!(row.compared, Compared::Change { from, against: 0, .. } if from == first))
        .peekable();
    rows.peek()?;
    let Some(size) = study.trial.plan.therapy_group_size else { return Some(DesignEffect::Unasked) };
    let clustered: Vec<Clustered> = rows.filter_map(|row| clustered(study, row, f64::from(size))).collect();
    (!clustered.is_empty()).then_some(DesignEffect::Asked(clustered))
}

fn clustered(study: &Study<'_>, row: &Comparison, group_size: f64) -> Option<Clustered> {
    let Compared::Change { arm, against, .. } = row.compared else { return None };
    let n = |arm: usize| {
        let own = u32::try_from(arm).ok();
        study.used.iter().filter(|&&p| study.trial.arm.get(p).copied() == own).count() as f64
    };
    let grouped = Grouped { n_treated: n(arm), n_control: n(against), group_size };
    let leading = judged(row, &study.trial.plan);
    let half = |low: f64, high: f64| (high - low) / 2.0;
    Some(Clustered {
        compared: row.compared,
        estimate: row.estimate,
        low: leading.low,
        high: leading.high,
        grouped,
        reach: grouped.reach(row.estimate, half(leading.low, leading.high))?,
        reach_alone: grouped.reach(row.estimate, half(row.ci_low, row.ci_high))?,
    })
}

//! # Question
//! How alike would participants of one therapy group have to be, for a difference from the control to be in doubt?
//!
//! # Model
//! Interventions delivered in groups of m, the control not, and no column that names the groups: the groups of a
//! participant are not known, so that their likeness, the intraclass correlation ρ, cannot be estimated, only asked about.
//!
//! # Formulas
//! The variance of the difference grows by `[(1 + (m − 1)ρ)/n_T + 1/n_C]/(1/n_T + 1/n_C)`. The interval `estimate ∓ h` of the
//! table of comparisons reaches zero where that is `(estimate/h)²`.
//!
//! # Assumptions
//! Therapy groups of one size and one ρ; degrees of freedom as without groups, though few groups leave fewer: the true ρ at
//! which the interval reaches zero is smaller than the one given.
//!
//! # Effect size
//! None of its own.
//!
//! # Agreement with R
//! By the formula.
//!
//! # References
//! - Candlish, J., Teare, M. D., Dimairo, M., Flight, L., Mandefield, L., & Walters, S. J. (2018). Appropriate
//!   statistical methods for analysing partially nested randomised controlled trials with continuous outcomes: A
//!   simulation study. *BMC Medical Research Methodology, 18*, 105. <https://doi.org/10.1186/s12874-018-0559-x>
//! - Moerbeek, M., & Wong, W. K. (2008). Sample size formulae for trials comparing group and individual treatments in
//!   a multilevel model. *Statistics in Medicine, 27*(15), 2850–2864.

use super::comparison::{Compared, Comparison};
use super::outcome::leading_error;
use super::show::comparisons::judged;
use super::study::Study;
use super::{Display, Findings, Number, Numbers, Shown, change_difference};
use crate::model::design_effect::{Grouped, Reach};
use crate::report::Section;

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

/// `None` without a control, with one occasion, or where therapy is given to one participant at a time.
pub fn compute(study: &Study<'_>) -> Option<DesignEffect> {
    if study.trial.plan.therapy_group_size.is_some_and(|size| size < 2) {
        return None;
    }
    let first = *study.occasions.first()?;
    let found = change_difference::compute(study, leading_error(&study.trial.plan))?;
    let mut rows = found
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
    let leading = judged(row, study.trial.plan.adjust);
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

impl Findings for Shown<'_, DesignEffect> {
    fn numbers(&self, out: &mut Vec<Number>) {
        let DesignEffect::Asked(rows) = &self.found else { return };
        for row in rows {
            let mut out = Numbers::new("design_effect", row.compared.term(self.study), out);
            out.add("therapy_group_size", row.grouped.group_size);
            for (statistic, reach) in [("icc_at_zero", row.reach_alone), ("icc_at_zero_adjusted", row.reach)] {
                if let Reach::At(icc) = reach {
                    out.add(statistic, icc);
                }
            }
        }
    }

    fn sections(&self, display: &Display<'_>) -> Vec<Section> {
        super::show::design_effect::section(&self.found, display).into_iter().collect()
    }
}

//! The margin: the difference that would still be too small to matter.

use crate::analysis::anova::oneway_anova::compute::groups;
use crate::analysis::study::{Part, Study};
use crate::model::unequal::Group;
use crate::notice::{Arg, Message, Problem};
use crate::trial::{Margin, MarginUnit};

/// What is tested where the Plan has no margin.
const DEFAULT: Margin = Margin { value: 0.5, unit: MarginUnit::Sd };

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarginUsed {
    /// In points, positive.
    pub value: f64,
    /// As the Plan has it, or the default.
    pub set: Margin,
    pub is_default: bool,
    /// The SD that its unit may be; NaN where there is none.
    pub sd: f64,
    /// The occasion of that SD.
    pub at: usize,
}

/// The margin in points; `None` where it goes without saying that there is none: no arm has two participants.
pub fn margin(study: &Study<'_>) -> Option<Result<MarginUsed, Problem>> {
    let at = study.trial.baseline.or_else(|| study.occasions.first().copied()).unwrap_or(0);
    let (sd, df) = sd_at(study, at);
    let set = study.outcome.margin.unwrap_or(DEFAULT);
    let value = match set.unit {
        MarginUnit::Raw => set.value,
        MarginUnit::Sd => set.value * sd,
    };
    let outcome = &study.outcome.name;
    if !(set.value > 0.0 && set.value.is_finite()) {
        let message =
            Message::new("margin-not-positive").with("outcome", outcome).with("margin", Arg::Value(set.value));
        return Some(Err(Problem::warning(message)));
    }
    if !(value > 0.0 && value.is_finite()) {
        if df == 0.0 {
            return None;
        }
        let message =
            Message::new("margin-without-sd").with("outcome", outcome).with("occasion", study.occasion_name(at));
        return Some(Err(Problem::warning(message)));
    }
    Some(Ok(MarginUsed { value, set, is_default: study.outcome.margin.is_none(), sd, at }))
}

/// The groups of the arms at an occasion, everybody with a value there, and each one's arm.
pub fn groups_at(study: &Study<'_>, at: usize) -> Vec<(usize, Group)> {
    let part = study.part(Part { occasions: Some(vec![at]), plain: true, ..Part::default() });
    let of =
        |part: &Study<'_>| groups(part).into_iter().enumerate().map(|(place, g)| (part.arm_at(place), g)).collect();
    part.as_deref().map(of).unwrap_or_default()
}

/// The SD at an occasion, pooled within arms, NaN where there is none; and its degrees of freedom.
fn sd_at(study: &Study<'_>, at: usize) -> (f64, f64) {
    let groups = groups_at(study, at);
    let varying = || groups.iter().map(|(_, group)| group).filter(|group| group.n > 1.0);
    let squares: f64 = varying().map(|group| (group.n - 1.0) * group.variance).sum();
    let df: f64 = varying().map(|group| group.n - 1.0).sum();
    let variance = squares / df;
    (if variance > 0.0 { variance.sqrt() } else { f64::NAN }, df)
}

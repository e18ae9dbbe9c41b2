//! The terms of the tidy output, made from the Plan's own names.

use crate::analysis::study::Study;
use crate::model::Term;

impl Study<'_> {
    pub fn arm_name(&self, arm: usize) -> &str {
        self.trial.arms.get(arm).map_or("", String::as_str)
    }

    pub fn occasion_name(&self, occasion: usize) -> &str {
        self.trial.occasions.get(occasion).map_or("", String::as_str)
    }

    /// `group`, `occasion`, `group:occasion`, `gender:occasion:hour`.
    pub fn effect_name(&self, between: Term, within: u32) -> String {
        let bit = |mask: u32, place: usize| mask >> place & 1 == 1;
        let mut parts: Vec<&str> = Vec::new();
        match between {
            Term::Covariate(_) if self.baseline_term() == Some(between) => parts.push("baseline"),
            Term::Covariate(place) => parts.extend(self.trial.covariates.get(place).map(|c| c.name.as_str())),
            Term::Factors(mask) => {
                parts.extend(bit(mask, 0).then_some("group"));
                let factors = self.trial.factors.iter().enumerate();
                parts.extend(factors.filter(|(place, _)| bit(mask, place + 1)).map(|(_, f)| f.name.as_str()));
            }
        }
        parts.extend(bit(within, 0).then_some("occasion"));
        let factors = self.trial.within.iter().enumerate();
        parts.extend(factors.filter(|(place, _)| bit(within, place + 1)).map(|(_, f)| f.name.as_str()));
        parts.join(":")
    }

    /// `control, pre`; without arms `pre`; with one occasion `control`; with neither `(only)`.
    pub fn cell_name(&self, arm: Option<usize>, occasion: Option<usize>) -> String {
        let arm = arm.filter(|_| self.trial.has_arms).map(|arm| self.arm_name(arm));
        let occasion = occasion.filter(|_| self.trial.occasions.len() > 1).map(|occasion| self.occasion_name(occasion));
        match (arm, occasion) {
            (Some(arm), Some(occasion)) => format!("{arm}, {occasion}"),
            (Some(one), None) | (None, Some(one)) => one.into(),
            (None, None) => "(only)".into(),
        }
    }
}

//! What a trial of so many participants per arm can and cannot show.
//!
//! Every arm but the control is an intervention, and each is taken to differ from the control by the same d. Arms are
//! compared in pairs at each pair of occasions, as an analysis does by default: that is the family that is adjusted.

use super::Unusable;
use super::arm_contrast::{ArmContrast, BaselineUse};
use super::inflation::{allotted, design_effect, expected_at_end};
use super::margin::MarginTest;
use super::repeated_measures::{EffectSizeConvention, RepeatedEffect, RepeatedMeasures};
use super::sample_size::{least_effect, least_n};
use super::several::{AnyAndAll, ComparedArms, SeveralContrasts};
use crate::model::adjust::Adjust;

/// What is assumed of a trial.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrialAssumptions {
    /// The difference of an intervention from the control, in standard deviations of a measurement; above 0.
    pub effect_size: f64,
    /// Participants allotted to each arm, 2 or more.
    pub n_per_arm: u32,
    /// Two-sided.
    pub alpha: f64,
    /// 2 or more; the first is the control.
    pub arms: u32,
    /// 2 or more; the first is before treatment.
    pub occasions: u32,
    /// Of any two occasions.
    pub correlation: f64,
    /// The share of each arm that is not measured at the end.
    pub dropout: f64,
    /// Participants that are treated together, in every arm but the control; 1 where treatment is individual.
    pub group_size: f64,
    /// The intraclass correlation within such a group.
    pub icc: f64,
    pub adjust: Adjust,
    /// How much of an effect may be lost, in standard deviations of a measurement.
    pub margin: f64,
    /// The power that is wanted.
    pub power: f64,
    /// Of the simulation, where one is needed.
    pub seed: u64,
}

/// What the trial can show.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// Expected in each arm at the end.
    pub n_at_end: f64,
    pub design_effect: f64,
    /// How many comparisons are adjusted together.
    pub family: usize,
    /// The adjustment that this family has.
    pub adjusted_by: Adjust,
    /// The level at which each comparison is tested, by Holm's method the first.
    pub alpha_each: f64,
    pub contrasts: Vec<ContrastOutlook>,
    /// For the changes of all interventions against the control from the first occasion to another.
    pub any_and_all: AnyAndAll,
    /// The least f of the interaction that is shown with the wanted power, in each convention.
    pub least_interaction: Vec<(EffectSizeConvention, Option<f64>)>,
    /// Where there are three occasions or more.
    pub maintained: Option<MaintainedOutlook>,
}

/// An intervention against the control.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ContrastOutlook {
    pub baseline: BaselineUse,
    pub power_unadjusted: f64,
    pub power_adjusted: f64,
    /// The least d that is shown with the wanted power, adjusted.
    pub least_effect: Option<f64>,
    /// How many to allot to each arm so that d is shown with the wanted power, adjusted.
    pub n_per_arm_wanted: Option<f64>,
}

/// The power for an effect that stays as it was at the end of treatment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MaintainedOutlook {
    pub non_inferiority: f64,
    pub equivalence: f64,
}

/// A difference of more standard deviations is not looked for.
const LARGEST_EFFECT: f64 = 100.0;

impl TrialAssumptions {
    /// # Errors
    /// The first assumption that is out of its range.
    pub fn outlook(&self) -> Result<Outlook, Unusable> {
        self.check()?;
        let n_at_end = expected_at_end(f64::from(self.n_per_arm), self.dropout)?;
        Unusable::unless(n_at_end >= 2.0, "n_per_arm", f64::from(self.n_per_arm), "n-at-end")?;
        let design_effect = design_effect(self.group_size, self.icc)?;
        let several = self.several(n_at_end, design_effect);
        let alpha_each = several.alpha_each()?;
        Ok(Outlook {
            n_at_end,
            design_effect,
            family: several.family,
            adjusted_by: several.adjust,
            alpha_each,
            contrasts: BaselineUse::ALL
                .into_iter()
                .map(|baseline| self.contrast(baseline, n_at_end, design_effect, alpha_each))
                .collect::<Result<_, _>>()?,
            any_and_all: self.any_and_all(several, alpha_each)?,
            least_interaction: self.least_interaction(n_at_end),
            maintained: self.maintained(n_at_end, design_effect, alpha_each)?,
        })
    }

    fn check(&self) -> Result<(), Unusable> {
        let d = self.effect_size;
        Unusable::unless(0.0 < d && d <= LARGEST_EFFECT, "effect_size", d, "effect-size")?;
        let n = self.n_per_arm;
        Unusable::unless((2..=1_000_000).contains(&n), "n_per_arm", f64::from(n), "n-per-arm")?;
        Unusable::unless((2..=50).contains(&self.arms), "arms", f64::from(self.arms), "arms")?;
        Unusable::unless((2..=50).contains(&self.occasions), "occasions", f64::from(self.occasions), "occasions")?;
        Unusable::unless(0.0 < self.alpha && self.alpha < 0.5, "alpha", self.alpha, "alpha")?;
        // Measurements that all correlate alike cannot correlate less than −1/(m − 1).
        let r = self.correlation;
        let possible = -1.0 / (f64::from(self.occasions) - 1.0) < r && r < 1.0;
        Unusable::unless(possible, "correlation", r, "correlation")?;
        Unusable::unless(self.alpha < self.power && self.power < 1.0, "power", self.power, "power")
    }

    /// The contrasts of changes, as they are adjusted.
    fn several(&self, n: f64, design_effect: f64) -> SeveralContrasts {
        let arms = self.arms as usize;
        let places = (self.occasions * (self.occasions - 1) / 2) as usize;
        let with_control = self.adjust == Adjust::Dunnett;
        let pairs = if with_control { arms - 1 } else { arms * (arms - 1) / 2 };
        // Over several pairs of occasions an analysis adjusts Tukey's comparisons by Šidák's method; Bonferroni's bound
        // stands for Dunnett's.
        let adjust = match self.adjust {
            Adjust::Tukey if places > 1 => Adjust::Sidak,
            Adjust::Dunnett if places > 1 => Adjust::Bonferroni,
            adjust => adjust,
        };
        let factor = BaselineUse::Change.variance_factor(self.correlation) / n;
        SeveralContrasts {
            variances: (0..arms).map(|arm| if arm == 0 { factor } else { factor * design_effect }).collect(),
            means: (0..arms).map(|arm| if arm == 0 { 0.0 } else { self.effect_size }).collect(),
            compared: if with_control { ComparedArms::WithControl } else { ComparedArms::AllPairs },
            df: f64::from(self.arms) * (n - 1.0),
            alpha: self.alpha,
            adjust,
            family: pairs * places,
            seed: self.seed,
        }
    }

    fn any_and_all(&self, several: SeveralContrasts, alpha_each: f64) -> Result<AnyAndAll, Unusable> {
        let with_control = SeveralContrasts { compared: ComparedArms::WithControl, ..several };
        if with_control.adjust == Adjust::Holm {
            return with_control.power();
        }
        // Every other adjustment tests each contrast at one level.
        SeveralContrasts { adjust: Adjust::None, alpha: alpha_each, ..with_control }.power()
    }

    fn contrast(
        &self,
        baseline: BaselineUse,
        n_at_end: f64,
        design_effect: f64,
        alpha_each: f64,
    ) -> Result<ContrastOutlook, Unusable> {
        let arms = |n: f64| ArmContrast {
            baseline,
            correlation: self.correlation,
            n: [n, n],
            design_effect: [design_effect, 1.0],
        };
        let power = |alpha: f64| arms(n_at_end).power(self.effect_size, alpha);
        let needed = least_n(self.power, 2, |n| arms(n).power(self.effect_size, alpha_each))?;
        let allotted = needed.map(|n| allotted(f64::from(n), self.dropout)).transpose()?;
        Ok(ContrastOutlook {
            baseline,
            power_unadjusted: power(self.alpha)?,
            power_adjusted: power(alpha_each)?,
            least_effect: least_effect(self.power, LARGEST_EFFECT, |d| arms(n_at_end).power(d, alpha_each)),
            n_per_arm_wanted: allotted,
        })
    }

    fn least_interaction(&self, n_at_end: f64) -> Vec<(EffectSizeConvention, Option<f64>)> {
        let least = |convention| {
            let at = |f: f64| RepeatedMeasures {
                effect: RepeatedEffect::Interaction,
                convention,
                f,
                alpha: self.alpha,
                n_total: n_at_end * f64::from(self.arms),
                groups: f64::from(self.arms),
                measurements: f64::from(self.occasions),
                rho: self.correlation,
                epsilon: 1.0,
            };
            // λ where the power is as good as 1.
            let most = (1e5 / at(0.0).lambda_over_f_squared()).sqrt();
            least_effect(self.power, most, |f| at(f).power().map(|test| test.power))
        };
        EffectSizeConvention::ALL.into_iter().map(|convention| (convention, least(convention))).collect()
    }

    fn maintained(&self, n: f64, design_effect: f64, alpha_each: f64) -> Result<Option<MaintainedOutlook>, Unusable> {
        let change = ArmContrast {
            baseline: BaselineUse::Change,
            correlation: self.correlation,
            n: [n, n],
            design_effect: [design_effect, 1.0],
        };
        let test = MarginTest { margin: self.margin, d: 0.0, alpha: 0.5 * alpha_each };
        let non_inferiority = test.non_inferiority(&change)?;
        let equivalence = MarginTest { alpha: alpha_each, ..test }.equivalence(&change)?;
        Ok((self.occasions > 2).then_some(MaintainedOutlook { non_inferiority, equivalence }))
    }
}

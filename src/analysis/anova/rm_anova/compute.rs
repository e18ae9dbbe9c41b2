use crate::analysis::comparisons::comparison::Comparison;
use crate::analysis::comparisons::pairwise::compute as pairwise;
use crate::analysis::result::Computation;
use crate::analysis::study::{Arms, Part, Study};
use crate::model::Term;
use crate::model::effects::Effect;
use crate::model::sphericity::Sphericity;

/// Each arm alone, and all participants as one group.
#[derive(Clone, Debug)]
pub struct WithinArms {
    pub groups: Vec<WithinArm>,
}

#[derive(Clone, Debug)]
pub struct WithinArm {
    /// `None`: all participants.
    pub arm: Option<usize>,
    pub n: usize,
    pub effect: Effect,
    pub sphericity: Sphericity,
    pub pairs: Vec<Comparison>,
}

pub const RM_ANOVA: Computation<WithinArms> = Computation { id: "rm_anova", run: compute };

/// `None` with one occasion.
pub fn compute(study: &Study<'_>) -> Option<WithinArms> {
    if study.occasions.len() < 2 {
        return None;
    }
    let arms = study.arms.iter().copied().filter(|_| study.arms.len() > 1).map(Some);
    let groups: Vec<WithinArm> = arms.chain([None]).filter_map(|arm| within(study, arm)).collect();
    (!groups.is_empty()).then_some(WithinArms { groups })
}

/// One arm alone, or all participants as one group.
pub fn part(arm: Option<usize>) -> Part {
    Part { arms: arm.map_or(Arms::Pooled, Arms::One), plain: true, ..Part::default() }
}

fn within(study: &Study<'_>, arm: Option<usize>) -> Option<WithinArm> {
    let alone = study.part(part(arm))?;
    let model = alone.linear.as_ref()?;
    let effect = model.effect(Term::MEAN, 1)?;
    let sphericity = model.strata().iter().find(|stratum| stratum.stratum.mask == 1)?.sphericity;
    let pairs = alone.result(&pairwise::SEPARATE).map(|result| result.occasions.clone()).unwrap_or_default();
    Some(WithinArm { arm, n: alone.used.len(), effect, sphericity, pairs })
}

impl Study<'_> {
    /// An arm's name, or `(all)`.
    pub fn group_name(&self, arm: Option<usize>) -> &str {
        arm.map_or("(all)", |arm| self.arm_name(arm))
    }
}

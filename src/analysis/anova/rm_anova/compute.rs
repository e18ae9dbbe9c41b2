use crate::analysis::comparisons::comparison::{Compared, Comparison};
use crate::analysis::comparisons::pairwise::compute as pairwise;
use crate::analysis::result::Computation;
use crate::analysis::study::{Arms, Part, Study};
use crate::analysis::{Display, Findings, Number, Numbers, Shown};
use crate::model::Term;
use crate::model::effects::{Effect, SumsOfSquares, effects};
use crate::model::sphericity::Sphericity;
use crate::report::Section;

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
    let fit = alone.fit.as_ref()?;
    let effect = effects(fit, &alone.strata, SumsOfSquares::TypeThree)
        .into_iter()
        .find(|effect| effect.between == Term::MEAN && effect.within == 1)?;
    let sphericity = alone.strata.iter().find(|stratum| stratum.stratum.mask == 1)?.sphericity;
    let pairs = alone.result(&pairwise::SEPARATE).map(|found| found.occasions.clone()).unwrap_or_default();
    Some(WithinArm { arm, n: alone.used.len(), effect, sphericity, pairs })
}

impl Study<'_> {
    /// An arm's name, or `(all)`.
    pub fn group_name(&self, arm: Option<usize>) -> &str {
        arm.map_or("(all)", |arm| self.arm_name(arm))
    }
}

impl Findings for Shown<'_, '_, WithinArms> {
    fn numbers(&self, out: &mut Vec<Number>) {
        for group in &self.found.groups {
            let name = self.study.group_name(group.arm);
            let Effect { test, size, corrected, .. } = &group.effect;
            let mut anova = Numbers::new("rm_anova", name, out);
            anova.add("SS", test.ss);
            anova.add("df1", test.df1);
            anova.add("error_SS", test.ss_error);
            anova.add("df2", test.df2);
            anova.add("F", test.f);
            anova.add("p", test.p);
            anova.add("partial_eta2", size.partial_eta2);
            anova.add("generalized_eta2", size.generalized_eta2);
            anova.add("partial_omega2", size.partial_omega2);
            if let Ok(mauchly) = group.sphericity.mauchly {
                anova.add("mauchly_W", mauchly.w);
                anova.add("mauchly_p", mauchly.p);
            }
            anova.add("epsilon_gg", group.sphericity.epsilon_gg);
            anova.add("epsilon_hf", group.sphericity.epsilon_hf);
            if let Some(corrected) = corrected {
                anova.add("p_gg", corrected.gg.p);
                anova.add("p_hf", corrected.hf.p);
            }
            for pair in &group.pairs {
                let Compared::Occasions { from, to, .. } = pair.compared else { continue };
                let (later, earlier) = (self.study.occasion_name(to), self.study.occasion_name(from));
                pair.numbers_as(format!("{later} - {earlier} | {name}"), "paired_t", out);
            }
        }
    }

    fn sections(&self, display: &Display<'_>) -> Vec<Section> {
        crate::analysis::anova::companions::within_arms(self.found, display).into_iter().collect()
    }
}

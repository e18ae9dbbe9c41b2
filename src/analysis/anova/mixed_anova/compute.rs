use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::SumsOfSquares;
use crate::model::effects::Effect;

/// The table of effects, by both types of sums of squares.
#[derive(Clone, Debug)]
pub struct MixedAnova {
    /// What the Plan asks for.
    pub leading: SumsOfSquares,
    /// Stratum by stratum: between participants, occasion, further within factors.
    pub type_three: Vec<NamedEffect>,
    pub type_two: Vec<NamedEffect>,
}

/// An effect with its name: `group`, `occasion`, `group:occasion`.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedEffect {
    pub name: String,
    pub effect: Effect,
}

impl MixedAnova {
    /// The table that the Plan asks for.
    pub fn led(&self) -> &[NamedEffect] {
        match self.leading {
            SumsOfSquares::TypeThree => &self.type_three,
            SumsOfSquares::TypeTwo => &self.type_two,
        }
    }
}

pub const MIXED_ANOVA: Computation<MixedAnova> = Computation { id: "mixed_anova", run: compute };

/// `None` where there is nothing to test: one arm at one occasion.
fn compute(study: &Study<'_>) -> Option<MixedAnova> {
    let model = study.linear.as_ref()?;
    let table = |by| -> Vec<NamedEffect> {
        model
            .effects(by)
            .into_iter()
            .map(|effect| NamedEffect { name: study.effect_name(effect.between, effect.within), effect })
            .collect()
    };
    let result = MixedAnova {
        leading: study.trial.plan.sums_of_squares,
        type_three: table(SumsOfSquares::TypeThree),
        type_two: table(SumsOfSquares::TypeTwo),
    };
    (!result.type_three.is_empty()).then_some(result)
}

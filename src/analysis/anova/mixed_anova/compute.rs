use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::analysis::{Display, Findings, Number, Numbers, Shown};
use crate::model::SumsOfSquares;
use crate::model::effects::Effect;
use crate::report::Section;

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
pub fn compute(study: &Study<'_>) -> Option<MixedAnova> {
    let model = study.linear.as_ref()?;
    let table = |by| -> Vec<NamedEffect> {
        model.effects(by)
            .into_iter()
            .map(|effect| NamedEffect { name: study.effect_name(effect.between, effect.within), effect })
            .collect()
    };
    let found = MixedAnova {
        leading: study.trial.plan.sums_of_squares,
        type_three: table(SumsOfSquares::TypeThree),
        type_two: table(SumsOfSquares::TypeTwo),
    };
    (!found.type_three.is_empty()).then_some(found)
}

impl Findings for Shown<'_, '_, MixedAnova> {
    fn numbers(&self, out: &mut Vec<Number>) {
        let tables = [("mixed_anova", &self.found.type_three), ("mixed_anova_type2", &self.found.type_two)];
        for (method, table) in tables {
            for row in table {
                numbers(row, &mut Numbers::new(method, row.name.clone(), out));
            }
        }
    }

    fn sections(&self, display: &Display<'_>) -> Vec<Section> {
        let led: Vec<Effect> = self.found.led().iter().map(|row| row.effect.clone()).collect();
        crate::analysis::anova::table::anova(self.study, &led, display).into_iter().collect()
    }
}

fn numbers(row: &NamedEffect, out: &mut Numbers<'_>) {
    let Effect { test, corrected, size, .. } = &row.effect;
    out.add("SS", test.ss);
    out.add("df1", test.df1);
    out.add("MS", test.ms());
    out.add("error_SS", test.ss_error);
    out.add("df2", test.df2);
    out.add("error_MS", test.ms_error());
    out.add("F", test.f);
    out.add("p", test.p);
    out.add("partial_eta2", size.partial_eta2);
    out.add("partial_eta2_ci90_low", size.partial_eta2_low);
    out.add("partial_eta2_ci90_high", size.partial_eta2_high);
    out.add("generalized_eta2", size.generalized_eta2);
    out.add("generalized_eta2_ci90_low", size.generalized_eta2_low);
    out.add("generalized_eta2_ci90_high", size.generalized_eta2_high);
    out.add("partial_omega2", size.partial_omega2);
    out.add("partial_omega2_ci90_low", size.partial_omega2_low);
    out.add("partial_omega2_ci90_high", size.partial_omega2_high);
    out.add("cohen_f", size.cohen_f);
    if let Some(corrected) = corrected {
        out.add("df1_gg", corrected.gg.df1);
        out.add("df2_gg", corrected.gg.df2);
        out.add("p_gg", corrected.gg.p);
        out.add("df1_hf", corrected.hf.df1);
        out.add("df2_hf", corrected.hf.df2);
        out.add("p_hf", corrected.hf.p);
        out.add("p_hf_original", corrected.hf_original.p);
        out.add("p_lower_bound", corrected.lower_bound.p);
    }
}

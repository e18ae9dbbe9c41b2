//! # Question
//! Do the arms differ, do the occasions differ, and above all: do the arms change differently (arm × occasion)?
//!
//! # Model
//! `Y = XB + E`: arms, further factors and covariates between participants, sum-to-zero coded; occasions (and further within
//! factors) as orthonormal contrasts `M` of the measures.
//!
//! # Formulas
//! `SS = tr M'HM`, error `tr M'E'EM`; `F = MS/MSe` on `(df·d, ν·d)`. Within participants also with both degrees of freedom
//! times ε: Greenhouse–Geisser, Huynh–Feldt (Lecoutre's form, and the form of 1976), lower bound. Type III by default; type
//! II by marginality.
//!
//! # Assumptions
//! Normal residuals, equal covariances in the arms, independent participants, complete data; sphericity only for the
//! uncorrected tests within participants. The report leads with Greenhouse–Geisser always.
//!
//! # Effect size
//! Partial η² (90 % interval by the noncentral F with uncorrected degrees of freedom, approximate within participants),
//! generalised η², partial ω², Cohen f.
//!
//! # Agreement with R
//! afex 1.2.1 `aov_car(type = 3)` and `type = 2` on car 3.1.1; effectsize 0.8.3.
//!
//! # References
//! - Greenhouse, S. W., & Geisser, S. (1959). On methods in the analysis of profile data. *Psychometrika, 24*, 95–112.
//! - Lecoutre, B. (1991). A correction for the ε̃ approximate test. *Journal of Educational Statistics, 16*, 371–372.
//! - Olejnik, S., & Algina, J. (2003). Generalized eta and omega squared statistics. *Psychological Methods, 8*,
//!   434–447.

use super::study::Study;
use super::{Display, Findings, Number, Numbers, Shown};
use crate::model::effects::{Effect, SumsOfSquares, effects};
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

/// `None` where there is nothing to test: one arm at one occasion.
pub fn compute(study: &Study<'_>) -> Option<MixedAnova> {
    let fit = study.fit.as_ref()?;
    let table = |by| -> Vec<NamedEffect> {
        effects(fit, &study.strata, by)
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

impl Findings for Shown<'_, MixedAnova> {
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
        super::show::effects::anova(self.study, &led, display).into_iter().collect()
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

//! Tests of the effects of a mixed model: each given all others (type III).
//!
//! An F of several contrasts has degrees of freedom that depend, by Fai and Cornelius, on the contrasts chosen to span the
//! hypothesis.

use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};
use crate::model::mixed::{Inference, MixedModel};
use crate::model::{ContrastWeights, Grid, JointTest, Term};

/// The contrasts that span an effect of one factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spanning {
    /// Each level but the last against the average, as the R package mmrm with sum-to-zero coding.
    AgainstAverage,
    /// Each later level against the first, as lmerTest.
    AgainstFirst,
}

/// One effect.
#[derive(Clone, Debug)]
pub struct EffectOfModel {
    /// As in the tidy output.
    pub name: String,
    pub test: JointTest,
}

/// Every effect of arms, further factors, covariates and occasions.
pub fn effects(
    study: &Study<'_>,
    (model, grid): (&MixedModel, &Grid),
    inference: Inference,
    spanning: Spanning,
) -> Vec<EffectOfModel> {
    let mut found = Vec::new();
    for term in model.specification.means.terms() {
        for within in [0, 1] {
            let test = match term {
                Term::MEAN if within == 0 => None,
                Term::Factors(mask) => grid.joint_of_any(&contrasts(grid, (mask, within), spanning)),
                Term::Covariate(_) if within == 1 => None,
                Term::Covariate(covariate) => model.slopes(covariate, inference).and_then(|slopes| {
                    let all = slopes.within_levels().iter().product();
                    let each = |at: usize| ContrastWeights {
                        between: Vec::new(),
                        measures: crate::model::between::unit(all, at),
                    };
                    slopes.joint_of_any(&(0..all).map(each).collect::<Vec<_>>())
                }),
            };
            let name = study.effect_name(term, within);
            found.extend(test.filter(|test| test.f.is_finite()).map(|test| EffectOfModel { name, test }));
        }
    }
    found
}

fn contrasts(grid: &Grid, (between, within): (u32, u32), spanning: Spanning) -> Vec<ContrastWeights> {
    let of_factors = |levels: &[usize], mask: u32| -> Vec<Vec<Vec<f64>>> {
        levels.iter().enumerate().fold(vec![Vec::new()], |all, (place, &n)| {
            let weights = if mask >> place & 1 == 1 { spanned(n, spanning) } else { vec![vec![1.0 / n as f64; n]] };
            all.iter()
                .flat_map(|one| weights.iter().map(|w| [one.as_slice(), std::slice::from_ref(w)].concat()))
                .collect()
        })
    };
    let measures = of_factors(grid.within_levels(), within);
    let arms = of_factors(grid.between_levels(), between);
    let with = |between: &Vec<Vec<f64>>| {
        let measures = measures.iter().map(|of_factors| grid.measures(of_factors));
        measures.map(|measures| ContrastWeights { between: between.clone(), measures }).collect::<Vec<_>>()
    };
    arms.iter().flat_map(with).collect()
}

fn spanned(n: usize, spanning: Spanning) -> Vec<Vec<f64>> {
    let is = |here: bool| if here { 1.0 } else { 0.0 };
    let weight = |level: usize, at: usize| match spanning {
        Spanning::AgainstAverage => is(level == at) - 1.0 / n as f64,
        Spanning::AgainstFirst => is(level == at + 1) - is(level == 0),
    };
    (0..n.saturating_sub(1)).map(|at| (0..n).map(|level| weight(level, at)).collect()).collect()
}

/// The numbers of the effects of a fit.
pub fn numbers(found: &[EffectOfModel], (method, inference): (&'static str, &str), out: &mut Vec<Number>) {
    for EffectOfModel { name, test } in found {
        let mut out = Numbers::new(method, format!("{name} [{inference}]"), out);
        out.add("F", test.f);
        out.add("df1", test.df1);
        out.add("df2", test.df2);
        out.add("p", test.p);
    }
}

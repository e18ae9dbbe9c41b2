use crate::analysis::comparisons::contrasts::{Over, over_arms, over_occasions};
use crate::analysis::lack::lack;
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::{ErrorTerm, Grid};
use crate::notice::Problem;

/// Tests of one factor at each level of the other.
#[derive(Clone, Debug)]
pub struct SimpleEffects {
    /// Of the arms, at each occasion.
    pub arms_at: Vec<SimpleEffect>,
    /// Of the occasions, within each arm.
    pub occasions_within: Vec<SimpleEffect>,
    /// Why tests are missing.
    pub problems: Vec<Problem>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SimpleEffect {
    /// The trial's occasion (for arms) or arm (for occasions) at which it is tested.
    pub at: usize,
    pub f: f64,
    pub df1: f64,
    pub df2: f64,
    pub p: f64,
    pub partial_eta2: f64,
}

pub const SIMPLE_EFFECTS: Computation<SimpleEffects> = Computation { id: "simple_effects", run: compute };

/// `None` with one arm or one occasion: there the main effect says it.
fn compute(study: &Study<'_>) -> Option<SimpleEffects> {
    let grid = study.grid()?;
    let (n_arms, n_occasions) = (study.arms.len(), study.occasions.len());
    if n_arms < 2 || n_occasions < 2 {
        return None;
    }
    let mut result = SimpleEffects {
        arms_at: (0..n_occasions).map(|at| arms_at(study, grid, at)).collect(),
        occasions_within: Vec::new(),
        problems: Vec::new(),
    };
    let changes: Vec<Vec<f64>> =
        (1..n_occasions).map(|later| over_occasions(grid, Over::Difference { later, earlier: later - 1 })).collect();
    let mut missing = None;
    for place in 0..n_arms {
        let arm = study.arm_at(place);
        match grid.joint_over_measures(&over_arms(grid, Over::At(place)), &changes) {
            Ok(test) => result.occasions_within.push(SimpleEffect {
                at: arm,
                f: test.f,
                df1: test.df1,
                df2: test.df2,
                p: test.p,
                partial_eta2: test.partial_eta2,
            }),
            // All arms share the error: what one lacks all lack.
            Err(why) => missing = missing.or_else(|| lack(why, "occasion", "too-few-for-multivariate")),
        }
    }
    result.problems.extend(missing);
    Some(result)
}

fn arms_at(study: &Study<'_>, grid: &Grid, at: usize) -> SimpleEffect {
    let differences: Vec<Vec<Vec<f64>>> =
        (1..study.arms.len()).map(|later| over_arms(grid, Over::Difference { later, earlier: 0 })).collect();
    let test = grid.joint(&differences, &over_occasions(grid, Over::At(at)), ErrorTerm::Separate);
    SimpleEffect {
        at: study.occasion_at(at),
        f: test.f,
        df1: test.df1,
        df2: test.df2,
        p: test.p,
        partial_eta2: test.partial_eta2,
    }
}

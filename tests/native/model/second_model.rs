//! A second model, as small as one can be: the cells' means with a V that is given. It goes through comparisons,
//! adjustments, effect sizes and answers as the linear model does, which proves that they know the grid only.

use std::collections::BTreeMap;

use crate::support::{Key, of_rows};
use nalgebra::DMatrix;
use prepost::analysis::comparisons::comparison::Comparison;
use prepost::analysis::comparisons::{change_difference::compute as change_difference, pairwise::compute as pairwise};
use prepost::analysis::{Compared, Number, Study, methods, study_report};
use prepost::model::grid::{CellMeans, CellSpread, DegreesOfFreedom};
use prepost::model::{ErrorTerm, Grid};
use prepost::report::Words;
use prepost::trial::{Adjust, Trial};

const OCCASIONS: usize = 3;
const SIZES: [usize; 3] = [6, 5, 7];

/// Three arms of unlike sizes at three occasions.
fn example(adjust: Adjust) -> Trial {
    let mut rows = Vec::new();
    for (arm, &n) in SIZES.iter().enumerate() {
        for p in 0..n {
            let value = |t: usize| ((p * 7 + t * 5 + arm * 3) % 11) as f64 + (arm * t * 2) as f64;
            rows.push((arm as u32, (0..OCCASIONS).map(value).collect()));
        }
    }
    let mut trial = of_rows(SIZES.len(), &rows);
    trial.plan.adjust = adjust;
    trial
}

/// The arms' means and centred cross-products, by their definitions.
fn moments(trial: &Trial) -> (DMatrix<f64>, Vec<CellSpread>) {
    let mut means = DMatrix::zeros(SIZES.len(), OCCASIONS);
    let mut cells = Vec::new();
    for (arm, &size) in SIZES.iter().enumerate() {
        let rows: Vec<&[f64]> =
            (0..trial.ids.len()).filter(|&p| trial.arm[p] == arm as u32).map(|p| trial.outcomes[0].of(p)).collect();
        let n = size as f64;
        let mean = |t: usize| rows.iter().map(|row| row[t]).sum::<f64>() / n;
        let product = |i, j| rows.iter().map(|row| (row[i] - mean(i)) * (row[j] - mean(j))).sum::<f64>();
        (0..OCCASIONS).for_each(|t| means[(arm, t)] = mean(t));
        let cross_products = DMatrix::from_fn(OCCASIONS, OCCASIONS, product);
        cells.push(CellSpread { at: vec![arm], n, df: n - 1.0, cross_products });
    }
    (means, cells)
}

/// One block of V for each arm, the arms' means being independent.
fn blocks(of_arm: impl Fn(usize) -> DMatrix<f64>) -> DMatrix<f64> {
    let mut v = DMatrix::zeros(SIZES.len() * OCCASIONS, SIZES.len() * OCCASIONS);
    for arm in 0..SIZES.len() {
        v.view_mut((arm * OCCASIONS, arm * OCCASIONS), (OCCASIONS, OCCASIONS)).copy_from(&of_arm(arm));
    }
    v
}

fn given(means: DMatrix<f64>, covariance: DMatrix<f64>, df: DegreesOfFreedom, cells: Vec<CellSpread>) -> Grid {
    let (between, within) = (vec![SIZES.len()], vec![OCCASIONS]);
    Grid::of_cell_means(CellMeans { between, within, means, covariance, df, cells }).expect("sizes that agree")
}

fn numbers(study: &Study<'_>) -> BTreeMap<Key, f64> {
    let mut found: Vec<Number> = Vec::new();
    methods().for_each(|method| method.numbers(study, &mut found));
    found.into_iter().map(|n| ((n.method.into(), n.term.to_string(), n.statistic.into()), n.value)).collect()
}

fn comparisons(study: &Study<'_>) -> Vec<Comparison> {
    let mut all: Vec<Comparison> = pairwise::leading(study).expect("arms").all().cloned().collect();
    all.extend(change_difference::leading(study).expect("arms and occasions").rows.iter().cloned());
    all
}

/// With the linear model's own means, V and degrees of freedom every number is the linear model's.
#[test]
fn the_same_means_and_errors_give_the_same_numbers() {
    let trial = example(Adjust::Dunnett);
    let (means, cells) = moments(&trial);
    let df = cells.iter().map(|cell| cell.df).sum::<f64>();
    let sigma = cells.iter().fold(DMatrix::zeros(OCCASIONS, OCCASIONS), |sum, cell| sum + &cell.cross_products) / df;
    let v = blocks(|arm| &sigma / SIZES[arm] as f64);
    let linear = Study::new(&trial, 0).expect("an outcome");
    let second = Study::new(&trial, 0)
        .and_then(|study| study.with_grid(given(means, v, DegreesOfFreedom::Constant(df), cells)))
        .expect("the study's levels");
    let (linear, second) = (numbers(&linear), numbers(&second));
    let mut compared = 0;
    for ((method, term, statistic), value) in &linear {
        let found = second.get(&(method.clone(), term.clone(), statistic.clone()));
        // Errors of the linear model alone; Wald's F in place of Hotelling's.
        let is_linear = method.ends_with("_pooled") || method.ends_with("_unequal");
        if is_linear || method == "simple_effects" && term.starts_with("occasion") {
            assert!(!is_linear || found.is_none(), "{method} {term}");
            continue;
        }
        let found = found.unwrap_or_else(|| panic!("{method} {term} {statistic}: absent"));
        assert!((found - value).abs() <= 1e-9 * value.abs().max(1e-3), "{method} {term} {statistic}: {found}, {value}");
        compared += 1;
    }
    assert!(compared > 1000, "{compared}");
}

/// Arms of unlike variances, occasions independent: the standard errors and Satterthwaite's degrees of freedom by hand.
fn heterogeneous(trial: &Trial) -> (Study<'_>, [f64; 3]) {
    let theta = [4.0, 9.0, 25.0];
    let identity = DMatrix::identity(OCCASIONS, OCCASIONS);
    let of_arm = |which: usize| {
        blocks(|arm| if arm == which { &identity / SIZES[arm] as f64 } else { DMatrix::zeros(OCCASIONS, OCCASIONS) })
    };
    let derivatives: Vec<DMatrix<f64>> = (0..SIZES.len()).map(of_arm).collect();
    let size = SIZES.len() * OCCASIONS;
    let v = derivatives.iter().zip(theta).fold(DMatrix::zeros(size, size), |sum, (d, theta)| sum + d * theta);
    let variance = |arm: usize| 2.0 * theta[arm] * theta[arm] / (SIZES[arm] as f64 - 1.0);
    let parameters = DMatrix::from_fn(3, 3, |i, j| if i == j { variance(i) } else { 0.0 });
    let means = DMatrix::from_row_slice(3, OCCASIONS, &[20.0, 21.0, 20.5, 20.0, 27.0, 26.0, 21.0, 38.0, 39.0]);
    let spread = |arm: usize| CellSpread {
        at: vec![arm],
        n: SIZES[arm] as f64,
        df: SIZES[arm] as f64 - 1.0,
        cross_products: &identity * (theta[arm] * (SIZES[arm] as f64 - 1.0)),
    };
    let cells = (0..SIZES.len()).map(spread).collect();
    let grid = given(means, v, DegreesOfFreedom::Satterthwaite { derivatives, parameters }, cells);
    let study = Study::new(trial, 0).and_then(|study| study.with_grid(grid)).expect("the study's levels");
    (study, theta)
}

#[test]
fn each_contrast_has_its_own_degrees_of_freedom() {
    let trial = example(Adjust::Bonferroni);
    let (study, theta) = heterogeneous(&trial);
    let rows = change_difference::leading(&study).expect("arms and occasions");
    assert_eq!(rows.rows.len(), 9);
    for row in &rows.rows {
        let Compared::Change { arm, against, .. } = row.compared else { panic!("a change") };
        let part = |arm: usize| 2.0 * theta[arm] / SIZES[arm] as f64;
        let (a, b) = (part(arm), part(against));
        let df = (a + b).powi(2) / (a * a / (SIZES[arm] as f64 - 1.0) + b * b / (SIZES[against] as f64 - 1.0));
        assert!((row.se - (a + b).sqrt()).abs() < 1e-12, "{:?}", row.compared);
        assert!((row.df - df).abs() < 1e-10, "{:?}: {}, {df}", row.compared, row.df);
    }
    // (38 − 21) − (21 − 20) of arm 2 against the control, by the SD pooled over all arms at the first occasion.
    let row = rows.rows.iter().find(|row| row.compared == Compared::Change { from: 0, to: 1, arm: 2, against: 0 });
    let row = row.expect("the second intervention against the control");
    let sd = ((5.0 * 4.0 + 4.0 * 9.0 + 6.0 * 25.0) / 15.0f64).sqrt();
    // J of 15 degrees of freedom: Γ(7.5)/(√7.5 Γ(7)) = 0.949 007 (R 4.2.2).
    assert!((row.estimate - 16.0).abs() < 1e-12);
    assert!((row.size.hedges_g - 16.0 / sd * 0.949).abs() < 0.002, "{}", row.size.hedges_g);
    assert!(row.size.d_ppc2.is_finite());
}

#[test]
fn every_adjustment_and_the_answers_follow() {
    let all = [
        Adjust::None,
        Adjust::Bonferroni,
        Adjust::Holm,
        Adjust::Sidak,
        Adjust::Tukey,
        Adjust::Dunnett,
        Adjust::Scheffe,
        Adjust::Closed,
        Adjust::BenjaminiHochberg,
    ];
    for adjust in all {
        let trial = example(adjust);
        let (study, _) = heterogeneous(&trial);
        for row in comparisons(&study) {
            let p = row.adjusted(row.family.adjustment(adjust)).p;
            assert!(
                (0.0..=1.0).contains(&p) && p >= row.p * (1.0 - 1e-9),
                "{adjust:?} {:?}: {p}, {}",
                row.compared,
                row.p
            );
        }
        let report = study_report(&study, &Words::english()).report;
        let answers = report.answers.expect("answers");
        let estimates: Vec<f64> =
            answers.inquiries.iter().flat_map(|inquiry| &inquiry.rows).map(|answer| answer.interval.estimate).collect();
        // The two interventions against the control: (27 − 20) − 1 and (38 − 21) − 1.
        assert!([6.0, 16.0].iter().all(|wanted| estimates.iter().any(|e| (e - wanted).abs() < 1e-9)), "{estimates:?}");
    }
}

#[test]
fn a_plan_that_asks_for_an_error_that_the_model_lacks_gets_the_models_own() {
    let mut trial = example(Adjust::Holm);
    trial.plan.error_term = ErrorTerm::Pooled;
    let (study, _) = heterogeneous(&trial);
    assert_eq!(study.leading_error(), ErrorTerm::Separate);
    assert!(!comparisons(&study).is_empty());
}

#[test]
fn a_grid_of_other_levels_is_refused() {
    let trial = example(Adjust::Holm);
    let (means, cells) = moments(&trial);
    let narrow = |cell: &CellSpread| CellSpread {
        cross_products: cell.cross_products.view((0, 0), (2, 2)).into_owned(),
        ..cell.clone()
    };
    let cell_means = |covariance| CellMeans {
        between: vec![3],
        within: vec![2],
        means: means.columns(0, 2).into_owned(),
        covariance,
        df: DegreesOfFreedom::Constant(15.0),
        cells: cells.iter().map(narrow).collect(),
    };
    let grid = Grid::of_cell_means(cell_means(DMatrix::identity(6, 6))).expect("a grid of two occasions");
    assert!(Study::new(&trial, 0).and_then(|study| study.with_grid(grid)).is_none());
    assert!(Grid::of_cell_means(cell_means(-DMatrix::identity(6, 6))).is_none(), "no covariance");
}

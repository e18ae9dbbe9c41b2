//! Data that a model cannot be fitted to: a simpler structure or a reason, and never a panic.

use prepost::model::mixed::{
    Attempts, Inference, MixedModel, Participant, Structure, Unfitted, Variances, fit_or_simplify,
};
use prepost::model::{ContrastWeights, ErrorTerm};

use super::{complete, estimates, grid, noise, specification, structures, with_gaps};

fn attempt(people: &[Participant], n_arms: usize, structure: Structure) -> Attempts {
    fit_or_simplify(specification(vec![n_arms], people[0].values.len(), structure), people)
}

fn unset(people: &mut [Participant], which: impl Fn(&Participant) -> bool, occasions: impl Fn(usize) -> bool) {
    for person in people.iter_mut().filter(|person| which(person)) {
        for (t, value) in person.values.iter_mut().enumerate().filter(|(t, _)| occasions(*t)) {
            let _ = t;
            *value = f64::NAN;
        }
    }
}

#[test]
fn an_arm_that_is_gone_at_an_occasion() {
    let mut people = complete(&[12, 13, 11], 4);
    unset(&mut people, |person| person.at[0] == 1, |t| t == 3);
    for structure in structures(4) {
        let model = MixedModel::new(specification(vec![3], 4, structure.clone()), &people).expect("a fit");
        assert_eq!(model.n_dropped(), 1);
        let grid = grid(&model, Inference::Satterthwaite);
        let at = |arm: [f64; 3], t: usize| {
            let measures = (0..4).map(|i| f64::from(u8::from(i == t))).collect();
            grid.estimate(&ContrastWeights { between: vec![arm.to_vec()], measures }, ErrorTerm::Separate)
        };
        assert!(at([-1.0, 1.0, 0.0], 3).estimate.is_nan() && at([0.0, 1.0, 0.0], 3).se.is_nan(), "{structure:?}");
        assert!(at([-1.0, 0.0, 1.0], 3).p() > 0.0 && at([-1.0, 1.0, 0.0], 2).p() > 0.0, "{structure:?}");
    }
}

#[test]
fn an_arm_that_is_gone_after_baseline() {
    let mut people = complete(&[12, 13], 3);
    unset(&mut people, |person| person.at[0] == 1, |t| t > 0);
    let attempts = attempt(&people, 2, Structure::Unstructured);
    let model = attempts.model.expect("a fit");
    assert_eq!((model.n_dropped(), model.n_at(&[1], 2)), (2, 0));
    let undefined =
        estimates(&grid(&model, Inference::Satterthwaite), 2, 3).iter().filter(|e| e.estimate.is_nan()).count();
    assert!(undefined > 0);
}

#[test]
fn participants_with_baseline_only_still_count() {
    let mut people = complete(&[12, 13], 3);
    unset(&mut people, |person| person.values[0] > 21.0, |t| t > 0);
    let model = attempt(&people, 2, Structure::Unstructured).model.expect("a fit");
    assert_eq!(model.n_participants(), 25);
    // Nobody has more than the baseline.
    unset(&mut people, |_| true, |t| t > 0);
    let attempts = attempt(&people, 2, Structure::Unstructured);
    assert!(attempts.model.is_none());
    assert_eq!(attempts.failed[0].why, Unfitted::NoValue { occasion: 1 });
}

#[test]
fn occasions_that_nobody_has_together() {
    let mut people = complete(&[14, 14], 3);
    for (i, person) in people.iter_mut().enumerate() {
        person.values[1 + i % 2] = f64::NAN;
    }
    let attempts = attempt(&people, 2, Structure::Unstructured);
    assert_eq!(attempts.failed[0].why, Unfitted::NeverTogether { first: 1, second: 2 });
    assert!(attempts.model.is_some(), "{:?}", attempts.failed);
}

#[test]
fn fewer_participants_than_parameters() {
    let people = complete(&[3, 3], 6);
    let attempts = attempt(&people, 2, Structure::Unstructured);
    assert_eq!(attempts.failed[0].why, Unfitted::Degenerate, "{:?}", attempts.failed);
    let model = attempts.model.expect("a simpler structure");
    assert_ne!(model.specification.structure, Structure::Unstructured);
    for n in [1, 2] {
        let attempts = attempt(&complete(&[n, 1], 3), 2, Structure::Unstructured);
        assert!(attempts.model.is_none() || n == 2, "{:?}", attempts.failed);
    }
}

#[test]
fn occasions_that_correlate_perfectly() {
    let mut people = complete(&[12, 13], 3);
    people.iter_mut().for_each(|person| person.values[2] = 2.0 * person.values[1] - 7.0);
    let attempts = attempt(&people, 2, Structure::Unstructured);
    assert_eq!(attempts.failed[0].why, Unfitted::Degenerate);
    assert!(attempts.model.is_some(), "{:?}", attempts.failed);
}

#[test]
fn values_that_do_not_vary() {
    let mut people = complete(&[6, 6], 3);
    people.iter_mut().for_each(|person| person.values.iter_mut().for_each(|value| *value = 4.0));
    assert_eq!(attempt(&people, 2, Structure::Unstructured).failed[0].why, Unfitted::NoVariation);
    // At one occasion only, as at the floor of a scale.
    let mut people = complete(&[12, 13], 3);
    people.iter_mut().for_each(|person| person.values[0] = 0.0);
    let attempts = attempt(&people, 2, Structure::Unstructured);
    assert_eq!(attempts.failed[0].why, Unfitted::Degenerate);
    assert!(attempts.model.is_some(), "{:?}", attempts.failed);
}

/// Values that differ within participants more than between them: the variance of the intercept is zero.
#[test]
fn a_variance_at_zero() {
    let mut people = complete(&[12, 13], 3);
    for (i, person) in people.iter_mut().enumerate() {
        let own = noise(i * 31);
        person.values = vec![10.0 + own, 10.0 - own, 10.0 + 0.3 * noise(i * 7 + 1)];
    }
    let model = attempt(&people, 2, Structure::RandomIntercept).model.expect("a fit");
    let effects = model.random_effects().expect("an intercept");
    assert!(effects.is_at_boundary && effects.covariance[(0, 0)] == 0.0);
    // As ordinary least squares: values minus means.
    for inference in [Inference::Satterthwaite, Inference::KenwardRoger(prepost::model::mixed::Adjustment::Full)] {
        let found = estimates(&grid(&model, inference), 2, 3);
        assert!(found.iter().all(|e| (e.df - (75.0 - 6.0)).abs() < 1e-6), "{found:?}");
    }
    let negative = attempt(&people, 2, Structure::CompoundSymmetry(Variances::Equal)).model.expect("a fit");
    assert!(negative.sigma_of(0)[(0, 1)] < 0.0);
}

#[test]
fn nobody_and_nothing() {
    for people in [Vec::new(), with_gaps(&[1], 3)] {
        let specification = specification(vec![1], 3, Structure::Unstructured);
        assert!(fit_or_simplify(specification, &people).model.is_none());
    }
    let missing = Participant { at: vec![0], covariates: Vec::new(), values: vec![f64::NAN; 3] };
    assert!(attempt(&[missing], 1, Structure::Unstructured).model.is_none());
    let one = [Participant { at: Vec::new(), covariates: Vec::new(), values: vec![1.0] }];
    assert!(fit_or_simplify(specification(Vec::new(), 1, Structure::Unstructured), &one).model.is_none());
}

#[test]
fn one_occasion_is_a_comparison_of_arms() {
    let people = complete(&[12, 13], 1);
    for structure in structures(1).into_iter().take(7) {
        let model = attempt(&people, 2, structure.clone()).model.expect("a fit");
        let found = estimates(&grid(&model, Inference::Satterthwaite), 2, 1);
        assert!(found.iter().all(|e| (e.df - 23.0).abs() < 1e-6), "{structure:?} {found:?}");
    }
}

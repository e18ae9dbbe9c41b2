//! Laws of the fit.

use nalgebra::DMatrix;
use prepost::model::mixed::{Estimation, Inference, MixedModel, Participant, Structure, Variances};
use prepost::model::{ContrastWeights, ErrorTerm, SumsOfSquares};

use super::{
    close, complete, contrasts, effects, estimates, fitted, grid, largest_difference, linear, specification,
    structures, with_gaps,
};

#[test]
fn complete_data_without_structure_are_the_multivariate_linear_model() {
    let people = complete(&[9, 12, 7], 4);
    let (model, cells) = linear(&people);
    let wanted = estimates(&model.grid(&cells), 3, 4);
    let mixed = fitted(&people, Structure::Unstructured);
    let found = estimates(&grid(&mixed, Inference::Satterthwaite), 3, 4);
    for (found, wanted) in found.iter().zip(&wanted) {
        assert!(close(found.estimate, wanted.estimate, 1e-10), "{found:?}, {wanted:?}");
        assert!((found.se - wanted.se).abs() <= 1e-10 * wanted.se, "{found:?}, {wanted:?}");
        assert!((found.df - 25.0).abs() < 1e-8, "N − g = 25: {found:?}");
    }
    let sigma = cells.iter().fold(DMatrix::zeros(4, 4), |sum, cell| sum + cell.moments.cross_products()) / 25.0;
    assert!(largest_difference(&mixed.sigma_of(0), &sigma) < 1e-11);
}

/// The F of the univariate analysis of variance, groups unequal too.
#[test]
fn complete_compound_symmetry_is_the_analysis_of_variance() {
    for sizes in [[8, 8, 8], [6, 11, 9]] {
        let people = complete(&sizes, 4);
        let (model, _) = linear(&people);
        let grid = grid(&fitted(&people, Structure::CompoundSymmetry(Variances::Equal)), Inference::Satterthwaite);
        let average = vec![0.25; 4];
        let arms: Vec<Vec<f64>> = effects(3);
        let occasions: Vec<Vec<f64>> = effects(4);
        let weights = |arm: &[f64], w: &[f64]| ContrastWeights { between: vec![arm.to_vec()], measures: w.to_vec() };
        let third = vec![1.0 / 3.0; 3];
        let group: Vec<_> = arms.iter().map(|arm| weights(arm, &average)).collect();
        let occasion: Vec<_> = occasions.iter().map(|w| weights(&third, w)).collect();
        let both: Vec<_> = arms.iter().flat_map(|arm| occasions.iter().map(|w| weights(arm, w))).collect();
        let table = model.effects(SumsOfSquares::TypeThree);
        let named = [(1u32, 0u32, group), (0, 1, occasion), (1, 1, both)];
        for (between, within, contrasts) in named {
            let term = prepost::model::Term::Factors(between);
            let wanted = table.iter().find(|e| e.between == term && e.within == within).expect("an effect").test;
            let found = grid.joint_of_any(&contrasts).expect("a full V");
            assert!(close(found.f, wanted.f, 1e-9), "{found:?}, {wanted:?}");
            assert!(close(found.df1, wanted.df1, 1e-12) && close(found.df2, wanted.df2, 1e-7), "{found:?}, {wanted:?}");
        }
    }
}

#[test]
fn every_optimum_is_at_rest() {
    let people = with_gaps(&[20, 24], 4);
    for structure in structures(4) {
        for estimation in [Estimation::Restricted, Estimation::Full] {
            for by_arm in [false, true] {
                let mut wanted = specification(vec![2], 4, structure.clone());
                (wanted.estimation, wanted.by_arm) = (estimation, by_arm);
                let model = MixedModel::new(wanted, &people).unwrap_or_else(|e| panic!("{structure:?} {by_arm} {e:?}"));
                let convergence = model.convergence();
                assert!(convergence.relative_gradient <= 1e-12, "{structure:?} {convergence:?}");
                assert!(convergence.iterations <= 20, "{structure:?} {convergence:?}");
            }
        }
    }
}

/// A structure that holds another cannot be less likely.
#[test]
fn a_richer_structure_is_as_likely() {
    let people = with_gaps(&[20, 24], 4);
    let likelihood = |structure| fitted(&people, structure).criteria().log_likelihood;
    use Variances::{ByOccasion, Equal};
    let pairs = [
        (Structure::CompoundSymmetry(Equal), Structure::Toeplitz(Equal)),
        (Structure::Autoregressive(Equal), Structure::Toeplitz(Equal)),
        (Structure::Toeplitz(Equal), Structure::Toeplitz(ByOccasion)),
        (Structure::CompoundSymmetry(Equal), Structure::CompoundSymmetry(ByOccasion)),
        (Structure::Autoregressive(Equal), Structure::Autoregressive(ByOccasion)),
        (Structure::Toeplitz(ByOccasion), Structure::Unstructured),
        (Structure::RandomSlope(vec![0.0, 1.0, 2.0, 3.0]), Structure::Unstructured),
        (Structure::RandomIntercept, Structure::RandomSlope(vec![0.0, 1.0, 2.0, 3.0])),
    ];
    for (narrow, rich) in pairs {
        assert!(likelihood(narrow.clone()) <= likelihood(rich.clone()) + 1e-9, "{narrow:?} {rich:?}");
    }
    // An intercept of positive variance is compound symmetry.
    let same = [Structure::RandomIntercept, Structure::CompoundSymmetry(Equal)].map(likelihood);
    assert!((same[0] - same[1]).abs() < 1e-9);
}

#[test]
fn units_and_origin_of_the_outcome_do_not_matter() {
    let people = with_gaps(&[20, 24], 4);
    let (scale, shift) = (250.0, 1e5);
    let moved: Vec<Participant> = (people.iter().cloned())
        .map(|mut person| {
            person.values.iter_mut().for_each(|value| *value = shift + scale * *value);
            person
        })
        .collect();
    for structure in structures(4) {
        let [one, other] = [&people, &moved]
            .map(|people| estimates(&grid(&fitted(people, structure.clone()), Inference::Satterthwaite), 2, 4));
        for ((one, other), contrast) in one.iter().zip(&other).zip(contrasts(2, 4)) {
            let total = contrast.between[0].iter().sum::<f64>() * contrast.measures.iter().sum::<f64>();
            assert!(close(other.estimate, scale * one.estimate + shift * total, 1e-9), "{structure:?}");
            assert!(close(other.se / scale, one.se, 1e-9) && close(other.df / one.df, 1.0, 1e-7), "{structure:?}");
        }
        // Density: n − p values, each less likely by the scale.
        let [a, b] = [&people, &moved].map(|people| fitted(people, structure.clone()));
        let values = (a.n_values() - 8) as f64;
        let difference = a.criteria().log_likelihood - b.criteria().log_likelihood;
        assert!(close(difference, values * scale.ln(), 1e-8), "{structure:?}");
    }
}

#[test]
fn the_order_of_participants_does_not_matter() {
    let people = with_gaps(&[20, 24], 4);
    let mut reversed = people.clone();
    reversed.reverse();
    for structure in structures(4) {
        let [one, other] = [&people, &reversed].map(|people| fitted(people, structure.clone()));
        for inference in [Inference::Satterthwaite, Inference::KenwardRoger(prepost::model::mixed::Adjustment::Full)] {
            assert_eq!(estimates(&grid(&one, inference), 2, 4), estimates(&grid(&other, inference), 2, 4));
        }
    }
}

/// Leaving a participant out, from the fit of all, is fitting the others.
#[test]
fn leaving_one_out_is_fitting_the_others() {
    let people = with_gaps(&[12, 13], 4);
    let all = fitted(&people, Structure::Unstructured);
    let mut without: Vec<f64> =
        (0..all.n_participants()).map(|i| all.without(i).expect("a fit").criteria().log_likelihood).collect();
    let mut others: Vec<f64> = (0..people.len())
        .map(|i| {
            let mut others = people.clone();
            others.remove(i);
            fitted(&others, Structure::Unstructured).criteria().log_likelihood
        })
        .collect();
    without.sort_by(f64::total_cmp);
    others.sort_by(f64::total_cmp);
    assert!(without.iter().zip(&others).all(|(a, b)| (a - b).abs() < 1e-8), "{without:?} {others:?}");
}

/// With a common mean before treatment the arms do not differ there, and elsewhere they are known better.
#[test]
fn a_common_baseline() {
    let people = with_gaps(&[20, 24], 4);
    let mut wanted = specification(vec![2], 4, Structure::Unstructured);
    wanted.means.common_baseline = Some(0);
    let common = grid(&MixedModel::new(wanted, &people).expect("a fit"), Inference::Satterthwaite);
    let free = grid(&fitted(&people, Structure::Unstructured), Inference::Satterthwaite);
    let difference = |grid: &prepost::model::Grid, t: usize| {
        let measures = (0..4).map(|i| f64::from(u8::from(i == t))).collect();
        grid.estimate(&ContrastWeights { between: vec![vec![-1.0, 1.0]], measures }, ErrorTerm::Separate)
    };
    assert!(difference(&common, 0).estimate.abs() < 1e-12 && difference(&common, 0).se.is_nan());
    for t in 1..4 {
        assert!(difference(&common, t).se < difference(&free, t).se);
    }
}

/// Arms that share neither means nor Σ are fitted each alone.
#[test]
fn a_covariance_for_each_arm_is_each_arm_alone() {
    let people = with_gaps(&[20, 24], 4);
    for structure in structures(4).into_iter().take(7) {
        let mut wanted = specification(vec![2], 4, structure.clone());
        wanted.by_arm = true;
        let both = MixedModel::new(wanted, &people).expect("a fit");
        let found = grid(&both, Inference::Satterthwaite);
        let mut likelihood = 0.0;
        for arm in 0..2 {
            let of_arm: Vec<Participant> = (people.iter().filter(|person| person.at[0] == arm))
                .map(|person| Participant { at: vec![0], ..person.clone() })
                .collect();
            let alone = MixedModel::new(specification(vec![1], 4, structure.clone()), &of_arm).expect("a fit");
            likelihood += alone.criteria().log_likelihood_treatment;
            assert!(largest_difference(&both.sigma_of(arm), &alone.sigma_of(0)) < 1e-8, "{structure:?}");
            let wanted = grid(&alone, Inference::Satterthwaite);
            for contrast in contrasts(1, 4) {
                let of_both = ContrastWeights {
                    between: vec![(0..2).map(|i| f64::from(u8::from(i == arm)) * contrast.between[0][0]).collect()],
                    measures: contrast.measures.clone(),
                };
                let wanted = wanted.estimate(&contrast, ErrorTerm::Separate);
                let found = found.estimate(&of_both, ErrorTerm::Separate);
                assert!(close(found.estimate, wanted.estimate, 1e-9) && close(found.se, wanted.se, 1e-9));
                assert!(close(found.df / wanted.df, 1.0, 1e-7), "{structure:?}: {found:?}, {wanted:?}");
            }
        }
        assert!(close(both.criteria().log_likelihood_treatment, likelihood, 1e-9), "{structure:?}");
    }
}

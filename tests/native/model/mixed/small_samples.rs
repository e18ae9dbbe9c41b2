//! Adjustments for small samples where they have closed forms.

use prepost::model::ErrorTerm;
use prepost::model::mixed::{Adjustment, Inference, Sandwich, Structure};

use super::{close, complete, contrasts, effects, estimates, fitted, grid, linear, with_gaps};

/// Complete data without structure: nothing to adjust, and the factor of F makes it Hotelling's (Kenward & Roger, 1997,
/// § 5).
#[test]
fn kenward_roger_of_complete_data_is_hotelling() {
    let people = complete(&[9, 12, 7], 4);
    let (model, cells) = linear(&people);
    let wanted = model.grid(&cells);
    let mixed = fitted(&people, Structure::Unstructured);
    let adjusted = grid(&mixed, Inference::KenwardRoger(Adjustment::Linear));
    for (found, wanted) in estimates(&adjusted, 3, 4).iter().zip(estimates(&wanted, 3, 4)) {
        assert!(close(found.se / wanted.se, 1.0, 1e-9) && close(found.df, wanted.df, 1e-8), "{found:?} {wanted:?}");
    }
    let arm = vec![vec![0.0, 1.0, 0.0]];
    let (found, wanted) = (
        adjusted.joint_over_measures(&arm, &effects(4)).expect("a test"),
        wanted.joint_over_measures(&arm, &effects(4)).expect("a test"),
    );
    assert!(close(found.f, wanted.f, 1e-9) && close(found.df2, wanted.df2, 1e-8), "{found:?} {wanted:?}");
}

/// With the means of cells alone CR2 takes each arm's covariance by itself: the standard errors of unequal variances.
#[test]
fn bias_reduced_errors_of_complete_data_are_those_of_unequal_variances() {
    let people = complete(&[9, 12, 7], 4);
    let (model, cells) = linear(&people);
    let unequal = model.grid(&cells);
    let mixed = fitted(&people, Structure::Unstructured);
    let reduced = grid(&mixed, Inference::Robust(Sandwich::BiasReduced));
    let plain = grid(&mixed, Inference::Robust(Sandwich::Uncorrected));
    for contrast in contrasts(3, 4) {
        let wanted = unequal.estimate(&contrast, ErrorTerm::UnequalVariances);
        let found = reduced.estimate(&contrast, ErrorTerm::Separate);
        assert!(close(found.se / wanted.se, 1.0, 1e-9), "{found:?} {wanted:?}");
        assert!(plain.estimate(&contrast, ErrorTerm::Separate).se < found.se);
    }
    // One arm of n: n − 1 degrees of freedom.
    let of_arm = estimates(&reduced, 3, 4);
    assert!(close(of_arm[0].df, 8.0, 1e-8), "{:?}", of_arm[0]);
}

#[test]
fn the_linear_adjustment_widens_where_values_are_missing() {
    let mixed = fitted(&with_gaps(&[12, 14], 4), Structure::Unstructured);
    let plain = estimates(&grid(&mixed, Inference::Satterthwaite), 2, 4);
    let adjusted = estimates(&grid(&mixed, Inference::KenwardRoger(Adjustment::Linear)), 2, 4);
    for (plain, adjusted) in plain.iter().zip(&adjusted) {
        assert!(
            adjusted.se >= plain.se * (1.0 - 1e-12) && close(adjusted.df, plain.df, 1e-9),
            "{plain:?} {adjusted:?}"
        );
    }
}

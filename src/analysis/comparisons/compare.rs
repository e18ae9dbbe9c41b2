//! Contrasts compared: their estimates, adjusted as one family.

use crate::analysis::comparisons::comparison::{Adjusted, Compared, Comparison, FamilyKind, Jointly};
use crate::analysis::comparisons::contrasts::NamedContrast;
use crate::analysis::comparisons::joint_adjust::{Rows, n_places, with_control};
use crate::analysis::comparisons::standardised::sizes;
use crate::analysis::study::Study;
use crate::model::adjust::UnadjustedTest;
use crate::model::{Adjust, ErrorTerm, Estimate, Family, Grid};

/// The comparisons of one family.
pub fn compare(
    study: &Study<'_>,
    grid: &Grid,
    error: ErrorTerm,
    (kind, family): (FamilyKind, Family),
    contrasts: Vec<NamedContrast>,
) -> Vec<Comparison> {
    let estimates: Vec<Estimate> = contrasts.iter().map(|of| grid.estimate(&of.contrast, error)).collect();
    let jointly = Rows { study, grid, error, contrasts: &contrasts, estimates: &estimates }.adjust();
    let estimated: Vec<(Compared, Estimate)> =
        contrasts.iter().map(|of| of.compared).zip(estimates.iter().copied()).collect();
    let mut rows = in_family(study, (kind, family), &estimated);
    // With fewer degrees of freedom than contrasts Scheffé's bound with an error for each contrast does not exist.
    let has_scheffe = jointly.iter().zip(&rows).all(|(jointly, row)| jointly.scheffe.p.is_finite() || row.p.is_nan());
    let needs_scheffe = study.trial.plan.adjust == Adjust::Scheffe;
    for (row, jointly) in rows.iter_mut().zip(jointly) {
        row.family.one_error = error != ErrorTerm::UnequalVariances && (has_scheffe || !needs_scheffe);
        row.jointly = jointly;
    }
    rows
}

/// Estimates as the comparisons of one family, wherever their standard errors are from. What takes one error for all of
/// them is left out.
pub fn in_family(
    study: &Study<'_>,
    (kind, family): (FamilyKind, Family),
    estimated: &[(Compared, Estimate)],
) -> Vec<Comparison> {
    let of_arms = !matches!(kind, FamilyKind::OccasionsOverall | FamilyKind::OccasionsWithin { .. });
    let family = Family {
        with_control: estimated.iter().filter(|(compared, _)| with_control(compared)).count(),
        arms: if of_arms { study.arms.len() } else { 0 },
        places: n_places(estimated.iter().map(|(compared, _)| compared)),
        ..family
    };
    let tested: Vec<UnadjustedTest> = estimated
        .iter()
        .map(|(_, estimate)| UnadjustedTest { t: estimate.t(), df: estimate.df, p: estimate.p() })
        .collect();
    let p_values = |by| study.with_quantiles(|quantiles| family.p_values(by, &tested, quantiles));
    let all = [Adjust::Bonferroni, Adjust::Holm, Adjust::Sidak, Adjust::Tukey, Adjust::BenjaminiHochberg]
        .map(|by| (by, p_values(by)));
    let mut rows = Vec::with_capacity(estimated.len());
    for (row, ((compared, estimate), tested)) in estimated.iter().zip(&tested).enumerate() {
        let limits = |by| {
            let critical =
                study.with_quantiles(|quantiles| family.critical(by, estimate.df, study.trial.plan.level, quantiles));
            critical
                .map(|critical| estimate.interval(critical))
                .filter(|(low, high)| low.is_finite() && high.is_finite())
        };
        let [bonferroni, holm, sidak, tukey, bh] =
            all.each_ref().map(|(by, p)| Adjusted { p: p.get(row).copied().unwrap_or(f64::NAN), ci: limits(*by) });
        let (ci_low, ci_high) = limits(Adjust::None).unwrap_or((f64::NAN, f64::NAN));
        rows.push(Comparison {
            compared: *compared,
            kind,
            family,
            estimate: estimate.estimate,
            se: estimate.se,
            df: estimate.df,
            t: tested.t,
            p: tested.p,
            ci_low,
            ci_high,
            bonferroni,
            holm,
            sidak,
            tukey,
            bh,
            jointly: Jointly::NONE,
            size: sizes(study, compared, estimate.estimate),
        });
    }
    rows
}

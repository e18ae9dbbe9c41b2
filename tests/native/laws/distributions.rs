//! Laws of the distributions: what holds whatever the arguments, and that no argument, however odd, stops the session.

use prepost::num::noncentral::{
    f_noncentrality_limits, noncentral_chi2_cdf, noncentral_chi2_sf, noncentral_f_cdf, noncentral_f_sf,
    noncentral_t_cdf, noncentral_t_sf, t_noncentrality_limits,
};
use prepost::num::studentized_range::{studentized_range_quantile_upper, studentized_range_sf};
use prepost::num::tail::{
    beta_cdf, beta_quantile_upper, beta_sf, chi2_cdf, chi2_quantile_upper, chi2_sf, f_cdf, f_quantile_upper, f_sf,
    normal_quantile_upper, normal_sf, t_quantile_upper, t_sf, t_two_sided,
};
use proptest::prelude::*;

fn close(found: f64, expected: f64, tolerance: f64) -> bool {
    (found - expected).abs() <= tolerance * expected.abs() + 1e-300
}

/// Degrees of freedom as analyses have them, whole or not.
fn df() -> impl Strategy<Value = f64> {
    (0.0..14.0f64).prop_map(|ln_df| ln_df.exp())
}

/// Any double: negative, tiny, huge, infinite, not a number.
fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>(),
        -3.0..60.0f64,
        prop::sample::select(vec![0.0, -0.0, 1.0, 0.5, f64::NAN, f64::INFINITY, f64::MIN_POSITIVE, f64::MAX, 5e-324]),
    ]
}

fn is_probability_or_nan(p: f64) -> bool {
    p.is_nan() || (0.0..=1.0).contains(&p)
}

proptest! {
    #[test]
    fn two_arms_f_is_t_squared(t in 1e-3..40.0f64, df in df()) {
        prop_assert!(close(f_sf(t * t, 1.0, df), t_two_sided(t, df), 1e-11));
        prop_assert!(close(t_two_sided(t, df), 2.0 * t_sf(t, df), 1e-15));
        prop_assert!(close(t_sf(-t, df), 1.0 - t_sf(t, df), 1e-15));
    }

    #[test]
    fn swapping_mean_squares_swaps_the_tails(f in 1e-3..1e3f64, df1 in df(), df2 in df()) {
        prop_assert!(close(f_sf(1.0 / f, df2, df1), f_cdf(f, df1, df2), 1e-10));
        prop_assert!((f_sf(f, df1, df2) + f_cdf(f, df1, df2) - 1.0).abs() < 1e-15);
    }

    #[test]
    fn infinite_degrees_of_freedom_are_the_limit(x in 0.01..30.0f64, df in 1.0..20.0f64) {
        prop_assert!(close(f_sf(x, df, 1e14), f_sf(x, df, f64::INFINITY), 1e-9));
        prop_assert!(close(f_sf(x, df, f64::INFINITY), chi2_sf(df * x, df), 1e-12));
        prop_assert!(close(t_sf(x, f64::INFINITY), normal_sf(x), 1e-12));
        prop_assert!(close(chi2_sf(2.0 * x, 2.0), (-x).exp(), 1e-13));
    }

    #[test]
    fn quantiles_undo_tails(ln_p in -690.0..-1e-6f64, df1 in df(), df2 in df()) {
        let p = ln_p.exp();
        let there_and_back = [
            normal_sf(normal_quantile_upper(p)),
            t_sf(t_quantile_upper(p, df2), df2),
            chi2_sf(chi2_quantile_upper(p, df1), df1),
        ];
        // ln p times the spacing of doubles is what the quantile's own last bit moves the tail by.
        prop_assert!(there_and_back.iter().all(|found| close(*found, p, 1e-10)), "{there_and_back:?}");
        let f = f_quantile_upper(p, df1, df2);
        prop_assert!(f == f64::INFINITY || close(f_sf(f, df1, df2), p, 1e-10));
    }

    #[test]
    fn noncentral_becomes_central(x in 0.01..30.0f64, df1 in 0.5..30.0f64, df2 in 1.0..500.0f64) {
        prop_assert!(close(noncentral_f_sf(x, df1, df2, 0.0), f_sf(x, df1, df2), 1e-12));
        prop_assert!(close(noncentral_f_sf(x, df1, df2, 1e-13), f_sf(x, df1, df2), 1e-10));
        prop_assert!(close(noncentral_chi2_cdf(x, df1, 1e-13), chi2_cdf(x, df1), 1e-10));
        prop_assert!(close(noncentral_t_sf(x, df2, 0.0), t_sf(x, df2), 1e-10));
    }

    #[test]
    fn noncentral_f_of_one_degree_is_noncentral_t_squared(t in 0.1..20.0f64, df in 1.0..300.0f64, delta in 0.01..12.0f64) {
        let both_sides = noncentral_t_sf(t, df, delta) + noncentral_t_cdf(-t, df, delta);
        prop_assert!(close(noncentral_f_sf(t * t, 1.0, df, delta * delta), both_sides, 1e-9));
        prop_assert!((noncentral_t_sf(t, df, delta) + noncentral_t_cdf(t, df, delta) - 1.0).abs() < 1e-11);
    }

    #[test]
    fn noncentrality_limits_leave_what_they_say(f in 0.01..60.0f64, df1 in 1.0..9.0f64, df2 in 2.0..400.0f64) {
        let (low, high) = f_noncentrality_limits(f, df1, df2, 0.9);
        prop_assert!(0.0 <= low && low <= high);
        let (above, below) = (noncentral_f_sf(f, df1, df2, low), noncentral_f_cdf(f, df1, df2, high));
        let low_holds = if low > 0.0 { close(above, 0.05, 1e-9) } else { above > 0.05 - 1e-12 };
        let high_holds = if high > 0.0 { close(below, 0.05, 1e-9) } else { below < 0.05 + 1e-12 };
        prop_assert!(low_holds && high_holds, "{low} leaves {above}, {high} leaves {below}");
        let (low, high) = t_noncentrality_limits(-f.sqrt(), df2, 0.95);
        prop_assert!(close(noncentral_t_sf(-f.sqrt(), df2, low), 0.025, 1e-9) && low < high);
        prop_assert!(close(noncentral_t_cdf(-f.sqrt(), df2, high), 0.025, 1e-9));
    }

    #[test]
    fn more_means_or_less_distance_make_a_range_likelier(q in 0.1..12.0f64, k in 2u32..40, df in 2.0..500.0f64) {
        let p = studentized_range_sf(q, k, df);
        prop_assert!(p <= studentized_range_sf(q, k + 1, df) + 1e-12);
        prop_assert!(p <= studentized_range_sf(0.97 * q, k, df) + 1e-12);
        // One pair at least; all pairs at most (Bonferroni).
        let pair = t_two_sided(q / 2f64.sqrt(), df);
        let pairs = f64::from(k * (k - 1) / 2);
        prop_assert!(pair - 1e-12 <= p && p <= pairs * pair + 1e-12);
    }

    #[test]
    fn tukey_quantiles_undo_tails(p in 1e-6..0.999f64, k in 2u32..30, df in 2.0..300.0f64) {
        prop_assert!(close(studentized_range_sf(studentized_range_quantile_upper(p, k, df), k, df), p, 1e-10));
    }

    #[test]
    fn no_argument_is_too_odd(x in any_number(), a in any_number(), b in any_number(), c in any_number()) {
        let tails = [
            normal_sf(x), t_sf(x, a), t_two_sided(x, a), chi2_sf(x, a), chi2_cdf(x, a), f_sf(x, a, b), f_cdf(x, a, b),
            beta_sf(x, a, b), beta_cdf(x, a, b), studentized_range_sf(x, 3, a), studentized_range_sf(x, 7, a),
            noncentral_t_sf(x, a, c), noncentral_t_cdf(x, a, c), noncentral_chi2_sf(x, a, c),
            noncentral_chi2_cdf(x, a, c), noncentral_f_sf(x, a, b, c), noncentral_f_cdf(x, a, b, c),
        ];
        prop_assert!(tails.iter().all(|p| is_probability_or_nan(*p)), "{tails:?}");
        let share = beta_quantile_upper(x, a, b);
        prop_assert!(is_probability_or_nan(share), "{share}");
        normal_quantile_upper(x);
        t_quantile_upper(x, a);
        chi2_quantile_upper(x, a);
        f_quantile_upper(x, a, b);
        studentized_range_quantile_upper(x, 5, a);
    }

    #[test]
    fn no_limit_is_asked_for_in_vain(x in any_number(), a in any_number(), b in any_number(), level in 0.5..0.999f64) {
        let (low, high) = f_noncentrality_limits(x, a, b, level);
        prop_assert!(low.is_nan() || high.is_nan() || low <= high);
        let (low, high) = t_noncentrality_limits(x, a, level);
        prop_assert!(low.is_nan() || high.is_nan() || low <= high);
    }
}

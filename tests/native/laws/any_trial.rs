//! What must hold for any trial, tried on many.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::support::{self, Key, numbers};
use prepost::analysis::Study;
use prepost::analysis::comparisons::comparison::Comparison;
use prepost::analysis::comparisons::{change_difference::compute as change_difference, pairwise::compute as pairwise};
use prepost::num::moments::Moments;
use prepost::trial::Trial;

/// A trial of some arms (their sizes) and occasions; values by a seed, with a spread within and between participants.
#[derive(Clone, Debug)]
struct Simulated {
    sizes: Vec<usize>,
    occasions: usize,
    values: Vec<f64>,
}

impl Simulated {
    fn trial(&self) -> Trial {
        let arms = (0_u32..).zip(&self.sizes).flat_map(|(arm, &n)| std::iter::repeat_n(arm, n));
        let rows: Vec<(u32, Vec<f64>)> = arms.zip(self.values.chunks(self.occasions).map(<[f64]>::to_vec)).collect();
        support::of_rows(self.sizes.len(), &rows)
    }
}

fn simulated(
    arms: impl Strategy<Value = Vec<usize>>,
    occasions: std::ops::Range<usize>,
) -> impl Strategy<Value = Simulated> {
    (arms, occasions).prop_flat_map(|(sizes, occasions)| {
        let n = sizes.iter().sum::<usize>();
        proptest::collection::vec(-3.0..3.0f64, n * (occasions + 1)).prop_map(move |draws| {
            // A participant's level, then each occasion's own deviation; the arms and occasions drift apart.
            let mut values = Vec::new();
            for person in draws.chunks(occasions + 1) {
                for (t, own) in person[1..].iter().enumerate() {
                    values.push(20.0 + 2.0 * person[0] + own * (1.0 + 0.3 * t as f64) + 0.5 * t as f64);
                }
            }
            Simulated { sizes: sizes.clone(), occasions, values }
        })
    })
}

fn arms(n: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = Vec<usize>> {
    proptest::collection::vec(3usize..9, n)
}

fn close(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * a.abs().max(b.abs()).max(1e-6)
}

fn get(found: &BTreeMap<Key, f64>, method: &str, term: &str, statistic: &str) -> Result<f64, TestCaseError> {
    let key = (method.to_owned(), term.to_owned(), statistic.to_owned());
    found.get(&key).copied().ok_or_else(|| TestCaseError::fail(format!("{key:?} is absent")))
}

/// Every comparison of the trial, by separate error.
fn comparisons(trial: &Trial) -> Vec<Comparison> {
    let study = Study::new(trial, 0).expect("an outcome");
    let mut all: Vec<Comparison> =
        study.result(&pairwise::SEPARATE).map(|found| found.all().cloned().collect()).unwrap_or_default();
    all.extend(study.result(&change_difference::SEPARATE).map(|found| found.rows.clone()).unwrap_or_default());
    all
}

/// Scores of a million million with differences of a tenth: the sums of squares are those of exact arithmetic on the very
/// doubles (which are whole numbers of 2⁻¹³ there).
#[test]
fn a_large_common_level_takes_nothing_from_the_differences() {
    const LEVEL: f64 = 1e12;
    let n = 101;
    let rows: Vec<(u32, Vec<f64>)> = (0..3 * n)
        .map(|p| ((p % 3) as u32, vec![LEVEL + 0.1 * (p % 3) as f64 + if p / 3 % 2 == 0 { 0.3 } else { 0.5 }]))
        .collect();
    let whole = |value: f64| ((value - LEVEL) * 8192.0) as i128;
    let (mut all, mut squares, mut between) = (0i128, 0i128, 0i128);
    for arm in 0..3 {
        let of_arm: Vec<i128> = rows.iter().filter(|row| row.0 == arm).map(|row| whole(row.1[0])).collect();
        let sum: i128 = of_arm.iter().sum();
        all += sum;
        squares += of_arm.iter().map(|v| v * v).sum::<i128>();
        between += sum * sum;
    }
    let unit = 8192.0 * 8192.0 * n as f64;
    let ss_between = (3 * between - all * all) as f64 / (3.0 * unit);
    let ss_within = (n as i128 * squares - between) as f64 / unit;
    let found = numbers(&support::of_rows(3, &rows));
    let of = |statistic: &str| found[&("mixed_anova".to_owned(), "group".to_owned(), statistic.to_owned())];
    assert!((of("SS") / ss_between - 1.0).abs() < 1e-11, "{} {ss_between}", of("SS"));
    assert!((of("error_SS") / ss_within - 1.0).abs() < 1e-11, "{} {ss_within}", of("error_SS"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn f_is_t_squared(data in simulated(arms(2..=2), 2..3)) {
        let found = numbers(&data.trial());
        for (effect, method, term) in [
            ("group", "pairwise", "A - control"),
            ("occasion", "pairwise", "t1 - t0"),
            ("group:occasion", "change_difference", "(t1 - t0) x (A - control)"),
        ] {
            let f = get(&found, "mixed_anova", effect, "F")?;
            let t = get(&found, method, term, "t")?;
            prop_assert!(close(f, t * t, 1e-9), "{effect}: F {f}, t² {}", t * t);
            let p = get(&found, "mixed_anova", effect, "p")?;
            prop_assert!(close(p, get(&found, method, term, "p")?, 1e-9));
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter(data in simulated(arms(2..=3), 2..4), order in any::<u64>()) {
        let trial = data.trial();
        let mut shuffled = trial.clone();
        let mut places: Vec<usize> = (0..trial.ids.len()).collect();
        places.sort_by_key(|&place| (place as u64 + 1).wrapping_mul(order | 1).rotate_left(17));
        shuffled.arm = places.iter().map(|&p| trial.arm[p]).collect();
        shuffled.outcomes[0].values = places.iter().flat_map(|&p| trial.outcomes[0].of(p).to_vec()).collect();
        let (before, after) = (numbers(&trial), numbers(&shuffled));
        prop_assert_eq!(before.len(), after.len());
        for (key, value) in &before {
            prop_assert!(close(*value, after[key], 1e-7), "{:?}: {} became {}", key, value, after[key]);
        }
    }

    #[test]
    fn names_do_not_matter(data in simulated(arms(2..=3), 2..4)) {
        let trial = data.trial();
        let mut renamed = trial.clone();
        renamed.arms = trial.arms.iter().map(|name| format!("{name}!")).collect();
        let values = |trial: &Trial| {
            let study = Study::new(trial, 0).expect("an outcome");
            let mut found = Vec::new();
            prepost::analysis::methods().for_each(|method| method.numbers(&study, &mut found));
            found.into_iter().map(|number| number.value.to_bits()).collect::<Vec<_>>()
        };
        prop_assert_eq!(values(&trial), values(&renamed));
    }

    #[test]
    fn units_change_only_what_has_units(data in simulated(arms(2..=3), 2..4), shift in -50.0..50.0f64, scale in 0.1..20.0f64) {
        let trial = data.trial();
        let mut other = trial.clone();
        other.outcomes[0].values.iter_mut().for_each(|value| *value = shift + scale * *value);
        let (before, after) = (numbers(&trial), numbers(&other));
        let level = ["mean", "median", "q1", "q3", "min", "max"];
        let spread = ["sd", "se", "iqr", "margin"];
        let squared = ["SS", "MS", "error_SS", "error_MS", "var_intercept", "var_residual"];
        // A likelihood has the units of the values.
        let of_likelihood = ["logLik", "logLik_treatment_coding", "AIC", "AICC", "BIC"];
        for ((method, term, statistic), value) in &before {
            let interval = statistic.starts_with("ci95") || statistic.starts_with("ci90");
            // Of the mixed models, the terms without a difference.
            let of_mixed_means = method.starts_with("mmrm") && !term.contains(" - ");
            // Whether a mean is zero depends on the origin.
            let of_origin = of_mixed_means && ["t", "p"].contains(&statistic.as_str()) && get(&before, method, term, "F").is_err();
            if of_likelihood.contains(&statistic.as_str()) || of_origin {
                continue;
            }
            let of_means = ["descriptives", "marginal_means", "ancova_means"].contains(&method.as_str()) || of_mixed_means;
            let expected = if level.contains(&statistic.as_str()) || of_means && (interval || statistic == "estimate") {
                shift + scale * value
            } else if ["relative_effect", "icc"].contains(&method.as_str()) {
                *value
            } else if spread.contains(&statistic.as_str()) || interval || statistic.contains("hodges_lehmann") || statistic == "estimate" {
                scale * value
            } else if squared.contains(&statistic.as_str()) {
                scale * scale * value
            } else {
                *value
            };
            let found = get(&after, method, term, statistic)?;
            // An interval's end near zero is a difference of larger numbers.
            let near_zero = (found - expected).abs() < 1e-8 * scale * 50.0;
            prop_assert!(near_zero || close(found, expected, 1e-7), "{method} {term} {statistic}: {found}, not {expected}");
        }
    }

    #[test]
    fn balanced_data_have_one_type_of_sums_of_squares(
        data in (2usize..4, 3usize..6).prop_flat_map(|(arms, n)| simulated(Just(vec![n; arms]), 2..4))
    ) {
        let found = numbers(&data.trial());
        for ((method, term, statistic), value) in found.iter().filter(|(key, _)| key.0 == "mixed_anova") {
            let other = get(&found, "mixed_anova_type2", term, statistic)?;
            prop_assert!(close(*value, other, 1e-9), "{method} {term} {statistic}");
        }
    }

    #[test]
    fn moments_in_one_pass_are_those_of_the_rows(rows in proptest::collection::vec(proptest::array::uniform3(-1e3..1e3f64), 2..40)) {
        let mut moments = Moments::new(&rows[0]);
        rows.iter().for_each(|row| moments.add(row));
        let n = rows.len() as f64;
        let mean = |j: usize| rows.iter().map(|row| row[j]).sum::<f64>() / n;
        for i in 0..3 {
            prop_assert!((moments.mean()[i] - mean(i)).abs() < 1e-10);
            for j in 0..3 {
                let direct: f64 = rows.iter().map(|row| (row[i] - mean(i)) * (row[j] - mean(j))).sum();
                prop_assert!((moments.cross_products()[(i, j)] - direct).abs() <= 1e-10 * n * 1e6);
            }
        }
    }

    #[test]
    fn adjusting_only_raises_p_and_keeps_its_order(data in simulated(arms(2..=4), 2..5)) {
        let rows = comparisons(&data.trial());
        for a in &rows {
            let adjusted = [a.bonferroni, a.holm, a.sidak, a.bh, a.tukey];
            for p in adjusted.iter().map(|adjusted| adjusted.p).filter(|p| !p.is_nan()) {
                prop_assert!(p >= a.p - 1e-12 && p <= 1.0 + 1e-12, "{p} for {}", a.p);
            }
            prop_assert!(a.holm.p <= a.bonferroni.p + 1e-15 && a.sidak.p <= a.bonferroni.p + 1e-12);
            prop_assert!(a.bh.p <= a.holm.p + 1e-15);
            for b in rows.iter().filter(|b| (b.kind, b.family) == (a.kind, a.family) && b.p > a.p) {
                prop_assert!(b.holm.p >= a.holm.p && b.bonferroni.p >= a.bonferroni.p && b.bh.p >= a.bh.p);
            }
        }
    }

    #[test]
    fn simultaneous_intervals_contain_the_unadjusted_and_go_with_their_p(data in simulated(arms(2..=4), 2..4)) {
        for row in comparisons(&data.trial()) {
            for adjusted in [row.bonferroni, row.sidak, row.tukey] {
                let Some((low, high)) = adjusted.ci else { continue };
                prop_assert!(low <= row.ci_low + 1e-9 && high >= row.ci_high - 1e-9);
                prop_assert_eq!(low > 0.0 || high < 0.0, adjusted.p < 0.05);
            }
        }
    }

    #[test]
    fn any_trial_with_factors_and_covariates_gives_its_numbers_without_a_panic(
        data in simulated(arms(1..=3), 1..4),
        levels in proptest::collection::vec(proptest::option::weighted(0.95, 0u32..3), 48),
        ages in proptest::collection::vec(prop_oneof![Just(f64::NAN), Just(1.0), -5.0..5.0f64], 24),
    ) {
        let mut trial = data.trial();
        let n = trial.ids.len();
        for (f, name) in ["gender", "site"].into_iter().enumerate() {
            let codes = levels.iter().skip(f * 24).copied().take(n).collect();
            let levels = ["x", "y", "z"].map(String::from).into();
            trial.factors.push(prepost::trial::Factor { name: name.into(), levels, codes });
        }
        trial.covariates.push(prepost::trial::Covariate { name: "age".into(), values: ages[..n].to_vec() });
        for value in numbers(&trial).values() {
            prop_assert!(value.is_finite());
        }
    }

    #[test]
    fn any_trial_gives_its_numbers_without_a_panic(
        sizes in proptest::collection::vec(0usize..4, 1..4),
        occasions in 1usize..5,
        draws in proptest::collection::vec(prop_oneof![Just(f64::NAN), Just(1.0), Just(f64::INFINITY), -1e300..1e300f64, -5.0..5.0f64], 64),
    ) {
        let n: usize = sizes.iter().sum();
        let values = draws.iter().copied().cycle().take(n * occasions).collect();
        let data = Simulated { sizes, occasions, values };
        for value in numbers(&data.trial()).values() {
            prop_assert!(value.is_finite());
        }
    }
}

//! JZS Bayes factors against quadrature at 40 digits (`tests/fixtures/bayes`, with the script that made them), and those by
//! the BIC from the sums of squares that afex finds.

use crate::support;
use prepost::model::bayes::{Jzs, NormalSample};

fn numbers(cell: &str) -> Vec<f64> {
    cell.split(';').map(|number| number.parse().expect("a number")).collect()
}

/// Extreme t and few or many participants included: a logarithm keeps twelve digits, or 1e-13 near zero.
#[test]
fn factors_agree_with_many_digits() {
    let mut reader = csv::Reader::from_path(support::fixture("bayes/bayes_factors.csv")).expect("the table");
    let mut compared = 0;
    for row in reader.records().map(|row| row.expect("a row")) {
        let (sizes, means, squares) = (numbers(&row[1]), numbers(&row[2]), numbers(&row[3]));
        let samples: Vec<NormalSample> =
            (0..sizes.len()).map(|i| NormalSample { n: sizes[i], mean: means[i], ss: squares[i] }).collect();
        let jzs = match &row[0] {
            "one" => Jzs::one_sample(&samples[0]),
            "two" => Jzs::two_samples(&samples[1], &samples[0]),
            _ => Jzs::one_way(&samples),
        };
        let found = jzs.expect("it has variance").log_bf10(row[4].parse().expect("a scale"));
        let truth: f64 = row[5].parse().expect("a number");
        assert!((found - truth).abs() <= 1e-13 + 2e-13 * truth.abs(), "{row:?}: {found}");
        compared += 1;
    }
    assert!(compared >= 35, "{compared}");
}

/// Masson (2011): participants between, participants × (occasions − 1) within; the sums of squares are the references'.
#[test]
fn factors_by_the_bic_follow_from_sums_of_squares() {
    for (case, occasions) in [("obrienkaiser", 3.0), ("orthodont", 4.0), ("two_by_two", 2.0)] {
        let folder = support::fixture(case);
        let trial = support::trial(&folder, &support::plan(&folder));
        let found = support::numbers(&trial);
        let mut reader = csv::Reader::from_path(folder.join("tidy.csv")).expect("tidy.csv");
        let references: std::collections::BTreeMap<support::Key, f64> = (reader.records())
            .map(|row| row.expect("a row"))
            .filter(|row| &row[1] == "mixed_anova")
            .map(|row| ((row[1].into(), row[2].into(), row[3].into()), row[4].parse().expect("a number")))
            .collect();
        let effects: Vec<&str> = (references.keys()).filter(|key| key.2 == "SS").map(|key| key.1.as_str()).collect();
        assert!(effects.contains(&"occasion"), "{case}");
        let participants = (trial.ids.len() as f64, trial.outcomes[0].values.iter().any(|value| value.is_nan()));
        assert!(!participants.1, "{case} is complete");
        for effect in effects {
            let reference = |statistic: &str| references[&("mixed_anova".into(), effect.into(), statistic.into())];
            let n = participants.0 * if effect.contains("occasion") { occasions - 1.0 } else { 1.0 };
            let share = reference("error_SS") / (reference("error_SS") + reference("SS"));
            let expected = -0.5 * (n * share.ln() + reference("df1") * n.ln());
            let log_bf10 = found[&("bayes_bic".to_owned(), effect.to_owned(), "log_bf10".to_owned())];
            assert!(
                (log_bf10 - expected).abs() <= 1e-8 * (1.0 + expected.abs()),
                "{case} {effect}: {log_bf10} {expected}"
            );
        }
    }
}

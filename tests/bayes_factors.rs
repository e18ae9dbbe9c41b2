//! JZS Bayes factors against quadrature at 40 digits: `tests/fixtures/bayes`, with the script that made them.

mod support;

use prepost::model::bayes::{Jzs, Sample};

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
        let samples: Vec<Sample> =
            (0..sizes.len()).map(|i| Sample { n: sizes[i], mean: means[i], ss: squares[i] }).collect();
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

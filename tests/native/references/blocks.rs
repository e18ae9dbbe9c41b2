//! What the report holds without a row in the tidy output, against R's answers in `tests/fixtures/*/blocks.json`.

use std::fs;

use crate::support::{self, fixture, plan, trial};
use prepost::analysis::Study;
use prepost::analysis::assumptions::outliers::compute::{Fence, outliers};
use prepost::analysis::assumptions::residuals::compute as residuals;
use prepost::trial::{ReliableChangePlan, SdOf, Trial};
use serde_json::Value;

const CASES: [&str; 3] = ["obrienkaiser", "bthebl", "orthodont"];

fn blocks(case: &str) -> Value {
    let text = fs::read_to_string(fixture(case).join("blocks.json")).expect("blocks.json");
    serde_json::from_str(&text).expect("JSON")
}

fn of_case(case: &str) -> Trial {
    trial(&fixture(case), &plan(&fixture(case)))
}

#[test]
fn covariances_of_complete_cases() {
    for case in CASES {
        let trial = of_case(case);
        let study = Study::new(&trial, 0).expect("an outcome");
        let blocks = blocks(case);
        let reference = blocks["covariances"]["results"].as_object().expect("arms");
        for (place, cell) in study.cells.iter().enumerate() {
            let of_arm = &reference[study.arm_name(study.arms[place])];
            assert_eq!(Some(cell.moments.n()), of_arm["n_complete"].as_u64(), "{case}");
            let covariance = cell.moments.covariance();
            for (i, row) in of_arm["covariance"].as_array().expect("rows").iter().enumerate() {
                for (j, value) in row.as_array().expect("a row").iter().enumerate() {
                    let value = value.as_f64().expect("a number");
                    let mine = covariance[(i, j)];
                    assert!(
                        (mine - value).abs() <= 1e-12 * value.abs().max(1.0),
                        "{case} {i} {j}: {mine}, not {value}"
                    );
                }
            }
        }
    }
}

#[test]
fn scores_far_from_their_arm() {
    for case in CASES {
        let trial = of_case(case);
        let study = Study::new(&trial, 0).expect("an outcome");
        let residuals = residuals::compute(&study);
        let found: Vec<(String, String, String, f64, bool)> = outliers(&study, residuals.as_ref())
            .into_iter()
            .filter_map(|outlier| {
                let names = (study.arm_name(outlier.arm), study.occasion_name(outlier.occasion));
                let id = trial.ids[outlier.participant].clone();
                Some((names.0.into(), names.1.into(), id, outlier.value, outlier.fence? == Fence::Extreme))
            })
            .collect();
        let text = |row: &Value, name: &str| row[name].as_str().expect("text").to_owned();
        let blocks = blocks(case);
        let reference: Vec<_> = blocks["outliers"]["results"]
            .as_array()
            .expect("rows")
            .iter()
            .map(|row| {
                let (value, extreme) =
                    (row["value"].as_f64().expect("a score"), row["extreme_3iqr"] == Value::Bool(true));
                (text(row, "group"), text(row, "occasion"), text(row, "id"), value, extreme)
            })
            .collect();
        let sorted = |mut rows: Vec<(String, String, String, f64, bool)>| {
            rows.sort_by(|a, b| (&a.0, &a.1, &a.2).cmp(&(&b.0, &b.1, &b.2)));
            rows
        };
        assert_eq!(sorted(found), sorted(reference), "{case}");
    }
}

#[test]
fn limits_of_omega_squared_between_participants() {
    for case in CASES {
        let reference = &blocks(case)["omega2_limits"];
        let found = support::numbers(&of_case(case));
        for (statistic, name) in [("partial_omega2_ci90_low", "low"), ("partial_omega2_ci90_high", "high")] {
            let mine = found[&("mixed_anova".into(), "group".into(), statistic.into())];
            let value = reference[name].as_f64().expect("a number");
            assert!((mine - value).abs() <= 1e-6 * value, "{case}: {mine}, not {value}");
        }
    }
}

#[test]
fn studentised_residuals_by_hand() {
    // Arms 1, 2, 6 and 4, 5, 6: means 3 and 5, s² = (14 + 2)/4 = 4, h = 1/3. The first residual, −2, squared over
    // s²(1 − h) is 1.5: t = −√1.5·√(3/(4 − 1.5)).
    let rows = [1.0, 2.0, 6.0, 4.0, 5.0, 6.0].iter().enumerate();
    let trial = support::of_rows(2, &rows.map(|(i, y)| (u32::from(i > 2), vec![*y])).collect::<Vec<_>>());
    let study = Study::new(&trial, 0).expect("an outcome");
    let found = residuals::compute(&study).expect("residuals");
    let first = found.occasions[0].each[0];
    assert!((first.value + 2.0).abs() < 1e-14);
    assert!((first.studentised + 1.5_f64.sqrt() * (3.0_f64 / 2.5).sqrt()).abs() < 1e-14);
}

/// The reference's SD is that of all participants, and what it counts are decreases and increases.
#[test]
fn reliable_changes_counted() {
    let mut compared = 0;
    for case in CASES {
        for row in blocks(case)["rci"]["results"].as_array().expect("rows") {
            let number = |name: &str| row[name].as_f64().expect("a number");
            let text = |name: &str| row[name].as_str().expect("text");
            let mut plan = plan(&fixture(case));
            plan.outcomes[0].reliable_change = Some(ReliableChangePlan {
                reliability: Some(number("reliability")),
                sd: SdOf::All,
                ..ReliableChangePlan::default()
            });
            let found = support::numbers_of(&trial(&fixture(case), &plan), |id| id == "reliable_change");
            let of_arm = format!("{} | {}", text("change"), text("group"));
            for (term, statistic, name) in [
                ("(fit)", "sd_pre", "sd_pre_all"),
                ("(fit)", "sem", "sem"),
                ("(fit)", "se_difference", "s_diff"),
                ("(fit)", "critical_change", "critical_change"),
                (&of_arm, "n", "n"),
                (&of_arm, "n_improved", "n_reliable_increase"),
                (&of_arm, "n_deteriorated", "n_reliable_decrease"),
                (&of_arm, "mean_rc", "mean_rci"),
            ] {
                let mine = found[&("reliable_change".into(), term.into(), statistic.into())];
                let value = number(name);
                assert!((mine - value).abs() <= 1e-12 * value.abs().max(1.0), "{case} {term} {name}: {mine}, {value}");
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 8 * (12 + 16 + 12));
}

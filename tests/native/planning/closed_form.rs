//! Contrasts of arms, margins, several contrasts and sample sizes against R (`tests/fixtures/power/reference.R`).

use crate::support::fixture;
use prepost::model::adjust::Adjust;
use prepost::planning::power::Unusable;
use prepost::planning::power::arm_contrast::{ArmContrast, BaselineUse};
use prepost::planning::power::margin::MarginTest;
use prepost::planning::power::sample_size::least_n;
use prepost::planning::power::several::{ComparedArms, SeveralContrasts};

/// One row of the reference.
struct Row {
    kind: String,
    /// n₁, n₂, d, margin, α, r.
    inputs: [f64; 6],
    value: f64,
}

fn rows() -> Vec<Row> {
    let mut file = csv::Reader::from_path(fixture("power").join("reference.csv")).expect("a fixture");
    let row = |record: Result<csv::StringRecord, csv::Error>| {
        let record = record.expect("a row");
        let number = |place: usize| record[place].parse().unwrap_or(f64::NAN);
        Row { kind: record[0].into(), inputs: [1, 2, 3, 4, 5, 6].map(number), value: number(7) }
    };
    file.records().map(row).collect()
}

fn several(inputs: [f64; 6]) -> SeveralContrasts {
    let [n_control, n_first, first, second, alpha, n_second] = inputs;
    SeveralContrasts {
        variances: vec![1.0 / n_control, 1.0 / n_first, 1.0 / n_second],
        means: vec![0.0, first, second],
        compared: ComparedArms::WithControl,
        df: n_control + n_first + n_second - 3.0,
        alpha,
        adjust: Adjust::Bonferroni,
        family: 2,
        seed: 1,
    }
}

fn mine(row: &Row) -> Result<f64, Unusable> {
    let [n1, n2, d, margin, alpha, r] = row.inputs;
    let arms = |baseline| ArmContrast { baseline, correlation: r, n: [n1, n2], design_effect: [1.0, 1.0] };
    let test = MarginTest { margin, d, alpha };
    match row.kind.as_str() {
        "raw" | "power.t.test" => arms(BaselineUse::Raw).power(d, alpha),
        "change" => arms(BaselineUse::Change).power(d, alpha),
        "ancova" => arms(BaselineUse::Ancova).power(d, alpha),
        "equivalence" => test.equivalence(&arms(BaselineUse::Change)),
        "non_inferiority" => test.non_inferiority(&arms(BaselineUse::Change)),
        "any" => several(row.inputs).power().map(|power| power.any),
        "all" => several(row.inputs).power().map(|power| power.all),
        other => panic!("{other}"),
    }
}

#[test]
fn power_is_that_of_r() {
    let rows = rows();
    let of_power = rows.iter().filter(|row| row.kind != "pwr_n");
    for row in of_power.clone() {
        let mine = mine(row).unwrap_or_else(|no| panic!("{} {:?}: {no:?}", row.kind, row.inputs));
        assert!((mine - row.value).abs() < 1e-9, "{} {:?}: {mine}, {}", row.kind, row.inputs, row.value);
    }
    assert_eq!(of_power.count(), 303);
}

#[test]
fn the_least_n_is_the_next_whole_number_of_pwr() {
    for row in rows().iter().filter(|row| row.kind == "pwr_n") {
        let [power, _, d, _, alpha, _] = row.inputs;
        let of_arms = |n: f64| ArmContrast::of_equal_arms(BaselineUse::Raw, 0.0, n).power(d, alpha);
        let n = least_n(power, 2, of_arms).expect("usable").expect("a number");
        assert_eq!(f64::from(n), row.value.ceil(), "{power} {d}");
    }
}

#[test]
fn a_simulation_is_within_its_error_of_the_integral() {
    for inputs in [[20.0, 20.0, 0.5, 0.8, 0.05, 20.0], [30.0, 20.0, 0.6, 0.6, 0.05, 15.0]] {
        let exact = several(inputs).power().expect("usable");
        assert_eq!(exact.monte_carlo_se, None);
        // The first step of Holm's method is Bonferroni's.
        let holm = SeveralContrasts { adjust: Adjust::Holm, ..several(inputs) }.power().expect("usable");
        let se = holm.monte_carlo_se.expect("simulated");
        assert!((holm.any - exact.any).abs() < 3.0 * se && se < 0.0036, "{exact:?} {holm:?}");
        assert!(holm.all > exact.all);
        // The same seed gives the same trials.
        let again = SeveralContrasts { adjust: Adjust::Holm, ..several(inputs) }.power().expect("usable");
        assert_eq!(holm, again);
    }
}

#[test]
fn without_effects_any_is_the_level_by_tukey_and_dunnett() {
    let none = SeveralContrasts { means: vec![0.0; 3], ..several([20.0, 20.0, 0.0, 0.0, 0.05, 20.0]) };
    let dunnett = SeveralContrasts { adjust: Adjust::Dunnett, ..none.clone() }.power().expect("usable");
    assert!((dunnett.any - 0.05).abs() < 1e-9, "{dunnett:?}");
    let pairs = SeveralContrasts { compared: ComparedArms::AllPairs, adjust: Adjust::Tukey, family: 3, ..none };
    let tukey = pairs.power().expect("usable");
    let se = tukey.monte_carlo_se.expect("simulated");
    assert!((tukey.any - 0.05).abs() < 3.0 * se, "{tukey:?}");
}

#[test]
fn groups_cost_power_and_a_wider_margin_gains_it() {
    let arms = ArmContrast::of_equal_arms(BaselineUse::Ancova, 0.6, 20.0);
    let grouped = ArmContrast { design_effect: [1.9, 1.0], ..arms };
    assert!(grouped.power(0.8, 0.05).expect("usable") < arms.power(0.8, 0.05).expect("usable"));
    // A design effect e is n/e participants, but for the degrees of freedom.
    let (se, _) = ArmContrast { design_effect: [2.0, 2.0], ..arms }.error().expect("usable");
    let (of_half, _) = ArmContrast { n: [10.0, 10.0], ..arms }.error().expect("usable");
    assert!((se - of_half).abs() < 1e-15);
    let test = |margin: f64| MarginTest { margin, d: 0.0, alpha: 0.05 }.equivalence(&arms).expect("usable");
    assert!(test(0.3) < test(0.5) && test(0.5) < test(1.0));
    let no_margin = MarginTest { margin: 0.0, d: 0.0, alpha: 0.05 };
    assert!(arms.power(0.8, 1.5).is_err() && no_margin.equivalence(&arms).is_err());
}

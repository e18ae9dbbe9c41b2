//! The F tests of repeated measures against R's `pf` and `qf`, in all three conventions.

use std::fs;

use crate::support::fixture;
use prepost::planning::power::repeated_measures::{EffectSizeConvention, RepeatedEffect, RepeatedMeasures};
use serde_json::Value;

fn blocks() -> Value {
    let text = fs::read_to_string(fixture("power_open").join("expected.json")).expect("expected.json");
    serde_json::from_str::<Value>(&text).expect("JSON")["blocks"].clone()
}

fn number(row: &Value, name: &str) -> f64 {
    row[name].as_f64().unwrap_or_else(|| panic!("{name} of {row}"))
}

fn design(row: &Value) -> RepeatedMeasures {
    let text = |name: &str| row[name].as_str().expect("words");
    RepeatedMeasures {
        effect: RepeatedEffect::ALL.into_iter().find(|own| own.id() == text("effect")).expect("an effect"),
        convention: EffectSizeConvention::ALL.into_iter().find(|own| own.id() == text("option")).expect("a convention"),
        f: number(row, "f"),
        alpha: number(row, "alpha"),
        n_total: number(row, "N_total"),
        groups: number(row, "groups"),
        measurements: number(row, "measurements"),
        rho: number(row, "rho"),
        epsilon: number(row, "epsilon"),
    }
}

#[test]
fn lambda_df_critical_value_and_power_are_those_of_r() {
    let blocks = blocks();
    let mut compared = 0;
    for block in ["rm_anova_power", "effect_size_options", "rm_anova_sample_size"] {
        for row in blocks[block]["results"].as_array().expect("rows") {
            let power = design(row).power().expect("usable");
            let (lambda, df1, df2) = (power.lambda, power.df1, power.df2);
            for (name, mine) in [
                ("lambda", lambda),
                ("df1", df1),
                ("df2", df2),
                ("critical_F", power.critical_f),
                ("power", power.power),
            ] {
                let wanted = number(row, name);
                assert!((mine - wanted).abs() <= 1e-9 * wanted.abs().max(1.0), "{name} {mine}, {wanted}: {row}");
                compared += 1;
            }
        }
    }
    assert_eq!(compared, (405 + 9 + 8) * 5);
}

#[test]
fn an_effect_of_zero_is_shown_as_often_as_the_level_says() {
    for row in blocks()["effect_size_options"]["results"].as_array().expect("rows") {
        let power = RepeatedMeasures { f: 0.0, ..design(row) }.power().expect("usable").power;
        assert!((power - 0.05).abs() < 1e-12, "{power}");
    }
}

#[test]
fn the_largest_effects_are_certain_or_refused() {
    let blocks = blocks();
    let first = design(&blocks["rm_anova_power"]["results"][0]);
    assert_eq!(RepeatedMeasures { f: 1e4, ..first }.power().expect("usable").power, 1.0);
    let extreme = RepeatedMeasures { f: 1e6, alpha: 1e-300, ..first }.power();
    assert!(extreme.map_or_else(|no| no.why == "f-too-large", |power| power.power == 1.0));
}

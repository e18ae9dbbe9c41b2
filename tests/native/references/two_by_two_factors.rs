//! Two factors between participants by two within (O'Brien & Kaiser, 1985) against afex and car, types III and II.

use std::collections::BTreeMap;
use std::fs;

use crate::support::{Key, fixture, numbers, trial};
use prepost::trial::{ArmPlan, OutcomePlan, Plan, WithinPlan};
use serde_json::Value;

fn found(with_gender: bool) -> BTreeMap<Key, f64> {
    let occasions = ["pre", "post", "fup"];
    let columns = occasions.iter().flat_map(|phase| (1..=5).map(move |hour| format!("{phase}.{hour}")));
    let plan = Plan {
        id: Some("id".into()),
        arm: Some(ArmPlan {
            column: "group".into(),
            levels: ["control", "A", "B"].map(String::from).into(),
            control: Some("control".into()),
            ..ArmPlan::default()
        }),
        occasions: occasions.map(String::from).into(),
        outcomes: vec![OutcomePlan { name: "score".into(), columns: columns.collect(), ..OutcomePlan::default() }],
        factors: if with_gender { vec!["gender".into()] } else { Vec::new() },
        within: vec![WithinPlan { name: "hour".into(), levels: (1..=5).map(|hour| hour.to_string()).collect() }],
        ..Plan::default()
    };
    numbers(&trial(&fixture("obrienkaiser_full"), &plan))
}

/// The block's numbers under our names: the reference calls the occasion `phase`.
fn check(block: &Value, found: &BTreeMap<Key, f64>, method: &str) -> usize {
    let mut agreed = 0;
    let mut compare = |term: &str, method: &str, statistic: &str, reference: &Value| {
        let Some(reference) = reference.as_f64() else { return };
        let term = term.replace("phase", "occasion");
        let key = (method.to_owned(), term.clone(), statistic.to_owned());
        let mine = *found.get(&key).unwrap_or_else(|| panic!("{method} {term} {statistic} is absent"));
        let close = (mine - reference).abs() <= 1e-12 + 1e-9 * reference.abs();
        assert!(close, "{method} {term} {statistic}: {mine}, reference {reference}");
        agreed += 1;
    };
    let rows = |name: &str| block["results"][name].as_array().expect("rows").clone();
    for row in rows("univariate").iter().filter(|row| row["term"] != "(Intercept)") {
        let term = row["term"].as_str().expect("a term");
        for (statistic, name) in
            [("SS", "SS"), ("df1", "df1"), ("error_SS", "error_SS"), ("df2", "df2"), ("F", "F"), ("p", "p")]
        {
            compare(term, method, statistic, &row[name]);
        }
    }
    for row in rows("ges") {
        compare(row["term"].as_str().expect("a term"), method, "generalized_eta2", &row["ges"]);
    }
    for row in rows("epsilon") {
        let term = row["term"].as_str().expect("a term");
        compare(term, method, "p_gg", &row["p_gg"]);
        compare(term, method, "p_hf", &row["p_hf"]);
        // The effects of a stratum share their sphericity, which is named for the stratum.
        if ["phase", "hour", "phase:hour"].contains(&term) {
            compare(term, "sphericity", "epsilon_gg", &row["gg"]);
            let capped = row["hf_lecoutre"].as_f64().map(|epsilon| epsilon.min(1.0));
            compare(term, "sphericity", "epsilon_hf", &capped.into());
        }
    }
    for row in rows("sphericity") {
        let term = row["term"].as_str().expect("a term");
        if ["phase", "hour", "phase:hour"].contains(&term) {
            compare(term, "sphericity", "mauchly_W", &row["W"]);
            compare(term, "sphericity", "mauchly_p", &row["p"]);
        }
    }
    agreed
}

#[test]
fn two_by_two_factors_agree() {
    let text = fs::read_to_string(fixture("obrienkaiser_full").join("expected.json")).expect("expected.json");
    let blocks = serde_json::from_str::<Value>(&text).expect("JSON")["blocks"].clone();
    let one = found(false);
    let both = found(true);
    assert_eq!(check(&blocks["group_phase_hour_type3"], &one, "mixed_anova"), 73);
    assert_eq!(check(&blocks["group_gender_phase_hour_type3"], &both, "mixed_anova"), 141);
    assert_eq!(check(&blocks["group_gender_phase_hour_type2"], &both, "mixed_anova_type2"), 141);
}

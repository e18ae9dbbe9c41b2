//! Every distribution against multiprecision truth: the reference table, and one of our own for the extremes.

use prepost::num::noncentral::{
    f_noncentrality_limits, noncentral_chi2_cdf, noncentral_chi2_sf, noncentral_f_cdf, noncentral_f_sf,
    noncentral_t_cdf, noncentral_t_sf, t_noncentrality_limits,
};
use prepost::num::studentized_range::{studentized_range_quantile_upper, studentized_range_sf};
use prepost::num::tail;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// One row of a table: a function, its arguments by name, and the truth in decimal digits.
struct Case {
    function: String,
    arguments: BTreeMap<String, f64>,
    truth: f64,
}

impl Case {
    fn get(&self, name: &str) -> f64 {
        *self.arguments.get(name).unwrap_or_else(|| panic!("{} has no {name}", self.function))
    }

    /// What our function of that name gives, and the error it may make.
    fn found(&self) -> (f64, Bound) {
        let get = |name| self.get(name);
        match self.function.as_str() {
            "norm_sf" => (tail::normal_sf(get("x")), Bound::Relative(1e-10)),
            "norm_isf" => (tail::normal_quantile_upper(get("p")), Bound::Relative(1e-10)),
            "t_sf" => (tail::t_sf(get("x"), get("df")), Bound::Relative(1e-10)),
            "t_isf" => (tail::t_quantile_upper(get("p"), get("df")), Bound::Relative(1e-10)),
            "f_sf" => (tail::f_sf(get("x"), get("df1"), get("df2")), Bound::Relative(1e-10)),
            "f_cdf" => (tail::f_cdf(get("x"), get("df1"), get("df2")), Bound::Relative(1e-10)),
            "f_isf" => (tail::f_quantile_upper(get("p"), get("df1"), get("df2")), Bound::Relative(1e-10)),
            "chi2_sf" => (tail::chi2_sf(get("x"), get("df")), Bound::Relative(1e-10)),
            "chi2_cdf" => (tail::chi2_cdf(get("x"), get("df")), Bound::Relative(1e-10)),
            "chi2_isf" => (tail::chi2_quantile_upper(get("p"), get("df")), Bound::Relative(1e-10)),
            "beta_sf" => (tail::beta_sf(get("x"), get("a"), get("b")), Bound::Relative(1e-10)),
            "beta_cdf" => (tail::beta_cdf(get("x"), get("a"), get("b")), Bound::Relative(1e-10)),
            "beta_isf" => (tail::beta_quantile_upper(get("p"), get("a"), get("b")), Bound::Relative(1e-10)),
            "tukey_sf" => (studentized_range_sf(get("x"), means(get("nmeans")), get("df")), Bound::Absolute(1e-10)),
            "tukey_isf" => {
                (studentized_range_quantile_upper(get("p"), means(get("nmeans")), get("df")), Bound::Absolute(1e-10))
            }
            "nct_sf" => (noncentral_t_sf(get("x"), get("df"), get("ncp")), Bound::Relative(1e-8)),
            "nct_cdf" => (noncentral_t_cdf(get("x"), get("df"), get("ncp")), Bound::Relative(1e-8)),
            "ncf_sf" => (noncentral_f_sf(get("x"), get("df1"), get("df2"), get("ncp")), Bound::Relative(1e-8)),
            "ncf_cdf" => (noncentral_f_cdf(get("x"), get("df1"), get("df2"), get("ncp")), Bound::Relative(1e-8)),
            "ncchi2_sf" => (noncentral_chi2_sf(get("x"), get("df"), get("ncp")), Bound::Relative(1e-8)),
            "ncchi2_cdf" => (noncentral_chi2_cdf(get("x"), get("df"), get("ncp")), Bound::Relative(1e-8)),
            "f_lambda_low" => (self.f_limits().0, Bound::Relative(1e-8)),
            "f_lambda_high" => (self.f_limits().1, Bound::Relative(1e-8)),
            "t_delta_low" => (self.t_limits().0, Bound::Relative(1e-8)),
            "t_delta_high" => (self.t_limits().1, Bound::Relative(1e-8)),
            other => panic!("no function for {other}"),
        }
    }

    fn f_limits(&self) -> (f64, f64) {
        f_noncentrality_limits(self.get("x"), self.get("df1"), self.get("df2"), self.get("level"))
    }

    fn t_limits(&self) -> (f64, f64) {
        t_noncentrality_limits(self.get("x"), self.get("df"), self.get("level"))
    }
}

fn means(count: f64) -> u32 {
    format!("{count}").parse().expect("a whole number of means")
}

enum Bound {
    Relative(f64),
    Absolute(f64),
}

impl Bound {
    /// The error as a share of what is allowed.
    fn share(&self, found: f64, truth: f64) -> f64 {
        if found == truth {
            return 0.0;
        }
        let share = match self {
            Bound::Absolute(bound) => (found - truth).abs() / bound,
            // Below the smallest normal double, a share of what a double can still hold.
            Bound::Relative(bound) => (found - truth).abs() / (bound * truth.abs() + 1e-320),
        };
        if share.is_nan() { f64::INFINITY } else { share }
    }

    fn size(&self) -> f64 {
        match self {
            Bound::Relative(bound) | Bound::Absolute(bound) => *bound,
        }
    }
}

/// Checks every case, and prints the worst error of each function (`--nocapture` shows it).
fn check(cases: &[Case]) {
    let mut worst: BTreeMap<&str, f64> = BTreeMap::new();
    let mut failures = Vec::new();
    for case in cases {
        let (found, bound) = case.found();
        let share = bound.share(found, case.truth);
        let error = worst.entry(&case.function).or_default();
        *error = error.max(share * bound.size());
        if share > 1.0 {
            failures.push(format!("{} {:?}: {found:e} against {:e}", case.function, case.arguments, case.truth));
        }
    }
    for (function, error) in worst {
        println!("{function:>12} {error:.1e}");
    }
    assert!(failures.is_empty(), "{} of {} cases\n{}", failures.len(), cases.len(), failures.join("\n"));
}

fn fixture(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn number(value: &Value) -> f64 {
    match value {
        Value::String(text) => text.parse().expect("a number in words"),
        value => value.as_f64().expect("a number"),
    }
}

#[test]
fn the_reference_table() {
    let expected: Value = serde_json::from_str(&fixture("distributions_open/expected.json")).expect("JSON");
    let rows = expected["blocks"]["table"]["results"].as_array().expect("rows");
    let cases: Vec<Case> = rows
        .iter()
        .map(|row| Case {
            function: row["fn"].as_str().expect("a name").to_owned(),
            arguments: row["args"]
                .as_object()
                .expect("arguments")
                .iter()
                .map(|(k, v)| (k.clone(), number(v)))
                .collect(),
            truth: number(&row["truth"]),
        })
        .collect();
    assert!(cases.len() == 348, "{} rows", cases.len());
    check(&cases);
}

#[test]
fn our_own_table_of_extremes() {
    let table = fixture("num/distributions.csv");
    let cases: Vec<Case> = table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .map(|line| {
            let [function, arguments, truth] = line.split(',').collect::<Vec<_>>()[..] else { panic!("{line}") };
            let argument = |text: &str| {
                let (name, value) = text.split_once('=').expect("name=value");
                (name.to_owned(), value.parse().expect("a number"))
            };
            Case {
                function: function.to_owned(),
                arguments: arguments.split(';').map(argument).collect(),
                truth: truth.parse().expect("a number"),
            }
        })
        .collect();
    assert!(cases.len() > 1_000, "{} rows", cases.len());
    check(&cases);
}

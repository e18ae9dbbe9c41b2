//! `prepost power`: what a trial can and cannot show, in words.

use std::process::{Command, Output};

fn power(options: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_prepost")).arg("power").args(options).output().expect("the program runs")
}

fn text(options: &[&str]) -> String {
    let done = power(options);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("text")
}

/// The lines under a heading.
fn part(text: &str, heading: &str) -> String {
    let from = text.split_once(&format!("## {heading}")).unwrap_or_else(|| panic!("{heading}: {text}")).1;
    from.split("\n## ").next().unwrap_or_default().into()
}

#[test]
fn twenty_per_arm_in_words() {
    let text = text(&[]);
    assert!(text.starts_with("# What n = 20 per arm can and cannot show\n"), "{text}");
    let cannot = part(&text, "It cannot show");
    // power.t.test(20, .5, sig.level = .05/9, strict = TRUE) of R: .101987; at .05: .337939.
    assert!(cannot.contains("d = 0.5 is shown with a power of .102, adjusted (.338 if it were the only"), "{text}");
    assert!(cannot.contains("That there is no difference."), "{text}");
    assert!(part(&text, "It can show").contains("A difference of d = "), "{text}");
    assert!(part(&text, "What this rests on").contains("each is tested at .0056"), "{text}");
    assert!(!text.contains('{') && !text.contains("outlook-") && !text.contains("NaN"), "{text}");
}

#[test]
fn a_large_trial_can_show_what_a_small_one_cannot() {
    let options = ["--n-per-arm", "400", "--adjust", "none", "--arms", "2", "--occasions", "2"];
    let text = text(&options);
    let can = part(&text, "It can show");
    assert!(can.contains("ANCOVA") && can.contains("> .999"), "{text}");
    assert!(!text.contains("maintained"), "{text}");
}

#[test]
fn dropout_groups_and_what_an_adjustment_becomes_are_said() {
    let options =
        ["--dropout", ".15", "--group-size", "10", "--icc", ".05", "--adjust", "tukey", "--effect-size", ".8"];
    let of_tukey = text(&options);
    let basis = part(&of_tukey, "What this rests on");
    for said in ["17 are expected at the end", "1.45 times", "Šidák’s is taken", "by Šidák’s method each is tested"]
    {
        assert!(basis.contains(said), "{said}: {of_tukey}");
    }
    let holm = text(&["--adjust", "holm"]);
    assert!(holm.contains("Monte Carlo standard error of .00"), "{holm}");
    assert_eq!(holm, text(&["--adjust", "holm"]));
    for adjust in ["none", "bonferroni", "sidak", "dunnett"] {
        let text = text(&["--adjust", adjust]);
        assert!(!text.contains("Monte Carlo") && !text.contains('{'), "{text}");
    }
}

#[test]
fn an_option_out_of_its_range_is_named() {
    for (option, value, said) in [
        ("--effect-size", "0", "0 is not a difference whose power can be computed"),
        ("--effect-size", "-1", "−1 is not a difference"),
        ("--n-per-arm", "1", "1 is not a number of participants in an arm"),
        ("--alpha", "5", "5 is not a significance level"),
        ("--arms", "1", "1 is not a number of arms"),
        ("--occasions", "1", "1 is not a number of occasions"),
        ("--correlation", "1", "1 is not a correlation"),
        ("--correlation", "-0.6", "−0.6 is not a correlation"),
        ("--dropout", "1", "1 is not a share of participants"),
        ("--icc", "1.5", "1.5 is not an intraclass correlation"),
        ("--group-size", "0", "0 is not a number of participants in a group"),
        ("--margin", "0", "0 is not a margin"),
        ("--power", ".04", "0.04 is not a power above the significance level"),
        ("--power", "NaN", "— is not a power above the significance level"),
    ] {
        let done = power(&[option, value]);
        let stderr = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(stderr.contains(&format!("Option {option}: {said}")), "{option} {value}: {stderr}");
        assert_eq!((done.status.code(), done.stdout.len()), (Some(2), 0));
    }
    let done = power(&["--dropout", ".95"]);
    assert!(String::from_utf8_lossy(&done.stderr).contains("fewer than two participants"));
    for wrong in [["--adjust", "closed"], ["--n-per-arm", "2.5"], ["--effect-size", "big"]] {
        assert_eq!(power(&wrong).status.code(), Some(2));
    }
    assert_eq!(power(&["--cases", "x.csv", "--alpha", ".05"]).status.code(), Some(2));
}

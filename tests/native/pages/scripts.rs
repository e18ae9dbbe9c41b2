//! The analysis written for other programs: what a script is told of the design, and that no name of a file gets out of
//! its quotes. Whether R's numbers are ours is checked by `cargo xtask verify-r` (docs/verify-r.md).

use super::assert_snapshot;
use prepost::plan::Plan;
use prepost::session::Session;
use prepost::table::ReadOptions;

/// The script of a file; `choose` changes the guessed Plan.
fn script(csv: &str, format: &str, choose: impl FnOnce(&mut Plan)) -> String {
    let mut session = Session::default();
    let mut plan = session.read(csv.as_bytes(), &ReadOptions::default()).plan;
    choose(&mut plan);
    session.analyse(&plan, &mut |_| {});
    session.export(format).expect("a script").into_text()
}

fn r(csv: &str, choose: impl FnOnce(&mut Plan)) -> String {
    script(csv, "r", choose)
}

const EXAMPLE: &str = include_str!("../../../www/examples/example-dropout.csv");

#[test]
fn r_is_told_the_design_of_the_example() {
    let script = r(EXAMPLE, |plan| plan.outcomes.truncate(1));
    let design = script.split("# ---- ").find(|part| part.starts_with("The design")).expect("the design");
    assert_snapshot("script__r_design__example", design);
}

#[test]
fn r_has_the_blocks_that_the_design_needs() {
    let has = |script: &str, methods: &[&str]| {
        methods.iter().map(|m| script.contains(&format!("\"{m}\""))).collect::<Vec<_>>()
    };
    let methods = ["descriptives", "mixed_anova", "oneway_anova", "rm_anova", "mann_whitney_change"];
    assert_eq!(has(&r(EXAMPLE, |_| {}), &methods), [true; 5]);
    let one_occasion = "id,group,score\n1,control,3\n2,therapy,7\n3,control,4\n4,therapy,9\n5,control,5\n6,therapy,6\n";
    assert_eq!(has(&r(one_occasion, |_| {}), &methods), [true, true, true, false, true]);
    let one_group = "id,mood_pre,mood_post\n1,3,5\n2,4,4\n3,6,9\n4,5,7\n5,2,6\n6,7,8\n";
    assert_eq!(has(&r(one_group, |_| {}), &methods), [true, true, false, true, true]);
}

/// A script without what stands between its quotes and after its number signs.
fn bare(script: &str) -> String {
    let (mut bare, mut quoted, mut escaped, mut comment) = (String::new(), false, false, false);
    for c in script.chars() {
        if c == '\n' && !quoted {
            comment = false;
        }
        match c {
            _ if comment => {}
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '#' => comment = true,
            _ => bare.push(c),
        }
    }
    assert!(!quoted, "a quote is left open");
    bare
}

#[test]
fn no_name_gets_out_of_its_quotes() {
    let csv = "\"id\n);system('x')\",\"gr\"\"oup\\\",\"sc`ore\"\";quit(1)#_pre\",\"sc`ore\"\";quit(1)#_post\"\n\
               1,\"a\"\"\n;quit(2)\",3,4\n2,\"b\\\",4,6\n3,\"a\"\"\n;quit(2)\",5,5\n4,\"b\\\",7,9\n";
    let columns = |n: usize| csv_columns(csv)[n].clone();
    let script = r(csv, |plan| {
        plan.id = Some(columns(0).into());
        plan.arm = Some(prepost::trial::ArmPlan { column: columns(1), ..Default::default() });
        plan.occasions = vec!["pre\"\nquit(3)".into(), "post\\".into()];
        plan.outcomes = vec![prepost::trial::OutcomePlan {
            name: "score\"\nquit(4)".into(),
            columns: vec![columns(2), columns(3)],
            ..Default::default()
        }];
    });
    let harmless = bare(&r(EXAMPLE, |_| {}));
    assert!(!harmless.contains("quit"));
    let bare = bare(&script);
    assert!(!bare.contains("quit") && !bare.contains("system"), "{bare}");
    assert!(script.contains("quit(3)") && script.contains("quit(4)"), "the names are there, quoted");
}

fn csv_columns(csv: &str) -> Vec<String> {
    Session::default().read(csv.as_bytes(), &ReadOptions::default()).columns
}

/// Syntax without what stands between its quotes and in its comments.
fn bare_spss(syntax: &str) -> String {
    let lines = syntax.lines().filter(|line| !line.starts_with('*'));
    lines.flat_map(|line| line.split('\'').step_by(2)).collect::<Vec<_>>().join("\n")
}

#[test]
fn spss_has_the_commands_of_the_example() {
    let syntax = script(EXAMPLE, "spss", |plan| plan.outcomes.truncate(1));
    assert_snapshot("script__spss__example", &syntax.replace(env!("CARGO_PKG_VERSION"), "0"));
}

#[test]
fn no_name_ends_a_command_of_spss() {
    let csv = "id,\"gr'p. EXECUTE.\",\"y. ERASE FILE='x'.\",\"all\"\n1,\"a'b\n. ERASE.\",3,4\n2,c,4,6\n3,\"a'b\n. ERASE.\",5,5\n4,c,7,9\n";
    let columns = csv_columns(csv);
    let syntax = script(csv, "spss", |plan| {
        plan.id = columns.first().cloned().map(Into::into);
        plan.arm =
            columns.get(1).map(|column| prepost::trial::ArmPlan { column: column.clone(), ..Default::default() });
        plan.occasions = vec!["pre".into(), "post".into()];
        plan.outcomes = vec![prepost::trial::OutcomePlan {
            name: "s'\nERASE FILE=x.".into(),
            columns: columns.iter().skip(2).cloned().collect(),
            ..Default::default()
        }];
    });
    assert!(syntax.contains("ERASE"), "the names are there, quoted: {syntax}");
    let names = ["EXECUTE.", "ERASE ", "ERASE."];
    assert!(!names.iter().any(|name| bare_spss(&syntax).contains(name)), "{}", bare_spss(&syntax));
    // Every command ends in a period.
    let ends = syntax.split("\n\n").filter(|part| !part.trim().is_empty()).all(|part| part.trim_end().ends_with('.'));
    assert!(ends, "{syntax}");
}

//! Every check, in the order in which a failure is cheapest.

use crate::{
    browser, engines, setup,
    shell::{Outcome, cargo, program, run},
    site,
};
use std::{process::Command, time::Instant};

const WASM: [&str; 2] = ["--locked", "--target=wasm32-unknown-unknown"];
const OURS: [&str; 3] = ["--locked", "--package=prepost", "--package=xtask"];

/// Formatting, lints, native tests, wasm tests in the browser, the site, and the page in the browser.
pub fn all() -> Outcome {
    let start = Instant::now();
    let mut laps = Vec::new();
    let mut step = |name: &'static str, check: &mut dyn FnMut() -> Outcome| -> Outcome {
        let lap = Instant::now();
        let outcome = check().map_err(|e| format!("{name}: {e}"));
        laps.push((name, lap.elapsed().as_secs_f64()));
        outcome
    };

    let (mut path, mut browser) = (None, None);
    step("tools", &mut || {
        path = Some(setup::site_tools()?);
        setup::test_tools()?;
        browser = Some(browser::found_or_installed()?);
        engines::found_or_installed()
    })?;
    let (Some(path), Some(browser)) = (path, browser) else { return Err("the tools were not found".into()) };

    step("format", &mut formatted)?;
    step("lints, page", &mut || {
        run(program("node").arg("www/build/packages.mjs"))?;
        let oxlint = "www/node_modules/oxlint/bin/oxlint";
        run(program("node").args([oxlint, "--config=www/.oxlintrc.json", "www/src", "www/build", "www/e2e"]))
    })?;
    step("lints, native", &mut || run(deny_warnings(cargo().arg("clippy").args(OURS).arg("--all-targets"))))?;
    step("lints, wasm", &mut || {
        run(deny_warnings(lean(cargo().arg("clippy").args(WASM).args(["--lib", "--bins", "--test=boundary"]))))
    })?;
    step("tests, native", &mut || run(cargo().arg("test").args(OURS)))?;
    step("tests, wasm in the browser", &mut || {
        let mut test = cargo();
        test.arg("test").args(WASM).args(["--test=boundary"]).env("PATH", &path);
        test.env("CHROMEDRIVER", &browser.driver).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &browser.capabilities);
        test.env("WASM_BINDGEN_TEST_TIMEOUT", "300"); // seconds; 140 000 participants take some, unoptimised
        run(lean(&mut test))
    })?;
    step("the site", &mut site::build)?;
    step("the page in the browser", &mut || run(program("node").arg("www/e2e/run.mjs")))?;

    for (name, seconds) in laps {
        eprintln!("{seconds:7.1} s  {name}");
    }
    eprintln!("{:7.1} s  all checks passed", start.elapsed().as_secs_f64());
    Ok(())
}

/// Every tracked file: what a macro declares as a module, as the registry of methods does, rustfmt does not find by itself.
fn formatted() -> Outcome {
    let listed = program("git").args(["ls-files", "-z", "*.rs"]).output().map_err(|e| format!("git: {e}"))?;
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    run(program("rustfmt").args(["--check", "--edition=2024"]).args(listed.split_terminator('\0')))
}

fn deny_warnings(clippy: &mut Command) -> &mut Command {
    clippy.args(["--", "-D", "warnings"])
}

/// Without debug information a wasm test is a seventh of the size, and starts in a third of the time; panics keep
/// their line.
fn lean(command: &mut Command) -> &mut Command {
    command.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_PROFILE_TEST_DEBUG", "0")
}

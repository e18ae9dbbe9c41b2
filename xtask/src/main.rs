//! The project's commands, run as `cargo xtask COMMAND`.
//!
//! - [`setup`]: what a fresh machine lacks, installed once
//! - [`browser`]: a Chromium and its driver, for the tests
//! - [`engines`]: Firefox and WebKitGTK, where they can be had
//! - [`site`]: the page, built or served
//! - [`test`]: every check, in the order in which a failure is cheapest
//! - [`example`]: the simulated trial that the page offers
//! - [`fuzz`]: hostile input by the million
//! - [`verify_r`]: the report's numbers once more, by R
//! - [`shell`]: starting other programs

#![forbid(unsafe_code)]

mod browser;
mod engines;
mod example;
mod fuzz;
mod setup;
mod shell;
mod site;
mod test;
mod verify_r;

use shell::Outcome;
use std::{env, process::ExitCode};

const USAGE: &str = "\
usage: cargo xtask COMMAND

  serve [--port N]   install what is missing, build, and serve the page on this machine
  test               install what is missing and run every check, in a real browser too
  build              write the hosted site to dist/, servable from any folder
  sizes              what a first visit to dist/ transfers, compressed
  example            write the simulated trial to www/examples/ again
  setup              only install what is missing
  fuzz [TARGET] [--seconds N]
                     feed hostile input to the core, 60 s for each target: read, plan
  verify-r [--write] [FOLDER]...
                     run the R script of every case and compare its numbers with ours";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let (command, rest) = match args.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", args.as_slice()),
    };
    let done = match command {
        "serve" => site::serve(rest),
        "announce" => site::announce(rest),
        "test" => test::all(),
        "build" => site::build(),
        "sizes" => site::sizes(),
        "example" => example::write(&shell::root()).map_err(|e| format!("the example could not be written: {e}")),
        "fuzz" => fuzz::fuzz(rest),
        "verify-r" => verify_r::verify(rest),
        "setup" => setup::everything(),
        "help" | "--help" | "-h" => usage(),
        unknown => Err(format!("there is no command `{unknown}`\n\n{USAGE}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\nxtask: {message}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> Outcome {
    println!("{USAGE}");
    Ok(())
}

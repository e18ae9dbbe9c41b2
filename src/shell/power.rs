//! `prepost power`.

use std::path::PathBuf;

use clap::Args;
use prepost::session::Session;
use prepost::table::ReadOptions;

use super::console::{CommandFailure, NOT_ANALYSED, bytes, print, without_errors};
use super::stderr::report;

#[derive(Args)]
pub struct PowerOptions {
    /// A file of designs, one a row: effect (between, within or interaction), f, alpha, `N_total`, groups, measurements, rho,
    /// epsilon, and option (gpower3.0, spss or `cohen1988_lambda_N`)
    #[arg(long, value_name = "FILE.csv", required = true)]
    cases: PathBuf,
    #[arg(long, value_parser = ["tidy"], default_value = "tidy")]
    format: String,
}

pub fn power(options: &PowerOptions) -> Result<(), CommandFailure> {
    let done = Session::default().power_of_cases(&bytes(&options.cases)?, &ReadOptions::default());
    let n_errors = report(&done.notices);
    let no_power = || CommandFailure(NOT_ANALYSED, format!("{} has no design with a power", options.cases.display()));
    print(done.tidy.ok_or_else(no_power)?)?;
    without_errors(n_errors)
}

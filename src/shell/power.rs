//! `prepost power`: of a file of designs, or of one trial in words.

use std::path::{Path, PathBuf};

use clap::Args;
use prepost::model::adjust::Adjust;
use prepost::session::{Session, TrialAssumptions};
use prepost::table::ReadOptions;

use super::console::{CommandFailure, NOT_ANALYSED, WRONG_USAGE, bytes, print, without_errors};
use super::stderr::{report, report_one};

/// The adjustments whose power is computed.
const ADJUSTMENTS: [Adjust; 6] =
    [Adjust::None, Adjust::Bonferroni, Adjust::Holm, Adjust::Sidak, Adjust::Tukey, Adjust::Dunnett];

#[derive(Args)]
pub struct PowerOptions {
    /// A file of designs, one a row: effect (between, within or interaction), f, alpha, `N_total`, groups, measurements, rho,
    /// epsilon, and option (gpower3.0, spss or `cohen1988_lambda_N`). Without it, what one trial can and cannot show
    #[arg(long, value_name = "FILE.csv")]
    cases: Option<PathBuf>,
    /// The format of the file's powers
    #[arg(long, value_parser = ["tidy"], default_value = "tidy", requires = "cases")]
    format: String,
    #[command(flatten)]
    trial: TrialOptions,
}

#[derive(Args)]
#[group(id = "trial", conflicts_with = "cases", multiple = true)]
struct TrialOptions {
    /// The difference of an intervention from the control, in standard deviations
    #[arg(long, value_name = "d", default_value_t = 0.5, allow_negative_numbers = true)]
    effect_size: f64,
    /// Participants allotted to each arm
    #[arg(long, value_name = "n", default_value_t = 20)]
    n_per_arm: u32,
    /// The two-sided significance level
    #[arg(long, default_value_t = 0.05, allow_negative_numbers = true)]
    alpha: f64,
    /// Arms, the control among them
    #[arg(long, default_value_t = 3)]
    arms: u32,
    /// Occasions, the first of them before treatment
    #[arg(long, default_value_t = 3)]
    occasions: u32,
    /// The correlation of any two occasions
    #[arg(long, value_name = "r", default_value_t = 0.5, allow_negative_numbers = true)]
    correlation: f64,
    /// The share of each arm that is not measured at the end
    #[arg(long, default_value_t = 0.0, allow_negative_numbers = true)]
    dropout: f64,
    /// Participants that are treated together; 1 where treatment is individual
    #[arg(long, default_value_t = 1.0, allow_negative_numbers = true)]
    group_size: f64,
    /// The intraclass correlation within such a group
    #[arg(long, default_value_t = 0.0, allow_negative_numbers = true)]
    icc: f64,
    /// none, bonferroni, holm, sidak, tukey or dunnett
    #[arg(long, default_value = "bonferroni", value_parser = adjustment)]
    adjust: Adjust,
    /// How much of an effect may be lost by follow-up, in standard deviations
    #[arg(long, default_value_t = 0.5, allow_negative_numbers = true)]
    margin: f64,
    /// The power that is wanted
    #[arg(long, default_value_t = 0.8, allow_negative_numbers = true)]
    power: f64,
    /// Of the simulation, where one is needed
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn adjustment(name: &str) -> Result<Adjust, String> {
    let names = || ADJUSTMENTS.map(Adjust::id).join(", ");
    ADJUSTMENTS.into_iter().find(|own| own.id() == name).ok_or_else(|| format!("one of {}", names()))
}

pub fn power(options: &PowerOptions) -> Result<(), CommandFailure> {
    match &options.cases {
        Some(path) => of_cases(path),
        None => of_trial(&options.trial),
    }
}

fn of_cases(path: &Path) -> Result<(), CommandFailure> {
    let done = Session::default().power_of_cases(&bytes(path)?, &ReadOptions::default());
    let n_errors = report(&done.notices);
    let no_power = || CommandFailure(NOT_ANALYSED, format!("{} has no design with a power", path.display()));
    print(done.tidy.ok_or_else(no_power)?)?;
    without_errors(n_errors)
}

fn of_trial(trial: &TrialOptions) -> Result<(), CommandFailure> {
    let assumed = TrialAssumptions {
        effect_size: trial.effect_size,
        n_per_arm: trial.n_per_arm,
        alpha: trial.alpha,
        arms: trial.arms,
        occasions: trial.occasions,
        correlation: trial.correlation,
        dropout: trial.dropout,
        group_size: trial.group_size,
        icc: trial.icc,
        adjust: trial.adjust,
        margin: trial.margin,
        power: trial.power,
        seed: trial.seed,
    };
    let option = |input: &str| format!("--{}", input.replace('_', "-"));
    let text = Session::default().outlook(&assumed, option).map_err(|notice| {
        report_one(&notice, &[]);
        CommandFailure(WRONG_USAGE, "an option cannot be used".into())
    })?;
    print(text)
}

//! Resampling of participants: permutation, Freedman–Lane, the bootstrap.
//!
//! Each replicate has its own generator, seeded from a key and the replicate's number, so that a result depends on the
//! data and the Plan only, never on how the work was cut and spread. In reading order:
//! - [`generator`]: the random numbers of one replicate
//! - [`arrangement`]: rearranged participants, drawn or enumerated
//! - [`sample`]: what is resampled
//! - [`split_plot`]: the statistics of a permutation of arms
//! - [`freedman_lane`]: the statistics of a permutation of residuals
//! - [`bootstrap`]: the means of a redrawn sample
//! - [`bca`]: limits from replicates

pub mod arrangement;
pub mod bca;
pub mod bootstrap;
pub mod freedman_lane;
pub mod generator;
pub mod sample;
pub mod split_plot;

/// A replicate reaches the observed statistic where it is not below it but for rounding.
pub(crate) fn reaches(replicate: f64, observed: f64) -> bool {
    const TIE: f64 = 1e-12;
    replicate >= observed - TIE * (1.0 + observed.abs()) || (replicate == f64::INFINITY)
}

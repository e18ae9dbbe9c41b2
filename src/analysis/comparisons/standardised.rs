//! Standardised differences of the analysed participants.
//!
//! # Formulas
//! `g = J(df)·estimate/SD`, the SD pooled within cells and never adjusted for covariates; J exact (Hedges, 1981).
//! `d_ppc2 = (1 − 3/(4df − 1))·estimate/SD_pre` (Morris, 2008, eq. 8), the SD of the two arms at the earlier occasion.

use crate::analysis::comparisons::comparison::{Compared, Sizes};
use crate::analysis::study::Study;
use crate::model::effect_size::{hedges_j, hedges_j_approximate};

pub fn sizes(study: &Study<'_>, compared: &Compared, estimate: f64) -> Sizes {
    let place = |arm: usize| study.arms.iter().position(|&a| a == arm);
    let none = Sizes { hedges_g: f64::NAN, d_ppc2: f64::NAN };
    match *compared {
        Compared::Occasions { .. } => none,
        Compared::Arms { arm, against, at } => {
            let only = study.occasions.first().copied().filter(|_| study.occasions.len() == 1);
            let Some(at) = at.or(only) else { return none };
            let (sd, df) = pooled_sd(study, at, Some([place(arm), place(against)]));
            Sizes { hedges_g: estimate / sd * hedges_j(df), ..none }
        }
        Compared::Change { from, arm, against, .. } => {
            let first = study.occasions.first().copied().unwrap_or(0);
            let (sd, df) = pooled_sd(study, first, None);
            let (sd_pre, df_pre) = pooled_sd(study, from, Some([place(arm), place(against)]));
            Sizes { hedges_g: estimate / sd * hedges_j(df), d_ppc2: estimate / sd_pre * hedges_j_approximate(df_pre) }
        }
    }
}

/// The SD at an occasion (of the mean over further within levels), pooled within the cells of some arms or all, and its
/// degrees of freedom. NaN where there is none.
pub fn pooled_sd(study: &Study<'_>, occasion: usize, arms: Option<[Option<usize>; 2]>) -> (f64, f64) {
    let each = study.measures_per_occasion();
    let Some(place) = study.occasions.iter().position(|&o| o == occasion) else { return (f64::NAN, f64::NAN) };
    let Some(grid) = study.grid() else { return (f64::NAN, f64::NAN) };
    let is_in = |arm: usize| arms.is_none_or(|arms| arms.contains(&Some(arm)));
    let (variance, df) = grid.pooled_variance(place * each..(place + 1) * each, is_in);
    if variance > 0.0 { (variance.sqrt(), df) } else { (f64::NAN, df) }
}

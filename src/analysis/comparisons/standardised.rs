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
    let measures = place * each..(place + 1) * each;
    let (mut sum, mut df) = (0.0, 0.0);
    for cell in &study.cells {
        if arms.is_some_and(|arms| !arms.contains(&cell.at.first().copied())) {
            continue;
        }
        let cross = cell.moments.cross_products();
        let block = cross.view((measures.start, measures.start), (each, each));
        sum += block.sum() / (each * each) as f64;
        df += cell.moments.n() as f64 - 1.0;
    }
    let variance = sum / df;
    if variance > 0.0 { (variance.sqrt(), df) } else { (f64::NAN, df) }
}

//! Standardised differences of the analysed participants.
//!
//! # Formulas
//! `g = J(df)·estimate/SD`, the SD pooled within arms and never adjusted for covariates; J exact (Hedges, 1981).
//! `d_ppc2 = (1 − 3/(4df − 1))·estimate/SD_pre` (Morris, 2008, eq. 8), the SD of the two arms at the earlier occasion.

use std::ops::Range;

use crate::analysis::comparisons::comparison::{Compared, Sizes};
use crate::analysis::study::Study;
use crate::model::CellMoments;
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

/// The SD at an occasion (of the mean over further within levels), pooled within some arms or all, and its degrees of
/// freedom. What a further factor between participants varies belongs to it: it is measured, not manipulated (Olejnik &
/// Algina, 2003). NaN where there is none.
pub fn pooled_sd(study: &Study<'_>, occasion: usize, arms: Option<[Option<usize>; 2]>) -> (f64, f64) {
    let each = study.measures_per_occasion();
    let Some(place) = study.occasions.iter().position(|&o| o == occasion) else { return (f64::NAN, f64::NAN) };
    let Some(grid) = study.grid() else { return (f64::NAN, f64::NAN) };
    let is_in = |arm: usize| arms.is_none_or(|arms| arms.contains(&Some(arm)));
    let measures = place * each..(place + 1) * each;
    let (variance, df) = match study.cells.first() {
        Some(cell) if cell.at.len() > 1 => raw_variance(study, measures, is_in),
        _ => grid.pooled_variance(measures, is_in),
    };
    if variance > 0.0 { (variance.sqrt(), df) } else { (f64::NAN, df) }
}

/// The variance of the mean of these measures, pooled within the arms, whose participants stand in several cells.
fn raw_variance(study: &Study<'_>, measures: Range<usize>, is_in: impl Fn(usize) -> bool) -> (f64, f64) {
    let each = measures.len() as f64;
    let (mut sum, mut df) = (0.0, 0.0);
    for arm in (0..study.arms.len()).filter(|&arm| is_in(arm)) {
        // n, mean and sum of squares of each cell.
        let of_cell = |cell: &CellMoments| {
            let n = cell.moments.n() as f64;
            let mean = cell.moments.mean().iter().skip(measures.start).take(measures.len()).sum::<f64>() / each;
            let cross = cell.moments.cross_products();
            let block = cross.view((measures.start, measures.start), (measures.len(), measures.len()));
            (n, mean, block.sum() / (each * each))
        };
        let cells: Vec<(f64, f64, f64)> =
            study.cells.iter().filter(|cell| cell.at.first() == Some(&arm)).map(of_cell).collect();
        let n: f64 = cells.iter().map(|cell| cell.0).sum();
        let first = cells.first().map_or(0.0, |cell| cell.1);
        let mean = cells.iter().map(|cell| cell.0 * (cell.1 - first)).sum::<f64>() / n;
        sum += cells.iter().map(|cell| cell.2 + cell.0 * (cell.1 - first - mean).powi(2)).sum::<f64>();
        df += n - 1.0;
    }
    (sum / df, df)
}

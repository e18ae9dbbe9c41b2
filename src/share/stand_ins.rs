//! A Trial of synthetic participants that reproduce a link's moments: n, means and cross-products.
//!
//! The whole Gaussian analysis rests on those, so that it gives the same numbers as from the file, by the same code.
//!
//! # Formulas
//! Rows `X = 1x̄′ + ZL′` with `LL′ = C` (Cholesky, covariates first, so that all outcomes give them the same values) and
//! `Z` of orthonormal Helmert columns, which sum to zero: then `X` has the mean x̄ and the cross-products `LZ′ZL′ = C`.

use nalgebra::DMatrix;

use super::limits::n_within;
use super::summaries::{CellSummary, OutcomeSummary, Summary};
use crate::plan::timing::Timing;
use crate::plan::unconfirmed;
use crate::trial::{Covariate, Factor, ONLY, Outcome, Plan, Summaries, Trial};

/// More values than this are not made: a link may ask for them.
const MOST_VALUES: usize = 4_000_000;
/// A pivot below this share of its diagonal is rounding: the column follows from those before it.
const ROUNDING: f64 = 1e-12;
/// A squared correlation below this is rounding.
const GIVEN: f64 = 1e-9;
/// Beyond it squares are not finite.
const LARGEST: f64 = 1e140;

/// The summaries of a link as a Trial by `plan`: the link's own (`linked`), or that with other choices (arms left out or
/// in another order, adjustment, margins). `None` where no participants can have them.
pub fn trial(plan: &Plan, linked: &Plan, summary: &Summary) -> Option<Trial> {
    let people = People::new(plan, linked, summary)?;
    let n_within = n_within(linked)?;
    let n_measures = linked.occasions.len().max(1) * n_within;
    let n_values = people.n().checked_mul(n_measures + linked.covariates.len())?.checked_mul(summary.outcomes.len())?;
    if n_values > MOST_VALUES || people.n() == 0 || summary.factors.len() != linked.factors.len() {
        return None;
    }
    let mut covariates: Vec<Covariate> = (linked.covariates.iter())
        .map(|name| Covariate { name: name.clone(), values: vec![f64::NAN; people.n()] })
        .collect();
    let mut outcomes = Vec::new();
    for own in &summary.outcomes {
        let mut values = vec![f64::NAN; people.n() * n_measures];
        for cell in &own.cells {
            let Some(start) = people.start(cell) else { continue };
            for (row, scores) in rows(cell, covariates.len())?.into_iter().enumerate() {
                place(&scores, own, n_within, values.get_mut((start + row) * n_measures..)?)?;
                let given = scores.iter().skip(scores.len() - covariates.len());
                for (covariate, &value) in covariates.iter_mut().zip(given) {
                    *covariate.values.get_mut(start + row)? = value;
                }
            }
        }
        let named = &linked.outcomes.get(own.outcome)?.name;
        let chosen = plan.outcomes.iter().find(|chosen| chosen.name == *named)?;
        outcomes.push(Outcome {
            name: named.clone(),
            better: chosen.direction(),
            role: chosen.role,
            margin: chosen.margin,
            reliable_change: chosen.reliable_change,
            values,
            n_measures,
        });
    }
    let occasions = if linked.occasions.is_empty() { vec![ONLY.to_owned()] } else { linked.occasions.clone() };
    let timing = Timing::of(plan, &occasions);
    Some(Trial {
        plan: plan.clone(),
        ids: (1..=people.n()).map(|number| number.to_string()).collect(),
        arm: people.arm.clone(),
        has_arms: linked.arm.is_some(),
        has_control: plan.arm.as_ref().is_some_and(|arm| arm.control.is_some()),
        baseline: timing.baseline,
        end_of_treatment: timing.end_of_treatment,
        unconfirmed: unconfirmed(plan, &occasions),
        occasions,
        factors: people.factors(linked, summary),
        within: linked.within.clone(),
        covariates,
        characteristics: Vec::new(),
        outcomes,
        ledger: Default::default(),
        scales: Vec::new(),
        crossover: None,
        summaries: Some(Summaries { whole: summary.outcomes.iter().map(|own| own.whole).collect() }),
        arms: people.arms,
    })
}

/// Who stands in: every cell of any outcome, with as many participants as it has in the outcome with most.
struct People {
    arms: Vec<String>,
    /// Each cell's levels in the link, its arm in the Trial, and its first participant.
    cells: Vec<(Vec<usize>, usize, usize)>,
    arm: Vec<u32>,
    /// Each participant's cell.
    cell: Vec<usize>,
}

impl People {
    fn new(plan: &Plan, linked: &Plan, summary: &Summary) -> Option<Self> {
        let names = |plan: &Plan| plan.arm.as_ref().map(|arm| arm.levels.clone());
        let all = names(linked).unwrap_or_else(|| vec![String::new()]);
        let chosen = names(plan).unwrap_or_else(|| all.clone());
        let arms: Vec<String> = chosen.into_iter().filter(|arm| all.contains(arm)).collect();
        let mut people = Self { arms, cells: Vec::new(), arm: Vec::new(), cell: Vec::new() };
        let mut sizes: Vec<(&CellSummary, u64)> = Vec::new();
        for cell in summary.outcomes.iter().flat_map(|own| &own.cells) {
            match sizes.iter_mut().find(|(known, _)| known.at == cell.at) {
                Some((_, n)) => *n = cell.n.max(*n),
                None => sizes.push((cell, cell.n)),
            }
        }
        for (cell, n) in sizes {
            let (arm, levels) = cell.at.split_first()?;
            let fits = levels.len() == summary.factors.len()
                && levels.iter().zip(&summary.factors).all(|(&level, names)| level < names.len());
            let arm = all.get(*arm).filter(|_| fits)?;
            let Some(arm) = people.arms.iter().position(|chosen| chosen == arm) else { continue };
            let n = usize::try_from(n).ok().filter(|n| people.arm.len() + n <= MOST_VALUES)?;
            people.cells.push((cell.at.clone(), arm, people.arm.len()));
            people.cell.extend(std::iter::repeat_n(people.cells.len() - 1, n));
            people.arm.extend(std::iter::repeat_n(u32::try_from(arm).ok()?, n));
        }
        Some(people)
    }

    fn n(&self) -> usize {
        self.arm.len()
    }

    /// The first participant of a cell; `None` where its arm is left out.
    fn start(&self, cell: &CellSummary) -> Option<usize> {
        self.cells.iter().find(|(at, _, _)| *at == cell.at).map(|(_, _, start)| *start)
    }

    fn factors(&self, linked: &Plan, summary: &Summary) -> Vec<Factor> {
        let code = |cell: usize, factor: usize| {
            let level = self.cells.get(cell).and_then(|(at, _, _)| at.get(factor + 1).copied());
            level.and_then(|level| u32::try_from(level).ok())
        };
        let factors = linked.factors.iter().zip(&summary.factors).enumerate();
        let of = |(place, (name, levels)): (usize, (&String, &Vec<String>))| Factor {
            name: name.clone(),
            levels: levels.clone(),
            codes: self.cell.iter().map(|&cell| code(cell, place)).collect(),
        };
        factors.map(of).collect()
    }
}

/// Puts a participant's scores at their occasions. `None` where there are other numbers of them.
fn place(scores: &[f64], own: &OutcomeSummary, n_within: usize, values: &mut [f64]) -> Option<()> {
    for (place, &occasion) in own.occasions.iter().enumerate() {
        let given = scores.get(place * n_within..(place + 1) * n_within)?;
        values.get_mut(occasion * n_within..(occasion + 1) * n_within)?.copy_from_slice(given);
    }
    Some(())
}

/// Rows with the cell's means and cross-products. `None` where no rows have them.
fn rows(cell: &CellSummary, n_covariates: usize) -> Option<Vec<Vec<f64>>> {
    let size = cell.means.len();
    let n_measures = size.checked_sub(n_covariates)?;
    let n = usize::try_from(cell.n).ok()?;
    if cell.means.iter().any(|mean| mean.abs() > LARGEST) || cell.cross_products.shape() != (size, size) {
        return None;
    }
    // The covariates first.
    let order: Vec<usize> = (n_measures..size).chain(0..n_measures).collect();
    let factor = factor(&cell.cross_products, &order, n)?;
    let mut rows = vec![cell.means.clone(); n];
    for (column, loadings) in factor.iter().enumerate() {
        // Helmert: the first j + 1 rows against the next.
        let j = (column + 1) as f64;
        let unit = (j * (j + 1.0)).sqrt();
        for (number, row) in rows.iter_mut().enumerate().take(column + 2) {
            let z = if number <= column { 1.0 / unit } else { -j / unit };
            for (&at, loading) in order.iter().zip(loadings) {
                *row.get_mut(at)? += z * loading;
            }
        }
    }
    Some(rows)
}

/// The columns of L that are not zero, in the given order of the variables.
fn factor(products: &DMatrix<f64>, order: &[usize], n: usize) -> Option<Vec<Vec<f64>>> {
    let mut columns: Vec<Vec<f64>> = Vec::new();
    for (place, &variable) in order.iter().enumerate() {
        let diagonal = products[(variable, variable)];
        let rest = |at: usize| -> f64 {
            let known = columns.iter().map(|column| column.get(at).unwrap_or(&0.0) * column.get(place).unwrap_or(&0.0));
            products[(*order.get(at).unwrap_or(&0), variable)] - known.sum::<f64>()
        };
        let pivot = rest(place);
        if !(0.0..=LARGEST * LARGEST).contains(&diagonal) || pivot < -ROUNDING * diagonal {
            return None;
        }
        if pivot <= ROUNDING * diagonal {
            // Nothing is left of this variable, so that nothing of the others goes with it, else no rows have these products.
            let is_nothing = |at: usize| {
                let other = order.get(at).map_or(0.0, |&other| products[(other, other)]);
                rest(at).powi(2) <= GIVEN * diagonal * other
            };
            if !(place + 1..order.len()).all(is_nothing) {
                return None;
            }
            continue;
        }
        let root = pivot.sqrt();
        let column = (0..order.len()).map(|at| if at < place { 0.0 } else { rest(at) / root }).collect();
        columns.push(column);
    }
    (columns.len() < n || columns.is_empty()).then_some(columns)
}

//! The contrasts that methods ask for, in the model's terms: arms and occasions, all else weighted equally.

use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::study::Study;
use crate::model::between::unit;
use crate::model::{ContrastWeights, Grid};

/// More levels than this are not compared pair by pair.
pub const MANY_LEVELS: usize = 60;

/// Weights over a factor's levels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Over {
    /// All levels weighted equally.
    All,
    /// One level, by its place in the model.
    At(usize),
    /// Later minus earlier, by their places.
    Difference { later: usize, earlier: usize },
}

impl Over {
    pub fn weights(self, levels: usize) -> Vec<f64> {
        match self {
            Over::All => vec![1.0 / levels as f64; levels],
            Over::At(at) => unit(levels, at),
            Over::Difference { later, earlier } => {
                unit(levels, later).iter().zip(unit(levels, earlier)).map(|(a, b)| a - b).collect()
            }
        }
    }
}

/// The contrast over arms and occasions.
pub fn contrast(grid: &Grid, arms: Over, occasions: Over) -> ContrastWeights {
    ContrastWeights { between: over_arms(grid, arms), measures: over_occasions(grid, occasions) }
}

/// Weights between participants: over arms as asked, further factors equally.
pub fn over_arms(grid: &Grid, arms: Over) -> Vec<Vec<f64>> {
    let mut between = grid.between_average();
    if let Some(first) = between.first_mut() {
        *first = arms.weights(first.len());
    }
    between
}

/// Weights over the measures: over occasions as asked, further within factors equally.
pub fn over_occasions(grid: &Grid, occasions: Over) -> Vec<f64> {
    occasions_weighted(grid, |levels| occasions.weights(levels))
}

/// The same for any weights over the occasions.
pub fn occasions_weighted(grid: &Grid, weights: impl FnOnce(usize) -> Vec<f64>) -> Vec<f64> {
    let mut within = grid.within_average();
    if let Some(first) = within.first_mut() {
        *first = weights(first.len());
    }
    grid.measures(&within)
}

/// All pairs of places, (later, earlier), in the order of the levels.
pub fn pairs(levels: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..levels).flat_map(move |earlier| (earlier + 1..levels).map(move |later| (later, earlier)))
}

impl Study<'_> {
    /// The trial's index of the arm at that place of the model.
    pub fn arm_at(&self, place: usize) -> usize {
        self.arms.get(place).copied().unwrap_or(0)
    }

    pub fn occasion_at(&self, place: usize) -> usize {
        self.occasions.get(place).copied().unwrap_or(0)
    }
}

/// A contrast that is to be compared, before its family is known.
pub struct NamedContrast {
    pub compared: Compared,
    pub contrast: ContrastWeights,
}

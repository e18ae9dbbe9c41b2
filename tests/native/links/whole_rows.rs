//! Whole scores by their sums and products: a search that knows nothing else of the rows, and one that makes other rows of
//! the same sums from some that are known.

use std::collections::{BTreeSet, VecDeque};

use nalgebra::{DMatrix, DVector};
use prepost::share::CellSummary;

pub type Row = Vec<i64>;

/// n, the sums and the sums of products of some whole scores: what a link says of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sums {
    pub n: usize,
    pub sums: Vec<i64>,
    pub products: Vec<Vec<i64>>,
}

impl Sums {
    pub fn of(rows: &[Row]) -> Self {
        let d = rows.first().map_or(0, Vec::len);
        let product = |a: usize, b: usize| rows.iter().map(|row| row[a] * row[b]).sum();
        Self {
            n: rows.len(),
            sums: (0..d).map(|at| rows.iter().map(|row| row[at]).sum()).collect(),
            products: (0..d).map(|a| (0..d).map(|b| product(a, b)).collect()).collect(),
        }
    }

    /// Of a cell of a link, exactly.
    pub fn of_cell(cell: &CellSummary) -> Self {
        let (n, d) = (cell.n as f64, cell.means.len());
        let sums: Vec<i64> = cell.means.iter().map(|mean| (mean * n).round() as i64).collect();
        let product = |a: usize, b: usize| (cell.cross_products[(a, b)] + n * cell.means[a] * cell.means[b]).round();
        let products = (0..d).map(|a| (0..d).map(|b| product(a, b) as i64).collect()).collect();
        Self { n: cell.n as usize, sums, products }
    }

    fn means(&self) -> DVector<f64> {
        DVector::from_iterator(self.sums.len(), self.sums.iter().map(|sum| *sum as f64 / self.n as f64))
    }

    /// The inverse of the cross-products.
    fn metric(&self) -> DMatrix<f64> {
        let means = self.means();
        let cross = |a: usize, b: usize| self.products[a][b] as f64 - self.n as f64 * means[a] * means[b];
        DMatrix::from_fn(means.len(), means.len(), cross).try_inverse().expect("columns that differ")
    }
}

/// All sets of rows with scores from 0 to `most` that have these sums, of one participant more than scores: then every row
/// x has (x − m)′C⁻¹(x − m) = (n − 1)/n, and every two rows (x − m)′C⁻¹(y − m) = −1/n.
pub fn solve_on_surface(sums: &Sums, most: i64) -> Vec<Vec<Row>> {
    assert_eq!(sums.n, sums.sums.len() + 1);
    let (means, metric) = (sums.means(), sums.metric());
    let candidates = on_ellipsoid(&means, &metric, (sums.n as f64 - 1.0) / sums.n as f64, most);
    let off: Vec<DVector<f64>> = candidates.iter().map(|row| off(row, &means)).collect();
    let fits = |a: usize, b: usize| ((off[a].transpose() * &metric * &off[b]).sum() + 1.0 / sums.n as f64).abs() < 1e-6;
    let mut found = Vec::new();
    complete(&mut Vec::new(), &(0..candidates.len()).collect::<Vec<_>>(), sums.n, &fits, &mut |chosen| {
        let rows: Vec<Row> = chosen.iter().map(|&at| candidates[at].clone()).collect();
        if Sums::of(&rows) == *sums {
            found.push(rows);
        }
    });
    found
}

fn off(row: &[i64], means: &DVector<f64>) -> DVector<f64> {
    DVector::from_iterator(row.len(), row.iter().zip(means.iter()).map(|(score, mean)| *score as f64 - mean))
}

/// Every choice of `n` of which each two fit.
fn complete(
    chosen: &mut Vec<usize>,
    left: &[usize],
    n: usize,
    fits: &dyn Fn(usize, usize) -> bool,
    take: &mut dyn FnMut(&[usize]),
) {
    if chosen.len() == n {
        return take(chosen);
    }
    for (place, &next) in left.iter().enumerate() {
        if chosen.len() + left.len() - place < n {
            return;
        }
        let rest: Vec<usize> = left[place + 1..].iter().copied().filter(|&other| fits(next, other)).collect();
        chosen.push(next);
        complete(chosen, &rest, n, fits, take);
        chosen.pop();
    }
}

/// All rows of scores from 0 to `most` at a distance of `size` from the mean (Fincke & Pohst, 1985).
fn on_ellipsoid(means: &DVector<f64>, metric: &DMatrix<f64>, size: f64, most: i64) -> Vec<Row> {
    let upper = metric.clone().cholesky().expect("a metric").l().transpose();
    let mut found = Vec::new();
    descend(&upper, means, size, most, &mut vec![0; means.len()], means.len(), &mut found);
    found
}

/// Fills the places below `at`, the last first; `left` is what the places above leave of the size.
fn descend(
    upper: &DMatrix<f64>,
    means: &DVector<f64>,
    left: f64,
    most: i64,
    row: &mut Row,
    at: usize,
    found: &mut Vec<Row>,
) {
    const ROUNDING: f64 = 1e-7;
    let Some(place) = at.checked_sub(1) else {
        if left.abs() < ROUNDING {
            found.push(row.clone());
        }
        return;
    };
    let known: f64 = (at..row.len()).map(|above| upper[(place, above)] * (row[above] as f64 - means[above])).sum();
    let (centre, half) = (means[place] - known / upper[(place, place)], left.max(0.0).sqrt() / upper[(place, place)]);
    let (low, high) = ((centre - half - ROUNDING).ceil() as i64, (centre + half + ROUNDING).floor() as i64);
    for score in low.max(0)..=high.min(most) {
        row[place] = score;
        let part = upper[(place, place)] * (score as f64 - centre);
        if part * part <= left + ROUNDING {
            descend(upper, means, left - part * part, most, row, place, found);
        }
    }
}

/// Whole vectors of sum zero across which rows may be reflected.
pub fn planes(n: usize, largest: i64, longest: i64) -> Vec<Vec<i64>> {
    let mut found = Vec::new();
    add_planes(&mut Vec::new(), n, [0, longest], largest, &mut found);
    // Two rows change places across a plane of length 2.
    found.retain(|plane| plane.iter().map(|part| part * part).sum::<i64>() > 2);
    found
}

fn add_planes(plane: &mut Vec<i64>, n: usize, [sum, left]: [i64; 2], largest: i64, found: &mut Vec<Vec<i64>>) {
    if plane.len() == n {
        // One of each plane and its opposite.
        if sum == 0 && plane.iter().find(|part| **part != 0).is_some_and(|first| *first > 0) {
            found.push(plane.clone());
        }
        return;
    }
    for part in (-largest..=largest).filter(|part| part * part <= left) {
        plane.push(part);
        add_planes(plane, n, [sum + part, left - part * part], largest, found);
        plane.pop();
    }
}

/// Sets of rows with the same sums and scores from `low` to `high`, up to `most` of them, the given one among them:
/// X − u (2/u′u) u′X has the sums and products of X where u sums to zero, and is whole where u′u divides 2u′X.
pub fn with_the_same_sums(rows: &[Row], planes: &[Vec<i64>], [low, high]: [i64; 2], most: usize) -> BTreeSet<Vec<Row>> {
    let mut first = rows.to_vec();
    first.sort();
    let mut known = BTreeSet::from([first.clone()]);
    let mut waiting = VecDeque::from([first]);
    while let Some(rows) = waiting.pop_front() {
        for plane in planes {
            if known.len() >= most {
                return known;
            }
            let Some(shift) = shift(&rows, plane) else { continue };
            let mut other: Vec<Row> = (rows.iter().zip(plane))
                .map(|(row, part)| row.iter().zip(&shift).map(|(score, by)| score - part * by).collect())
                .collect();
            if other.iter().flatten().all(|score| (low..=high).contains(score)) {
                other.sort();
                if known.insert(other.clone()) {
                    waiting.push_back(other);
                }
            }
        }
    }
    known
}

fn shift(rows: &[Row], plane: &[i64]) -> Option<Row> {
    let length: i64 = plane.iter().map(|part| part * part).sum();
    let along = |column: usize| 2 * plane.iter().zip(rows).map(|(part, row)| part * row[column]).sum::<i64>();
    let shift =
        (0..rows[0].len()).map(|column| Some(along(column)).filter(|sum| sum % length == 0).map(|sum| sum / length));
    shift.collect()
}

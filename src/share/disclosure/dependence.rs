//! Which columns follow from others: a total from its subscales, a change from two scores, a column that two outcomes share.
//!
//! # Formulas
//! Gram–Schmidt on centred columns of length one. A column of which less than [`NOTHING`] is left follows from those
//! before it, by the coefficients that the triangular system gives.

/// A squared share of a column that is no more than the rounding of a mean to two decimals.
const NOTHING: f64 = 1e-4;
/// A smaller coefficient, of columns of length one, is what that rounding makes of none.
const NO_COEFFICIENT: f64 = 0.03;

/// What is left of some columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dependence {
    /// The columns that do not follow from those before them.
    pub basis: Vec<usize>,
    /// The others, each with the columns of the basis that it follows from.
    pub followers: Vec<(usize, Vec<usize>)>,
}

pub fn dependence(columns: &[Vec<f64>]) -> Dependence {
    let mut found = Dependence::default();
    // Orthonormal directions, and the basis in terms of them.
    let (mut directions, mut basis_on_them): (Vec<Vec<f64>>, Vec<Vec<f64>>) = (Vec::new(), Vec::new());
    for (at, column) in columns.iter().enumerate() {
        let Some(mut rest) = unit(column) else {
            found.followers.push((at, Vec::new()));
            continue;
        };
        let mut on_them = vec![0.0; directions.len()];
        // Twice is enough: the second pass takes away what rounding left.
        for _ in 0..2 {
            for (direction, sum) in directions.iter().zip(&mut on_them) {
                let share = dot(&rest, direction);
                *sum += share;
                rest.iter_mut().zip(direction).for_each(|(own, part)| *own -= share * part);
            }
        }
        let left = dot(&rest, &rest);
        if left > NOTHING {
            let length = left.sqrt();
            rest.iter_mut().for_each(|own| *own /= length);
            directions.push(rest);
            on_them.push(length);
            basis_on_them.push(on_them);
            found.basis.push(at);
        } else {
            let coefficients = coefficients(&basis_on_them, on_them);
            let counts = found.basis.iter().zip(&coefficients).filter(|(_, own)| own.abs() > NO_COEFFICIENT);
            let from = counts.map(|(&of_basis, _)| of_basis).collect();
            found.followers.push((at, from));
        }
    }
    found
}

/// The column without its mean, of length one; `None` where nothing is left.
fn unit(column: &[f64]) -> Option<Vec<f64>> {
    let mean = column.iter().sum::<f64>() / column.len() as f64;
    let centred: Vec<f64> = column.iter().map(|value| value - mean).collect();
    let length = dot(&centred, &centred).sqrt();
    (length > 1e-12 * mean.abs().max(1e-290)).then(|| centred.iter().map(|value| value / length).collect())
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// What a column is made of, from the last column of the basis to the first.
fn coefficients(basis_on_them: &[Vec<f64>], mut on_them: Vec<f64>) -> Vec<f64> {
    let mut found = vec![0.0; basis_on_them.len()];
    for (at, own) in basis_on_them.iter().enumerate().rev() {
        let pivot = own.get(at).copied().unwrap_or(1.0);
        let share = on_them.get(at).copied().unwrap_or(0.0) / pivot;
        on_them.iter_mut().zip(own).for_each(|(rest, part)| *rest -= share * part);
        if let Some(place) = found.get_mut(at) {
            *place = share;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_total_follows_from_its_subscales_and_a_copy_from_its_like() {
        let a = vec![1.0, 4.0, 2.0, 8.0, 5.0, 7.0];
        let b = vec![3.0, 1.0, 1.0, 2.0, 9.0, 4.0];
        let total = a.iter().zip(&b).map(|(a, b)| a + b).collect();
        let found = dependence(&[a.clone(), b.clone(), total, a]);
        assert_eq!(found.basis, [0, 1]);
        assert_eq!(found.followers, [(2, vec![0, 1]), (3, vec![0])]);
        assert_eq!(dependence(&[b, vec![2.0; 6]]).followers, [(1, vec![])]);
    }
}

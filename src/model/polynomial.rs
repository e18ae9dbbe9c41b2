//! Trends over equally spaced levels, for any number of levels.

/// Trends above this degree are not reported, as in emmeans.
pub const HIGHEST_DEGREE: usize = 6;

/// Integer coefficients of the trend of a degree over `levels` equally spaced levels, without a common divisor and
/// rising at the end, as in the tables of textbooks and emmeans. `None` where the degree needs more levels.
///
/// They are Gram's polynomials (discrete Chebyshev): `t_n(x) = Σ_k (−1)^(n−k) C(N−1−k, n−k) C(n+k, n) C(x, k)`.
pub fn integer(levels: usize, degree: usize) -> Option<Vec<f64>> {
    if degree == 0 || degree >= levels || degree > HIGHEST_DEGREE {
        return None;
    }
    let (levels, degree) = (i128::try_from(levels).ok()?, i128::try_from(degree).ok()?);
    let value = |x: i128| -> Option<i128> {
        (0..=degree).try_fold(0i128, |sum, k| {
            let sign = if (degree - k) % 2 == 0 { 1 } else { -1 };
            let size = choose(levels - 1 - k, degree - k)?
                .checked_mul(choose(degree + k, degree)?)?
                .checked_mul(choose(x, k)?)?;
            sum.checked_add(sign * size)
        })
    };
    let values: Vec<i128> = (0..levels).map(value).collect::<Option<_>>()?;
    let divisor = values.iter().fold(0, |a, &b| gcd(a, b));
    // Exact: the tables' coefficients are far below 2^53.
    Some(values.iter().map(|v| (v / divisor.max(1)) as f64).collect())
}

fn choose(n: i128, k: i128) -> Option<i128> {
    if k < 0 || n < k {
        return Some(0);
    }
    (0..k).try_fold(1i128, |product, i| Some(product.checked_mul(n - i)? / (i + 1)))
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_those_of_emmeans() {
        // emmeans:::poly.emmc of emmeans 1.8.4.1.
        let tables: [(usize, usize, &[f64]); 9] = [
            (2, 1, &[-1.0, 1.0]),
            (3, 2, &[1.0, -2.0, 1.0]),
            (4, 3, &[-1.0, 3.0, -3.0, 1.0]),
            (5, 2, &[2.0, -1.0, -2.0, -1.0, 2.0]),
            (6, 3, &[-5.0, 7.0, 4.0, -4.0, -7.0, 5.0]),
            (7, 6, &[1.0, -6.0, 15.0, -20.0, 15.0, -6.0, 1.0]),
            (8, 5, &[-7.0, 23.0, -17.0, -15.0, 15.0, 17.0, -23.0, 7.0]),
            (10, 6, &[3.0, -11.0, 10.0, 6.0, -8.0, -8.0, 6.0, 10.0, -11.0, 3.0]),
            (12, 5, &[-33.0, 57.0, 21.0, -29.0, -44.0, -20.0, 20.0, 44.0, 29.0, -21.0, -57.0, 33.0]),
        ];
        for (levels, degree, wanted) in tables {
            assert_eq!(integer(levels, degree).as_deref(), Some(wanted), "{levels} levels, degree {degree}");
        }
        assert_eq!(integer(3, 3), None);
        assert_eq!(integer(1, 1), None);
    }
}

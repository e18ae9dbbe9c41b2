//! The largest entropy that a score can have, given its mean, its variance and how many values it can take.

/// Beyond so many values the bounds of a score make no difference that counts.
const MOST_VALUES: f64 = 1_000.0;

/// In bits, of a score of 0, 1, …, `n_values` − 1: that of the distribution exp(ax + bx²), whose a and b give mean and
/// variance (Newton's method on the convex dual); never more than that of a normal score, or of one that takes all values
/// alike.
pub fn largest_entropy(mean: f64, variance: f64, n_values: f64) -> f64 {
    let normal = 0.5 * (std::f64::consts::TAU * std::f64::consts::E * variance).log2();
    let bound = normal.min(n_values.log2());
    if !(2.0..=MOST_VALUES).contains(&n_values) || variance <= 0.0 {
        return bound;
    }
    let offsets: Vec<f64> = (0..n_values as u32).map(|value| f64::from(value) - mean).collect();
    let sd = variance.sqrt();
    // In units of the standard deviation, so that both parameters are of one size.
    let features: Vec<[f64; 2]> = offsets.iter().map(|x| [x / sd, x * x / variance - 1.0]).collect();
    let mut parameters = [0.0, -0.5];
    let mut at = dual(&features, parameters);
    for _ in 0..60 {
        let [[aa, ab], [_, bb]] = at.curvature;
        let determinant = aa * bb - ab * ab;
        if at.gradient.iter().all(|part| part.abs() < 1e-9) || determinant <= 0.0 {
            break;
        }
        let [a, b] = at.gradient;
        let step = [(bb * a - ab * b) / determinant, (aa * b - ab * a) / determinant];
        let mut length = 1.0;
        let next = loop {
            let tried = [parameters[0] - length * step[0], parameters[1] - length * step[1]];
            let there = dual(&features, tried);
            if there.value <= at.value || length < 1e-6 {
                break (tried, there);
            }
            length /= 2.0;
        };
        (parameters, at) = next;
    }
    // At the minimum the dual is the entropy.
    bound.min(at.value / std::f64::consts::LN_2)
}

/// ln Σ exp(θ′t) with its gradient and curvature: the dual of the entropy.
struct Dual {
    value: f64,
    gradient: [f64; 2],
    curvature: [[f64; 2]; 2],
}

fn dual(features: &[[f64; 2]], [a, b]: [f64; 2]) -> Dual {
    let exponents = || features.iter().map(move |[x, y]| a * x + b * y);
    let largest = exponents().fold(f64::NEG_INFINITY, f64::max);
    let (mut sum, mut first, mut second) = (0.0, [0.0; 2], [0.0; 3]);
    for ([x, y], exponent) in features.iter().zip(exponents()) {
        let weight = (exponent - largest).exp();
        sum += weight;
        first = [first[0] + weight * x, first[1] + weight * y];
        second = [second[0] + weight * x * x, second[1] + weight * x * y, second[2] + weight * y * y];
    }
    let gradient = first.map(|part| part / sum);
    let [aa, ab, bb] = second.map(|part| part / sum);
    let [x, y] = gradient;
    let curvature = [[aa - x * x, ab - x * y], [ab - x * y, bb - y * y]];
    Dual { value: largest + sum.ln(), gradient, curvature }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_all_values_alike_of_a_normal_score_and_at_the_edges() {
        // Eleven values alike.
        assert!((largest_entropy(5.0, 10.0, 11.0) - 11f64.log2()).abs() < 1e-9);
        // Far from the edges a normal score, whose entropy is ½ log₂ 2πe σ².
        assert!((largest_entropy(50.0, 25.0, 101.0) - 0.5 * (17.079_468_445_347_1 * 25.0_f64).log2()).abs() < 1e-6);
        // As many at 0 as at 10: one bit.
        assert!((largest_entropy(5.0, 25.0, 11.0) - 1.0).abs() < 0.02);
        assert!(largest_entropy(5.0, 15.0, 11.0) < 11f64.log2() - 0.1);
    }
}

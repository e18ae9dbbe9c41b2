//! The part `c(φ)` of a structure's Σ, element by element, with its derivatives.

use super::structure::{Shape, Structure};

/// A structure's c at some φ.
pub enum Core<'a> {
    /// The rows of T below the diagonal, one after another.
    Cholesky(&'a [f64]),
    /// ρ of each lag, with its two derivatives.
    Toeplitz(Vec<[f64; 3]>),
    /// ρ of lag one.
    Autoregressive([f64; 3]),
    /// ρ of any two occasions.
    Exchangeable([f64; 3]),
    /// The ratio of standard deviations.
    Intercept(f64),
    /// Λ₁₁, Λ₂₁, Λ₂₂, and the times.
    Slope([f64; 3], &'a [f64]),
}

impl<'a> Core<'a> {
    pub fn new(shape: &'a Shape, phi: &'a [f64]) -> Self {
        let first = phi.first().copied().unwrap_or(0.0);
        let at = |k: usize| phi.get(k).copied().unwrap_or(0.0);
        match &shape.structure {
            Structure::Unstructured => Core::Cholesky(phi),
            Structure::Toeplitz(_) => Core::Toeplitz(phi.iter().map(|&x| correlation(x)).collect()),
            Structure::Autoregressive(_) => Core::Autoregressive(correlation(first)),
            Structure::CompoundSymmetry(_) => Core::Exchangeable(exchangeable(first, shape.n_occasions)),
            Structure::RandomIntercept => Core::Intercept(first),
            Structure::RandomSlope(times) => Core::Slope([first, at(1), at(2)], times),
        }
    }

    /// `T_aj`.
    fn triangle(phi: &[f64], a: usize, j: usize) -> f64 {
        if a == j { 1.0 } else { phi.get(below(a, j)).copied().unwrap_or(0.0) }
    }

    /// `c_ab`, `a ≥ b`.
    pub fn value(&self, a: usize, b: usize) -> f64 {
        let identity = if a == b { 1.0 } else { 0.0 };
        match self {
            Core::Cholesky(phi) => (0..=b).map(|j| Self::triangle(phi, a, j) * Self::triangle(phi, b, j)).sum(),
            Core::Intercept(ratio) => identity + ratio * ratio,
            Core::Slope([one, two, three], times) => {
                let (s, t) = (time(times, a), time(times, b));
                identity + (one + two * s) * (one + two * t) + three * three * s * t
            }
            _ if a == b => 1.0,
            Core::Toeplitz(lags) => lags.get(a - b - 1).map_or(f64::NAN, |rho| rho[0]),
            Core::Autoregressive([rho, ..]) => rho.powi((a - b) as i32),
            Core::Exchangeable([rho, ..]) => *rho,
        }
    }

    /// `∂c_ab/∂φ_k` with its k, where it is not zero.
    pub fn slopes(&self, a: usize, b: usize) -> Vec<(usize, f64)> {
        match self {
            Core::Cholesky(phi) if a == b => (0..a).map(|j| (below(a, j), 2.0 * Self::triangle(phi, a, j))).collect(),
            Core::Cholesky(phi) => {
                let upper = (0..=b).map(|j| (below(a, j), Self::triangle(phi, b, j)));
                upper.chain((0..b).map(|j| (below(b, j), Self::triangle(phi, a, j)))).collect()
            }
            Core::Intercept(ratio) => vec![(0, 2.0 * ratio)],
            Core::Slope([one, two, three], times) => {
                let (s, t) = (time(times, a), time(times, b));
                let (p, q) = (one + two * s, one + two * t);
                vec![(0, p + q), (1, s * q + t * p), (2, 2.0 * three * s * t)]
            }
            _ if a == b => Vec::new(),
            Core::Toeplitz(lags) => lags.get(a - b - 1).map(|rho| (a - b - 1, rho[1])).into_iter().collect(),
            Core::Autoregressive([rho, slope, _]) => {
                let h = (a - b) as i32;
                vec![(0, f64::from(h) * rho.powi(h - 1) * slope)]
            }
            Core::Exchangeable([_, slope, _]) => vec![(0, *slope)],
        }
    }

    /// `∂²c_ab/∂φ_k∂φ_l` with its k and l, each pair once, where it is not zero.
    pub fn curvatures(&self, a: usize, b: usize) -> Vec<(usize, usize, f64)> {
        match self {
            Core::Cholesky(_) if a == b => (0..a).map(|j| (below(a, j), below(a, j), 2.0)).collect(),
            Core::Cholesky(_) => (0..b).map(|j| (below(a, j), below(b, j), 1.0)).collect(),
            Core::Intercept(_) => vec![(0, 0, 2.0)],
            Core::Slope(_, times) => {
                let (s, t) = (time(times, a), time(times, b));
                vec![(0, 0, 2.0), (0, 1, s + t), (1, 1, 2.0 * s * t), (2, 2, 2.0 * s * t)]
            }
            _ if a == b => Vec::new(),
            Core::Toeplitz(lags) => lags.get(a - b - 1).map(|rho| (a - b - 1, a - b - 1, rho[2])).into_iter().collect(),
            Core::Autoregressive([rho, slope, curvature]) => {
                let h = (a - b) as i32;
                let of_power = if h > 1 { f64::from(h * (h - 1)) * rho.powi(h - 2) * slope * slope } else { 0.0 };
                vec![(0, 0, of_power + f64::from(h) * rho.powi(h - 1) * curvature)]
            }
            Core::Exchangeable([.., curvature]) => vec![(0, 0, *curvature)],
        }
    }
}

/// The place of `T_aj` among the rows below the diagonal.
fn below(a: usize, j: usize) -> usize {
    a * a.saturating_sub(1) / 2 + j
}

fn time(times: &[f64], occasion: usize) -> f64 {
    times.get(occasion).copied().unwrap_or(0.0)
}

/// ρ = x/√(1 + x²) and its two derivatives.
fn correlation(x: f64) -> [f64; 3] {
    let square = 1.0 + x * x;
    let root = square.sqrt();
    [x / root, 1.0 / (square * root), -3.0 * x / (square * square * root)]
}

/// ρ between −1/(m − 1) and 1, and its two derivatives.
fn exchangeable(x: f64, n_occasions: usize) -> [f64; 3] {
    let least = 1.0 / (n_occasions.max(2) - 1) as f64;
    let share = 1.0 / (1.0 + (-x).exp());
    let slope = (1.0 + least) * share * (1.0 - share);
    [(1.0 + least) * share - least, slope, slope * (1.0 - 2.0 * share)]
}

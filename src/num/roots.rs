//! The root of a function between two points where it has opposite signs.
//!
//! # Formulas
//! Inverse quadratic interpolation where Chandrupatla's criterion accepts it, else bisection: the iterate cannot leave the
//! bracket, and halves it at least every other step.
//!
//! # References
//! Chandrupatla, T. R. (1997). A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function
//! without using derivatives. *Advances in Engineering Software, 28*(3), 145–149.
//! <https://doi.org/10.1016/S0965-9978(96)00051-8>

/// Why no root was returned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NoRoot {
    /// The function has the same sign, or no value, at both ends.
    NotBracketed { at_low: f64, at_high: f64 },
    /// The function has no value at this point inside the bracket.
    NotANumber { at: f64 },
    /// The bracket is still this wide after the largest number of steps.
    TooManySteps { low: f64, high: f64 },
}

/// Bisection alone needs about 1 100 steps from one end of the doubles to the other; interpolation takes about ten.
const STEPS_MAX: usize = 2_500;

/// The point between `low` and `high` where `f` changes sign, to about `tolerance` (absolute) or the spacing of doubles.
///
/// `f` may be infinite, but not `NaN`.
///
/// # Errors
/// [`NoRoot`] says why the search stopped.
///
/// ```
/// use prepost::num::roots::root;
/// let sqrt_two = root(|x| x * x - 2.0, (0.0, 2.0), 0.0);
/// assert!((sqrt_two.unwrap() - 2f64.sqrt()).abs() < 1e-15);
/// ```
pub fn root(mut f: impl FnMut(f64) -> f64, (low, high): (f64, f64), tolerance: f64) -> Result<f64, NoRoot> {
    // `newest` and `opposite` bracket the root; `previous` is the end that was dropped last.
    let (mut newest, mut opposite) = (low, high);
    let (mut f_newest, mut f_opposite) = (f(low), f(high));
    if f_newest == 0.0 {
        return Ok(low);
    }
    if f_opposite == 0.0 {
        return Ok(high);
    }
    let opposite_signs = (f_newest < 0.0 && 0.0 < f_opposite) || (f_opposite < 0.0 && 0.0 < f_newest);
    if !opposite_signs {
        return Err(NoRoot::NotBracketed { at_low: f_newest, at_high: f_opposite });
    }
    let mut step = 0.5;
    for _ in 0..STEPS_MAX {
        let at = newest + step * (opposite - newest);
        let f_at = f(at);
        if f_at.is_nan() {
            return Err(NoRoot::NotANumber { at });
        }
        let previous;
        let f_previous;
        if (f_at < 0.0) == (f_newest < 0.0) {
            (previous, f_previous) = (newest, f_newest);
        } else {
            (previous, f_previous) = (opposite, f_opposite);
            (opposite, f_opposite) = (newest, f_newest);
        }
        (newest, f_newest) = (at, f_at);

        let best = if f_newest.abs() < f_opposite.abs() { newest } else { opposite };
        let width = (opposite - newest).abs();
        let resolution = 2.0 * f64::EPSILON * best.abs() + 0.5 * tolerance + f64::MIN_POSITIVE;
        if f_newest == 0.0 {
            return Ok(newest);
        }
        if width <= 2.0 * resolution {
            return Ok(best);
        }
        let margin = (resolution / width).min(0.5);
        let interpolated = interpolation([newest, opposite, previous], [f_newest, f_opposite, f_previous]);
        step = interpolated.unwrap_or(0.5).clamp(margin, 1.0 - margin);
    }
    Err(NoRoot::TooManySteps { low: newest.min(opposite), high: newest.max(opposite) })
}

/// The fraction of the way from x₁ to x₂ at which inverse quadratic interpolation places the root; `None` where it is not
/// monotone (Chandrupatla, 1997).
fn interpolation([x1, x2, x3]: [f64; 3], [f1, f2, f3]: [f64; 3]) -> Option<f64> {
    let xi = (x1 - x2) / (x3 - x2);
    let phi = (f1 - f2) / (f3 - f2);
    let safe = phi * phi < xi && (1.0 - phi) * (1.0 - phi) < 1.0 - xi;
    if !safe {
        return None;
    }
    let share = f1 / (f2 - f1) * f3 / (f2 - f3) + (x3 - x1) / (x2 - x1) * f1 / (f3 - f1) * f2 / (f3 - f2);
    share.is_finite().then_some(share)
}

/// The root of a smooth decreasing function between `low` and `high`, from `start` on, by Newton's steps inside a bracket.
///
/// `f` gives value and slope; the value may be infinite. A step that leaves the bracket, or comes after thirty others,
/// is replaced by a bisection, so that it converges wherever there is a root.
///
/// # Errors
/// [`NoRoot`] says why the search stopped.
pub(super) fn root_of_falling(
    mut f: impl FnMut(f64) -> (f64, f64),
    start: f64,
    (mut low, mut high): (f64, f64),
) -> Result<f64, NoRoot> {
    let mut at = if low < start && start < high { start } else { 0.5 * (low + high) };
    // The value at an end is computed only when a step reaches it.
    let mut ends_known = [false; 2];
    for step in 0..STEPS_MAX {
        let (value, slope) = f(at);
        if value.is_nan() {
            return Err(NoRoot::NotANumber { at });
        }
        if value == 0.0 {
            return Ok(at);
        }
        if value > 0.0 {
            (low, ends_known[0]) = (at, true);
        } else {
            (high, ends_known[1]) = (at, true);
        }
        let newton = at - value / slope;
        // Newton's method converges quadratically: after so small a step the error is below the spacing of doubles.
        if (newton - at).abs() <= 1e-10 {
            return Ok(newton);
        }
        if high - low <= 2.0 * f64::EPSILON * low.abs().max(high.abs()) {
            return Ok(at);
        }
        let inside = low < newton && newton < high && step < 30;
        at = if inside { newton } else { 0.5 * (low + high) };
        let next_to_end = (at - low).min(high - at) <= 1e-9 * (1.0 + at.abs());
        if next_to_end && !(ends_known[0] && ends_known[1]) {
            let (at_low, at_high) = (f(low).0, f(high).0);
            if !(at_low > 0.0 && at_high < 0.0) {
                return Err(NoRoot::NotBracketed { at_low, at_high });
            }
            ends_known = [true; 2];
        }
    }
    Err(NoRoot::TooManySteps { low, high })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easy_flat_and_steep_functions_reach_the_spacing_of_doubles() {
        type Case = (fn(f64) -> f64, f64, f64, f64);
        let cases: [Case; 5] = [
            (|x| x.cos() - x, 0.0, 1.0, 0.739_085_133_215_160_6),
            (|x| (x - 0.3).powi(9), -1.0, 4.0, 0.3),
            (|x| (1e3 * (x - 0.2)).tanh(), -5.0, 7.0, 0.2),
            (|x| x.ln() + 700.0, 1e-308, 1e308, (-700f64).exp()),
            (|x| if x < 0.7 { f64::NEG_INFINITY } else { 1.0 }, 0.0, 1.0, 0.7),
        ];
        for (f, low, high, expected) in cases {
            let actual = root(f, (low, high), 0.0).unwrap();
            assert!((actual - expected).abs() <= 4e-15 * expected.abs() + 1e-16, "{actual} against {expected}");
        }
    }

    #[test]
    fn bracketed_newton_finds_a_root_or_reports_that_there_is_none() {
        let cubic = |x: f64| (2.0 - x * x * x, -3.0 * x * x);
        assert!((root_of_falling(cubic, -5.0, (-10.0, 900.0)).unwrap() - 2f64.cbrt()).abs() < 1e-15);
        let cliff = |x: f64| if x < 3.0 { (1.0 - x / 4.0, -0.25) } else { (f64::NEG_INFINITY, f64::NEG_INFINITY) };
        assert!((root_of_falling(cliff, 0.0, (-700.0, 700.0)).unwrap() - 3.0).abs() < 1e-14);
        let above = root_of_falling(|x| (5.0 - 1e-9 * x, -1e-9), 0.0, (-700.0, 700.0));
        assert!(matches!(above, Err(NoRoot::NotBracketed { at_high, .. }) if at_high > 0.0));
        let below = root_of_falling(|x| (-5.0 - x.exp(), -x.exp()), 0.0, (-700.0, 700.0));
        assert!(matches!(below, Err(NoRoot::NotBracketed { at_high, .. }) if at_high < 0.0));
        assert!(matches!(root_of_falling(|x| (x * f64::NAN, -1.0), 1.0, (0.0, 2.0)), Err(NoRoot::NotANumber { .. })));
    }

    #[test]
    fn it_reports_why_there_is_no_root() {
        assert!(matches!(root(|x| x * x + 1.0, (-1.0, 1.0), 0.0), Err(NoRoot::NotBracketed { .. })));
        assert!(matches!(root(|_| f64::NAN, (-1.0, 1.0), 0.0), Err(NoRoot::NotBracketed { .. })));
        let gap = |x: f64| if x.abs() < 0.5 { f64::NAN } else { x };
        assert!(matches!(root(gap, (-1.0, 1.0), 0.0), Err(NoRoot::NotANumber { .. })));
    }
}

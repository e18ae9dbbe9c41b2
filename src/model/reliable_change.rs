//! Reliable and clinically significant change of a participant: beyond measurement error, and across a cut-off.
//!
//! # Formulas
//! - RC = (x₂ − x₁)/(SD√(2(1 − r))), a change being reliable where |RC| > 1.96 (Jacobson & Truax, 1991, p. 14)
//! - cut-offs of a dysfunctional (1) and a functional population (0), s = ±1 the direction of benefit:
//!   a = M₁ + 2s·SD₁, b = M₀ − 2s·SD₀, c = (SD₀M₁ + SD₁M₀)/(SD₀ + SD₁) (p. 13)
//!
//! # References
//! Jacobson, N. S., & Truax, P. (1991). Clinical significance: A statistical approach to defining meaningful change in
//! psychotherapy research. *Journal of Consulting and Clinical Psychology, 59*(1), 12–19.

/// The |RC| beyond which a change is reliable, as printed by Jacobson and Truax, not the normal quantile to more digits.
pub const RELIABLE: f64 = 1.96;

/// The measurement error of a score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Error {
    pub sd: f64,
    pub reliability: f64,
}

impl Error {
    /// `None` unless both leave a standard error above zero.
    pub fn new(sd: f64, reliability: f64) -> Option<Self> {
        let error = Self { sd, reliability };
        let measures = sd > 0.0 && reliability > 0.0 && reliability < 1.0;
        (measures && error.of_difference() > 0.0 && error.of_difference().is_finite()).then_some(error)
    }

    /// The standard error of measurement.
    pub fn of_measurement(&self) -> f64 {
        self.sd * (1.0 - self.reliability).sqrt()
    }

    /// The standard error of a difference of two scores.
    pub fn of_difference(&self) -> f64 {
        self.sd * (2.0 * (1.0 - self.reliability)).sqrt()
    }

    /// The change that must be exceeded to be reliable.
    pub fn critical(&self) -> f64 {
        RELIABLE * self.of_difference()
    }

    /// The reliable change index.
    pub fn index(&self, from: f64, to: f64) -> f64 {
        (to - from) / self.of_difference()
    }
}

/// Mean and SD of a population.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Population {
    pub mean: f64,
    pub sd: f64,
}

/// Two SDs from the dysfunctional mean, towards benefit.
pub fn cutoff_a(dysfunctional: Population, upward: bool) -> f64 {
    dysfunctional.mean + 2.0 * sign(upward) * dysfunctional.sd
}

/// Two SDs from the functional mean, away from benefit.
pub fn cutoff_b(functional: Population, upward: bool) -> f64 {
    functional.mean - 2.0 * sign(upward) * functional.sd
}

/// The score equally likely under both populations: each mean weighted by the other's SD.
pub fn cutoff_c(functional: Population, dysfunctional: Population) -> f64 {
    let weighted = functional.sd * dysfunctional.mean + dysfunctional.sd * functional.mean;
    weighted / (functional.sd + dysfunctional.sd)
}

fn sign(upward: bool) -> f64 {
    if upward { 1.0 } else { -1.0 }
}

/// The outcome category of a participant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// Improved, and crossed the cut-off.
    Recovered,
    Improved,
    Unchanged,
    Deteriorated,
}

impl Category {
    pub const ALL: [Self; 4] = [Self::Recovered, Self::Improved, Self::Unchanged, Self::Deteriorated];

    /// Whether the participant counts as a responder.
    pub fn responds(self) -> bool {
        matches!(self, Self::Recovered | Self::Improved)
    }
}

/// The criteria by which participants are classified.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChangeCriterion {
    pub error: Error,
    /// Without it no participant is classified as recovered.
    pub cutoff: Option<f64>,
    /// Whether higher is better.
    pub upward: bool,
}

impl ChangeCriterion {
    pub fn category(&self, from: f64, to: f64) -> Category {
        let index = sign(self.upward) * self.error.index(from, to);
        if index > RELIABLE {
            let crosses = |cutoff| !self.is_beyond(from, cutoff) && self.is_beyond(to, cutoff);
            if self.cutoff.is_some_and(crosses) { Category::Recovered } else { Category::Improved }
        } else if index < -RELIABLE {
            Category::Deteriorated
        } else {
            Category::Unchanged
        }
    }

    /// Whether a score lies on the functional side of the cut-off.
    pub fn is_beyond(&self, score: f64, cutoff: f64) -> bool {
        if self.upward { score > cutoff } else { score < cutoff }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Jacobson and Truax (1991, pp. 13–14): a client from 32.5 to 47.5, reliability .80; the dysfunctional mean 40, the
    /// functional mean 60, both SDs 7.5.
    #[test]
    fn the_example_of_jacobson_and_truax() {
        let error = Error::new(7.5, 0.80).expect("an error");
        assert!((error.of_measurement() - 3.35).abs() < 0.005);
        assert!((error.of_difference() - 4.74).abs() < 0.005);
        assert!((error.index(32.5, 47.5) - 3.16).abs() < 0.005);
        let (functional, dysfunctional) = (Population { mean: 60.0, sd: 7.5 }, Population { mean: 40.0, sd: 7.5 });
        assert_eq!(cutoff_a(dysfunctional, true), 55.0);
        assert_eq!(cutoff_b(functional, true), 45.0);
        assert_eq!(cutoff_c(functional, dysfunctional), 50.0);
        let rule = ChangeCriterion { error, cutoff: Some(50.0), upward: true };
        assert_eq!(rule.category(32.5, 47.5), Category::Improved);
        assert_eq!(rule.category(32.5, 50.5), Category::Recovered);
    }

    #[test]
    fn no_error_leaves_nothing_to_compare_with() {
        for (sd, reliability) in [(0.0, 0.8), (f64::NAN, 0.8), (7.5, 1.0), (7.5, 0.0), (7.5, -0.2), (7.5, 1.1)] {
            assert_eq!(Error::new(sd, reliability), None);
        }
    }
}

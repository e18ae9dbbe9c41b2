//! Whether a comparison is significant: the one place that decides it.

/// The significance level of every test.
pub const ALPHA: f64 = 0.05;

/// Whether p is below [`ALPHA`]; NaN is not significant.
pub fn is_significant(p: f64) -> bool {
    p < ALPHA
}

/// A comparison under the adjustment of its family: the statistics that a report prints and that decide its significance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    pub low: f64,
    pub high: f64,
    /// Unadjusted.
    pub p: f64,
    /// `None` where nothing is adjusted.
    pub adjusted: Option<f64>,
    /// Whether the interval holds for the whole family at once, or nothing is adjusted.
    pub simultaneous: bool,
}

impl Judged {
    /// The adjusted p where there is one.
    pub fn leading_p(&self) -> f64 {
        self.adjusted.unwrap_or(self.p)
    }

    /// By the interval where it goes with the adjustment, else by the adjusted p.
    pub fn is_shown(&self) -> bool {
        match self.adjusted {
            Some(p) if !self.simultaneous => is_significant(p),
            _ => excludes_zero(self.low, self.high),
        }
    }
}

pub fn excludes_zero(low: f64, high: f64) -> bool {
    low > 0.0 || high < 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unadjusted_interval_does_not_decide_for_its_family() {
        let alone = Judged { low: 0.1, high: 0.9, p: 0.03, adjusted: None, simultaneous: true };
        assert!(alone.is_shown());
        // Holm has no interval: the table prints the unadjusted one, and the adjusted p decides.
        let holm = Judged { adjusted: Some(0.06), simultaneous: false, ..alone };
        assert!(!holm.is_shown() && holm.leading_p() == 0.06);
        assert!(!Judged { low: f64::NAN, high: f64::NAN, ..alone }.is_shown());
    }
}

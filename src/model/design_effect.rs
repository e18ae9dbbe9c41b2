//! How treating one of two arms in groups inflates the variance of their difference.
//!
//! # Formulas
//! With therapy groups of m participants and an intraclass correlation ρ in the treated arm only, the variance of the
//! difference is that without groups times `k(ρ) = [(1 + (m − 1)ρ)/n_T + 1/n_C]/(1/n_T + 1/n_C)` (Moerbeek & Wong, 2008;
//! Roberts & Roberts, 2005). An interval `estimate ∓ h` then is `estimate ∓ h√k`, and reaches zero at
//! `k = (estimate/h)²`.
//!
//! # References
//! Moerbeek, M., & Wong, W. K. (2008). Sample size formulae for trials comparing group and individual treatments in a
//! multilevel model. *Statistics in Medicine, 27*(15), 2850–2864.
//! Roberts, C., & Roberts, S. A. (2005). Design and analysis of clinical trials with clustering effects due to treatment.
//! *Clinical Trials, 2*(2), 152–162.

/// One arm treated in groups against one that was not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grouped {
    pub n_treated: f64,
    pub n_control: f64,
    /// Participants in a therapy group, at least two.
    pub group_size: f64,
}

/// The intraclass correlation at which an interval reaches zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reach {
    /// The interval includes zero without clustering.
    Already,
    At(f64),
    /// The interval excludes zero even at a correlation of one.
    Never,
}

impl Grouped {
    /// `k(ρ)`.
    pub fn factor(&self, icc: f64) -> f64 {
        let (treated, control) = (1.0 / self.n_treated, 1.0 / self.n_control);
        ((1.0 + (self.group_size - 1.0) * icc) * treated + control) / (treated + control)
    }

    /// Where the interval `estimate ∓ half_width` reaches zero; `None` where there is no such interval.
    pub fn reach(&self, estimate: f64, half_width: f64) -> Option<Reach> {
        let usable = estimate.is_finite() && half_width.is_finite() && half_width >= 0.0 && self.group_size > 1.0;
        if !usable || self.n_treated <= 0.0 || self.n_control <= 0.0 {
            return None;
        }
        if estimate.abs() <= half_width {
            return Some(Reach::Already);
        }
        let factor = (estimate / half_width).powi(2);
        // k(ρ) − 1 = (m − 1)ρ·n_C/(n_T + n_C).
        let icc = (factor - 1.0) * (self.n_treated + self.n_control) / (self.n_control * (self.group_size - 1.0));
        Some(if icc <= 1.0 { Reach::At(icc) } else { Reach::Never })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWENTY: Grouped = Grouped { n_treated: 20.0, n_control: 20.0, group_size: 10.0 };

    #[test]
    fn by_hand() {
        // (1 + 9·.1)/20 + 1/20 = 2.9/20 over 2/20.
        assert!((TWENTY.factor(0.1) - 1.45).abs() < 1e-15);
        // Twice the half-width: (1 + 9ρ + 1)/2 = 4, ρ = 2/3.
        let Some(Reach::At(icc)) = TWENTY.reach(-4.0, 2.0) else { panic!("it reaches zero") };
        assert!((icc - 2.0 / 3.0).abs() < 1e-15);
        // Unequal arms: 30 in the treated, 15 in the control: k = [(1 + 4ρ)/30 + 2/30]/(3/30) = (3 + 4ρ)/3 = 1.21.
        let unequal = Grouped { n_treated: 30.0, n_control: 15.0, group_size: 5.0 };
        let Some(Reach::At(icc)) = unequal.reach(1.1, 1.0) else { panic!("it reaches zero") };
        assert!((icc - 0.1575).abs() < 1e-14);
    }

    #[test]
    fn some_intervals_hold_zero_already_and_some_never_do() {
        assert_eq!(TWENTY.reach(1.0, 1.0), Some(Reach::Already));
        assert_eq!(TWENTY.reach(0.0, 1.0), Some(Reach::Already));
        // k(1) = (10 + 1)/2 = 5.5.
        assert_eq!(TWENTY.reach(5.5_f64.sqrt() * 1.001, 1.0), Some(Reach::Never));
        assert_eq!(TWENTY.reach(1.0, 0.0), Some(Reach::Never));
        assert_eq!(TWENTY.reach(1.0, f64::NAN), None);
        assert_eq!(Grouped { group_size: 1.0, ..TWENTY }.reach(2.0, 1.0), None);
    }
}

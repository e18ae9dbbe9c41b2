//! Whether a contrast is shown, and what follows from it: the one place that decides.
//!
//! The rules of "did it last?" compare the effect at the end of treatment, E₁, with the later one, E₂ = E₁ + D. That a test of
//! D is not significant is no evidence that nothing was lost; only an interval that rules out a loss of the margin is.

/// Whether p is below the significance level; NaN is not significant.
pub fn is_significant(p: f64, alpha: f64) -> bool {
    p < alpha
}

/// The significance level that goes with a level of intervals: .05 with 95%.
pub fn alpha_of(level: f64) -> f64 {
    // 1 − .95 is a hair above .05 in binary.
    ((1.0 - level) * 1e12).round() / 1e12
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
    /// The significance level.
    pub alpha: f64,
}

impl Judged {
    /// The adjusted p where there is one.
    pub fn leading_p(&self) -> f64 {
        self.adjusted.unwrap_or(self.p)
    }

    /// By the adjusted p. An interval that goes with the adjustment says the same.
    pub fn is_shown(&self) -> bool {
        is_significant(self.leading_p(), self.alpha)
    }
}

pub fn excludes_zero(low: f64, high: f64) -> bool {
    low > 0.0 || high < 0.0
}

/// What a contrast of arms, or a change, shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Better,
    Worse,
    /// Where nobody has confirmed whether higher values are better.
    Higher,
    Lower,
    NotShown,
}

/// The direction of benefit, as far as it is known: +1 where higher is better, −1 where lower is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BenefitDirection {
    Upward,
    Downward,
    Unconfirmed,
}

impl Verdict {
    pub fn of(judged: &Judged, estimate: f64, benefit: BenefitDirection) -> Self {
        match (judged.is_shown(), benefit, estimate > 0.0) {
            (false, _, _) => Self::NotShown,
            (true, BenefitDirection::Unconfirmed, true) => Self::Higher,
            (true, BenefitDirection::Unconfirmed, false) => Self::Lower,
            (true, BenefitDirection::Upward, true) | (true, BenefitDirection::Downward, false) => Self::Better,
            (true, BenefitDirection::Upward, false) | (true, BenefitDirection::Downward, true) => Self::Worse,
        }
    }

    pub fn is_shown(self) -> bool {
        self != Self::NotShown
    }

    /// How data name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::NotShown => "not_shown",
        }
    }
}

/// Whether an effect lasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastedVerdict {
    /// A loss as large as the margin is ruled out.
    Maintained,
    /// A loss is shown, and an effect is still shown.
    PartlyKept,
    /// A loss is shown, and no effect is shown any more.
    Lost,
    CannotTell,
    /// No effect was shown at the end of treatment.
    NothingToKeep,
}

impl LastedVerdict {
    /// How data name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Maintained => "maintained",
            Self::PartlyKept => "partly_kept",
            Self::Lost => "lost",
            Self::CannotTell => "cannot_tell",
            Self::NothingToKeep => "nothing_to_keep",
        }
    }
}

/// What the verdict on a later effect rests on, in the direction of benefit (where that is unconfirmed, of E₁).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Later {
    /// Whether the effect at the end of treatment is shown, to the better.
    pub first_shown: bool,
    /// Whether the later effect is shown, to the better.
    pub later_shown: bool,
    /// Whether the difference of the two is shown, to the worse.
    pub loss_shown: bool,
    /// The effect at the end of treatment.
    pub first: f64,
    /// The lower limit of the difference; NaN where it has none.
    pub lowest_difference: f64,
    /// In points, positive; `None` where there is none.
    pub margin: Option<f64>,
}

impl Later {
    /// The first rule that holds.
    pub fn verdict(&self) -> LastedVerdict {
        if !self.first_shown {
            return LastedVerdict::NothingToKeep;
        }
        if self.loss_shown {
            return if self.later_shown { LastedVerdict::PartlyKept } else { LastedVerdict::Lost };
        }
        let kept = self.margin.is_some_and(|margin| margin < self.first && self.lowest_difference > -margin);
        if kept && self.later_shown { LastedVerdict::Maintained } else { LastedVerdict::CannotTell }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_adjusted_p_decides() {
        let alone = Judged { low: 0.1, high: 0.9, p: 0.03, adjusted: None, simultaneous: true, alpha: 0.05 };
        assert!(alone.is_shown());
        // Holm has no interval: the table prints the unadjusted one, and the adjusted p decides.
        let holm = Judged { adjusted: Some(0.06), simultaneous: false, ..alone };
        assert!(!holm.is_shown() && holm.leading_p() == 0.06);
        assert!(Judged { alpha: 0.1, ..holm }.is_shown());
        assert!(!Judged { p: f64::NAN, ..alone }.is_shown());
        assert!(!is_significant(0.05, alpha_of(0.95)) && is_significant(0.0999, alpha_of(0.9)));
    }

    #[test]
    fn a_shown_contrast_is_better_worse_or_neither_while_nobody_knows() {
        let shown = Judged { low: 1.0, high: 2.0, p: 0.01, adjusted: None, simultaneous: true, alpha: 0.05 };
        let of = |estimate, benefit| Verdict::of(&shown, estimate, benefit);
        assert_eq!(of(1.5, BenefitDirection::Upward), Verdict::Better);
        assert_eq!(of(1.5, BenefitDirection::Downward), Verdict::Worse);
        assert_eq!(of(-1.5, BenefitDirection::Downward), Verdict::Better);
        assert_eq!(of(1.5, BenefitDirection::Unconfirmed), Verdict::Higher);
        assert_eq!(of(-1.5, BenefitDirection::Unconfirmed), Verdict::Lower);
        assert_eq!(Verdict::of(&Judged { p: 0.2, ..shown }, 1.5, BenefitDirection::Upward), Verdict::NotShown);
    }

    #[test]
    fn an_effect_lasts_only_where_a_loss_of_the_margin_is_ruled_out() {
        let kept = Later {
            first_shown: true,
            later_shown: true,
            loss_shown: false,
            first: 8.0,
            lowest_difference: -2.0,
            margin: Some(3.0),
        };
        assert_eq!(kept.verdict(), LastedVerdict::Maintained);
        assert_eq!(Later { first_shown: false, ..kept }.verdict(), LastedVerdict::NothingToKeep);
        // A margin would have allowed the loss, but it is shown.
        assert_eq!(Later { loss_shown: true, ..kept }.verdict(), LastedVerdict::PartlyKept);
        assert_eq!(Later { loss_shown: true, later_shown: false, ..kept }.verdict(), LastedVerdict::Lost);
        assert_eq!(Later { lowest_difference: -3.5, ..kept }.verdict(), LastedVerdict::CannotTell);
        assert_eq!(Later { later_shown: false, ..kept }.verdict(), LastedVerdict::CannotTell);
        // Losing all of it would count as kept.
        assert_eq!(Later { margin: Some(8.0), ..kept }.verdict(), LastedVerdict::CannotTell);
        assert_eq!(Later { margin: None, ..kept }.verdict(), LastedVerdict::CannotTell);
        assert_eq!(Later { lowest_difference: f64::NAN, ..kept }.verdict(), LastedVerdict::CannotTell);
    }
}

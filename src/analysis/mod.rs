//! What a report can hold: one file for each method, one registry.
//!
//! Every method is a function from a [`Study`] to its own struct of named, unrounded numbers (`pairwise::compute` gives a
//! [`pairwise::Pairwise`]); [`Findings`] names those numbers for the tidy output and shows them as a section.

mod answers;
mod arm_scores;
mod contrasts;
mod display;
mod joint_adjust;
mod names;
mod outcome;
mod overview;
mod profile;
mod samples;
mod show;
mod standardised;
mod terms;
mod who;
mod yardstick;

pub mod agreement;
pub mod ancova;
pub mod assumptions;
pub mod bayes_bic;
pub mod bayes_oneway;
pub mod bayes_t;
pub mod change_difference;
pub mod claims;
pub mod comparison;
pub mod descriptives;
pub mod design_effect;
pub mod effect_size;
pub mod equivalence;
pub mod friedman;
pub mod icc;
pub mod individual_change;
pub mod kruskal_wallis;
pub mod mann_whitney;
pub mod marginal_means;
pub mod mixed_anova;
pub mod multivariate;
pub mod oneway_anova;
pub mod outliers;
pub mod pairwise;
pub mod rank_ats;
pub mod registry;
pub mod reliability;
pub mod resampling;
pub mod residuals;
pub mod responders;
pub mod retained_fraction;
pub mod rm_anova;
pub mod simple_effects;
pub mod sphericity;
pub mod study;
pub mod trend;

pub use comparison::{Adjusted, Compared, Comparison, FamilyKind};
pub use display::Display;
pub use outcome::{OutcomeFound, append, colophon, outcome_report, trial_summary};
pub use overview::{Overview, Standing, overview};
pub use registry::{CHAPTERS, Chapter, Entry, methods};
pub use study::Study;

use std::rc::Rc;

use crate::model::Lack;
use crate::notice::{Message, Problem};
use crate::report::Section;

/// One number of one method, unrounded, in the vocabulary of the tidy output.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    pub method: &'static str,
    /// Shared by the numbers of a term.
    pub term: Rc<str>,
    pub statistic: &'static str,
    pub value: f64,
}

/// What a method found for one outcome: typed, unrounded, and able to name its numbers and to show itself.
pub trait Findings {
    /// Every number, named. A statistic that cannot be given is left out.
    fn numbers(&self, out: &mut Vec<Number>);
    /// The sections of the report, none where there is nothing to show.
    fn sections(&self, display: &Display<'_>) -> Vec<Section>;
    /// What could not be computed, and why.
    fn problems(&self) -> Vec<Problem> {
        Vec::new()
    }
}

/// What a method found, with the study that it found it in: the names are there.
pub struct Shown<'a, T> {
    pub study: &'a Study<'a>,
    pub found: T,
}

/// The numbers of one term of one method.
struct Numbers<'a> {
    method: &'static str,
    term: Rc<str>,
    out: &'a mut Vec<Number>,
}

impl<'a> Numbers<'a> {
    fn new(method: &'static str, term: impl Into<Rc<str>>, out: &'a mut Vec<Number>) -> Self {
        Self { method, term: term.into(), out }
    }

    /// Adds a number, unless it cannot be given.
    fn add(&mut self, statistic: &'static str, value: f64) {
        if value.is_finite() {
            self.out.push(Number { method: self.method, term: self.term.clone(), statistic, value });
        }
    }
}

/// Why the numbers of an effect are left out, in words; `None` where that goes without saying.
fn lack(lack: Lack, effect: &str, too_few: &'static str) -> Option<Problem> {
    let message = match lack {
        Lack::NotApplicable => return None,
        Lack::Singular => Message::new("covariance-singular").with("effect", effect),
        Lack::TooFew { df_error, needed } => {
            Message::new(too_few).with("effect", effect).with("df", df_error).with("needed", needed)
        }
    };
    Some(Problem::warning(message))
}

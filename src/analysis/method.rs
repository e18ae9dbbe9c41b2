//! A method of the registry: its computation, the names of its numbers, its sections.

use super::display::Display;
use super::result::Computation;
use super::study::Study;
use super::tidy::Number;
use crate::notice::Problem;
use crate::report::Section;

/// A method whose result is an `R`: what is computed, and how it becomes numbers and sections.
pub struct Method<R> {
    pub computation: Computation<R>,
    /// Every number, named. A statistic that cannot be given is left out.
    pub numbers: fn(&Study<'_>, &R, &mut Vec<Number>),
    /// The sections of the report, none where there is nothing to show.
    pub sections: fn(&Study<'_>, &R, &Display<'_>) -> Vec<Section>,
    /// What could not be computed, and why.
    pub problems: fn(&Study<'_>, &R) -> Vec<Problem>,
}

impl<R> Method<R> {
    /// For methods that always give all of their numbers or none.
    pub fn no_problems(_: &Study<'_>, _: &R) -> Vec<Problem> {
        Vec::new()
    }
}

/// A method, whatever the type of its result. Each question is answered from the study's one result.
pub trait AnyMethod: Sync {
    /// Stable: the method's name in the tidy output and in links.
    fn id(&self) -> &'static str;
    /// Whether the study has something for it.
    fn has_result(&self, study: &Study<'_>) -> bool;
    fn numbers(&self, study: &Study<'_>, out: &mut Vec<Number>);
    fn sections(&self, study: &Study<'_>, display: &Display<'_>) -> Vec<Section>;
    fn problems(&self, study: &Study<'_>) -> Vec<Problem>;
}

impl<R: 'static> AnyMethod for Method<R> {
    fn id(&self) -> &'static str {
        self.computation.id
    }

    fn has_result(&self, study: &Study<'_>) -> bool {
        study.result(&self.computation).is_some()
    }

    fn numbers(&self, study: &Study<'_>, out: &mut Vec<Number>) {
        if let Some(result) = study.result(&self.computation) {
            (self.numbers)(study, &result, out);
        }
    }

    fn sections(&self, study: &Study<'_>, display: &Display<'_>) -> Vec<Section> {
        study.result(&self.computation).map_or_else(Vec::new, |result| (self.sections)(study, &result, display))
    }

    fn problems(&self, study: &Study<'_>) -> Vec<Problem> {
        study.result(&self.computation).map_or_else(Vec::new, |result| (self.problems)(study, &result))
    }
}

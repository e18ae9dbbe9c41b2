//! A result of a study, computed once, when it is first needed.

use std::any::Any;
use std::rc::Rc;

use super::study::Study;

/// A computation by name: a study keeps one result of each.
pub struct Computation<R> {
    /// The method's name in the tidy output, where it is one of the registry.
    pub id: &'static str,
    /// `None` where the study has nothing for it.
    pub run: fn(&Study<'_>) -> Option<R>,
}

impl Study<'_> {
    /// The result of a computation, the same one whoever asks. A computation may ask for others.
    pub fn result<R: 'static>(&self, of: &Computation<R>) -> Option<Rc<R>> {
        if let Some(known) = self.results.get(of.id) {
            return known?.downcast().ok();
        }
        let result = (of.run)(self).map(Rc::new);
        self.results.insert(of.id, result.clone().map(|result| result as Rc<dyn Any>));
        result
    }
}

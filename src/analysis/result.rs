//! Each result of a study is computed once, when somebody first asks for it.

use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

use super::study::Study;

/// A computation by name: a study keeps one result of each.
pub struct Computation<R> {
    /// The method's name in the tidy output, where it is one of the registry.
    pub id: &'static str,
    /// `None` where the study has nothing for it.
    pub run: fn(&Study<'_>) -> Option<R>,
}

/// The results of a study by the names of their computations; `None`: computed, and there is none.
#[derive(Default)]
pub struct Results(RefCell<BTreeMap<&'static str, Option<Rc<dyn Any>>>>);

impl fmt::Debug for Results {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.borrow().keys()).finish()
    }
}

impl Study<'_> {
    /// The result of a computation, the same one whoever asks. A computation may ask for others.
    pub fn result<R: 'static>(&self, of: &Computation<R>) -> Option<Rc<R>> {
        let known = self.results.0.borrow().get(of.id).cloned();
        if let Some(known) = known {
            return known?.downcast().ok();
        }
        let result = (of.run)(self).map(Rc::new);
        self.results.0.borrow_mut().insert(of.id, result.clone().map(|result| result as Rc<dyn Any>));
        result
    }
}

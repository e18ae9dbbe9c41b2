//! The results of a study, by the names of their computations.

use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

/// A result of any type; `None`: computed, and there is none.
pub type Stored = Option<Rc<dyn Any>>;

#[derive(Default)]
pub struct Results(RefCell<BTreeMap<&'static str, Stored>>);

impl Results {
    /// `None` where it has not been computed.
    pub fn get(&self, id: &'static str) -> Option<Stored> {
        self.0.borrow().get(id).cloned()
    }

    pub fn insert(&self, id: &'static str, result: Stored) {
        self.0.borrow_mut().insert(id, result);
    }
}

impl fmt::Debug for Results {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.borrow().keys()).finish()
    }
}

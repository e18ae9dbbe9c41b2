//! Collecting, compiled once for each kind of list.
//!
//! `collect` is compiled anew for every iterator, and every closure makes another: five hundred loops that reserve, push
//! and grow. `gather` hands the iterator over behind a pointer, so that the loop is there once for each kind of item and
//! list: 20 KB less of the page's core to transfer. What it costs is one call by pointer an item.

/// Iterators that can be gathered.
pub trait Gather: Iterator + Sized {
    /// What `collect` makes of it.
    fn gather<B: FromIterator<Self::Item>>(mut self) -> B {
        gathered(&mut || self.next())
    }
}

impl<I: Iterator> Gather for I {}

#[inline(never)]
fn gathered<T, B: FromIterator<T>>(next: &mut dyn FnMut() -> Option<T>) -> B {
    std::iter::from_fn(next).collect()
}

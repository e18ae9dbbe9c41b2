//! Changes to lists by place. A place outside the list changes nothing.

/// Moves an item to a place; past the end it becomes the last.
pub fn move_to<T>(list: &mut Vec<T>, from: usize, to: usize) {
    if from < list.len() {
        let item = list.remove(from);
        list.insert(to.min(list.len()), item);
    }
}

pub fn remove<T>(list: &mut Vec<T>, at: usize) {
    if at < list.len() {
        list.remove(at);
    }
}

//! The keys that come with Prepost, as `build.rs` took them from `src/scale/keys/`: checked, without comments and examples.

use super::key::Key;
use crate::gather::Gather as _;

include!(concat!(env!("OUT_DIR"), "/shipped_keys.rs"));

/// Every shipped key, in the order of their names.
pub fn keys() -> Vec<Key> {
    SHIPPED.iter().filter_map(|(_, text)| crate::json::read(text).ok()).gather()
}

/// The shipped key of that id.
pub fn key(id: &str) -> Option<Key> {
    let (_, text) = SHIPPED.iter().find(|(name, _)| *name == id)?;
    crate::json::read(text).ok()
}

//! The keys that come with Prepost, as `build.rs` took them from `src/scale/keys/`: checked, without comments and examples.

use super::key::Key;
use crate::gather::Gather as _;

include!(concat!(env!("OUT_DIR"), "/shipped_keys.rs"));

/// Every shipped key, in the order of their names.
pub fn keys() -> Vec<Key> {
    SHIPPED.iter().filter_map(|(_, bytes)| postcard::from_bytes(bytes).ok()).gather()
}

/// The shipped key of that id.
pub fn key(id: &str) -> Option<Key> {
    let (_, bytes) = SHIPPED.iter().find(|(name, _)| *name == id)?;
    postcard::from_bytes(bytes).ok()
}

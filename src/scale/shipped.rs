//! The keys that come with Prepost: the files of `src/scale/keys/`, embedded as they are written. `tests/native/keys` reads each of
//! them, so that none can be wrong.

use include_dir::{Dir, include_dir};

use super::key::Key;

static KEYS: Dir = include_dir!("$CARGO_MANIFEST_DIR/src/scale/keys");

/// Every shipped key, in the order of their files' names.
pub fn keys() -> Vec<Key> {
    KEYS.files().filter_map(|file| Key::read(file.contents_utf8()?).ok()).collect()
}

/// The shipped key of that id, which is its file's name.
pub fn key(id: &str) -> Option<Key> {
    let file = KEYS.get_file(format!("{id}.toml"))?;
    Key::read(file.contents_utf8()?).ok()
}

//! The simulated trial's files, for the tests and the documents. The page makes them itself.

// The very files of the crate: this command needs nothing that is not there before the crate is built.
#[path = "../../src/example/mod.rs"]
mod made;

use std::{fs, io, path::Path};

/// Writes the examples to `www/examples`.
pub fn write(root: &Path) -> io::Result<()> {
    let folder = root.join("www/examples");
    fs::create_dir_all(&folder)?;
    for name in made::EXAMPLES {
        fs::write(folder.join(name).with_extension("csv"), made::example(name).unwrap_or_default())?;
    }
    Ok(())
}

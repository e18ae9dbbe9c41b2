//! `example`: the simulated trial that the page offers, as the files of `www/examples`, which the page, the tests and the
//! documents all read.

mod files;
mod random;
mod simulated;

use std::{fs, io, path::Path};

/// Writes the examples to `www/examples`.
pub fn write(root: &Path) -> io::Result<()> {
    let folder = root.join("www/examples");
    fs::create_dir_all(&folder)?;
    for name in files::EXAMPLES {
        fs::write(folder.join(name).with_extension("csv"), files::example(name).unwrap_or_default())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::root;

    #[test]
    fn the_generator_writes_the_files_as_they_are() {
        for name in files::EXAMPLES {
            let file = root().join("www/examples").join(name).with_extension("csv");
            let written = fs::read_to_string(&file).expect("the file is in the repository");
            assert!(files::example(name).as_deref() == Some(&written), "{}: run `cargo xtask example`", file.display());
        }
    }
}

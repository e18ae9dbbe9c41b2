//! Firefox and WebKitGTK, in which the lock is tried too: found or installed where they can be, and described to
//! `www/e2e/engines.test.mjs` in `target/engines.json`. Where they cannot, the run says so and goes on.

use crate::{
    browser::{apt_install, is_debian, named_in},
    shell::{Outcome, is_root, on_path, root},
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The programs that an engine needs, or why it is not tried here.
type Found = Result<Vec<(&'static str, PathBuf)>, String>;

/// Describes the engines of this machine; on Debian as root they are installed where they are missing.
pub fn found_or_installed() -> Outcome {
    let firefox = installed("Firefox", firefox, &["firefox-esr"]);
    let webkit = installed("WebKitGTK", webkit, &["webkit2gtk-driver", "xvfb"]);
    let text = format!("{{\"firefox\": {}, \"webkit\": {}}}\n", json(&firefox), json(&webkit));
    let file = root().join("target/engines.json");
    fs::write(&file, text).map_err(|e| format!("{} could not be written: {e}", file.display()))
}

fn installed(name: &str, find: fn() -> Option<Vec<(&'static str, PathBuf)>>, packages: &[&str]) -> Found {
    let outcome = match find() {
        Some(programs) => return Ok(programs),
        None if is_debian() && is_root() => apt_install(packages),
        None => Err(format!("on Debian, as root: apt-get install {}", packages.join(" "))),
    };
    outcome.and_then(|()| find().ok_or_else(|| "its packages did not bring it".into())).map_err(|why| {
        let missing = format!("the lock is not tried in {name}, which is not on this machine ({why})");
        eprintln!("xtask> {missing}");
        missing
    })
}

fn firefox() -> Option<Vec<(&'static str, PathBuf)>> {
    let browser = named_in("FIREFOX").or_else(|| on_path("firefox-esr")).or_else(|| on_path("firefox"))?;
    Some(vec![("browser", browser)])
}

/// The driver and the browser that comes with it, which stands outside `PATH`; and a screen for it.
fn webkit() -> Option<Vec<(&'static str, PathBuf)>> {
    let (driver, screen) = (on_path("WebKitWebDriver")?, on_path("Xvfb")?);
    let folders = ["/usr/lib", "/usr/libexec"].iter().flat_map(|folder| within(Path::new(folder)));
    let browser = folders
        .flat_map(|folder| [folder.clone()].into_iter().chain(within(&folder)))
        .filter(|folder| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit")))
        .map(|folder| folder.join("MiniBrowser"))
        .find(|file| file.is_file())?;
    Some(vec![("driver", driver), ("browser", browser), ("screen", screen)])
}

/// The folders in a folder.
fn within(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
}

fn json(found: &Found) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', r"\\").replace('"', "'").replace('\n', " "));
    match found {
        Ok(programs) => {
            let fields =
                programs.iter().map(|(role, path)| format!("\"{role}\": {}", quoted(&path.display().to_string())));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
        Err(missing) => format!("{{\"missing\": {}}}", quoted(missing)),
    }
}

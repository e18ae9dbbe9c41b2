//! A Chromium or Chrome and its driver, found or installed, and described to the tests in `target/webdriver.json`.

use crate::shell::{Outcome, executable, is_root, on_path, program, root, run};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

pub struct Browser {
    pub driver: PathBuf,
    /// Names the browser and its arguments: read by wasm-bindgen's test runner and by `www/e2e/browser.mjs`.
    pub capabilities: PathBuf,
}

/// The browser of this machine; on Debian as root it is installed where it is missing.
pub fn found_or_installed() -> Outcome<Browser> {
    if (chrome().is_none() || driver().is_none()) && is_debian() && is_root() {
        apt_install(&["chromium", "chromium-driver", "fonts-liberation"])
            .map_err(|e| format!("Chromium is missing and could not be installed: {e}\n{}", how_to_get()))?;
    }
    let chrome = chrome().ok_or_else(|| format!("Chrome or Chromium is missing.\n{}", how_to_get()))?;
    let driver = driver().ok_or_else(|| format!("chromedriver is missing.\n{}", how_to_get()))?;
    let capabilities = root().join("target/webdriver.json");
    fs::create_dir_all(root().join("target"))
        .and_then(|()| fs::write(&capabilities, describe(&chrome)))
        .map_err(|e| format!("{} could not be written: {e}", capabilities.display()))?;
    Ok(Browser { driver, capabilities })
}

/// On Debian as root.
pub fn apt_install(packages: &[&str]) -> Outcome {
    let apt = |args: &[&str]| run(program("apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive"));
    apt(&["update", "--quiet"])?;
    apt(&[&["install", "--quiet", "--yes", "--no-install-recommends"], packages].concat())
}

fn how_to_get() -> &'static str {
    if is_debian() {
        "As root: apt-get install chromium chromium-driver. Or name yours in the variables CHROME and CHROMEDRIVER"
    } else if cfg!(target_os = "macos") {
        "brew install --cask google-chrome chromedriver. Or name yours in the variables CHROME and CHROMEDRIVER"
    } else {
        "Chrome: https://www.google.com/chrome; its driver of the same version: https://googlechromelabs.github.io/chrome-for-testing \
         (put chromedriver on PATH). Or name yours in the variables CHROME and CHROMEDRIVER"
    }
}

fn chrome() -> Option<PathBuf> {
    named_in("CHROME")
        .or_else(|| {
            ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
                .iter()
                .find_map(|name| on_path(name))
        })
        .or_else(|| installed_applications().into_iter().find(|file| file.is_file()))
}

/// Where Chrome stands on systems that do not put it on `PATH`.
fn installed_applications() -> Vec<PathBuf> {
    if cfg!(target_os = "macos") {
        let apps = ["Google Chrome", "Chromium", "Google Chrome for Testing"];
        return apps.iter().map(|app| PathBuf::from(format!("/Applications/{app}.app/Contents/MacOS/{app}"))).collect();
    }
    ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"]
        .iter()
        .filter_map(env::var_os)
        .map(|folder| Path::new(&folder).join(r"Google\Chrome\Application\chrome.exe"))
        .collect()
}

fn driver() -> Option<PathBuf> {
    named_in("CHROMEDRIVER")
        .or_else(|| on_path("chromedriver"))
        // GitHub's machines name the folder so.
        .or_else(|| Some(Path::new(&env::var_os("CHROMEWEBDRIVER")?).join(executable("chromedriver"))))
        .filter(|file| file.is_file())
}

pub fn named_in(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|file| file.is_file())
}

/// Debian itself: Ubuntu's `chromium` is a snap that apt cannot bring into a container.
pub fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
}

/// The capabilities in WebDriver's own format.
fn describe(chrome: &Path) -> String {
    let mut args = vec![
        "--headless",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        // Nothing but the page's own requests, so that the tests can say that there are no others.
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Containers have a small /dev/shm.
        "--disable-dev-shm-usage",
    ];
    if is_root() {
        args.push("--no-sandbox"); // Chromium refuses root with a sandbox
    }
    let args = args.iter().map(|arg| format!("\"{arg}\"")).collect::<Vec<_>>().join(", ");
    let binary = chrome.display().to_string().replace('\\', r"\\");
    format!("{{\"goog:chromeOptions\": {{\"binary\": \"{binary}\", \"args\": [{args}]}}}}\n")
}

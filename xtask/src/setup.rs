//! Installs what a fresh machine lacks. Every step checks first, and does nothing the second time.

use crate::{
    browser, engines,
    shell::{Outcome, cargo, executable, output, path_with, program, root, run},
};
use std::{ffi::OsString, fs, path::Path};

/// The newest Trunk that Rust 1.95 compiles: 0.22 wants 1.96.
const TRUNK: &str = "0.21.14";
const WASM: &str = "wasm32-unknown-unknown";
const NODE: u32 = 20;

/// Everything that building and testing need.
pub fn everything() -> Outcome {
    site_tools()?;
    test_tools()?;
    browser::found_or_installed()?;
    engines::found_or_installed()
}

/// What building the page needs. The `PATH` on which Trunk and wasm-bindgen are found.
pub fn site_tools() -> Outcome<OsString> {
    wasm_target()?;
    node()?;
    npm_packages()?;
    wasm_bindgen()?;
    let path = path_with(&[root().join("target/tools/bin"), root().join("target/xtask/tools")])?;
    trunk(&path)?;
    Ok(path)
}

/// The components of Rust that the checks need beyond the compiler.
pub fn test_tools() -> Outcome {
    let missing = ["fmt", "clippy"].iter().any(|tool| output(cargo().args([tool, "--version"])).is_none());
    if !missing {
        return Ok(());
    }
    run(program("rustup").args(["component", "add", "rustfmt", "clippy"])).map_err(|e| {
        format!("rustfmt and clippy are missing: {e}\nInstall them with rustup (https://rustup.rs) or your system's Rust packages")
    })
}

/// `rust-toolchain.toml` asks for the target, but where rustup's automatic installation is off nobody hears.
fn wasm_target() -> Outcome {
    let sysroot = output(program("rustc").arg("--print=sysroot"))
        .ok_or("rustc is missing. Install Rust with rustup: https://rustup.rs")?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM).exists() {
        return Ok(());
    }
    run(program("rustup").args(["target", "add", WASM])).map_err(|e| {
        format!(
            "Rust's target {WASM} is missing: {e}\nIt comes by `rustup target add {WASM}` (https://rustup.rs, \
             needs static.rust-lang.org), or from the system where Rust does (Debian: libstd-rust-dev-wasm32)"
        )
    })
}

fn node() -> Outcome {
    let get = format!("Node.js {NODE} or newer, with npm, is needed to bundle the page: https://nodejs.org");
    let found = output(program("node").arg("--version")).ok_or_else(|| format!("node is missing. {get}"))?;
    let major = found.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_some_and(|major| NODE <= major) { Ok(()) } else { Err(format!("node is {found}. {get}")) }
}

/// The same as Trunk's hook: the tests need them where nothing is built.
fn npm_packages() -> Outcome {
    run(program("node").arg("www/build/packages.mjs"))
}

/// wasm-bindgen and its test runner, from the crate in `tools/`: their version is that of `Cargo.lock`.
fn wasm_bindgen() -> Outcome {
    run(cargo().args([
        "build",
        "--quiet",
        "--locked",
        "--package=tools",
        "--profile=tools",
        "--target-dir=target/xtask",
    ]))
    .map_err(|e| format!("wasm-bindgen could not be built from tools/: {e}\n{CRATES}"))
}

const CRATES: &str =
    "cargo needs its package registry; behind a proxy set HTTPS_PROXY, for a mirror `[source]` in ~/.cargo/config.toml";

/// The Trunk on `PATH` if it is the right one, else our own. `cargo install` unoptimised takes half the time of an
/// optimised one, and Trunk itself has little to compute.
fn trunk(path: &OsString) -> Outcome {
    let version = output(program(executable("trunk")).arg("--version").env("PATH", path));
    if version.is_some_and(|version| version.ends_with(TRUNK)) {
        return Ok(());
    }
    eprintln!("xtask> building Trunk {TRUNK}, once; this takes a few minutes");
    let (tools, build) = (root().join("target/tools"), root().join("target/tools/build"));
    let mut install = cargo();
    install
        .args(["install", "--quiet", "--locked", "--no-default-features", "--features=rustls"])
        .arg("--root")
        .arg(&tools)
        .arg("--target-dir")
        .arg(&build)
        .arg(format!("trunk@{TRUNK}"))
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
    run(&mut install).map_err(|e| {
        format!(
            "Trunk {TRUNK} is missing and could not be built: {e}\n{CRATES}. A ready one is at \
             https://github.com/trunk-rs/trunk/releases/tag/v{TRUNK}: put it on PATH"
        )
    })?;
    // 1 GB of intermediate files that nothing reads again; if they stay, no harm is done.
    let _ = fs::remove_dir_all(build);
    Ok(())
}

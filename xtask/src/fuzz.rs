//! Hostile input by the million: libFuzzer on each target of `fuzz/`, with the stable compiler.

use crate::shell::{Outcome, cargo, output, program, root, run};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Each with the files that it starts from, by their folder and the ending of their names; `fuzz/seeds/TARGET` may hold more, and
/// `fuzz/TARGET.dict` words. A target is a file in `fuzz/targets/`, an entry in `fuzz/Cargo.toml`, and a line here.
const TARGETS: [(&str, &str, &str); 4] = [
    ("read", "tests/fixtures", ".csv"),
    ("plan", "tests/fixtures", "plan.json"),
    ("key", "src/scale/keys", ".toml"),
    ("link", "tests/fixtures", ".link"),
];
const SECONDS: &str = "60";
/// Larger fixtures teach the fuzzer nothing that the small ones do not.
const SEED_BYTES: u64 = 3000;

/// What cargo-fuzz hands to the compiler: counters at every edge and comparison.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// `[TARGET] [--seconds N]`. Stops at the first crash, hang over 1 s or allocation over 1 GiB, and keeps the input.
pub fn fuzz(arguments: &[String]) -> Outcome {
    let (mut seconds, mut only) = (SECONDS.to_owned(), None);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--seconds" => seconds = rest.next().ok_or("--seconds needs a number")?.clone(),
            name => only = Some(name),
        }
    }
    let chosen: Vec<_> = TARGETS.iter().filter(|(name, ..)| only.is_none_or(|only| only == *name)).collect();
    if chosen.is_empty() {
        return Err(format!("there is no target but {}", TARGETS.map(|(name, ..)| name).join(", ")));
    }
    let binaries = build()?;
    for (name, folder, ending) in chosen {
        let home = root().join("target/fuzz");
        let (corpus, found) = (home.join("corpus").join(name), home.join("found").join(name));
        fs::create_dir_all(&found)
            .and_then(|()| sow(&corpus, folder, ending))
            .and_then(|()| sow(&corpus, &format!("fuzz/seeds/{name}"), ""))
            .map_err(|e| format!("{}: {e}", corpus.display()))?;
        let mut fuzzer = program(binaries.join(name));
        fuzzer
            .arg(&corpus)
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-artifact_prefix={}/", found.display()));
        // What never ends; what only takes long is found by `fuzz/limits.rs`, with its input.
        fuzzer.args(["-timeout=60", "-max_len=16384", "-print_final_stats=1"]);
        let words = root().join("fuzz").join(name).with_extension("dict");
        if words.exists() {
            fuzzer.arg(format!("-dict={}", words.display()));
        }
        run(&mut fuzzer).map_err(|e| {
            format!(
                "{name}: {e}\nThe input is in {}; run it again by giving its path to {}",
                found.display(),
                binaries.join(name).display()
            )
        })?;
    }
    Ok(())
}

/// Builds every target; the folder of the programs.
fn build() -> Outcome<PathBuf> {
    let version =
        output(program("rustc").arg("-vV")).ok_or("rustc is missing. Install Rust with rustup: https://rustup.rs")?;
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .ok_or("rustc does not name this machine")?
        .to_owned();
    let folder = root().join("target/fuzz/build");
    let mut build = cargo();
    build.args(["build", "--release", "--locked", "--manifest-path=fuzz/Cargo.toml"]).arg(format!("--target={host}"));
    build.arg("--target-dir").arg(&folder).env("RUSTFLAGS", COVERAGE);
    run(&mut build).map_err(|e| format!("the fuzz targets could not be built: {e}\nlibFuzzer needs a C++ compiler"))?;
    Ok(folder.join(host).join("release"))
}

/// Copies the small files of a folder into the corpus, each under a name of its own.
fn sow(corpus: &Path, folder: &str, ending: &str) -> std::io::Result<()> {
    fs::create_dir_all(corpus)?;
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries {
            let path = entry?.path();
            let name = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().replace(['/', '\\'], "_");
            if path.is_dir() {
                folders.push(path);
            } else if name.ends_with(ending) && fs::metadata(&path)?.len() <= SEED_BYTES {
                fs::copy(&path, corpus.join(name))?;
            }
        }
    }
    Ok(())
}

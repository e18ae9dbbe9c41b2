//! Starting other programs.

use std::{
    env,
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// What a task returns: its error is a text for the person at the shell, with what to do.
pub type Outcome<T = ()> = Result<T, String>;

/// The folder of the repository.
pub fn root() -> PathBuf {
    let xtask = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&xtask).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// A program run in the repository's folder.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// The cargo that runs us. Without `RUSTFLAGS`, which would replace the flags of `.cargo/config.toml`.
pub fn cargo() -> Command {
    let mut command = program(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.env_remove("RUSTFLAGS");
    command
}

/// Runs to the end, showing the command and all that it prints.
pub fn run(command: &mut Command) -> Outcome {
    eprintln!("xtask> {}", shown(command));
    let status = command.status().map_err(|e| format!("`{}` did not start: {e}", shown(command)))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", shown(command))) }
}

/// Runs silently; its trimmed output, or `None` where it is absent or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first file of that name in the folders of `PATH`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let name = executable(name);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&name)).find(|file| file.is_file())
}

/// `trunk`, or `trunk.exe` on Windows.
pub fn executable(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

/// `PATH` with these folders before it.
pub fn path_with(folders: &[PathBuf]) -> Outcome<OsString> {
    let old = env::var_os("PATH").unwrap_or_default();
    env::join_paths(folders.iter().cloned().chain(env::split_paths(&old)))
        .map_err(|e| format!("the folder of the repository cannot stand in PATH: {e}"))
}

pub fn is_root() -> bool {
    cfg!(unix) && output(program("id").arg("-u")).is_some_and(|id| id == "0")
}

/// The command as one would type it.
fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let mut words = words.map(|word| word.to_string_lossy());
    let first = words.next().unwrap_or_default();
    let name = Path::new(first.as_ref()).file_name().map_or(first.clone(), |name| name.to_string_lossy());
    std::iter::once(name.clone().into_owned()).chain(words.map(|word| word.into_owned())).collect::<Vec<_>>().join(" ")
}

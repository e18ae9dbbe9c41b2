//! What every command of the shell reads, prints and refuses by.

use std::io::{self, Read, Write};
use std::path::Path;

use prepost::notice::Problem;
use prepost::session::Session;
use prepost::table;

use super::stderr::report;

/// Something could not be done that the data, the Plan or the link ask for.
pub const NOT_ANALYSED: u8 = 1;
/// The command was used wrongly; clap exits with the same code.
pub const WRONG_USAGE: u8 = 2;

/// Why nothing was printed: the exit code, and what to say.
pub struct CommandFailure(pub u8, pub String);

/// A file that is too large is not read: its length is asked for first.
pub fn bytes(path: &Path) -> Result<Vec<u8>, CommandFailure> {
    let cannot = |why: io::Error| CommandFailure(WRONG_USAGE, format!("cannot open {}: {why}", path.display()));
    let refused = |problem: Problem| {
        report(&[Session::default().notice(&problem)]);
        CommandFailure(NOT_ANALYSED, format!("{} cannot be read", path.display()))
    };
    #[expect(clippy::result_large_err, reason = "a Problem is made once, where it ends the reading")]
    let within_limit = |n: u64| table::too_large(usize::try_from(n).unwrap_or(usize::MAX)).map_or(Ok(()), Err);
    let source: Box<dyn Read> = if path == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        let file = std::fs::File::open(path).map_err(cannot)?;
        within_limit(file.metadata().map_err(cannot)?.len()).map_err(refused)?;
        Box::new(file)
    };
    // Standard input has no length: one byte more than may be read tells.
    let mut bytes = Vec::new();
    source.take(table::MAX_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(cannot)?;
    within_limit(bytes.len() as u64).map_err(refused)?;
    Ok(bytes)
}

/// A small file of text: UTF-8, or UTF-16 where a byte order mark says so, as a shell of Windows writes it.
pub fn text(path: &Path) -> Result<String, CommandFailure> {
    Ok(encoding_rs::UTF_8.decode(&bytes(path)?).0.into_owned())
}

/// What was printed is all that could be done: an error has an exit code even so.
pub fn without_errors(n_errors: usize) -> Result<(), CommandFailure> {
    match n_errors {
        0 => Ok(()),
        1 => Err(CommandFailure(NOT_ANALYSED, "1 error, named above".into())),
        n => Err(CommandFailure(NOT_ANALYSED, format!("{n} errors, named above"))),
    }
}

/// A reader that closes the pipe early, such as `head`, has all it wanted.
pub fn print(bytes: impl AsRef<[u8]>) -> Result<(), CommandFailure> {
    match io::stdout().lock().write_all(bytes.as_ref()) {
        Err(why) if why.kind() != io::ErrorKind::BrokenPipe => {
            Err(CommandFailure(NOT_ANALYSED, format!("cannot write the result: {why}")))
        }
        _ => Ok(()),
    }
}

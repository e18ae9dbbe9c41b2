//! Load, analyse, export: what the page, the shell, the tests and the benchmarks call.

use serde::{Deserialize, Serialize};

/// What the user overrides when a file is read; what is absent is detected.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default)]
pub struct ReadOptions {
    /// A WHATWG label, such as `windows-1256`.
    pub encoding: Option<String>,
}

/// The shape of a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Shape {
    pub rows: usize,
    pub columns: Vec<String>,
}

/// One visitor's file and what was made of it.
#[derive(Debug, Default)]
pub struct Session {
    shape: Option<Shape>,
}

impl Session {
    /// Reads decoded text; it replaces what was read before.
    pub fn read(&mut self, text: &str, _options: &ReadOptions) -> Result<Shape, csv::Error> {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let columns = reader.headers()?.iter().map(str::to_owned).collect();
        let rows = reader.records().collect::<Result<Vec<_>, _>>()?.len();
        let shape = Shape { rows, columns };
        self.shape = Some(shape.clone());
        Ok(shape)
    }

    /// The shape of the file that was read.
    pub fn shape(&self) -> Option<&Shape> {
        self.shape.as_ref()
    }
}

/// The encoding of a file as a WHATWG label, from its first bytes and whether it is UTF-8.
pub fn detect(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xFF, 0xFE, ..] => "utf-16le",
        [0xFE, 0xFF, ..] => "utf-16be",
        _ if std::str::from_utf8(bytes).is_ok() => "utf-8",
        _ => "windows-1252",
    }
}

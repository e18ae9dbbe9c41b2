//! The session for JavaScript: it converts and forwards, and nothing else. `www/src/core/worker.ts` calls it.

use crate::report::Report;
use crate::session::{self, Format, Opened};
use crate::table::{self, ReadOptions};
use crate::trial::Plan;
use std::sync::{Mutex, Once};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

/// One visitor's file and what was made of it.
#[wasm_bindgen]
#[derive(Default)]
pub struct Session(session::Session);

#[wasm_bindgen]
impl Session {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        remember_panics();
        Self::default()
    }

    /// The encoding of a file as a WHATWG label; `utf-8` where its bytes are no text, so that `read` says what they are.
    pub fn detect(bytes: &[u8]) -> String {
        if table::not_text(bytes).is_some() { "utf-8".into() } else { table::detect(bytes).label.into() }
    }

    /// What there is to say of a file that is too large to be read at all; nothing where it is not.
    #[wasm_bindgen(js_name = refuseSize)]
    pub fn refuse_size(&mut self, bytes: usize) -> Result<Option<Ts<Opened>>, JsError> {
        let opened = table::too_large(bytes).map(|problem| self.0.refuse(problem).into_ts());
        Ok(opened.transpose()?)
    }

    /// Reads a file in UTF-8, or says what kind of file it is. Other encodings are decoded by the browser and come to
    /// `readText`.
    pub fn read(&mut self, bytes: &[u8], options: Ts<ReadOptions>) -> Result<Ts<Opened>, JsError> {
        let options = options.to_rust()?;
        let opened = match table::not_text(bytes) {
            Some(problem) => self.0.refuse(problem),
            None => self.0.read_text(&String::from_utf8_lossy(bytes), &options),
        };
        Ok(opened.into_ts()?)
    }

    /// Reads a file that the browser decoded.
    #[wasm_bindgen(js_name = readText)]
    pub fn read_text(&mut self, text: &str, options: Ts<ReadOptions>) -> Result<Ts<Opened>, JsError> {
        Ok(self.0.read_text(text, &options.to_rust()?).into_ts()?)
    }

    /// Analyses the file by the Plan.
    pub fn analyse(&mut self, plan: Ts<Plan>) -> Result<Ts<Report>, JsError> {
        Ok(self.0.analyse(&plan.to_rust()?, &mut |_| {}).into_ts()?)
    }

    /// The last analysis as `tidy`, `markdown`, `html` or `json`.
    pub fn export(&self, format: &str) -> Result<String, JsError> {
        let named = Format::named(format).ok_or_else(|| JsError::new(&format!("There is no format `{format}`")))?;
        self.0.export(named).ok_or_else(|| JsError::new("Nothing has been analysed"))
    }
}

/// What the last panic said, or nothing. After a panic the instance is lost; only this may still be called.
#[wasm_bindgen(js_name = lastPanic)]
pub fn last_panic() -> Option<String> {
    LAST_PANIC.lock().ok()?.take()
}

static LAST_PANIC: Mutex<Option<String>> = Mutex::new(None);

/// A panic ends in a trap that says `unreachable`; the hook keeps the message and the place for `last_panic`.
fn remember_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if let Ok(mut last) = LAST_PANIC.lock() {
                *last = Some(panic.to_string());
            }
            usual(panic);
        }));
    });
}

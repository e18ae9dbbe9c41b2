//! The session for JavaScript: it converts and forwards, and nothing else. `www/src/core/worker.ts` calls it.

use crate::session::{self, ReadOptions, Shape};
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

    /// The encoding of a file as a WHATWG label.
    pub fn detect(bytes: &[u8]) -> String {
        session::detect(bytes).into()
    }

    /// Reads a file in UTF-8. Others are decoded by the browser and come to `readText`.
    pub fn read(&mut self, bytes: &[u8], options: Ts<ReadOptions>) -> Result<Ts<Shape>, JsError> {
        self.read_text(&String::from_utf8_lossy(bytes), options)
    }

    /// Reads a file that the browser decoded.
    #[wasm_bindgen(js_name = readText)]
    pub fn read_text(&mut self, text: &str, options: Ts<ReadOptions>) -> Result<Ts<Shape>, JsError> {
        Ok(self.0.read(text, &options.to_rust()?)?.into_ts()?)
    }

    /// What was read, as a text.
    pub fn export(&self, format: &str) -> Result<String, JsError> {
        match (format, self.0.shape()) {
            ("json", Some(shape)) => Ok(serde_json::to_string(shape)?),
            (_, None) => Err(JsError::new("Nothing has been read")),
            (unknown, _) => Err(JsError::new(&format!("There is no format `{unknown}`"))),
        }
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

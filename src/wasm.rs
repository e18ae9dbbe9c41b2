//! The session for JavaScript: it converts and forwards, and nothing else. `www/src/core/worker.ts` calls it.

use crate::report::Report;
use crate::session::{
    self, Draft, Format, Job, KeyOpened, KeyShown, LinkMade, LinkOpened, LinkOptions, Opened, Piece, ScalePlan,
};
use crate::table::{self, ReadOptions};
use crate::trial::Plan;
use js_sys::Function;
use std::borrow::Cow;
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

    /// Reads a file. Encodings other than UTF-8 are decoded by `decode`, which knows the file: the browser does it by
    /// the same standard as the native program, at no bytes.
    pub fn read(
        &mut self,
        bytes: &[u8],
        options: Ts<ReadOptions>,
        #[wasm_bindgen(unchecked_param_type = "(encoding: string) => string | undefined")] decode: &Function,
    ) -> Result<Ts<Opened>, JsError> {
        let decode = |label: &str| match label {
            "utf-8" => Some(String::from_utf8_lossy(bytes)),
            _ => decode.call1(&JsValue::NULL, &label.into()).ok()?.as_string().map(Cow::Owned),
        };
        Ok(self.0.read_decoding(bytes, &options.to_rust()?, &decode).into_ts()?)
    }

    /// Reads several files, one for each occasion. `decode` is told which of them it decodes.
    #[wasm_bindgen(js_name = readSeveral)]
    pub fn read_several(
        &mut self,
        names: Vec<String>,
        files: Vec<js_sys::Uint8Array>,
        options: Ts<ReadOptions>,
        #[wasm_bindgen(unchecked_param_type = "(file: number, encoding: string) => string | undefined")]
        decode: &Function,
    ) -> Result<Ts<Opened>, JsError> {
        let bytes: Vec<Vec<u8>> = files.iter().map(js_sys::Uint8Array::to_vec).collect();
        let files: Vec<(String, &[u8])> = names.into_iter().zip(bytes.iter().map(Vec::as_slice)).collect();
        let decode = |file: usize, label: &str| match label {
            "utf-8" => bytes.get(file).map(|bytes| String::from_utf8_lossy(bytes)),
            _ => decode.call2(&JsValue::NULL, &file.into(), &label.into()).ok()?.as_string().map(Cow::Owned),
        };
        Ok(self.0.read_several(&files, &options.to_rust()?, &decode).into_ts()?)
    }

    /// The keys that come with Prepost.
    pub fn keys(&self) -> Result<Vec<Ts<KeyShown>>, JsError> {
        self.0.keys().into_iter().map(|key| key.into_ts().map_err(JsError::from)).collect()
    }

    /// The Plan with a questionnaire, its scores as outcomes.
    #[wasm_bindgen(js_name = withScale)]
    pub fn with_scale(&self, plan: Ts<Plan>, scale: Ts<ScalePlan>) -> Result<Ts<Plan>, JsError> {
        Ok(self.0.with_scale(plan.to_rust()?, scale.to_rust()?).into_ts()?)
    }

    /// The Plan without the questionnaire of that name and its scores.
    #[wasm_bindgen(js_name = withoutScale)]
    pub fn without_scale(&self, plan: Ts<Plan>, name: &str) -> Result<Ts<Plan>, JsError> {
        Ok(self.0.without_scale(plan.to_rust()?, name).into_ts()?)
    }

    /// A questionnaire as a key file.
    #[wasm_bindgen(js_name = keyFile)]
    pub fn key_file(&self, scale: Ts<ScalePlan>) -> Result<String, JsError> {
        Ok(self.0.key_file(&scale.to_rust()?))
    }

    /// Reads a key file.
    #[wasm_bindgen(js_name = openKey)]
    pub fn open_key(&self, text: &str) -> Result<Ts<KeyOpened>, JsError> {
        Ok(self.0.open_key(text).into_ts()?)
    }

    /// The refusal of a file of that many bytes, or nothing where it may be read.
    #[wasm_bindgen(js_name = refuseSize)]
    pub fn refuse_size(&mut self, n_bytes: f64) -> Result<Option<Ts<Opened>>, JsError> {
        // The cast stops at 4 GiB, which is as much too large as anything beyond.
        let Some(problem) = table::too_large(n_bytes as usize) else { return Ok(None) };
        Ok(Some(self.0.refuse(problem).into_ts()?))
    }

    /// Analyses the file by the Plan. `progress` is told the share done, from 0 to 1.
    pub fn analyse(
        &mut self,
        plan: Ts<Plan>,
        #[wasm_bindgen(unchecked_param_type = "(share: number) => void")] progress: &Function,
    ) -> Result<Ts<Report>, JsError> {
        // A listener that throws does not stop an analysis.
        let mut tell = |share: f64| drop(progress.call1(&JsValue::NULL, &share.into()));
        Ok(self.0.analyse(&plan.to_rust()?, &mut tell).into_ts()?)
    }

    /// The Plan's resampling, cut into jobs.
    pub fn resampling(&self, plan: Ts<Plan>) -> Result<Vec<Ts<Job>>, JsError> {
        let jobs = self.0.resampling(&plan.to_rust()?);
        jobs.into_iter().map(|job| job.into_ts().map_err(JsError::from)).collect()
    }

    /// Does one of the jobs.
    pub fn work(&self, plan: Ts<Plan>, job: Ts<Job>) -> Result<Ts<Piece>, JsError> {
        Ok(self.0.work(&plan.to_rust()?, job.to_rust()?).into_ts()?)
    }

    /// As `analyse`, with the numbers that the jobs' pieces make together.
    #[wasm_bindgen(js_name = analyseWith)]
    pub fn analyse_with(&mut self, plan: Ts<Plan>, pieces: Vec<Ts<Piece>>) -> Result<Ts<Report>, JsError> {
        let pieces = pieces.iter().map(|piece| piece.to_rust()).collect::<Result<Vec<_>, _>>()?;
        Ok(self.0.analyse_with(&plan.to_rust()?, &pieces).into_ts()?)
    }

    /// A link to the analysis of the file by the Plan, with all that it carries and what stays.
    pub fn link(&self, plan: Ts<Plan>, options: Ts<LinkOptions>) -> Result<Ts<LinkMade>, JsError> {
        Ok(self.0.link(&plan.to_rust()?, &options.to_rust()?).into_ts()?)
    }

    /// Opens a link: what follows the address's `#`. The file and the link that were open are forgotten.
    #[wasm_bindgen(js_name = openLink)]
    pub fn open_link(&mut self, text: &str) -> Result<Ts<LinkOpened>, JsError> {
        Ok(self.0.open_link(text).into_ts()?)
    }

    /// Forgets the link.
    #[wasm_bindgen(js_name = closeLink)]
    pub fn close_link(&mut self) {
        self.0.close_link();
    }

    /// The design of a trial without data.
    pub fn draft(&self, draft: Ts<Draft>) -> Result<Ts<Opened>, JsError> {
        Ok(self.0.draft(&draft.to_rust()?).into_ts()?)
    }

    /// The last analysis as `tidy`, `markdown`, `html`, `json`, `r` or `spss`.
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

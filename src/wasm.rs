//! The session for JavaScript: it converts and forwards, and nothing else. `www/src/core/worker.ts` calls it.
//!
//! Values cross by serde-wasm-bindgen, under three rules that their TypeScript types state as well:
//!
//! - what is missing is `null`, never `undefined`; a field that a Plan leaves out is not there at all;
//! - a number without a finite value is missing where its type allows for that (`number | null`), see `report::view`;
//! - what the user named (columns, occasions) is the key of a `Map` or the first of a pair, never a property: a column may be
//!   called `__proto__`.
//!
//! Half a surrogate pair, which only JavaScript strings can hold, becomes U+FFFD on its way in.

use crate::plan::Plan;
use crate::report::Report;
use crate::session::{
    self, Draft, Format, Job, KeyOpened, KeyShown, LinkMade, LinkOpened, LinkOptions, Opened, Piece, ScalePlan,
};
use crate::table::{self, ReadOptions};
use js_sys::{Float64Array, Function};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use std::borrow::Cow;
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
        to_js(&self.0.read_decoding(bytes, &from_js(options)?, &decode))
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
        to_js(&self.0.read_several(&files, &from_js(options)?, &decode))
    }

    /// The keys that come with Prepost.
    pub fn keys(&self) -> Result<Vec<Ts<KeyShown>>, JsError> {
        self.0.keys().iter().map(to_js).collect()
    }

    /// The Plan with a questionnaire, its scores as outcomes.
    #[wasm_bindgen(js_name = withScale)]
    pub fn with_scale(&self, plan: Ts<Plan>, scale: Ts<ScalePlan>) -> Result<Ts<Plan>, JsError> {
        to_js(&self.0.with_scale(from_js(plan)?, from_js(scale)?))
    }

    /// The Plan without the questionnaire of that name and its scores.
    #[wasm_bindgen(js_name = withoutScale)]
    pub fn without_scale(&self, plan: Ts<Plan>, name: &str) -> Result<Ts<Plan>, JsError> {
        to_js(&self.0.without_scale(from_js(plan)?, name))
    }

    /// A questionnaire as a key file.
    #[wasm_bindgen(js_name = keyFile)]
    pub fn key_file(&self, scale: Ts<ScalePlan>) -> Result<String, JsError> {
        Ok(self.0.key_file(&from_js(scale)?))
    }

    /// Reads a key file.
    #[wasm_bindgen(js_name = openKey)]
    pub fn open_key(&self, text: &str) -> Result<Ts<KeyOpened>, JsError> {
        to_js(&self.0.open_key(text))
    }

    /// The refusal of a file of that many bytes, or nothing where it may be read.
    #[wasm_bindgen(js_name = refuseSize)]
    pub fn refuse_size(&mut self, n_bytes: f64) -> Result<Option<Ts<Opened>>, JsError> {
        // The cast stops at 4 GiB, which is as much too large as anything beyond.
        let Some(problem) = table::too_large(n_bytes as usize) else { return Ok(None) };
        Ok(Some(to_js(&self.0.refuse(problem))?))
    }

    /// Analyses the file by the Plan. `progress` is told the share done, from 0 to 1.
    pub fn analyse(
        &mut self,
        plan: Ts<Plan>,
        #[wasm_bindgen(unchecked_param_type = "(share: number) => void")] progress: &Function,
    ) -> Result<Ts<Report>, JsError> {
        // A listener that throws does not stop an analysis.
        let mut tell = |share: f64| drop(progress.call1(&JsValue::NULL, &share.into()));
        to_js(&self.0.analyse(&from_js(plan)?, &mut tell))
    }

    /// The Plan's resampling, cut into jobs.
    pub fn resampling(&self, plan: Ts<Plan>) -> Result<Vec<Float64Array>, JsError> {
        let jobs = self.0.resampling(&from_js(plan)?);
        Ok(jobs.into_iter().map(|job| Float64Array::from(&job.to_numbers()[..])).collect())
    }

    /// Does one of the jobs.
    pub fn work(&self, plan: Ts<Plan>, job: &Float64Array) -> Result<Float64Array, JsError> {
        let job = Job::from_numbers(&job.to_vec()).ok_or_else(|| JsError::new("No job"))?;
        Ok(Float64Array::from(&self.0.work(&from_js(plan)?, job).to_numbers()[..]))
    }

    /// As `analyse`, with the numbers that the jobs' pieces make together.
    #[wasm_bindgen(js_name = analyseWith)]
    pub fn analyse_with(&mut self, plan: Ts<Plan>, pieces: Vec<Float64Array>) -> Result<Ts<Report>, JsError> {
        let pieces = pieces.iter().map(|piece| Piece::from_numbers(&piece.to_vec())).collect::<Option<Vec<_>>>();
        let pieces = pieces.ok_or_else(|| JsError::new("No piece"))?;
        to_js(&self.0.analyse_with(&from_js(plan)?, &pieces))
    }

    /// A link to the analysis of the file by the Plan, with all that it carries and what stays.
    pub fn link(&self, plan: Ts<Plan>, options: Ts<LinkOptions>) -> Result<Ts<LinkMade>, JsError> {
        to_js(&self.0.link(&from_js(plan)?, &from_js(options)?))
    }

    /// Opens a link: what follows the address's `#`. The file and the link that were open are forgotten.
    #[wasm_bindgen(js_name = openLink)]
    pub fn open_link(&mut self, text: &str) -> Result<Ts<LinkOpened>, JsError> {
        to_js(&self.0.open_link(text))
    }

    /// Forgets the link.
    #[wasm_bindgen(js_name = closeLink)]
    pub fn close_link(&mut self) {
        self.0.close_link();
    }

    /// The design of a trial without data.
    pub fn draft(&self, draft: Ts<Draft>) -> Result<Ts<Opened>, JsError> {
        to_js(&self.0.draft(&from_js(draft)?))
    }

    /// The last analysis as `tidy`, `markdown`, `html`, `r` or `spss`.
    pub fn export(&self, format: &str) -> Result<String, JsError> {
        let named = Format::named(format).ok_or_else(|| JsError::new(&format!("There is no format `{format}`")))?;
        self.0.export(named).ok_or_else(|| JsError::new("Nothing has been analysed"))
    }
}

fn to_js<T: Tsify + Serialize>(value: &T) -> Result<Ts<T>, JsError> {
    Ok(Ts::new_unchecked(value.serialize(&Serializer::new().serialize_missing_as_null(true))?))
}

fn from_js<T: Tsify + DeserializeOwned>(value: Ts<T>) -> Result<T, JsError> {
    Ok(serde_wasm_bindgen::from_value(value.into())?)
}

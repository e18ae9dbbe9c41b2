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

use crate::plan::{self, Edit, Edited, Plan};
use crate::session::{
    self, Job, KeyDescription, KeyOpened, LinkMade, LinkOpened, LinkOptions, Opened, Piece, ReportPieces, ScalePlan,
    TrialDraft,
};
use crate::table::{self, ReadOptions};
use js_sys::{Float64Array, Function};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

/// One visitor's file and what was made of it.
#[wasm_bindgen(js_name = Session)]
#[derive(Default)]
pub struct JsSession(session::Session);

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a file.
    pub fn read(&mut self, bytes: &[u8], options: Ts<ReadOptions>) -> Result<Ts<Opened>, JsError> {
        to_js(&self.0.read(bytes, &from_js(options)?))
    }

    /// Reads several files, one for each occasion.
    #[wasm_bindgen(js_name = readSeveral)]
    pub fn read_several(
        &mut self,
        names: Vec<String>,
        files: Vec<js_sys::Uint8Array>,
        options: Ts<ReadOptions>,
    ) -> Result<Ts<Opened>, JsError> {
        let bytes: Vec<Vec<u8>> = files.iter().map(js_sys::Uint8Array::to_vec).collect();
        let files: Vec<(String, &[u8])> = names.into_iter().zip(bytes.iter().map(Vec::as_slice)).collect();
        to_js(&self.0.read_several(&files, &from_js(options)?))
    }

    /// The keys that come with Prepost.
    pub fn keys(&self) -> Result<Vec<Ts<KeyDescription>>, JsError> {
        self.0.keys().iter().map(to_js).collect()
    }

    /// The Plan after a change that the visitor made to it.
    pub fn edit(&self, plan: Ts<Plan>, edit: Ts<Edit>) -> Result<Ts<Edited>, JsError> {
        to_js(&self.0.edit(&from_js(plan)?, &from_js(edit)?))
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
    ) -> Result<Ts<ReportPieces>, JsError> {
        // A listener that throws does not stop an analysis.
        let mut tell = |share: f64| drop(progress.call1(&JsValue::NULL, &share.into()));
        let report = self.0.analyse(&runnable(plan)?, &mut tell);
        to_js(&self.0.in_pieces(&report))
    }

    /// The Plan's resampling, cut into jobs.
    pub fn resampling(&self, plan: Ts<Plan>) -> Result<Vec<Float64Array>, JsError> {
        let jobs = self.0.resampling(&runnable(plan)?);
        Ok(jobs.into_iter().map(|job| Float64Array::from(&job.to_numbers()[..])).collect())
    }

    /// Does one of the jobs.
    pub fn work(&self, plan: Ts<Plan>, job: &Float64Array) -> Result<Float64Array, JsError> {
        let job = Job::from_numbers(&job.to_vec()).ok_or_else(|| JsError::new("No job"))?;
        Ok(Float64Array::from(&self.0.work(&runnable(plan)?, job).to_numbers()[..]))
    }

    /// As `analyse`, with the numbers that the jobs' pieces make together.
    #[wasm_bindgen(js_name = analyseWith)]
    pub fn analyse_with(&mut self, plan: Ts<Plan>, pieces: Vec<Float64Array>) -> Result<Ts<ReportPieces>, JsError> {
        let pieces = pieces.iter().map(|piece| Piece::from_numbers(&piece.to_vec())).collect::<Option<Vec<_>>>();
        let pieces = pieces.ok_or_else(|| JsError::new("No piece"))?;
        let report = self.0.analyse_with(&runnable(plan)?, &pieces);
        to_js(&self.0.in_pieces(&report))
    }

    /// A link to the analysis of the file by the Plan, with all that it carries and what stays.
    pub fn link(&self, plan: Ts<Plan>, options: Ts<LinkOptions>) -> Result<Ts<LinkMade>, JsError> {
        to_js(&self.0.link(&runnable(plan)?, &from_js(options)?))
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
    pub fn draft(&self, draft: Ts<TrialDraft>) -> Result<Ts<Opened>, JsError> {
        to_js(&self.0.draft(&from_js(draft)?))
    }

    /// The last analysis as a file of that format: how its name ends, its media type, its bytes.
    #[wasm_bindgen(unchecked_return_type = "[ending: string, type: string, content: Uint8Array<ArrayBuffer>]")]
    pub fn export(&self, format: &str) -> Result<js_sys::Array, JsError> {
        let file =
            self.0.export(format).ok_or_else(|| JsError::new(&format!("There is nothing to write as `{format}`")))?;
        let content = js_sys::Uint8Array::from(file.bytes.as_slice());
        Ok(js_sys::Array::of3(&file.ending.into(), &file.media_type.into(), &content))
    }
}

fn to_js<T: Tsify + Serialize>(value: &T) -> Result<Ts<T>, JsError> {
    Ok(Ts::new_unchecked(value.serialize(&Serializer::new().serialize_missing_as_null(true))?))
}

/// The visitor's Plan without the outcomes that are still being filled in.
fn runnable(plan: Ts<Plan>) -> Result<Plan, JsError> {
    Ok(plan::runnable(&from_js(plan)?))
}

fn from_js<T: Tsify + DeserializeOwned>(value: Ts<T>) -> Result<T, JsError> {
    Ok(serde_wasm_bindgen::from_value(value.into())?)
}

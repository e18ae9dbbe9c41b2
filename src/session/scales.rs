//! Questionnaires in a session: the keys that come with Prepost, key files, and a Plan with a questionnaire.

use serde::Serialize;

use super::Session;
use crate::notice::Problem;
use crate::plan::{self, Better, Edit, Edited, Plan};
use crate::report::Notice;
use crate::scale::key::{Benefit, Confidence};
use crate::scale::{self, Key, ScalePlan, numbers_in_short};

/// A key as the page shows it: item numbers only.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct KeyDescription {
    pub id: String,
    /// The full name first.
    pub titles: Vec<String>,
    /// 0 where the user says it.
    pub n_items: usize,
    pub range: Option<(f64, f64)>,
    /// `A`, `B`, `C`.
    pub confidence: String,
    /// Whether it is compared with the form before it is used.
    pub needs_confirmation: bool,
    /// Whether the user says which items belong to which score.
    pub is_template: bool,
    pub source: String,
    pub licence: String,
    pub note: String,
    pub scores: Vec<KeyScoreDescription>,
}

/// A score of a key.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct KeyScoreDescription {
    pub name: String,
    /// `1–3, 6, 8`.
    pub items: String,
    pub reversed: String,
    pub better: Option<Better>,
    /// What is published about its reliability: `0.82, 2–4 weeks, n = 53`, with the coefficient and the source.
    pub retests: Vec<Published>,
    /// Norms that have a standard deviation.
    pub norms: Vec<PublishedNorm>,
}

/// A published coefficient of reliability.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Published {
    pub reliability: f64,
    pub interval: String,
    pub source: String,
    pub confidence: String,
}

/// A published norm.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct PublishedNorm {
    pub population: String,
    pub mean: f64,
    pub sd: f64,
    pub n: Option<usize>,
    pub source: String,
    pub confidence: String,
}

/// A key file that was read.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct KeyOpened {
    /// The questionnaire without columns; `None` where the file has mistakes, which the notices name with their lines.
    pub scale: Option<ScalePlan>,
    pub notices: Vec<Notice>,
}

impl Session {
    /// The keys that come with Prepost.
    pub fn keys(&self) -> Vec<KeyDescription> {
        scale::keys().into_iter().map(shown).collect()
    }

    /// The Plan after a change that a user made to it.
    pub fn edit(&self, plan: &Plan, edit: &Edit) -> Edited {
        plan::apply(plan, edit)
    }

    /// A questionnaire of the Plan as a key file.
    pub fn key_file(&self, scale: &ScalePlan) -> String {
        scale::own_key::write(scale)
    }

    /// Reads a key file.
    pub fn open_key(&self, text: &str) -> KeyOpened {
        match own(text) {
            Ok(scale) => KeyOpened { scale: Some(scale), notices: Vec::new() },
            Err(problems) => KeyOpened { scale: None, notices: self.notices(&problems) },
        }
    }
}

/// JSON, and TOML as the shipped keys are written.
fn own(text: &str) -> Result<ScalePlan, Vec<Problem>> {
    if text.trim_start().starts_with('{') { scale::own_key::read(text) } else { Key::read(text).map(|key| key.plan()) }
}

fn shown(key: Key) -> KeyDescription {
    let needs_confirmation = key.needs_confirmation();
    let score = |own: &scale::key::KeyScore| KeyScoreDescription {
        name: own.score.name.clone(),
        items: numbers_in_short(&own.score.items),
        reversed: numbers_in_short(&own.score.reversed),
        better: own.better.map(|better| match better {
            Benefit::Higher => Better::Higher,
            Benefit::Lower => Better::Lower,
        }),
        retests: own
            .retests
            .iter()
            .map(|own| Published {
                reliability: own.r,
                interval: own.interval.clone(),
                source: own.cited.source.clone(),
                confidence: letter(own.cited.confidence).into(),
            })
            .collect(),
        norms: own
            .norms
            .iter()
            .filter_map(|own| {
                Some(PublishedNorm {
                    population: own.population.clone(),
                    mean: own.mean,
                    sd: own.sd?,
                    n: own.n,
                    source: own.cited.source.clone(),
                    confidence: letter(own.cited.confidence).into(),
                })
            })
            .collect(),
    };
    KeyDescription {
        n_items: key.n_items,
        range: key.range,
        confidence: letter(key.confidence).into(),
        needs_confirmation,
        is_template: key.is_template,
        scores: key.scores.iter().map(score).collect(),
        id: key.id,
        titles: key.titles,
        source: key.source,
        licence: key.licence,
        note: key.note,
    }
}

fn letter(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::A => "A",
        Confidence::B => "B",
        Confidence::C => "C",
        Confidence::Own => "own",
    }
}

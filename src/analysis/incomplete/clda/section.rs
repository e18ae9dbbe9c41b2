//! The comparisons of the constrained model.

use super::compute::ConstrainedModel;
use crate::analysis::comparisons::table::Frame;
use crate::analysis::display::Display;
use crate::analysis::incomplete::table::compared;
use crate::analysis::study::Study;
use crate::analysis::table::section;
use crate::notice::Message;
use crate::report::{Block, Section};

const FRAME: Frame =
    Frame { id: "clda", title: "clda-title", caption: "clda-caption", family: "change", with_g: true, open: false };

pub fn sections(_: &Study<'_>, result: &ConstrainedModel, display: &Display<'_>) -> Vec<Section> {
    let words = display.words;
    let Some((conclusion, changes)) = compared(&FRAME, &result.changes, display) else { return Vec::new() };
    let who = words.say(&Message::new("clda-who").with("participants", result.n));
    let blocks = vec![Block::Paragraph { text: who }, changes];
    vec![section("clda", words.label("clda-title"), conclusion, false, blocks)]
}

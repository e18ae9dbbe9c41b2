//! Did scores change? One group measured repeatedly, without a control to compare with.

use crate::analysis::answers::asked::Asked;
use crate::analysis::answers::contrast::{ContrastRow, Subject};
use crate::analysis::answers::draft::InquiryDraft;
use crate::analysis::answers::lasted::since_sentence;
use crate::analysis::comparisons::verdict::Verdict;
use crate::notice::Message;

pub fn changed(asked: &Asked<'_>) -> Option<InquiryDraft> {
    let rows: Vec<&ContrastRow> =
        asked.within.iter().filter(|contrast| matches!(contrast.subject, Subject::Occasions { from: 0, .. })).collect();
    if rows.is_empty() {
        return None;
    }
    Some(InquiryDraft {
        id: "changed",
        heading: "asked-changed",
        verdict: rows.iter().map(|contrast| verdict(asked, contrast)).collect(),
        ends: [Message::new("end-worsened"), Message::new("end-improved")],
        rows: rows.into_iter().map(|contrast| (since_sentence(asked, contrast), contrast.clone())).collect(),
        why: Message::new("why-changed"),
    })
}

fn verdict(asked: &Asked<'_>, contrast: &ContrastRow) -> Message {
    let id = match contrast.verdict {
        Verdict::Better => "verdict-improved",
        Verdict::Worse => "verdict-worsened",
        Verdict::NoEvidence => "verdict-unchanged",
    };
    let name = |index: usize| asked.names.occasions.get(index).cloned().unwrap_or_default();
    match contrast.subject {
        Subject::Occasions { from, to, .. } => Message::new(id).with("from", name(from)).with("to", name(to)),
        Subject::Change { .. } | Subject::Arms { .. } => Message::new(id),
    }
}

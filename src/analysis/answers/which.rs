//! Which is better? The direct contrast of the interventions. That one differs from the control and another does not is
//! no evidence that they differ from each other.

use crate::analysis::answers::asked::Asked;
use crate::analysis::answers::contrast::{ContrastRow, Subject};
use crate::analysis::answers::draft::InquiryDraft;
use crate::analysis::answers::worked::change_sentence;
use crate::analysis::comparisons::verdict::Verdict;
use crate::analysis::names::capitalised;
use crate::notice::Message;

pub fn better(asked: &Asked<'_>) -> Option<InquiryDraft> {
    let mut rows: Vec<&ContrastRow> = asked
        .changes
        .iter()
        .filter(|c| matches!(c.subject, Subject::Change { from: 0, against, .. } if against > 0))
        .collect();
    rows.sort_by_key(|contrast| pair(contrast));
    let first = rows.first()?;
    let (arm, against, _) = pair(first);
    let name = |index: usize| asked.names.arms.get(index).cloned().unwrap_or_default();
    let one_pair = rows.iter().all(|contrast| (pair(contrast).0, pair(contrast).1) == (arm, against));
    let ends = if one_pair {
        [Message::new("end-better").with("arm", name(against)), Message::new("end-better-right").with("arm", name(arm))]
    } else {
        [Message::new("end-better-second"), Message::new("end-better-first")]
    };
    Some(InquiryDraft {
        id: "better",
        heading: "asked-better",
        verdict: verdicts(asked, &rows),
        ends,
        rows: rows.iter().map(|contrast| (change_sentence(asked, contrast), (*contrast).clone())).collect(),
        why: Message::new("why-better"),
    })
}

/// The two arms and the later occasion of a difference in change.
fn pair(contrast: &ContrastRow) -> (usize, usize, usize) {
    match contrast.subject {
        Subject::Change { arm, against, to, .. } => (arm, against, to),
        Subject::Arms { arm, against, at } => (arm, against, at),
        Subject::Occasions { arm, to, .. } => (arm, 0, to),
    }
}

fn verdicts(asked: &Asked<'_>, rows: &[&ContrastRow]) -> Vec<Message> {
    let name = |index: usize| asked.names.arms.get(index).cloned().unwrap_or_default();
    let mut found = Vec::new();
    for contrast in rows {
        let (arm, against, to) = pair(contrast);
        let (better, worse) = match contrast.verdict {
            Verdict::Better => (arm, against),
            Verdict::Worse => (against, arm),
            Verdict::NoEvidence => continue,
        };
        found.push(
            Message::new("verdict-which")
                .with("better", capitalised(&name(better)))
                .with("worse", name(worse))
                .with("when", asked.names.occasions.get(to).cloned().unwrap_or_default()),
        );
    }
    let undecided = rows.iter().any(|contrast| contrast.verdict == Verdict::NoEvidence);
    match (found.is_empty(), undecided) {
        (true, _) if asked.names.arms.len() == 3 => vec![Message::new("verdict-which-none")],
        (true, _) => vec![Message::new("verdict-which-none-of-many")],
        (false, true) => {
            found.push(Message::new("verdict-which-else"));
            found
        }
        (false, false) => found,
    }
}

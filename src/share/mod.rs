//! Links: a Plan, and on request summaries and a fingerprint of the data, as text that fits an address or a picture.
//!
//! A link never holds rows, ids, file names, minima or maxima as such; what can be computed from the summaries that it may
//! hold is bounded by [`disclosure`], by an estimate and not by a proof. It is made by [`write`] and read by [`open`];
//! what it says may come from anybody, so that `open` checks every number before it is used.
//!
//! # Format
//! `2.<base64url(deflate(payload))>` ([`envelope`]). The payload is a row of parts, each a letter, a length and that many
//! bytes, then the CRC-32 of all before it ([`parts`]):
//!
//! | part | holds | by |
//! | --- | --- | --- |
//! | `P` | the Plan as JSON, without what is as by default | [`plan_text`] |
//! | `R` | the day on which the Plan was registered, `2026-11-24` | [`registered`] |
//! | `M` | n, means and cross-products of each arm | [`summary_code`] |
//! | `F` | a slow hash of the data | [`fingerprint`] |
//!
//! A link of any released version opens for ever (`tests/links/`): what a letter means never changes.

mod bytes;
mod carried;
mod damaged;
mod differences;
mod disclosure;
mod envelope;
mod exact;
mod fingerprint;
mod limits;
mod parts;
mod plan_text;
mod registered;
mod stand_ins;
mod summaries;
mod summary_code;
mod twice;

pub use carried::carried;
pub use differences::differences;
pub use disclosure::{FEWEST, Shared, shared};
pub use fingerprint::{Fingerprint, fingerprint};
pub use plan_text::{plan_hash, plan_text};
pub use registered::Day;
pub use stand_ins::trial;
pub use summaries::{CellSummary, OutcomeSummary, Summary};

use crate::notice::{Message, Problem};
use crate::plan::Plan;
use crate::plan::limits::DesignSize;
use damaged::damaged;

/// What a link holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub plan: Plan,
    pub registered: Option<Day>,
    pub summary: Option<Summary>,
    pub fingerprint: Option<Fingerprint>,
}

/// The link as the text after an address's `#`.
pub fn write(link: &Link) -> String {
    let mut parts = vec![(b'P', plan_text(&link.plan).into_bytes())];
    parts.extend(link.registered.map(|day| (b'R', day.to_string().into_bytes())));
    parts.extend(link.summary.as_ref().map(|summary| (b'M', summary_code::write(summary))));
    parts.extend(link.fingerprint.map(|fingerprint| (b'F', fingerprint.0.to_vec())));
    sealed(&parts)
}

/// Parts, whatever they hold, as the text of a link.
pub fn sealed(parts: &[(u8, Vec<u8>)]) -> String {
    let mut payload = parts::Payload::default();
    parts.iter().for_each(|(letter, bytes)| payload.push(*letter, bytes));
    envelope::seal(&payload.finish())
}

/// Reads a link: what follows an address's `#`, with or without the address.
///
/// # Errors
/// A Problem that says what is wrong with it, in words for whoever was sent the link.
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(clippy::result_large_err, reason = "a Problem is made once, where it ends the reading")
)]
pub fn open(text: &str) -> Result<Link, Problem> {
    read(text).map_err(Problem::error)
}

/// The SHA-256 of the Plan in a link as it was issued: what was deposited stays what it was, whatever a later version makes
/// of the same text. `None` where the link does not open.
pub fn issued_hash(text: &str) -> Option<String> {
    let (_, payload) = envelope::unseal(text).ok()?;
    let parts = parts::read(&payload).ok()?;
    parts.into_iter().find(|(letter, _)| *letter == b'P').map(|(_, text)| plan_text::hash(text))
}

fn read(text: &str) -> Result<Link, Message> {
    let (version, payload) = envelope::unseal(text)?;
    let mut link = None;
    let (mut registered, mut summary, mut fingerprint) = (None, None, None);
    for (letter, bytes) in parts::read(&payload)? {
        match letter {
            b'P' => link = Some(plan_text::read(bytes, version)?),
            b'R' => registered = Some(Day::read(bytes).ok_or_else(damaged)?),
            b'M' => summary = Some(bytes),
            b'F' => fingerprint = Some(Fingerprint::read(bytes).ok_or_else(damaged)?),
            _ => return Err(Message::new("link-newer")),
        }
    }
    let plan = link.ok_or_else(damaged)?;
    // Before what grows with the Plan is read.
    refuse(DesignSize::of(&plan).refusal().map(|problem| problem.message))?;
    refuse(twice::in_plan(&plan))?;
    let summary = match summary {
        Some(bytes) => Some(summary_code::read(bytes, &plan).ok_or_else(damaged)?),
        None => None,
    };
    refuse(summary.as_ref().and_then(|summary| twice::in_summary(summary, &plan)))?;
    Ok(Link { plan, registered, summary, fingerprint })
}

fn refuse(reason: Option<Message>) -> Result<(), Message> {
    reason.map_or(Ok(()), Err)
}

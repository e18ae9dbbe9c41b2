//! Prepost analyses intervention trials measured before, after and at follow-up.
//!
//! Data flow one way, and each arrow is a pure function:
//!
//! ```text
//! bytes → Table → Trial → (Moments →) fit → results → Report → page, files
//!         table   trial    num, model        analysis   report
//! ```
//!
//! The layers, in reading order:
//! - [`notice`]: what is to be said, before it is text; a leaf too
//! - [`num`]: numbers in, numbers out: tails, distributions, moments
//! - [`table`]: bytes to typed columns, and what was not understood on the way
//! - [`scale`]: questionnaires: items to scores by a key, and what the answers look like
//! - [`plan`]: the Plan: its schema, guessing it from a Table, every change that a user can make
//! - [`trial`]: the Trial that Table and Plan make; it never guesses
//! - [`model`]: the multivariate linear model, hypotheses, contrasts, adjustments, effect sizes
//! - [`analysis`]: what a report can hold, one file each, one registry
//! - [`report`]: the view-model and its renderers, the only place where a number becomes text
//! - [`script`]: the same analysis written for R and for SPSS
//! - [`share`]: links: the Plan, summaries and a fingerprint as text; what may be shared, and what opens for ever
//! - [`planning`]: a trial before there are data: power and sample size
//! - [`session`]: load, analyse, export: what the page, the shell, the tests and the benchmarks call
//! - `wasm`, on wasm32 only: the session for JavaScript
//!
//! `docs/architecture.md` follows a byte and a p-value through them; `tests/native/architecture` holds the direction.

#![forbid(unsafe_code)]

pub mod analysis;
pub mod model;
pub mod notice;
pub mod num;
pub mod plan;
pub mod planning;
pub mod report;
pub mod scale;
pub mod script;
pub mod session;
pub mod share;
pub mod table;
pub mod trial;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

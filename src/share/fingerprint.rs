//! A slow hash of the data that a Plan uses: whether two files hold the same, without holding either.
//!
//! # Formulas
//! PBKDF2-HMAC-SHA-256 (RFC 8018) of the SHA-256 of the canonical data, salted with the Plan's hash; the first 16 bytes.
//! Canonical: a line for each participant (id, arm, levels, covariates, values as 64 bits), the lines sorted, so that
//! the order of rows, the encoding and columns that the Plan does not use make no difference.

use pbkdf2::pbkdf2_hmac;
use sha2::{Digest, Sha256};

use crate::trial::Trial;

/// Slow on purpose: whoever guesses at data pays this for each guess.
const ROUNDS: u32 = 200_000;
const BYTES: usize = 16;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint(pub [u8; BYTES]);

impl Fingerprint {
    pub fn read(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

/// Of the data of a Trial that was put together by the Plan of that hash, as it was issued.
pub fn fingerprint(trial: &Trial, plan_hash: &str) -> Fingerprint {
    let mut found = [0; BYTES];
    pbkdf2_hmac::<Sha256>(&Sha256::digest(canonical(trial)), plan_hash.as_bytes(), ROUNDS, &mut found);
    Fingerprint(found)
}

fn canonical(trial: &Trial) -> String {
    let mut lines: Vec<String> = (0..trial.ids.len()).map(|participant| line(trial, participant)).collect();
    lines.sort();
    lines.join("\n")
}

fn line(trial: &Trial, participant: usize) -> String {
    let bits = |value: f64| match value {
        missing if missing.is_nan() => "-".to_owned(),
        // Minus zero is zero.
        value => format!("{:x}", (value + 0.0).to_bits()),
    };
    let id = trial.ids.get(participant).cloned().unwrap_or_default();
    let arm = trial.arm.get(participant).and_then(|&arm| trial.arms.get(arm as usize)).cloned().unwrap_or_default();
    let level = |factor: &crate::trial::Factor| {
        let code = factor.codes.get(participant).copied().flatten();
        code.and_then(|code| factor.levels.get(code as usize)).cloned().unwrap_or_default()
    };
    let mut fields = vec![id, arm];
    fields.extend(trial.factors.iter().map(level));
    fields.extend(trial.covariates.iter().map(|own| own.values.get(participant).map_or(String::new(), |&v| bits(v))));
    fields.extend(trial.outcomes.iter().flat_map(|outcome| outcome.of(participant)).map(|&value| bits(value)));
    // A unit separator stands between what may itself hold any mark.
    fields.join("\u{1f}")
}

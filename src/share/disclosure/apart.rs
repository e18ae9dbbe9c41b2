//! Who is told apart by being in the summaries of some outcomes and not of others.
//!
//! The participants of a cell fall into patterns: in which of the outcomes' summaries they are. Whatever is added to and
//! subtracted from each other of the summaries weighs everybody of one pattern alike, so that it is of no fewer people than
//! the smallest pattern has, or of nobody. Hence none may have few: that covers every pair, and every union.

use std::collections::BTreeMap;

use super::candidate::Candidate;

/// A pattern of few.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FewApart {
    pub cell: Vec<usize>,
    pub n: usize,
    /// The outcomes, as places among the candidates, whose summaries tell them apart from others who are in the last one's.
    pub others: Vec<usize>,
}

/// The first pattern with fewer than `fewest` participants, of candidates of which the last is the new one.
pub fn few_apart(candidates: &[&Candidate<'_>], fewest: usize) -> Option<FewApart> {
    if candidates.len() < 2 {
        return None;
    }
    let mut patterns: BTreeMap<(&Vec<usize>, Vec<bool>), Vec<usize>> = BTreeMap::new();
    for (place, candidate) in candidates.iter().enumerate() {
        for (cell, own) in &candidate.cells {
            // Each participant once, where they are met first.
            for &own in own.iter().filter(|&&own| !candidates.iter().take(place).any(|before| before.has(own))) {
                let pattern = candidates.iter().map(|of| of.has(own)).collect();
                patterns.entry((cell, pattern)).or_default().push(own);
            }
        }
    }
    let few = patterns.into_iter().find(|(_, own)| own.len() < fewest);
    few.map(|((cell, pattern), own)| {
        let is_in_last = pattern.last().copied().unwrap_or(false);
        let differs = |place: &usize| pattern.get(*place).is_some_and(|is_in| *is_in != is_in_last);
        let all = 0..candidates.len() - 1;
        let mut others: Vec<usize> = all.clone().filter(differs).collect();
        if others.is_empty() {
            others = all.collect();
        }
        FewApart { cell: cell.clone(), n: own.len(), others }
    })
}

//! Which outcomes are counted together: those of which a participant's values of one follow from the others'.

use super::candidate::{Candidate, ColumnOf, all_columns, in_all};
use super::dependence::{Dependence, dependence};

/// So many participants more than columns, else every column would seem to follow from the others.
const MORE_ROWS: usize = 5;

/// The columns of several candidates that do not follow from others of them, and the number of those that do.
pub struct Joined {
    pub basis: Vec<ColumnOf>,
    pub followers: Vec<ColumnOf>,
}

impl Joined {
    pub fn of(candidates: &[&Candidate<'_>]) -> Self {
        let (columns, found) = found(candidates, &all_columns(candidates));
        let at = |place: &usize| columns.get(*place).copied();
        let basis = found.basis.iter().filter_map(at).collect();
        Self { basis, followers: found.followers.iter().filter_map(|(place, _)| at(place)).collect() }
    }
}

fn found(candidates: &[&Candidate<'_>], columns: &[ColumnOf]) -> (Vec<ColumnOf>, Dependence) {
    let participants = in_all(candidates);
    let values = columns.iter().filter_map(|at| Some(candidates.get(at.candidate)?.column(at.column, &participants)));
    (columns.to_vec(), dependence(&values.collect::<Vec<_>>()))
}

/// Pairs of candidates of which one's columns follow from the other's, or from those of others too; as far as their
/// number of participants can tell, and where it cannot, all of them.
pub fn pairs(candidates: &[&Candidate<'_>]) -> Vec<(usize, usize)> {
    let n = in_all(candidates).len();
    let columns = all_columns(candidates);
    if n >= columns.len() + MORE_ROWS {
        return linked(found(candidates, &columns));
    }
    // Too few to look at everything at once: two outcomes at a time, and every occasion of all of them.
    let mut links = Vec::new();
    for (later, two) in (0..candidates.len()).flat_map(|later| (0..later).map(move |earlier| (later, earlier))) {
        let (Some(a), Some(b)) = (candidates.get(two), candidates.get(later)) else { continue };
        let both = [*a, *b];
        let columns = all_columns(&both);
        let is_known = in_all(&both).len() >= columns.len() + MORE_ROWS;
        if !is_known || !linked(found(&both, &columns)).is_empty() {
            links.push((two, later));
        }
    }
    let most = candidates.iter().map(|own| own.measures.len()).max().unwrap_or(0);
    for measure in 0..most {
        let of_measure: Vec<ColumnOf> = columns.iter().filter(|at| at.column == measure).copied().collect();
        if n >= of_measure.len() + MORE_ROWS {
            links.extend(linked(found(candidates, &of_measure)));
        }
    }
    links
}

fn linked((columns, found): (Vec<ColumnOf>, Dependence)) -> Vec<(usize, usize)> {
    let of = |place: usize| columns.get(place).map(|at| at.candidate);
    let pairs = found.followers.iter().flat_map(|(place, from)| from.iter().map(move |from| (of(*from), of(*place))));
    pairs.filter_map(|(a, b)| a.zip(b)).filter(|(a, b)| a != b).collect()
}

/// The candidates that hang together with the last one, it included, in order.
pub fn group_of_last(n: usize, pairs: &[(usize, usize)]) -> Vec<usize> {
    let mut group = vec![n.saturating_sub(1)];
    let mut at = 0;
    while let Some(&own) = group.get(at) {
        for &(a, b) in pairs {
            let other = if a == own { b } else { a };
            if (a == own || b == own) && !group.contains(&other) {
                group.push(other);
            }
        }
        at += 1;
    }
    group.sort_unstable();
    group
}

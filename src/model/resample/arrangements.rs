//! Permutations of labels: all distinct arrangements in order, or random ones.

use super::generator::Generator;

/// Whether every arrangement is visited, or some are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangements {
    /// All of them, the observed one among them.
    Every {
        count: u32,
    },
    Drawn {
        replicates: u32,
    },
}

impl Arrangements {
    /// Every arrangement where there are no more than replicates.
    pub fn of(labels: &[u32], replicates: u32) -> Self {
        match count(labels).filter(|count| *count <= replicates) {
            Some(count) => Arrangements::Every { count },
            None => Arrangements::Drawn { replicates },
        }
    }

    pub fn len(self) -> u32 {
        match self {
            Arrangements::Every { count } => count,
            Arrangements::Drawn { replicates } => replicates,
        }
    }

    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    pub fn is_exact(self) -> bool {
        matches!(self, Arrangements::Every { .. })
    }
}

/// How many distinct arrangements there are: n!/Π nₐ!; `None` where they are too many to be counted.
pub fn count(labels: &[u32]) -> Option<u32> {
    let mut seen: Vec<(u32, u64)> = Vec::new();
    let mut count: u64 = 1;
    // n!/Π nₐ! grows label by label by n/nₐ, whole at each step.
    for (index, label) in labels.iter().enumerate() {
        let place = seen.iter().position(|(known, _)| known == label).unwrap_or_else(|| {
            seen.push((*label, 0));
            seen.len() - 1
        });
        let of_label = seen.get_mut(place)?;
        of_label.1 += 1;
        count = count.checked_mul(index as u64 + 1)? / of_label.1;
        if count > u64::from(u32::MAX) {
            return None;
        }
    }
    u32::try_from(count).ok()
}

/// Visits the arrangements from one number to another; a drawn one depends on the key and its number only.
pub fn visit(labels: &[u32], plan: Arrangements, (from, to): (u32, u32), key: &[u64], mut each: impl FnMut(&[u32])) {
    let mut current = labels.to_vec();
    match plan {
        Arrangements::Every { count } => {
            current.sort();
            for number in 0..to.min(count) {
                if number >= from {
                    each(&current);
                }
                next(&mut current);
            }
        }
        Arrangements::Drawn { replicates } => {
            let mut key = key.to_vec();
            key.push(0);
            for number in from..to.min(replicates) {
                if let Some(last) = key.last_mut() {
                    *last = u64::from(number);
                }
                current.copy_from_slice(labels);
                shuffle(&mut current, &mut Generator::new(&key));
                each(&current);
            }
        }
    }
}

/// Fisher–Yates: each order with the same probability.
fn shuffle(labels: &mut [u32], generator: &mut Generator) {
    for last in (1..labels.len()).rev() {
        // More than 2³² participants do not fit in memory.
        labels.swap(last, generator.below(last as u32 + 1) as usize);
    }
}

/// The next arrangement in lexical order; after the last it stays.
fn next(labels: &mut [u32]) {
    let Some(at) = labels.windows(2).rposition(|pair| pair[0] < pair[1]) else { return };
    if let Some(later) = labels.iter().rposition(|label| *label > labels[at]) {
        labels.swap(at, later);
        labels[at + 1..].reverse();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_arrangement_comes_once() {
        let labels = [1, 0, 2, 0, 1];
        let plan = Arrangements::of(&labels, 100);
        assert_eq!(plan, Arrangements::Every { count: 30 });
        let mut seen = Vec::new();
        for (from, to) in [(0, 7), (7, 30)] {
            visit(&labels, plan, (from, to), &[], |labels| seen.push(labels.to_vec()));
        }
        assert_eq!(seen.len(), 30);
        assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), 30);
    }

    #[test]
    fn too_many_to_count_are_drawn() {
        let labels: Vec<u32> = (0..60).map(|p| p % 3).collect();
        assert_eq!(count(&labels), None);
        assert_eq!(Arrangements::of(&labels, 10), Arrangements::Drawn { replicates: 10 });
    }

    #[test]
    fn pieces_are_the_whole() {
        let labels: Vec<u32> = (0..12).map(|p| p % 3).collect();
        let plan = Arrangements::Drawn { replicates: 20 };
        let of = |ranges: &[(u32, u32)]| {
            let mut seen = Vec::new();
            for range in ranges {
                visit(&labels, plan, *range, &[4], |labels| seen.push(labels.to_vec()));
            }
            seen
        };
        assert_eq!(of(&[(0, 20)]), of(&[(0, 3), (3, 11), (11, 20)]));
    }
}

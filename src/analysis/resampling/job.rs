//! A resampling job and its result. Both convert to arrays of numbers, so that they cross between workers without loss,
//! whatever the numbers are.

/// A range of the replicates of one kind for one outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Job {
    /// An index into the trial's outcomes.
    pub outcome: usize,
    pub kind: JobKind,
    pub from: u32,
    pub to: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobKind {
    Permutation,
    FreedmanLane,
    Bootstrap,
}

/// The result of a job.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    pub job: Job,
    /// Permutations: for each statistic, the replicates that reach the observed one.
    pub counts: Vec<u32>,
    /// The bootstrap: each replicate's means of arms by occasions.
    pub values: Vec<f64>,
}

const KINDS: [JobKind; 3] = [JobKind::Permutation, JobKind::FreedmanLane, JobKind::Bootstrap];

impl Job {
    pub fn to_numbers(self) -> [f64; 4] {
        [self.outcome as f64, f64::from(self.kind as u8), self.from.into(), self.to.into()]
    }

    /// `None` where they do not encode a job. A job beyond the study's outcomes and replicates has no effect.
    pub fn from_numbers(numbers: &[f64]) -> Option<Self> {
        let &[outcome, kind, from, to] = numbers else { return None };
        let kind = *KINDS.get(kind as usize)?;
        Some(Self { outcome: outcome as usize, kind, from: from as u32, to: to as u32 })
    }
}

impl Piece {
    /// The job, how many counts, the counts, the values.
    pub fn to_numbers(&self) -> Vec<f64> {
        let mut numbers = self.job.to_numbers().to_vec();
        numbers.push(self.counts.len() as f64);
        numbers.extend(self.counts.iter().map(|&count| f64::from(count)));
        numbers.extend_from_slice(&self.values);
        numbers
    }

    /// `None` where they do not encode a piece.
    pub fn from_numbers(numbers: &[f64]) -> Option<Self> {
        let (job, rest) = numbers.split_at_checked(4)?;
        let (&n_counts, rest) = rest.split_first()?;
        let (counts, values) = rest.split_at_checked(n_counts as usize)?;
        let counts = counts.iter().map(|&count| count as u32).collect();
        Some(Self { job: Job::from_numbers(job)?, counts, values: values.into() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_comes_back_to_the_last_bit() {
        let values = vec![0.1 + 0.2, -0.0, 5e-324, f64::MAX, f64::INFINITY, f64::NEG_INFINITY, f64::NAN];
        for kind in KINDS {
            let job = Job { outcome: 3, kind, from: 2_500, to: u32::MAX };
            let piece = Piece { job, counts: vec![0, 7, u32::MAX], values: values.clone() };
            let Some(back) = Piece::from_numbers(&piece.to_numbers()) else { panic!("no piece") };
            assert_eq!((back.job, &back.counts), (piece.job, &piece.counts));
            let bits = |piece: &Piece| -> Vec<u64> { piece.values.iter().map(|value| value.to_bits()).collect() };
            assert_eq!(bits(&back), bits(&piece));
        }
    }

    #[test]
    fn numbers_that_are_no_piece_are_none() {
        for numbers in [&[][..], &[0.0; 4], &[0.0, 3.0, 0.0, 1.0, 0.0], &[0.0, 0.0, 0.0, 1.0, 2.0, 5.0]] {
            assert_eq!(Piece::from_numbers(numbers), None, "{numbers:?}");
        }
    }
}

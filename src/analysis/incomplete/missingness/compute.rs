use crate::analysis::result::Computation;
use crate::analysis::study::Study;

/// Which values of an outcome are missing, by arm, occasion and pattern.
#[derive(Clone, Debug)]
pub struct Missingness {
    /// Participants of the trial, and those with every value.
    pub n: usize,
    pub n_complete: usize,
    /// Each arm at each occasion, occasions within arms.
    pub cells: Vec<MissingAt>,
    /// The most frequent first.
    pub patterns: Vec<MissingnessPattern>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingAt {
    /// Indices into the trial's arms and occasions.
    pub arm: usize,
    pub occasion: usize,
    /// Participants of the arm, and those without a value there.
    pub n: usize,
    pub missing: usize,
}

/// Participants who have values at the same occasions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingnessPattern {
    /// For each occasion of the trial, whether there is a value.
    pub has: Vec<bool>,
    /// By arm.
    pub counts: Vec<usize>,
}

impl MissingnessPattern {
    pub fn n(&self) -> usize {
        self.counts.iter().sum()
    }
}

pub const MISSINGNESS: Computation<Missingness> = Computation { id: "missingness", run: compute };

/// `None` where no value is missing, or only summaries came.
fn compute(study: &Study<'_>) -> Option<Missingness> {
    let trial = study.trial;
    let (n_arms, n_occasions) = (trial.arms.len(), trial.occasions.len());
    if !trial.has_rows() {
        return None;
    }
    let arm_of = |p: usize| trial.arm.get(p).and_then(|&arm| usize::try_from(arm).ok()).unwrap_or(0);
    let has = |p: usize, occasion: usize| study.score(p, occasion).is_finite();
    let mut patterns: Vec<MissingnessPattern> = Vec::new();
    for p in 0..trial.ids.len() {
        let of_participant: Vec<bool> = (0..n_occasions).map(|occasion| has(p, occasion)).collect();
        let at = patterns.iter().position(|pattern| pattern.has == of_participant).unwrap_or_else(|| {
            patterns.push(MissingnessPattern { has: of_participant, counts: vec![0; n_arms] });
            patterns.len() - 1
        });
        if let Some(count) = patterns.get_mut(at).and_then(|pattern| pattern.counts.get_mut(arm_of(p))) {
            *count += 1;
        }
    }
    if patterns.iter().all(|pattern| pattern.has.iter().all(|has| *has)) {
        return None;
    }
    patterns.sort_by(|a, b| (b.n(), &b.has).cmp(&(a.n(), &a.has)));
    let cell = |(arm, occasion): (usize, usize)| {
        let of_arm = |pattern: &&MissingnessPattern| pattern.counts.get(arm).is_some_and(|&count| count > 0);
        let counts = |pattern: &MissingnessPattern| pattern.counts.get(arm).copied().unwrap_or(0);
        let lacks = |pattern: &&MissingnessPattern| pattern.has.get(occasion) == Some(&false);
        let all = || patterns.iter().filter(of_arm);
        let missing = all().filter(lacks).map(counts).sum();
        MissingAt { arm, occasion, n: all().map(counts).sum(), missing }
    };
    let cells = (0..n_arms).flat_map(|arm| (0..n_occasions).map(move |occasion| (arm, occasion))).map(cell).collect();
    Some(Missingness { n: trial.ids.len(), n_complete: trial.complete(study.index).len(), cells, patterns })
}

use super::companions::{Companion, companions};
use super::lasted::{Lasted, lasted};
use crate::analysis::comparisons::compare::compare;
use crate::analysis::comparisons::comparison::{Compared, Comparison, FamilyKind};
use crate::analysis::comparisons::contrasts::{MANY_LEVELS, NamedContrast, Over, contrast, pairs};
use crate::analysis::comparisons::verdict::{benefit, judged, verdict};
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::verdict::{Benefit, Judged, Verdict};
use crate::model::{ErrorTerm, Family, Grid};
use crate::trial::{Adjust, CompareArms};

/// The contrasts that answer the trial's questions, and what they show.
#[derive(Clone, Debug)]
pub struct Effects {
    pub design: Design,
    /// The model that they come from, as the Plan names it.
    pub model: &'static str,
    /// Participants in that model.
    pub n: usize,
    /// The adjustment that is used, which may be another than the Plan's.
    pub adjust: Adjust,
    pub level: f64,
    pub benefit: Benefit,
    /// The occasion before treatment and that at which it had ended, as indices into the trial's.
    pub baseline: Option<usize>,
    pub end: usize,
    /// The whole family.
    pub rows: Vec<Effect>,
    /// Whether each effect lasted.
    pub lasted: Vec<Lasted>,
}

/// What the arms are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Design {
    /// The first arm is the control.
    Controlled,
    /// Several arms of which none is the control.
    Uncontrolled,
    OneGroup,
}

/// A contrast of the family.
#[derive(Clone, Debug)]
pub struct Effect {
    pub comparison: Comparison,
    pub judged: Judged,
    pub verdict: Verdict,
    /// The mean change of the later arm and of the earlier, by the same model; `None` where arms are compared as they stand.
    pub moves: Option<(f64, f64)>,
    /// Other methods that disagree on whether the contrast is shown.
    pub dissenting: Vec<Companion>,
}

pub const EFFECTS: Computation<Effects> = Computation { id: "effects", run: compute };

/// `None` where nothing can be compared: one group at one occasion, a baseline without values.
fn compute(study: &Study<'_>) -> Option<Effects> {
    let trial = study.trial;
    let error = study.leading_error();
    let grid = study.grid().filter(|grid| grid.offers(error))?;
    if study.arms.len() > MANY_LEVELS || study.occasions.len() > MANY_LEVELS {
        return None;
    }
    let asked = Asked::of(study)?;
    let contrasts = asked.contrasts(study, grid);
    let family = asked.family(contrasts.len());
    let comparisons = compare(study, grid, error, (FamilyKind::Changes, family), contrasts);
    let benefit = benefit(trial, study.outcome);
    let adjust = comparisons.first()?.family.adjustment(trial.plan.adjust);
    let effect = |comparison: Comparison| Effect {
        judged: judged(&comparison, &trial.plan),
        verdict: verdict(&comparison, &trial.plan, benefit),
        moves: moves(study, grid, error, &comparison.compared),
        dissenting: Vec::new(),
        comparison,
    };
    let mut effects = Effects {
        design: asked.design,
        model: "rm_anova",
        n: study.used.len(),
        adjust,
        level: trial.plan.level,
        benefit,
        baseline: asked.baseline,
        end: asked.end,
        rows: comparisons.into_iter().filter(|row| row.estimate.is_finite()).map(effect).collect(),
        lasted: Vec::new(),
    };
    if effects.rows.is_empty() {
        return None;
    }
    effects.lasted = lasted(study, &effects);
    companions(study, &mut effects.rows);
    Some(effects)
}

/// What is compared: arms, and occasions as indices into the trial's.
struct Asked {
    design: Design,
    baseline: Option<usize>,
    end: usize,
    /// The occasions after baseline that are of interest.
    later: Vec<usize>,
    /// Pairs of places in the model: (later, earlier).
    arms: Vec<(usize, usize)>,
}

impl Asked {
    fn of(study: &Study<'_>) -> Option<Self> {
        let trial = study.trial;
        let plan = &trial.plan.compare;
        let baseline = trial.baseline;
        if baseline.is_some_and(|at| !study.occasions.contains(&at)) {
            return None;
        }
        let is_listed = |occasion: &usize| {
            let name = trial.occasions.get(*occasion);
            plan.occasions.as_ref().is_none_or(|listed| name.is_some_and(|name| listed.contains(name)))
        };
        let is_later = |occasion: &usize| baseline.is_none_or(|at| *occasion > at);
        let later = study.occasions.iter().copied().filter(|at| is_later(at) && is_listed(at)).collect();
        let has_control = trial.has_control && study.arms.first() == Some(&0);
        let design = match study.arms.len() {
            0 | 1 => Design::OneGroup,
            _ if has_control => Design::Controlled,
            _ => Design::Uncontrolled,
        };
        let with_control_only = plan.arms == CompareArms::Control && has_control;
        let arms = pairs(study.arms.len()).filter(|(_, earlier)| !with_control_only || *earlier == 0).collect();
        Some(Self { design, baseline, end: trial.end_of_treatment.unwrap_or(0), later, arms })
    }

    /// The later occasions against baseline (or as they stand), then against the end of treatment.
    fn contrasts(&self, study: &Study<'_>, grid: &Grid) -> Vec<NamedContrast> {
        let place = |occasion: usize| study.occasions.iter().position(|&own| own == occasion).unwrap_or(0);
        let from_baseline = self.later.iter().map(|&to| (self.baseline, to));
        let from_end = self.later.iter().filter(|&&to| to > self.end && self.later.contains(&self.end));
        let mut contrasts = Vec::new();
        for (from, to) in from_baseline.chain(from_end.map(|&to| (Some(self.end), to))) {
            let occasions = match from {
                Some(from) => Over::Difference { later: place(to), earlier: place(from) },
                None => Over::At(place(to)),
            };
            if self.design == Design::OneGroup {
                contrasts.extend(from.map(|from| NamedContrast {
                    compared: Compared::Occasions { from, to, arm: None },
                    contrast: contrast(grid, Over::All, occasions),
                }));
            }
            contrasts.extend(self.arms.iter().map(|&(later, earlier)| {
                let (arm, against) = (study.arm_at(later), study.arm_at(earlier));
                let compared = match from {
                    Some(from) => Compared::Change { from, to, arm, against },
                    // With one occasion the term is plain.
                    None => Compared::Arms { arm, against, at: Some(to).filter(|_| study.occasions.len() > 1) },
                };
                NamedContrast { compared, contrast: contrast(grid, Over::Difference { later, earlier }, occasions) }
            }));
        }
        contrasts
    }

    /// All pairs of arms at one place are a family of means, for which Tukey's method is defined.
    fn family(&self, size: usize) -> Family {
        let arms = self.arms.len();
        let means = (1 + (1 + 8 * arms).isqrt()) / 2;
        if self.design != Design::OneGroup && size == arms && means * (means - 1) / 2 == arms {
            return Family::pairs(means);
        }
        Family::of(size)
    }
}

/// How the two arms of a difference in change moved, by the model.
fn moves(study: &Study<'_>, grid: &Grid, error: ErrorTerm, compared: &Compared) -> Option<(f64, f64)> {
    let Compared::Change { from, to, arm, against } = *compared else { return None };
    let place = |list: &[usize], wanted: usize| list.iter().position(|&own| own == wanted);
    let occasions =
        Over::Difference { later: place(&study.occasions, to)?, earlier: place(&study.occasions, from)? };
    let of_arm = |arm: usize| {
        let place = place(&study.arms, arm)?;
        Some(grid.estimate(&contrast(grid, Over::At(place), occasions), error).estimate)
    };
    Some((of_arm(arm)?, of_arm(against)?))
}

impl Effects {
    /// The effect at an occasion: the contrast against baseline, or of the arms as they stand. Arms are indices into the
    /// trial's; in one group both are 0.
    pub fn at(&self, occasion: usize, arm: usize, against: usize) -> Option<&Effect> {
        self.rows.iter().find(|row| match row.comparison.compared {
            Compared::Change { from, to, arm: later, against: earlier } => {
                Some(from) == self.baseline && to == occasion && (later, earlier) == (arm, against)
            }
            Compared::Arms { arm: later, against: earlier, at } => {
                self.baseline.is_none() && at.unwrap_or(occasion) == occasion && (later, earlier) == (arm, against)
            }
            Compared::Occasions { from, to, .. } => Some(from) == self.baseline && to == occasion,
        })
    }

    /// The occasions that the questions are about: the end of treatment and all later ones.
    pub fn asked_occasions(&self) -> Vec<usize> {
        let mut occasions: Vec<usize> = self.rows.iter().filter_map(|row| self.occasion_of(row)).collect();
        occasions.retain(|&occasion| occasion >= self.end);
        occasions.sort_unstable();
        occasions.dedup();
        occasions
    }

    /// The occasion of an effect; `None` for a difference between two effects.
    pub fn occasion_of(&self, effect: &Effect) -> Option<usize> {
        match effect.comparison.compared {
            Compared::Change { from, to, .. } | Compared::Occasions { from, to, .. } => {
                (Some(from) == self.baseline).then_some(to)
            }
            Compared::Arms { at, .. } => self.baseline.is_none().then_some(at.unwrap_or(self.end)),
        }
    }
}

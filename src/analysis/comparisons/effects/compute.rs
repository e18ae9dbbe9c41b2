use super::companions::companions;
use super::effect::{ArmDesign, Effects, TrialEffect};
use super::lasted::lasted;
use super::lead::{LEAD, LeadModel};
use crate::analysis::comparisons::compare::compare;
use crate::analysis::comparisons::comparison::{Compared, Comparison, FamilyKind};
use crate::analysis::comparisons::contrasts::{MANY_LEVELS, NamedContrast, Over, contrast, pairs};
use crate::analysis::comparisons::verdict::{benefit, judged, verdict};
use crate::analysis::incomplete::available::everyone;
use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::{ErrorTerm, Family, Grid};
use crate::trial::CompareArms;

pub const EFFECTS: Computation<Effects> = Computation { id: "effects", run: compute };

/// `None` where nothing can be compared: one group at one occasion, a baseline without values.
fn compute(study: &Study<'_>) -> Option<Effects> {
    let lead = study.result(&LEAD)?;
    let everyone = if lead.anyone { everyone(study)?.with_grid(lead.grid.clone()) } else { None };
    let mut effects = estimated(everyone.as_ref().unwrap_or(study), &lead)?;
    companions(study, &mut effects);
    Some(effects)
}

/// The effects and their verdicts by the model that leads.
fn estimated(study: &Study<'_>, lead: &LeadModel) -> Option<Effects> {
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
    let effect = |comparison: Comparison| TrialEffect {
        judged: judged(&comparison, &trial.plan),
        verdict: verdict(&comparison, &trial.plan, benefit),
        moves: moves(study, grid, error, &comparison.compared),
        dissenting: Vec::new(),
        comparison,
    };
    let has_limits = |row: &Comparison| row.ci_low.is_finite() && row.ci_high.is_finite();
    let mut effects = Effects {
        design: asked.design,
        model: lead.model,
        n: lead.n,
        n_complete: trial.complete(study.index).len(),
        adjust,
        level: trial.plan.level,
        benefit,
        baseline: asked.baseline,
        end: asked.end,
        rows: comparisons.into_iter().filter(has_limits).map(effect).collect(),
        lasted: Vec::new(),
        problems: lead.problems.clone(),
    };
    if effects.rows.is_empty() {
        return None;
    }
    effects.lasted = lasted(study, &effects);
    Some(effects)
}

/// What is compared: arms, and occasions as indices into the trial's.
struct Asked {
    design: ArmDesign,
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
            0 | 1 => ArmDesign::OneGroup,
            _ if has_control => ArmDesign::Controlled,
            _ => ArmDesign::Uncontrolled,
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
            if self.design == ArmDesign::OneGroup {
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
        let means = (1 + 8 * arms).isqrt().div_ceil(2);
        if self.design != ArmDesign::OneGroup && size == arms && means * (means - 1) / 2 == arms {
            return Family::pairs(means);
        }
        Family::of(size)
    }
}

/// How the two arms of a difference in change moved, by the model.
fn moves(study: &Study<'_>, grid: &Grid, error: ErrorTerm, compared: &Compared) -> Option<(f64, f64)> {
    let Compared::Change { from, to, arm, against } = *compared else { return None };
    let place = |list: &[usize], wanted: usize| list.iter().position(|&own| own == wanted);
    let occasions = Over::Difference { later: place(&study.occasions, to)?, earlier: place(&study.occasions, from)? };
    let of_arm = |arm: usize| {
        let place = place(&study.arms, arm)?;
        Some(grid.estimate(&contrast(grid, Over::At(place), occasions), error).estimate)
    };
    Some((of_arm(arm)?, of_arm(against)?))
}

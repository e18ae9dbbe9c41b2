use crate::analysis::arm_scores::{ArmScores, arm_scores};
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::result::Computation;
use crate::analysis::study::{Arms, LEVEL, Study};
use crate::analysis::{Display, Findings, Number, Numbers, Shown};
use crate::model::effect_size::hedges_j_approximate;
use crate::model::two_means::{Independent, Limited, Paired, independent, paired};
use crate::model::unequal::Group;
use crate::notice::{Arg, Message, Problem};
use crate::report::Section;

/// Standardised differences.
#[derive(Clone, Debug, Default)]
pub struct EffectSizes {
    pub at_occasions: Vec<(Compared, Independent)>,
    pub of_changes: Vec<OfChange>,
    /// Within all participants, then within each arm.
    pub within: Vec<(Compared, Paired)>,
    /// Terms of comparisons without a variance.
    without_variance: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct OfChange {
    pub compared: Compared,
    pub difference: Independent,
    /// NaN where nobody differs at the earlier occasion.
    pub d_ppc2: f64,
}

pub const EFFECT_SIZE: Computation<EffectSizes> = Computation { id: "effect_size", run: compute };

/// `None` where there is nothing to compare.
pub fn compute(study: &Study<'_>) -> Option<EffectSizes> {
    let mut found = EffectSizes::default();
    let occasions = if study.arms.len() > 1 { &study.occasions[..] } else { &[] };
    for &at in occasions {
        let scores = arm_scores(study, Arms::Each, &[at]);
        for (arm, against) in study.arm_pairs() {
            let (Some(later), Some(earlier)) = (find(&scores, arm), find(&scores, against)) else { continue };
            let compared = Compared::Arms { arm, against, at: Some(at) };
            let test = independent(&later.at(0), &earlier.at(0), LEVEL);
            found
                .keep(study, compared, [later, earlier], test, |found, test| found.at_occasions.push((compared, test)));
        }
    }
    for (to, from) in study.occasion_pairs() {
        let scores_of = |arms| arm_scores(study, arms, &[from, to]);
        let each = scores_of(Arms::Each);
        for (arm, against) in study.arm_pairs() {
            let (Some(later), Some(earlier)) = (find(&each, arm), find(&each, against)) else { continue };
            let compared = Compared::Change { from, to, arm, against };
            let test = independent(&later.change(), &earlier.change(), LEVEL);
            let d_ppc2 = test.map_or(f64::NAN, |test| d_ppc2(test.estimate.value, &later.at(0), &earlier.at(0)));
            found.keep(study, compared, [later, earlier], test, |found, difference| {
                found.of_changes.push(OfChange { compared, difference, d_ppc2 });
            });
        }
        let all = scores_of(Arms::Pooled);
        let arms = each.iter().filter(|_| study.arms.len() > 1);
        for (arm, scores) in all.iter().map(|scores| (None, scores)).chain(arms.map(|one| (Some(one.arm), one))) {
            let compared = Compared::Occasions { from, to, arm };
            let test = paired(&scores.twice(), LEVEL);
            found.keep(study, compared, [scores; 2], test, |found, test| found.within.push((compared, test)));
        }
    }
    // All participants first, then each arm, each with its pairs of occasions in time order.
    found.within.sort_by_key(|(compared, _)| match *compared {
        Compared::Occasions { arm, .. } => arm,
        Compared::Arms { .. } | Compared::Change { .. } => None,
    });
    let any = !found.at_occasions.is_empty() || !found.within.is_empty() || !found.without_variance.is_empty();
    any.then_some(found)
}

impl EffectSizes {
    /// Keeps a test, or the name of what has none. That one participant has no spread goes without saying.
    fn keep<T>(
        &mut self,
        study: &Study<'_>,
        compared: Compared,
        of: [&ArmScores; 2],
        test: Option<T>,
        push: impl FnOnce(&mut Self, T),
    ) {
        match test {
            Some(test) => push(self, test),
            None if of.iter().any(|scores| scores.n < 2.0) => {}
            None => self.without_variance.push(compared.term_within(study)),
        }
    }
}

fn d_ppc2(estimate: f64, later: &Group, earlier: &Group) -> f64 {
    let df = later.n + earlier.n - 2.0;
    let pooled = ((later.n - 1.0) * later.variance + (earlier.n - 1.0) * earlier.variance) / df;
    if pooled > 0.0 { estimate / pooled.sqrt() * hedges_j_approximate(df) } else { f64::NAN }
}

fn find(scores: &[ArmScores], arm: usize) -> Option<&ArmScores> {
    scores.iter().find(|scores| scores.arm == arm)
}

impl Compared {
    /// As [`Compared::term`], with `(all)` for all participants.
    pub fn term_within(&self, study: &Study<'_>) -> String {
        match self {
            Compared::Occasions { arm: None, .. } => format!("{} | (all)", self.term(study)),
            Compared::Arms { .. } | Compared::Change { .. } | Compared::Occasions { .. } => self.term(study),
        }
    }
}

fn limited(out: &mut Numbers<'_>, [name, low, high]: [&'static str; 3], of: Limited) {
    out.add(name, of.value);
    out.add(low, of.low);
    out.add(high, of.high);
}

fn between(out: &mut Numbers<'_>, test: &Independent) {
    limited(out, ["estimate", "ci95_low", "ci95_high"], test.estimate);
    out.add("t", test.student.t);
    out.add("df", test.student.df);
    out.add("p", test.student.p);
    out.add("welch_t", test.welch.t);
    out.add("welch_df", test.welch.df);
    out.add("welch_p", test.welch.p);
    limited(out, ["cohen_d", "cohen_d_ci95_low", "cohen_d_ci95_high"], test.cohen_d);
    limited(out, ["hedges_g", "hedges_g_ci95_low", "hedges_g_ci95_high"], test.hedges_g);
    out.add("glass_delta", test.glass_delta);
    limited(out, ["prob_superiority", "prob_superiority_ci95_low", "prob_superiority_ci95_high"], test.superiority);
}

impl Findings for Shown<'_, '_, EffectSizes> {
    fn numbers(&self, out: &mut Vec<Number>) {
        for (compared, test) in &self.found.at_occasions {
            between(&mut Numbers::new("effect_size", compared.term(self.study), out), test);
        }
        for (compared, test) in &self.found.within {
            let mut out = Numbers::new("effect_size", compared.term_within(self.study), out);
            limited(&mut out, ["estimate", "ci95_low", "ci95_high"], test.estimate);
            out.add("t", test.student.t);
            out.add("df", test.student.df);
            out.add("p", test.student.p);
            limited(&mut out, ["d_z", "d_z_ci95_low", "d_z_ci95_high"], test.d_z);
            out.add("g_z", test.g_z.value);
            out.add("d_av", test.d_av);
            out.add("d_rm", test.d_rm);
            out.add("r", test.r);
        }
        for row in &self.found.of_changes {
            let mut out = Numbers::new("effect_size_change", row.compared.term(self.study), out);
            between(&mut out, &row.difference);
            out.add("d_ppc2", row.d_ppc2);
        }
    }

    fn sections(&self, display: &Display<'_>) -> Vec<Section> {
        crate::analysis::effect_size::section::effect_sizes(self.found, display).into_iter().collect()
    }

    fn problems(&self) -> Vec<Problem> {
        let terms = &self.found.without_variance;
        if terms.is_empty() {
            return Vec::new();
        }
        let message = Message::new("effect-sizes-without-variance").with("terms", Arg::List(terms.clone()));
        vec![Problem::warning(message)]
    }
}

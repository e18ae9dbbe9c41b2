use crate::analysis::ancova::compute as ancova;
use crate::analysis::arm_scores::{ArmScores, arm_scores};
use crate::analysis::comparisons::change_difference::compute as change_difference;
use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::ranks::mann_whitney::compute as mann_whitney;
use crate::analysis::resampling::compute as resampling;
use crate::analysis::result::Computation;
use crate::analysis::study::{Arms, Study};
use crate::model::unequal::games_howell;

/// A way to estimate a difference in change. A further way is a variant here, its row in `ALL`, `id` and `estimates`, and
/// its name in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    RepeatedMeasures,
    ChangeScores,
    Covariance,
    Ranks,
    Resampling,
}

/// What one way finds for one contrast, with its unadjusted 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimated {
    pub way: Way,
    pub estimate: f64,
    pub low: f64,
    pub high: f64,
    /// Two-sided; NaN where the way gives an interval only.
    pub p: f64,
}

/// The ways to one contrast, compared.
#[derive(Clone, Debug)]
pub struct Contrasted {
    /// A difference in change from the first occasion.
    pub compared: Compared,
    /// Two or more.
    pub ways: Vec<Estimated>,
}

/// Whether the intervals say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgreementVerdict {
    /// All exclude zero, on the same side.
    AllExclude,
    NoneExcludes,
    /// Some exclude zero, all of those on the same side.
    SomeExclude,
    /// Some lie above zero and some below.
    Opposed,
}

#[derive(Clone, Debug)]
pub struct Agreement {
    /// Against the control first, each at its later occasions in turn.
    pub contrasts: Vec<Contrasted>,
}

impl Way {
    pub const ALL: [Way; 5] = [Way::RepeatedMeasures, Way::ChangeScores, Way::Covariance, Way::Ranks, Way::Resampling];

    /// How the tidy output names it.
    pub fn id(self) -> &'static str {
        match self {
            Way::RepeatedMeasures => "change_difference",
            Way::ChangeScores => "welch_change",
            Way::Covariance => "ancova",
            Way::Ranks => "hodges_lehmann",
            Way::Resampling => "bootstrap_bca",
        }
    }

    /// Everything that it finds; what is not asked for is passed over.
    fn estimates(self, study: &Study<'_>, asked: &[Compared]) -> Vec<(Compared, Estimated)> {
        match self {
            Way::RepeatedMeasures => repeated_measures(study),
            Way::ChangeScores => change_scores(study, asked),
            Way::Covariance => covariance(study),
            Way::Ranks => by_ranks(study, asked),
            Way::Resampling => resampled(study),
        }
    }
}

impl Estimated {
    /// 1 above zero, −1 below, 0 where the interval holds it.
    pub fn side(&self) -> i8 {
        i8::from(self.low > 0.0) - i8::from(self.high < 0.0)
    }
}

impl Contrasted {
    pub fn verdict(&self) -> AgreementVerdict {
        let is = |side: i8| self.ways.iter().filter(|way| way.side() == side).count();
        match (is(1), is(-1), is(0)) {
            (0, 0, _) => AgreementVerdict::NoneExcludes,
            (above, below, _) if above > 0 && below > 0 => AgreementVerdict::Opposed,
            (_, _, 0) => AgreementVerdict::AllExclude,
            _ => AgreementVerdict::SomeExclude,
        }
    }
}

pub const AGREEMENT: Computation<Agreement> = Computation { id: "agreement", run: compute };

/// `None` with one arm or one occasion, or where no contrast has two intervals to compare.
fn compute(study: &Study<'_>) -> Option<Agreement> {
    let (first, later) = study.occasions.split_first()?;
    let mut pairs = study.arm_pairs();
    pairs.sort_by_key(|&(arm, against)| (against, arm));
    let change = |&(arm, against): &(usize, usize)| {
        later.iter().map(move |&to| Compared::Change { from: *first, to, arm, against })
    };
    let asked: Vec<Compared> = pairs.iter().flat_map(change).collect();
    if asked.is_empty() {
        return None;
    }
    let estimates: Vec<(Compared, Estimated)> = Way::ALL.iter().flat_map(|way| way.estimates(study, &asked)).collect();
    let usable = |way: &Estimated| [way.estimate, way.low, way.high].iter().all(|value| value.is_finite());
    let contrasts: Vec<Contrasted> = asked
        .into_iter()
        .map(|compared| {
            let ways = estimates.iter().filter(|(of, way)| *of == compared && usable(way)).map(|(_, way)| *way);
            Contrasted { compared, ways: ways.collect() }
        })
        .filter(|contrast| contrast.ways.len() > 1)
        .collect();
    (!contrasts.is_empty()).then_some(Agreement { contrasts })
}

fn repeated_measures(study: &Study<'_>) -> Vec<(Compared, Estimated)> {
    let result = change_difference::leading(study);
    let rows = result.iter().flat_map(|result| &result.rows);
    let way = Way::RepeatedMeasures;
    rows.map(|row| {
        let estimated = Estimated { way, estimate: row.estimate, low: row.ci_low, high: row.ci_high, p: row.p };
        (row.compared, estimated)
    })
    .collect()
}

fn change_scores(study: &Study<'_>, asked: &[Compared]) -> Vec<(Compared, Estimated)> {
    let mut scores: Vec<((usize, usize), Vec<ArmScores>)> = Vec::new();
    let mut estimates = Vec::new();
    for compared in asked {
        let Compared::Change { from, to, arm, against } = *compared else { continue };
        if scores.iter().all(|(of, _)| *of != (from, to)) {
            scores.push(((from, to), arm_scores(study, Arms::Each, &[from, to])));
        }
        let of_arm = |wanted: usize| {
            let (_, arms) = scores.iter().find(|(of, _)| *of == (from, to))?;
            arms.iter().find(|scores| scores.arm == wanted).map(ArmScores::change)
        };
        let (Some(later), Some(earlier)) = (of_arm(arm), of_arm(against)) else { continue };
        if let Some(test) = games_howell(&later, &earlier, 2, study.trial.plan.level) {
            let way = Way::ChangeScores;
            let (low, high) = (test.low, test.high);
            estimates.push((*compared, Estimated { way, estimate: test.estimate, low, high, p: test.p }));
        }
    }
    estimates
}

/// The adjusted difference at a later occasion is, given the first, the difference in change.
fn covariance(study: &Study<'_>) -> Vec<(Compared, Estimated)> {
    let Some(result) = study.result(&ancova::ANCOVA) else { return Vec::new() };
    let change = |compared: Compared| match compared {
        Compared::Arms { arm, against, at: Some(to) } => {
            Some(Compared::Change { from: result.baseline, to, arm, against })
        }
        Compared::Arms { .. } | Compared::Occasions { .. } | Compared::Change { .. } => None,
    };
    let rows = result.occasions.iter().flat_map(|at| &at.pairs).map(|pair| &pair.adjusted);
    let way = Way::Covariance;
    rows.filter_map(|row| {
        let estimated = Estimated { way, estimate: row.estimate, low: row.ci_low, high: row.ci_high, p: row.p };
        Some((change(row.compared)?, estimated))
    })
    .collect()
}

fn by_ranks(study: &Study<'_>, asked: &[Compared]) -> Vec<(Compared, Estimated)> {
    let Some(tests) = study.result(&mann_whitney::MANN_WHITNEY) else { return Vec::new() };
    // Where all changes are equal there is nothing to order.
    let tests = tests.of_changes.iter().map(|(compared, own)| (compared, &own.test));
    let usable = tests.filter(|(compared, test)| asked.contains(compared) && test.z.is_finite());
    let estimated = usable.map(|(compared, test)| {
        let (estimate, low, high) = (test.hodges_lehmann, test.low, test.high);
        (*compared, Estimated { way: Way::Ranks, estimate, low, high, p: test.p() })
    });
    estimated.collect()
}

fn resampled(study: &Study<'_>) -> Vec<(Compared, Estimated)> {
    let Some(result) = study.result(&resampling::RESAMPLING) else { return Vec::new() };
    let p =
        |compared| result.changes.iter().find(|row| row.compared == compared).map_or(f64::NAN, |row| row.permuted.p);
    let rows = result.bootstrap.iter().filter_map(|row| {
        let (low, high) = row.limits?.bca?;
        let (way, estimate) = (Way::Resampling, row.estimate);
        Some((row.compared, Estimated { way, estimate, low, high, p: p(row.compared) }))
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrasted(intervals: &[(f64, f64)]) -> AgreementVerdict {
        let way = |&(low, high): &(f64, f64)| {
            let estimate = (low + high) / 2.0;
            Estimated { way: Way::Ranks, estimate, low, high, p: f64::NAN }
        };
        let compared = Compared::Change { from: 0, to: 1, arm: 1, against: 0 };
        Contrasted { compared, ways: intervals.iter().map(way).collect() }.verdict()
    }

    #[test]
    fn intervals_agree_or_not() {
        assert_eq!(contrasted(&[(0.1, 2.0), (0.4, 3.0)]), AgreementVerdict::AllExclude);
        assert_eq!(contrasted(&[(-2.0, -0.1), (-3.0, -0.4)]), AgreementVerdict::AllExclude);
        assert_eq!(contrasted(&[(-0.1, 2.0), (-3.0, 0.4)]), AgreementVerdict::NoneExcludes);
        assert_eq!(contrasted(&[(-0.1, 2.0), (0.3, 0.4)]), AgreementVerdict::SomeExclude);
        assert_eq!(contrasted(&[(0.1, 2.0), (-3.0, -0.4), (-1.0, 1.0)]), AgreementVerdict::Opposed);
        // An interval that ends at zero holds it.
        assert_eq!(contrasted(&[(0.0, 2.0), (0.0, 1.0)]), AgreementVerdict::NoneExcludes);
    }
}

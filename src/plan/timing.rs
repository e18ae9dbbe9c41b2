//! Which occasion is before treatment, and at which treatment had ended: as the Plan states it, else by the occasions' names.

use super::Plan;
use super::guess::occasions::{Detail, Phase, When, markers, when};
use super::guess::tokens::tokens;

/// An occasion, or none, and whether anything tells that it is this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timed {
    /// An index into the occasions.
    pub occasion: Option<usize>,
    /// False where it is only the usual one.
    pub certain: bool,
}

/// When treatment began and ended, as indices into the occasions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    pub baseline: Option<usize>,
    pub end_of_treatment: Option<usize>,
}

impl Timing {
    pub fn of(plan: &Plan, occasions: &[String]) -> Self {
        let baseline = baseline(plan, occasions).occasion;
        Self { baseline, end_of_treatment: end_of_treatment(plan, occasions, baseline).occasion }
    }
}

fn stated(name: &str, occasions: &[String]) -> Option<Timed> {
    let occasion = occasions.iter().position(|own| own == name)?;
    Some(Timed { occasion: Some(occasion), certain: true })
}

/// The occasion before treatment: the Plan's, else the first; none with one occasion.
pub fn baseline(plan: &Plan, occasions: &[String]) -> Timed {
    if occasions.len() < 2 {
        return Timed { occasion: None, certain: true };
    }
    match &plan.baseline {
        Some(None) => Timed { occasion: None, certain: true },
        Some(Some(name)) if let Some(timed) = stated(name, occasions) => timed,
        _ => Timed { occasion: Some(0), certain: occasions.first().is_some_and(|name| begins(name)) },
    }
}

/// The occasion at which treatment had ended: the Plan's, else the one that its name calls the posttest, else the first after
/// baseline. None where nothing was measured after baseline.
pub fn end_of_treatment(plan: &Plan, occasions: &[String], baseline: Option<usize>) -> Timed {
    let later: Vec<usize> = (baseline.map_or(0, |at| at + 1)..occasions.len()).collect();
    if let Some(timed) = plan.end_of_treatment.as_deref().and_then(|name| stated(name, occasions))
        && timed.occasion.is_some_and(|at| later.contains(&at))
    {
        return timed;
    }
    let phase = |at: &usize| occasions.get(*at).and_then(|name| phase(name));
    if let Some(post) = later.iter().find(|at| phase(at) == Some(Phase::Post)) {
        return Timed { occasion: Some(*post), certain: true };
    }
    let open = later.iter().filter(|at| phase(at) != Some(Phase::FollowUp)).count();
    Timed { occasion: later.first().copied(), certain: open < 2 }
}

fn phase(name: &str) -> Option<Phase> {
    match when(&tokens(name)) {
        When::Phase(phase, _) => Some(phase),
        When::Count(_) | When::Part(_) | When::Elapsed(_) | When::Unknown => None,
    }
}

/// Whether a header says of which occasion it is: `mood_post`, `T2 stress`.
pub fn names_a_time(header: &str) -> bool {
    !markers(&tokens(header)).is_empty()
}

/// Whether a name says that a series begins with it: `pre`, `baseline`, `T0`, `T1`, `week 0`.
pub fn begins(name: &str) -> bool {
    match when(&tokens(name)) {
        When::Phase(Phase::Pre, Detail::None) => true,
        When::Phase(Phase::Pre, Detail::Count(count)) => count < 2,
        When::Count(count) => count < 2,
        When::Elapsed(minutes) => minutes == 0,
        When::Phase(..) | When::Part(_) | When::Unknown => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timing(occasions: &[&str]) -> ((Option<usize>, bool), (Option<usize>, bool)) {
        let names: Vec<String> = occasions.iter().map(|name| (*name).to_owned()).collect();
        let plan = Plan::default();
        let before = baseline(&plan, &names);
        let end = end_of_treatment(&plan, &names, before.occasion);
        ((before.occasion, before.certain), (end.occasion, end.certain))
    }

    #[test]
    fn names_tell_when_treatment_began_and_ended() {
        assert_eq!(timing(&["pre", "post", "fu"]), ((Some(0), true), (Some(1), true)));
        assert_eq!(timing(&["pre", "mid", "post", "fu"]), ((Some(0), true), (Some(2), true)));
        assert_eq!(timing(&["T1", "T2"]), ((Some(0), true), (Some(1), true)));
        assert_eq!(timing(&["T1", "T2", "T3"]), ((Some(0), true), (Some(1), false)));
        assert_eq!(timing(&["baseline", "session", "followup"]), ((Some(0), true), (Some(1), true)));
        assert_eq!(timing(&["spring", "autumn"]), ((Some(0), false), (Some(1), true)));
        assert_eq!(timing(&["only"]), ((None, true), (Some(0), true)));
    }

    #[test]
    fn what_the_plan_states_counts() {
        let names: Vec<String> = ["screening", "pre", "post", "fu"].map(str::to_owned).to_vec();
        let plan = Plan { baseline: Some(Some("pre".into())), end_of_treatment: Some("fu".into()), ..Plan::default() };
        assert_eq!(baseline(&plan, &names), Timed { occasion: Some(1), certain: true });
        assert_eq!(end_of_treatment(&plan, &names, Some(1)), Timed { occasion: Some(3), certain: true });
        let none = Plan { baseline: Some(None), ..Plan::default() };
        assert_eq!(baseline(&none, &names), Timed { occasion: None, certain: true });
    }
}

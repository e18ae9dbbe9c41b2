//! Results across outcomes: the primary outcomes with Holm's adjustment over them, and the claims.

use crate::analysis::comparisons::comparison::Comparison;
use crate::analysis::extent::BASELINE_DIFFERENCES;
use crate::analysis::numbering::distinguish;
use crate::analysis::primaries::compute::across_primaries;
use crate::analysis::registry::methods;
use crate::analysis::reliability::reliability;
use crate::analysis::standing::Standing;
use crate::analysis::tidy::Number;
use crate::analysis::{claims, participants, primaries, side_by_side};
use crate::notice::{Message, Problem};
use crate::report::{ClaimData, OutcomeReport, Section, Words};
use crate::trial::{ClaimKind, Plan, ReportExtent, Trial};

pub struct Overview {
    pub sections: Vec<Section>,
    pub claims: Vec<ClaimData>,
    /// What is said of an outcome's questionnaire, with the outcome's index: it stands last in the outcome's report.
    pub of_outcomes: Vec<(usize, Section)>,
    /// Each with its outcome's name.
    pub numbers: Vec<(String, Number)>,
    pub problems: Vec<Problem>,
}

/// With the outcomes' reports, from whose answers the headlines are.
pub fn overview(trial: &Trial, words: &Words, standings: &[Standing], outcomes: &[OutcomeReport]) -> Overview {
    let leads: Vec<&[Comparison]> = standings.iter().map(|standing| standing.leads.as_slice()).collect();
    let families = across_primaries(trial, &leads);
    let named = |(outcome, number): (usize, Number)| Some((standings.get(outcome)?.outcome.clone(), number));
    let mut numbers: Vec<(String, Number)> =
        primaries::numbers::numbers(trial, &families).into_iter().filter_map(named).collect();
    let questionnaires = reliability::compute::of_trial(trial);
    numbers.extend(reliability::numbers::numbers(trial, &questionnaires));
    let mut sections = side_by_side::section::sections(standings, outcomes, words);
    // In a crossover the columns are treatments, not occasions: its own section says who has which values.
    if trial.crossover.is_none() {
        sections.extend(participants::section::sections(trial, words));
    }
    sections.extend(primaries::section::section_of(&families, standings, &trial.plan, words));
    sections.extend(claims::section::claims(&trial.plan, standings, words));
    let claims = claims::section::data(&trial.plan, standings, words);
    let mut of_outcomes = Vec::new();
    for (scale, mut section) in reliability::section::sections(trial, &questionnaires, words) {
        match outcome_of(trial, scale) {
            Some(outcome) => of_outcomes.push((outcome, section)),
            None => {
                distinguish(&mut section, &sections);
                sections.push(section);
            }
        }
    }
    let mut found = problems(&trial.plan, standings, words);
    found.extend(reliability::section::problems(trial, &questionnaires));
    Overview { sections, claims, of_outcomes, numbers, problems: found }
}

/// The outcome that a score is; a score that is none stands with the first one of its questionnaire.
fn outcome_of(trial: &Trial, scale: usize) -> Option<usize> {
    let own = trial.scales.get(scale)?;
    own.outcome.or_else(|| trial.scales.iter().filter(|other| other.scale == own.scale).find_map(|other| other.outcome))
}

/// Those of these names that are no method's.
fn unknown_of(named: &[String]) -> Vec<String> {
    let is_known = |id: &&String| *id == BASELINE_DIFFERENCES || methods().any(|method| method.id() == id.as_str());
    named.iter().filter(|id| !is_known(id)).cloned().collect()
}

/// Named methods that are none, claims of outcomes that are none, and claims that nothing here can show.
fn problems(plan: &Plan, standings: &[Standing], words: &Words) -> Vec<Problem> {
    let mut problems = Vec::new();
    let unknown = unknown_of(&plan.declared);
    if !unknown.is_empty() {
        problems.push(Problem::warning(Message::new("declared-unknown").with("methods", unknown)));
    }
    if let ReportExtent::Sections(named) = &plan.report {
        let unknown = unknown_of(named);
        if !unknown.is_empty() {
            problems.push(Problem::warning(Message::new("report-unknown").with("methods", unknown)));
        }
    }
    for (index, claim) in plan.claims.iter().enumerate() {
        let checked = standings.iter().flat_map(|standing| standing.checked.iter().map(move |it| (standing, it)));
        let mut of_claim = checked.filter(|(_, checked)| checked.claim == index).peekable();
        if let (None, Some(name)) = (of_claim.peek(), &claim.outcome) {
            problems.push(Problem::warning(Message::new("claim-outcome-unknown").with("outcome", name)));
        }
        for (standing, _) in of_claim.filter(|(_, checked)| checked.evidence.is_empty()) {
            let id = match claim.claim {
                ClaimKind::Improves => "claim-needs-control",
                ClaimKind::Maintained => "claim-needs-follow-up",
                ClaimKind::Better => "claim-needs-two",
            };
            let text = words.plain(&claims::section::claim_text(claim.claim, standing));
            problems.push(Problem::warning(Message::new(id).with("claim", text)));
        }
    }
    problems
}

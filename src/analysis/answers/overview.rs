//! What is said of all outcomes together: the primary ones with Holm's adjustment over them, and the claims.

use crate::analysis::answers::claims;
use crate::analysis::answers::claims::Checked;
use crate::analysis::answers::overview_sections;
use crate::analysis::comparisons::comparison::{Compared, Comparison};
use crate::analysis::display::Display;
use crate::analysis::names::Names;
use crate::analysis::outcome::distinguish;
use crate::analysis::registry::methods;
use crate::analysis::reliability::reliability;
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};
use crate::model;
use crate::notice::{Message, Problem};
use crate::report::{Section, Words};
use crate::trial::{ClaimKind, OutcomeRole, Plan, Trial};

/// What an outcome brings to the overview.
pub struct Standing {
    pub outcome: String,
    pub role: Option<OutcomeRole>,
    pub names: Names,
    pub places: usize,
    /// Each intervention against the control, at the end of treatment.
    pub leads: Vec<Comparison>,
    pub checked: Vec<Checked>,
}

impl Standing {
    pub fn new(study: &Study<'_>, display: &Display<'_>) -> Self {
        let is_primary = study.outcome.role == Some(OutcomeRole::Primary);
        Self {
            outcome: study.outcome.name.clone(),
            role: study.outcome.role,
            names: display.names.clone(),
            places: display.places,
            leads: if is_primary { claims::leading(study) } else { Vec::new() },
            checked: claims::check(study),
        }
    }
}

pub struct Overview {
    pub sections: Vec<Section>,
    /// What is said of an outcome's questionnaire, with the outcome's index: it stands last in the outcome's report.
    pub of_outcomes: Vec<(usize, Section)>,
    /// Each with its outcome's name.
    pub numbers: Vec<(String, Number)>,
    pub problems: Vec<Problem>,
}

/// The same contrast of each primary outcome: a family of its own.
pub struct AcrossPrimaries<'a> {
    /// How many primary outcomes the Plan declares.
    pub size: usize,
    pub rows: Vec<(&'a Standing, &'a Comparison, f64)>,
}

pub fn overview(trial: &Trial, words: &Words, standings: &[Standing]) -> Overview {
    let families = across_primaries(trial, standings);
    let mut numbers = Vec::new();
    if let Some(study) = Study::new(trial, 0) {
        for (standing, comparison, p_holm) in families.iter().flat_map(|family| &family.rows) {
            let mut of_outcome = Vec::new();
            let mut out = Numbers::new("primary_outcomes", comparison.compared.term(&study), &mut of_outcome);
            out.add("p", comparison.p);
            out.add("p_holm", *p_holm);
            numbers.extend(of_outcome.into_iter().map(|number| (standing.outcome.clone(), number)));
        }
    }
    let questionnaires = reliability::compute::of_trial(trial);
    numbers.extend(reliability::numbers::numbers(trial, &questionnaires));
    let mut sections = Vec::new();
    sections.extend(overview_sections::primaries(&families, words));
    sections.extend(overview_sections::claims(&trial.plan, standings, words));
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
    Overview { sections, of_outcomes, numbers, problems: found }
}

/// The outcome that a score is; a score that is none stands with the first one of its questionnaire.
fn outcome_of(trial: &Trial, scale: usize) -> Option<usize> {
    let own = trial.scales.get(scale)?;
    own.outcome.or_else(|| trial.scales.iter().filter(|other| other.scale == own.scale).find_map(|other| other.outcome))
}

/// Holm's adjustment over the primary outcomes, for each intervention; none with fewer than two of them.
fn across_primaries<'a>(trial: &Trial, standings: &'a [Standing]) -> Vec<AcrossPrimaries<'a>> {
    let size = trial.outcomes.iter().filter(|outcome| outcome.role == Some(OutcomeRole::Primary)).count();
    if size < 2 {
        return Vec::new();
    }
    let mut contrasts: Vec<Compared> = Vec::new();
    for lead in standings.iter().flat_map(|standing| &standing.leads) {
        if !contrasts.contains(&lead.compared) {
            contrasts.push(lead.compared);
        }
    }
    contrasts
        .into_iter()
        .map(|contrast| {
            let of_contrast: Vec<(&Standing, &Comparison)> = standings
                .iter()
                .filter_map(|standing| Some((standing, standing.leads.iter().find(|lead| lead.compared == contrast)?)))
                .collect();
            let tested: Vec<model::adjust::Tested> = (of_contrast.iter())
                .map(|(_, lead)| model::adjust::Tested { t: lead.t, df: lead.df, p: lead.p })
                .collect();
            let holm = model::Family::of(size).p_values(
                model::Adjust::Holm,
                &tested,
                &mut model::adjust::Quantiles::default(),
            );
            AcrossPrimaries {
                size,
                rows: of_contrast.into_iter().zip(holm).map(|((s, lead), p)| (s, lead, p)).collect(),
            }
        })
        .collect()
}

/// Declared methods that are none, claims of outcomes that are none, and claims that nothing here can show.
fn problems(plan: &Plan, standings: &[Standing], words: &Words) -> Vec<Problem> {
    let mut problems = Vec::new();
    let unknown: Vec<String> =
        plan.declared.iter().filter(|id| !methods().any(|method| method.id() == id.as_str())).cloned().collect();
    if !unknown.is_empty() {
        problems.push(Problem::warning(Message::new("declared-unknown").with("methods", unknown)));
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
            let text = words.plain(&overview_sections::claim_text(claim.claim, standing));
            problems.push(Problem::warning(Message::new(id).with("claim", text)));
        }
    }
    problems
}

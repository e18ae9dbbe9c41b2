//! Builds a Trial from Table and Plan, step by step, with the ledger of who is left out.

use super::measures::{Cause, MeasureGrid, MeasuredOutcome};
use super::people::People;
use super::roles::Roles;
use super::{
    Crossover, Ledger, LeftOut, Outcome, Plan, Trial, between, characteristics, checks, crossover, measures, people,
    roles, scales,
};
use crate::notice::{Message, Problem, Problems, excerpt, first_names};
use crate::plan::limits::DesignSize;
use crate::plan::timing::Timing;
use crate::plan::{completed, defaults, fold, unconfirmed};
use crate::table::Table;

/// So many Problems of one code are listed; the rest are counted.
const LISTED: usize = 5;

impl Trial {
    /// Puts Table and Plan together. `None` only where no participant or no outcome is left; the Problems say why,
    /// those of reading where the file has no rows.
    pub fn assemble(table: &Table, plan: &Plan) -> (Option<Self>, Vec<Problem>) {
        let mut problems = Problems::listing(LISTED);
        let trial = build(table, plan, &mut problems);
        (trial, problems.finish())
    }
}

fn build(file: &Table, plan: &Plan, problems: &mut Problems) -> Option<Trial> {
    if plan.version != defaults::VERSION {
        problems.push(Problem::error(Message::new("plan-version").with("version", plan.version as usize)));
        return None;
    }
    if file.n_rows() == 0 {
        // A file without rows is a Problem of reading, and said there.
        return None;
    }
    let scored = scales::score(file, plan);
    scored.problems.into_iter().for_each(|problem| problems.push(problem));
    problems.excuse("column-missing", scored.unscored);
    let table: &Table = &scored.table;
    let given = plan;
    let periods = plan.crossover.as_ref().map(|own| crossover::by_period(plan, own));
    let completed = completed(periods.as_ref().unwrap_or(given), table);
    let plan = &completed.plan;
    // Before anything is made that grows with it.
    if let Some(refusal) = DesignSize::of(plan).refusal() {
        problems.push(refusal);
        return None;
    }
    let roles = roles::resolve(table, &completed, problems)?;
    let people = people::gather(table, plan, (&roles.id, roles.arm), problems)?;
    if people.ids.is_empty() {
        problems.push(Problem::error(Message::new("no-participants").with("n", table.n_rows())));
        return None;
    }
    let (grid, measured) = measures::measure_all(table, plan, &roles, &people, problems)?;
    let scales = scales::of_participants(scored.scales, plan, &people, &grid);
    let characteristics = characteristics::characteristics(file, plan, &people);
    if given.crossover.is_some() {
        let trial = crossed(table, given, &roles, (people, grid, measured), problems)?;
        return Some(Trial { characteristics, ..trial });
    }
    let has_control = is_first(plan, &people);
    let of_plan = put_together(table, given, &roles, (people, grid, has_control), problems);
    let mut trial = Trial { scales, characteristics, ..of_plan };
    if let Some(refusal) = size_of(&trial, measured.len()).refusal() {
        problems.push(refusal);
        return None;
    }
    for outcome in measured {
        if checks::is_analysable(&outcome.outcome, &trial, problems) {
            let reasons = Reasons {
                trial: &trial,
                outcome: &outcome.outcome,
                empty: trial.empty_occasions(&outcome.outcome),
                causes: &outcome.causes,
            };
            let left_out = reasons.left_out();
            trial.outcomes.push(outcome.outcome);
            trial.ledger.left_out.extend(left_out);
        }
    }
    scales::name_outcomes(&mut trial);
    checks::whole(&trial, problems);
    (!trial.outcomes.is_empty() || !trial.scales.is_empty()).then_some(trial)
}

/// The Trial of a crossover: treatments in place of occasions.
fn crossed(
    table: &Table,
    plan: &Plan,
    roles: &Roles,
    (people, grid, measured): (People, MeasureGrid, Vec<MeasuredOutcome>),
    problems: &mut Problems,
) -> Option<Trial> {
    let given = crossover::given(table, plan, &people, &grid, problems)?;
    let (arranged, outcomes) = given.arrange(&grid, measured);
    let mut trial = put_together(table, plan, roles, (people, grid, false), problems);
    (trial.occasions, trial.baseline, trial.end_of_treatment) = (given.treatments, None, None);
    let mut crossover = Crossover { values: Vec::new(), ..arranged };
    for (outcome, values) in outcomes.into_iter().zip(arranged.values) {
        if checks::is_analysable(&outcome, &trial, problems) {
            let left_out = crossover::left_out(&trial.ids, &outcome, trial.outcomes.len());
            trial.outcomes.push(outcome);
            crossover.values.push(values);
            trial.ledger.left_out.extend(left_out);
        }
    }
    trial.crossover = Some(crossover);
    checks::whole(&trial, problems);
    (!trial.outcomes.is_empty()).then_some(trial)
}

/// Whether the first arm is the Plan's control.
fn is_first(plan: &Plan, people: &People) -> bool {
    let control = plan.arm.as_ref().and_then(|arm| arm.control.as_deref()).map(fold);
    control.is_some() && people.arms.first().map(|arm| fold(arm)) == control
}

/// The Trial but for its outcomes.
fn put_together(
    table: &Table,
    plan: &Plan,
    roles: &Roles,
    (people, grid, has_control): (People, MeasureGrid, bool),
    problems: &mut Problems,
) -> Trial {
    let factors = roles.factors.iter().filter_map(|column| between::factor(column, table, plan, &people, problems));
    let factors = factors.collect();
    let timing = Timing::of(plan, &grid.occasions);
    let covariates =
        roles.covariates.iter().filter_map(|column| between::covariate(column, plan, &people, problems)).collect();
    Trial {
        plan: plan.clone(),
        ids: people.ids,
        arms: people.arms,
        has_arms: plan.arm.is_some(),
        has_control,
        arm: people.arm,
        baseline: timing.baseline,
        end_of_treatment: timing.end_of_treatment,
        unconfirmed: unconfirmed(plan, &grid.occasions),
        occasions: grid.occasions,
        factors,
        within: grid.within,
        covariates,
        characteristics: Vec::new(),
        outcomes: Vec::new(),
        crossover: None,
        ledger: Ledger { left_out: people.left_out },
        scales: Vec::new(),
        summaries: None,
    }
}

/// The size of the design as the file fills it: its factors' levels are known now.
fn size_of(trial: &Trial, outcomes: usize) -> DesignSize {
    DesignSize {
        arms: trial.arms.len(),
        factors: trial.factors.iter().map(|factor| factor.levels.len()).collect(),
        covariates: trial.covariates.len(),
        occasions: trial.occasions.len(),
        within: trial.within.iter().map(|within| within.levels.len()).collect(),
        outcomes,
    }
}

/// Why participants are left out of the complete-case analysis of an outcome.
struct Reasons<'a> {
    trial: &'a Trial,
    outcome: &'a Outcome,
    /// Occasions at which nobody has a value, which the analysis does without.
    empty: Vec<usize>,
    causes: &'a [(usize, usize, Cause)],
}

impl Reasons<'_> {
    fn left_out(&self) -> Vec<LeftOut> {
        let index = self.trial.outcomes.len();
        let mut left_out = Vec::new();
        let mut causes = self.causes;
        for (participant, id) in self.trial.ids.iter().enumerate() {
            let n_own = causes.iter().take_while(|(owner, _, _)| *owner == participant).count();
            let (own, rest) = causes.split_at(n_own);
            causes = rest;
            let (occasions, reason) = match self.missing_at(participant) {
                occasions if !occasions.is_empty() => {
                    let reason = self.reason(&occasions, own);
                    (occasions, reason)
                }
                _ => match self.without(participant) {
                    columns if !columns.is_empty() => {
                        let message = Message::new("left-out-without").with("columns", first_names(&columns));
                        (Vec::new(), message)
                    }
                    _ => continue,
                },
            };
            let arm = self.trial.arm.get(participant).copied();
            left_out.push(LeftOut { participant: id.clone(), arm, outcome: Some(index), occasions, reason });
        }
        left_out
    }

    fn missing_at(&self, participant: usize) -> Vec<usize> {
        let values = self.outcome.of(participant).iter().enumerate();
        let mut occasions: Vec<usize> =
            values.filter(|(_, value)| value.is_nan()).map(|(measure, _)| self.trial.occasion_of(measure)).collect();
        occasions.dedup();
        occasions.retain(|occasion| !self.empty.contains(occasion));
        occasions
    }

    /// The factors and covariates that a participant lacks.
    fn without(&self, participant: usize) -> Vec<&str> {
        let factors = self.trial.factors.iter().filter(|factor| factor.codes[participant].is_none());
        let covariates = self.trial.covariates.iter().filter(|covariate| covariate.values[participant].is_nan());
        factors.map(|factor| factor.name.as_str()).chain(covariates.map(|covariate| covariate.name.as_str())).collect()
    }

    /// Why values are missing: what stands in their place, if something does, else that they are.
    fn reason(&self, occasions: &[usize], causes: &[(usize, usize, Cause)]) -> Message {
        let name = |occasion: usize| self.trial.occasions.get(occasion).map(|name| excerpt(name)).unwrap_or_default();
        let Some((_, measure, cause)) = causes.first() else {
            let names: Vec<String> = occasions.iter().map(|&occasion| name(occasion)).collect();
            return Message::new("left-out-missing").with("occasions", names);
        };
        let message = match cause {
            Cause::Code(code) => Message::new("left-out-code").with("code", *code),
            Cause::Text(text) => Message::new("left-out-text").with("cell", text),
        };
        message.with("occasion", name(self.trial.occasion_of(*measure)))
    }
}

//! The parts of a Plan that nobody has confirmed and that the words of a report depend on, as questions with their answers.

use super::guess::arms::control_by_name;
use super::guess::{direction, why_then};
use super::timing::{Timing, baseline, end_of_treatment};
use super::{Better, Edit, Plan, Reason};
use crate::notice::{Message, excerpt, first_names};

/// A part that is still a guess.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanQuestion {
    /// As `unconfirmed` of the Plan names it.
    pub part: String,
    pub question: Message,
    /// Why it was taken so.
    pub reason: Message,
    /// Where there are none, what was taken is confirmed here and corrected in the design.
    pub choices: Vec<PlanChoice>,
    /// The field of the Plan that answers it.
    pub field: String,
}

/// An answer, and the change of the Plan that it makes.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanChoice {
    pub label: Message,
    pub edit: Edit,
    /// Whether it is what was taken.
    pub taken: bool,
}

/// What is known of a trial beside its Plan.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    pub unconfirmed: &'a [String],
    /// The levels of the arms in the report's order, and whether the first is the control.
    pub arms: &'a [String],
    pub has_control: bool,
    pub occasions: &'a [String],
    /// Why the Plan was guessed so from the file, where there is one.
    pub reasons: &'a [Reason],
    /// Columns that may hold arms, with their levels; none where there is no file.
    pub columns: &'a [(String, Vec<String>)],
    /// Whether the file's columns can be arranged otherwise.
    pub has_rows: bool,
}

/// More columns than these are chosen from in the design.
const MOST_COLUMNS: usize = 6;
/// Orders of more occasions than these are put right in the design.
const MOST_IN_ORDER: usize = 3;

/// Asks about a part of the Plan, where there is anything to choose from.
type Ask = fn(&Plan, &Known<'_>) -> Option<PlanQuestion>;

/// One question for each part, those on which others rest first.
pub fn questions(plan: &Plan, known: &Known<'_>) -> Vec<PlanQuestion> {
    let is_open = |part: &str| known.unconfirmed.iter().any(|own| own == part);
    let of_parts: [(&str, Ask); 6] = [
        ("arm", of_arm_column),
        ("control", of_control),
        ("outcomes", of_outcomes),
        ("occasions", of_occasions),
        ("baseline", of_baseline),
        ("end_of_treatment", of_end),
    ];
    let of_parts = of_parts.iter().filter(|(part, _)| is_open(part)).filter_map(|(_, ask)| ask(plan, known));
    let directions = plan.outcomes.iter().enumerate().filter(|(_, own)| is_open(&format!("better:{}", own.name)));
    of_parts.chain(directions.map(|(place, own)| of_direction(&own.name, own.direction(), place))).collect()
}

/// Why the file made it so; where it says nothing, that nothing does.
fn reason(known: &Known<'_>, part: &str) -> Message {
    let of_file = known.reasons.iter().find(|reason| reason.part == part && !reason.certain);
    of_file.map_or_else(|| Message::new("question-unsaid"), |reason| reason.message.clone())
}

fn named(name: &str) -> Message {
    Message::new("choice-name").with("name", excerpt(name))
}

/// The change that says: what was taken is right.
pub fn confirmation(part: &str) -> Edit {
    Edit::Confirm { part: part.to_owned() }
}

fn of_arm_column(plan: &Plan, known: &Known<'_>) -> Option<PlanQuestion> {
    let column = plan.arm.as_ref().map(|arm| arm.column.as_str());
    let question = match &plan.arm {
        Some(arm) => {
            Message::new("question-arm").with("column", excerpt(&arm.column)).with("arms", first_names(known.arms))
        }
        None => Message::new("question-arm-none"),
    };
    let of_column = |name: Option<&str>, levels: &[String]| PlanChoice {
        label: name.map_or_else(|| Message::new("choice-no-arms"), named),
        edit: match name == column {
            true => confirmation("arm"),
            false => Edit::ArmColumn { column: name.map(str::to_owned), levels: levels.to_vec() },
        },
        taken: name == column,
    };
    let used = plan.columns();
    let is_free = |name: &str| Some(name) == column || !used.iter().any(|own| own == name);
    let mut choices: Vec<PlanChoice> = (known.columns.iter())
        .filter(|(name, _)| is_free(name))
        .map(|(name, levels)| of_column(Some(name), levels))
        .collect();
    choices.sort_by_key(|choice| !choice.taken);
    choices.truncate(MOST_COLUMNS);
    if known.has_rows {
        choices.push(of_column(None, &[]));
    }
    let field = "arm".to_owned();
    Some(PlanQuestion { part: "arm".into(), question, reason: reason(known, "arm"), choices, field })
}

fn of_control(plan: &Plan, known: &Known<'_>) -> Option<PlanQuestion> {
    let arm = plan.arm.as_ref()?;
    let control = known.arms.first().filter(|_| known.has_control);
    let of_level = |level: &String| PlanChoice {
        label: named(arm.labels.get(level).unwrap_or(level)),
        edit: Edit::Control { level: Some(level.clone()) },
        taken: control == Some(level),
    };
    let mut choices: Vec<PlanChoice> = known.arms.iter().map(of_level).collect();
    choices.push(PlanChoice {
        label: Message::new("choice-no-control"),
        edit: Edit::Control { level: None },
        taken: control.is_none(),
    });
    Some(PlanQuestion {
        part: "control".into(),
        question: Message::new("question-control"),
        reason: control_by_name(known.arms).1.message,
        choices,
        field: "arm.control".into(),
    })
}

fn of_outcomes(plan: &Plan, known: &Known<'_>) -> Option<PlanQuestion> {
    let names: Vec<&str> = plan.outcomes.iter().map(|outcome| outcome.name.as_str()).collect();
    Some(PlanQuestion {
        part: "outcomes".into(),
        question: Message::new("question-outcomes").with_names("outcomes", &names),
        reason: reason(known, "outcomes"),
        choices: Vec::new(),
        field: "outcomes".into(),
    })
}

/// The order as it is, and each that one move makes.
fn of_occasions(_: &Plan, known: &Known<'_>) -> Option<PlanQuestion> {
    let n = known.occasions.len();
    let question = match n {
        0 | 1 => Message::new("question-occasions-one"),
        _ => Message::new("question-occasions").with_names("occasions", known.occasions),
    };
    let order = |names: &[String]| {
        Message::new("choice-name").with("name", names.iter().map(|name| excerpt(name)).collect::<Vec<_>>().join(" → "))
    };
    let mut choices = Vec::new();
    if known.has_rows && (2..=MOST_IN_ORDER).contains(&n) {
        choices.push(PlanChoice { label: order(known.occasions), edit: confirmation("occasions"), taken: true });
        // A move to the next place is the same as that one's move back.
        let moves = (0..n).flat_map(|index| (0..n).map(move |to| (index, to)));
        for (index, to) in moves.filter(|(index, to)| to > index || *index > to + 1) {
            let mut names = known.occasions.to_vec();
            let name = names.remove(index);
            names.insert(to, name);
            choices.push(PlanChoice { label: order(&names), edit: Edit::OccasionMove { index, to }, taken: false });
        }
    }
    let field = "occasions".to_owned();
    Some(PlanQuestion { part: "occasions".into(), question, reason: reason(known, "occasions"), choices, field })
}

fn of_baseline(plan: &Plan, known: &Known<'_>) -> Option<PlanQuestion> {
    let taken = Timing::of(plan, known.occasions).baseline;
    let free = Plan { baseline: None, ..plan.clone() };
    let timed = baseline(&free, known.occasions);
    let of_occasion = |(at, name): (usize, &String)| PlanChoice {
        label: named(name),
        edit: Edit::Baseline { occasion: Some(name.clone()) },
        taken: taken == Some(at),
    };
    let before_last = known.occasions.len().saturating_sub(1);
    let mut choices: Vec<PlanChoice> = known.occasions.iter().enumerate().take(before_last).map(of_occasion).collect();
    choices.push(PlanChoice {
        label: Message::new("choice-no-baseline"),
        edit: Edit::Baseline { occasion: None },
        taken: taken.is_none(),
    });
    Some(PlanQuestion {
        part: "baseline".into(),
        question: Message::new("question-baseline"),
        reason: why_then("guess-baseline", known.occasions.get(timed.occasion?)?, timed),
        choices,
        field: "baseline".into(),
    })
}

fn of_end(plan: &Plan, known: &Known<'_>) -> Option<PlanQuestion> {
    let timing = Timing::of(plan, known.occasions);
    let free = Plan { end_of_treatment: None, ..plan.clone() };
    let timed = end_of_treatment(&free, known.occasions, timing.baseline);
    let first = timing.baseline.map_or(0, |at| at + 1);
    let of_occasion = |(at, name): (usize, &String)| PlanChoice {
        label: named(name),
        edit: Edit::EndOfTreatment { occasion: name.clone() },
        taken: timing.end_of_treatment == Some(at),
    };
    Some(PlanQuestion {
        part: "end_of_treatment".into(),
        question: Message::new("question-end-of-treatment"),
        reason: why_then("guess-end-of-treatment", known.occasions.get(timed.occasion?)?, timed),
        choices: known.occasions.iter().enumerate().skip(first).map(of_occasion).collect(),
        field: "end_of_treatment".into(),
    })
}

fn of_direction(outcome: &str, taken: Better, place: usize) -> PlanQuestion {
    let choice = |better, id| PlanChoice {
        label: Message::new(id),
        edit: Edit::Benefit { outcome: outcome.to_owned(), better },
        taken: better == taken,
    };
    PlanQuestion {
        part: format!("better:{outcome}"),
        question: Message::new("question-better").with("outcome", excerpt(outcome)),
        reason: direction::guess(outcome).1.message,
        choices: vec![choice(Better::Higher, "choice-higher"), choice(Better::Lower, "choice-lower")],
        field: format!("outcomes[{}].better", place + 1),
    }
}

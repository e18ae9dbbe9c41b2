//! The open questions of a trial in words, each answer with the change of the Plan that it makes.

use serde_json::Value;

use super::Session;
use super::levels::few_levels;
use crate::notice::{Message, excerpt};
use crate::plan::{self, Edit, Known, PlanQuestion};
use crate::report::{OpenQuestion, QuestionChoice, Words};
use crate::table::Column;
use crate::trial::Trial;

impl Session {
    /// What is still a guess, and the change that says that all of it is right.
    pub(super) fn open_questions(&self, trial: &Trial, words: &Words) -> (Vec<OpenQuestion>, Option<Value>) {
        let file = self.file.as_ref();
        let of_column = |column: &Column| {
            let levels = few_levels(column).filter(|levels| levels.len() > 1)?;
            Some((column.name.clone(), levels))
        };
        let columns: Vec<(String, Vec<String>)> =
            file.into_iter().flat_map(|file| &file.table.columns).filter_map(of_column).collect();
        let known = Known {
            unconfirmed: &trial.unconfirmed,
            arms: &trial.arms,
            has_control: trial.has_control,
            occasions: &trial.occasions,
            reasons: file.map_or(&[], |file| file.reasons.as_slice()),
            columns: &columns,
            has_rows: trial.has_rows(),
        };
        let questions = plan::questions(&trial.plan, &known);
        let parts: Vec<String> = questions.iter().map(|question| question.part.clone()).collect();
        let all = (!parts.is_empty()).then(|| data(&Edit::ConfirmAll { parts }));
        let listed = trial.plan.unconfirmed.as_deref().unwrap_or_default();
        (questions.iter().map(|question| in_words(question, listed, words)).collect(), all)
    }
}

fn in_words(question: &PlanQuestion, listed: &[String], words: &Words) -> OpenQuestion {
    let choice = |choice: &plan::PlanChoice| QuestionChoice {
        label: words.say(&choice.label),
        taken: choice.taken,
        edit: data(&choice.edit),
    };
    let in_plan = Message::new("question-in-plan")
        .with("field", question.field.as_str())
        .with("part", excerpt(&question.part))
        .with("listed", if listed.contains(&question.part) { "yes" } else { "no" });
    OpenQuestion {
        part: question.part.clone(),
        question: words.say(&question.question),
        reason: words.say(&question.reason),
        choices: question.choices.iter().map(choice).collect(),
        confirm: data(&Edit::Confirm { part: question.part.clone() }),
        in_plan: words.say(&in_plan),
    }
}

fn data(edit: &Edit) -> Value {
    // Strings, numbers and lists: nothing that JSON lacks.
    serde_json::to_value(edit).unwrap_or_default()
}

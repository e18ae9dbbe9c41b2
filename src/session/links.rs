//! Links in a session: making one of an analysis, opening one, and the Plan of a trial that has no data yet.

use serde::{Deserialize, Serialize};

use super::received::Received;
use super::{Opened, SectionPiece, Session, Why};
use crate::notice::{Message, Problem};
use crate::plan::{ArmPlan, DesignGrid, OutcomePlan, Plan};
use crate::report::write::{html, markdown};
use crate::report::{Notice, Section, Text};
use crate::share::{self, Day, Link};
use crate::table::HEADER_LIKE_DATA;
use crate::trial::Trial;

/// What a link shall hold besides the Plan.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default)]
pub struct LinkOptions {
    pub summaries: bool,
    pub fingerprint: bool,
    /// The day of registration, `2026-11-24`.
    pub registered: Option<String>,
}

/// A link, and what whoever copies it should know.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct LinkMade {
    /// What follows the address's `#`; empty where no link is made, for the reason in `refused`.
    pub fragment: String,
    /// Every datum that it carries.
    #[serde(skip)]
    pub carried: Vec<Section>,
    /// The same as HTML.
    pub carried_pieces: Vec<SectionPiece>,
    /// What was asked for and stays, with the reason.
    pub refused: Vec<Notice>,
    /// The Plan's text and its SHA-256, to deposit.
    pub plan_text: String,
    pub plan_hash: String,
}

impl LinkMade {
    /// No link, and why.
    fn refused(refused: Vec<Notice>) -> Self {
        let (fragment, plan_text, plan_hash) = Default::default();
        Self { fragment, carried: Vec::new(), carried_pieces: Vec::new(), refused, plan_text, plan_hash }
    }
}

/// What a link that was opened holds.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct LinkOpened {
    /// What it is, in words. From whom it came nobody can know.
    pub summary: Text,
    /// The design that it brings; `None` where it could not be opened: the notices say why.
    pub opened: Option<Opened>,
    #[serde(skip)]
    pub carried: Vec<Section>,
    pub carried_pieces: Vec<SectionPiece>,
    /// Whether its analysis can be made without the file.
    pub has_summaries: bool,
    pub registered: Option<String>,
    pub plan_hash: String,
    pub notices: Vec<Notice>,
}

/// A trial that is being planned: what it will measure of whom, and when.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default)]
pub struct TrialDraft {
    /// The control first; none for one group.
    pub arms: Vec<String>,
    pub occasions: Vec<String>,
    pub outcomes: Vec<String>,
}

impl Session {
    /// A link to the analysis of the file by the Plan; without a file, to the Plan.
    pub fn link(&self, plan: &Plan, options: &LinkOptions) -> LinkMade {
        if let Some(refusal) = self.names_are_data() {
            return LinkMade::refused(self.notices(&[refusal]));
        }
        let trial = self.assembled(plan);
        let mut link = Link { plan: plan.clone(), registered: None, summary: None, fingerprint: None };
        let mut refused = Vec::new();
        if let Some(day) = &options.registered {
            link.registered = Day::read(day.as_bytes());
            if link.registered.is_none() {
                refused.push(Problem::error(Message::new("registered-no-day").with("found", day)));
            }
        }
        match &trial {
            Some(trial) => {
                if options.summaries {
                    link.plan = with_names(plan, trial);
                    let shared = share::shared(trial, &link.plan);
                    link.summary = shared.summary;
                    refused.extend(shared.refused);
                }
                if options.fingerprint {
                    link.fingerprint = Some(share::fingerprint(trial, &share::plan_hash(&link.plan)));
                }
            }
            None if options.summaries || options.fingerprint => {
                refused.push(Problem::warning(Message::new("link-without-file")));
            }
            None => {}
        }
        let carried = share::carried(&link, &self.words);
        LinkMade {
            fragment: share::write(&link),
            carried_pieces: html::sections(&carried, "share", &self.words),
            carried,
            refused: self.notices(&refused),
            plan_text: share::plan_text(&link.plan),
            plan_hash: share::plan_hash(&link.plan),
        }
    }

    /// Where the file's header may be a participant's row, its columns' names are that participant's data.
    fn names_are_data(&self) -> Option<Problem> {
        let problems = &self.file.as_ref()?.problems;
        let is_like_data = problems.iter().any(|problem| problem.code() == HEADER_LIKE_DATA);
        is_like_data.then(|| Problem::error(Message::new("link-names-are-data")))
    }

    /// Opens a link; the file that was read before is forgotten, and so is the link before.
    pub fn open_link(&mut self, text: &str) -> LinkOpened {
        self.file = None;
        self.analysis = None;
        self.received = None;
        let mut opened = LinkOpened {
            summary: Text::new(),
            opened: None,
            carried: Vec::new(),
            carried_pieces: Vec::new(),
            has_summaries: false,
            registered: None,
            plan_hash: String::new(),
            notices: Vec::new(),
        };
        match share::open(text) {
            Err(problem) => opened.notices = self.notices(&[problem]),
            Ok(link) => {
                opened.summary = self.words.say(&what_it_is(&link));
                opened.opened = Some(self.planned(link.plan.clone(), "link"));
                opened.carried = share::carried(&link, &self.words);
                opened.carried_pieces = html::sections(&opened.carried, "link", &self.words);
                opened.has_summaries = link.summary.is_some();
                opened.registered = link.registered.map(|day| day.to_string());
                opened.plan_hash = share::issued_hash(text).unwrap_or_default();
                self.received = Some(Received { link, plan_hash: opened.plan_hash.clone(), same_data: None });
            }
        }
        opened
    }

    /// What a link carries, as Markdown.
    pub fn in_words(&self, carried: &[Section]) -> String {
        markdown::sections(carried, &self.words.labels())
    }

    /// Forgets the link that was opened.
    pub fn close_link(&mut self) {
        self.received = None;
    }

    /// The design of a trial without data, with columns named after outcomes and occasions.
    pub fn draft(&self, draft: &TrialDraft) -> Opened {
        let named = |names: &[String]| -> Vec<String> {
            let names = names.iter().map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
            names.filter(|name| !name.is_empty()).collect()
        };
        let (arms, occasions) = (named(&draft.arms), named(&draft.occasions));
        let outcome = |name: String| {
            let column = |occasion: &String| format!("{name}_{occasion}").replace(' ', "_");
            let columns = if occasions.is_empty() {
                vec![name.replace(' ', "_")]
            } else {
                occasions.iter().map(column).collect()
            };
            OutcomePlan { columns, name, ..OutcomePlan::default() }
        };
        let plan = Plan {
            id: Some("id".into()),
            arm: arms.first().cloned().map(|control| ArmPlan {
                column: "group".into(),
                levels: arms,
                control: Some(control),
                ..ArmPlan::default()
            }),
            outcomes: named(&draft.outcomes).into_iter().map(outcome).collect(),
            occasions,
            randomised: Some(true),
            ..Plan::default()
        };
        self.planned(plan, "draft")
    }

    /// A design without a file: its columns are those that the Plan names.
    fn planned(&self, plan: Plan, from: &'static str) -> Opened {
        let columns = plan.columns();
        let arms = plan.arm.iter().map(|arm| (arm.column.clone(), arm.levels.clone())).collect();
        Opened {
            summary: Text::new(),
            rows: 0,
            columns,
            levels: arms,
            encoding: String::new(),
            delimiter: String::new(),
            decimal: String::new(),
            reasons: vec![self.from(from)],
            grid: DesignGrid::of(&plan),
            plan,
            unused: Vec::new(),
            suggested: Vec::new(),
            notices: Vec::new(),
            marks: super::marks(),
        }
    }

    fn from(&self, from: &'static str) -> Why {
        let id = if from == "link" { "plan-from-link" } else { "plan-from-draft" };
        Why { part: from.into(), text: self.words.say(&Message::new(id)), certain: true }
    }

    /// The design of a file that was read after a link: the link's.
    pub(super) fn by_link(&self, mut opened: Opened) -> Opened {
        if let Some(received) = &self.received {
            opened.plan = received.link.plan.clone();
            opened.grid = DesignGrid::of(&opened.plan);
            opened.reasons = vec![self.from("link")];
            let used = opened.plan.columns();
            opened.unused = opened.columns.iter().filter(|column| !used.contains(column)).cloned().collect();
        }
        opened
    }

    /// The participants who stand in for a link's summaries, where there is no file.
    pub(super) fn stand_ins(&self, plan: &Plan) -> Option<Trial> {
        let link = &self.received.as_ref().filter(|_| self.file.is_none())?.link;
        share::trial(plan, &link.plan, link.summary.as_ref()?)
    }

    /// What was said of the file before says nothing of the one that was read now.
    pub(super) fn uncompare(&mut self) {
        if let Some(received) = &mut self.received {
            received.same_data = None;
        }
    }

    /// Compares the file with the link's fingerprint, once.
    pub(super) fn compare_data(&mut self) {
        let Some(received) = &self.received else { return };
        let (Some(wanted), None) = (received.link.fingerprint, received.same_data) else { return };
        let Some(file) = &self.file else { return };
        let link = &received.link;
        let trial = Trial::assemble(&file.table, &link.plan).0;
        let same = trial.is_some_and(|trial| share::fingerprint(&trial, &received.plan_hash) == wanted);
        if let Some(received) = &mut self.received {
            received.same_data = Some(same);
        }
    }

    /// What a link has to do with this analysis, as Problems of the report.
    pub(super) fn of_link(&self, trial: Option<&Trial>) -> Vec<Problem> {
        let Some(received) = &self.received else { return Vec::new() };
        let mut problems = Vec::new();
        if trial.is_some_and(|trial| !trial.has_rows()) {
            problems.push(Problem::note(Message::new("recomputed-from-summaries")));
            let left = received.link.summary.as_ref().map_or(0, |summary| summary.outcomes.len());
            if left < received.link.plan.outcomes.len() {
                let kept: Vec<String> = self.kept_back();
                problems.push(Problem::note(Message::new("link-outcomes-left").with("outcomes", kept)));
            }
        }
        problems.extend(received.same_data.map(|same| match same {
            true => Problem::note(Message::new("fingerprint-same")),
            false => Problem::warning(Message::new("fingerprint-differs")),
        }));
        problems
    }

    /// The outcomes of the link's Plan that its summaries lack.
    fn kept_back(&self) -> Vec<String> {
        let Some(link) = self.received.as_ref().map(|received| &received.link) else { return Vec::new() };
        let has =
            |place: usize| link.summary.iter().flat_map(|summary| &summary.outcomes).any(|own| own.outcome == place);
        let outcomes = link.plan.outcomes.iter().enumerate().filter(|(place, _)| !has(*place));
        outcomes.map(|(_, outcome)| outcome.name.clone()).collect()
    }

    /// What this Plan has otherwise than the one that was registered, where one was.
    pub(super) fn against_registered(&self, plan: &Plan) -> Option<Section> {
        let link = &self.received.as_ref()?.link;
        let day = link.registered?;
        Some(share::differences(&link.plan, &day.to_string(), plan, &self.words))
    }
}

/// The Plan with the names that the file gave: a link without a file must know them.
fn with_names(plan: &Plan, trial: &Trial) -> Plan {
    let mut named = plan.clone();
    if let Some(arm) = &mut named.arm {
        arm.levels.clone_from(&trial.arms);
    }
    named.within.clone_from(&trial.within);
    if !plan.occasions.is_empty() || trial.occasions.len() > 1 {
        named.occasions.clone_from(&trial.occasions);
    }
    named
}

fn what_it_is(link: &Link) -> Message {
    let id = match (link.registered.is_some(), link.summary.is_some()) {
        (true, true) => "link-is-registered-summaries",
        (true, false) => "link-is-registered",
        (false, true) => "link-is-summaries",
        (false, false) => "link-is-plan",
    };
    let participants = link.summary.iter().flat_map(|summary| &summary.outcomes).map(share::OutcomeSummary::n).max();
    Message::new(id)
        .with("outcomes", link.plan.outcomes.len())
        .with("occasions", link.plan.occasions.len())
        .with("arms", link.plan.arm.as_ref().map_or(0, |arm| arm.levels.len()))
        .with("participants", participants.and_then(|n| usize::try_from(n).ok()).unwrap_or(0))
        .with("day", link.registered.map(|day| day.to_string()).unwrap_or_default())
}

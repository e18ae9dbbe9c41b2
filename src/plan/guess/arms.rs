//! Which column holds the arms, and which of them is the control.

use super::keys::Keys;
use super::profile::{ColumnProfile, Participants, ValueKind, word_of};
use super::reason::Reason;
use super::tokens::{Token, tokens_of_level};
use super::words::Tells;
use crate::notice::{Message, excerpt, first_names};
use crate::plan::ArmPlan;
use crate::plan::labels::{Spellings, join_spellings, natural_order};

/// Names of a column of arms.
const ARM: &str = "arm arms group groups grp gp gr condition cond treatment treat trt tx intervention allocation allocated \
    allocate alloc assigned assignment randomisation randomization randomised randomized random rand therapy treatmt drug strategy diet \
    programme program cohort exposure گروه بازو شرایط مداخله درمان تخصیص گروهها شرط وضعیتگروه";
const BESIDE_ARM: &str = "study trial type name code id no number label to experimental the of نام کد شماره ازمایش";

/// Columns that describe people: neither arms nor outcomes.
pub const DESCRIPTIVE: &str = "age sex gender race ethnicity ethnic site center centre clinic hospital ward school class classroom country \
    city region state marital married children education edu educ degree job occupation employment department \
    income religion smoker smoking drugs medication medicated handedness therapist rater interviewer \
    cluster block stratum strata diagnosis language experience tenure seniority height date dob birth birthday \
    birthdate zip phone email سن جنس جنسیت نژاد قومیت تحصیلات تاهل شغل سابقه درامد مرکز بیمارستان بخش مدرسه کلاس \
    شهر تاریخ قد";

/// Names of a treated arm.
const TREATED: &str = "treatment treated intervention experimental experiment exp active therapy training cbt act dbt mbsr mbct mbt \
    cft csc trt tx int drug ازمایش ازمایشی مداخله درمان";

/// An arm needs at most so many fellows.
const MOST_ARMS: usize = 8;

/// A column of arms.
pub struct GuessedArms {
    pub column: usize,
    pub plan: ArmPlan,
    pub reasons: Vec<Reason>,
}

/// The column of arms among `candidates`, and why. `people` says which rows are one participant's.
pub fn guess(profiles: &[ColumnProfile], candidates: &[usize], people: Option<&Participants>) -> Option<GuessedArms> {
    let mut best: Option<(u32, usize, Vec<Spellings>)> = None;
    for &column in candidates {
        let profile = &profiles[column];
        let Some(arms) = arms_in(profile, people) else { continue };
        let score = score(profile, &arms);
        if score > 0 && best.as_ref().is_none_or(|(most, _, _)| score > *most) {
            best = Some((score, column, arms));
        }
    }
    let (score, column, arms) = best.or_else(|| only_coded(profiles, candidates, people))?;
    let name = &profiles[column].column.name;
    let reason = if score >= NAMED {
        Reason::certain("arm", Message::new("guess-arm-name").with("column", excerpt(name)))
    } else if let Some(arm) = arms.iter().find(|arm| control_rank(&arm.name).is_some()).filter(|_| score > ONLY) {
        Reason::certain(
            "arm",
            Message::new("guess-arm-levels").with("column", excerpt(name)).with("level", excerpt(&arm.name)),
        )
    } else {
        Reason::uncertain("arm", Message::new("guess-arm-only").with("column", excerpt(name)).with("n", arms.len()))
    };
    let (levels, control, why) = in_order(&arms);
    let plan = ArmPlan { column: name.clone(), levels, control, ..ArmPlan::default() };
    Some(GuessedArms { column, plan, reasons: std::iter::once(reason).chain(why).collect() })
}

/// The one column of codes that nothing else explains: two to eight whole numbers, none of them rare. To be confirmed.
fn only_coded(
    profiles: &[ColumnProfile],
    candidates: &[usize],
    people: Option<&Participants>,
) -> Option<(u32, usize, Vec<Spellings>)> {
    let coded = |&column: &usize| {
        let profile = &profiles[column];
        let counts = || profile.levels.iter().flatten().map(|(_, n)| *n);
        let even = counts().min().is_some_and(|least| least > 2 && counts().max() <= Some(3 * least));
        let open = profile.kind == ValueKind::Integers && !profile.has_word(DESCRIPTIVE) && even;
        let arms = arms_in(profile, people).filter(|_| open)?;
        Some((ONLY, column, arms))
    };
    let mut all = candidates.iter().filter_map(coded);
    all.next().filter(|_| all.next().is_none())
}

/// Whether a column is named for a part of the calendar, and so holds no arms.
fn is_calendar(profile: &ColumnProfile) -> bool {
    profile.is_only("year month week day date weekday hour wave visit session occasion jahr monat tag", "of number no")
}

/// Whether any column could hold arms, if the user said so: a few codes or words, one for each participant.
pub fn may_be_any(profiles: &[ColumnProfile], candidates: &[usize], people: Option<&Participants>) -> bool {
    candidates.iter().any(|&column| {
        let profile = &profiles[column];
        !profile.has_word(DESCRIPTIVE) && arms_in(profile, people).is_some_and(|arms| arms.len() > 1)
    })
}

/// The values of a column as arms, spellings joined, if they can be arms: few, and one for each participant.
fn arms_in(profile: &ColumnProfile, people: Option<&Participants>) -> Option<Vec<Spellings>> {
    if !matches!(profile.kind, ValueKind::Words | ValueKind::Integers) || is_calendar(profile) {
        return None;
    }
    let arms = join_spellings(profile.levels.clone()?);
    let n_people = people.map_or(profile.n_present, |people| people.n);
    let is_named = is_named(profile);
    // Each arm needs two participants on average, but for a column that is named for it.
    let few = if is_named { 3 * arms.len() <= 2 * n_people } else { 2 * arms.len() < n_people };
    let enough = arms.len() >= 2 || (is_named && profile.kind == ValueKind::Words && arms.len() == 1);
    let not_many = arms.len() <= if is_named { 3 * MOST_ARMS } else { MOST_ARMS };
    let constant = people.is_none_or(|people| is_constant(profile, people));
    (few && enough && not_many && constant).then_some(arms)
}

/// Whether nearly all participants have one value throughout. A few that have two are errors, to be named later.
pub fn is_constant(profile: &ColumnProfile, people: &Participants) -> bool {
    let keys = Keys::folded(profile.column);
    let mut first: Vec<Option<u64>> = vec![None; people.n];
    let mut differs = vec![false; people.n];
    let mut n_differ = 0;
    for (row, participant) in people.of_row.iter().enumerate() {
        let (Some(participant), Some(key)) = (participant, keys.get(row)) else { continue };
        let participant = *participant as usize;
        if *first[participant].get_or_insert(key) != key && !differs[participant] {
            differs[participant] = true;
            n_differ += 1;
            if 10 * n_differ > people.n {
                return false;
            }
        }
    }
    true
}

const NAMED: u32 = 100;
const ONLY: u32 = 1;

fn is_treated(level: &str) -> bool {
    let tokens = tokens_of_level(level);
    word_of(&tokens, TREATED).is_some() || Tells::Treated.lists().any(|words| word_of(&tokens, words).is_some())
}

/// Whether a column is named for the arms, and for nothing else.
pub fn is_named(profile: &ColumnProfile) -> bool {
    profile.is_only(ARM, BESIDE_ARM) || Tells::Arm.lists().any(|words| profile.is_only(words, BESIDE_ARM))
}

/// How much a column looks like arms; 0: not at all.
fn score(profile: &ColumnProfile, arms: &[Spellings]) -> u32 {
    let has_control = arms.iter().any(|arm| control_rank(&arm.name).is_some());
    let has_treated = arms.iter().any(|arm| is_treated(&arm.name));
    let by_levels = if has_control { 40 } else { 0 } + if has_treated { 20 } else { 0 };
    let descriptive = profile.has_word(DESCRIPTIVE);
    if is_named(profile) && !descriptive {
        return NAMED + by_levels;
    }
    match profile.kind {
        _ if descriptive => by_levels * u32::from(has_control),
        _ if profile.has_word(ARM) => 50 + by_levels,
        ValueKind::Words => ONLY + by_levels,
        // Codes such as 1 and 2 under any other name may be anything.
        _ => 0,
    }
}

/// More than the place of any word in its list.
const LEAST_PLAIN: usize = 1_000;

/// The place in its language's list, the plainest first, of a word that names a control.
fn control_word(tokens: &[Token]) -> Option<usize> {
    Tells::Control.lists().find_map(|words| {
        let word = word_of(tokens, words)?;
        words.split_ascii_whitespace().position(|name| name == word)
    })
}

/// How plainly a level is named as the control; less is plainer.
fn control_rank(level: &str) -> Option<usize> {
    let tokens = tokens_of_level(level);
    let rank = control_word(&tokens).or_else(|| {
        let without = tokens.len() > 1 && tokens.first().is_some_and(|first| Tells::Without.by(&first.text));
        without.then_some(LEAST_PLAIN - 1)
    })?;
    // `waitlist` before `active control`, `control` before `self-control training`.
    let is_active = tokens.iter().any(|token| token.text == "active");
    Some(if is_active { LEAST_PLAIN } else { rank } + LEAST_PLAIN * tokens.len())
}

/// The level that its name tells to be the control, the plainest first; `None` where no name does.
pub fn control_among(levels: &[String]) -> Option<String> {
    let ranked = levels.iter().filter_map(|level| Some((control_rank(level)?, level)));
    ranked.min_by_key(|(rank, _)| *rank).map(|(_, level)| level.clone())
}

/// The arms in the Plan's order, control first, then as they appear (numbers ascending), and why that control.
pub fn in_order(arms: &[Spellings]) -> (Vec<String>, Option<String>, Option<Reason>) {
    let mut names: Vec<String> = arms.iter().map(|arm| arm.name.clone()).collect();
    if names.iter().all(|name| name.parse::<f64>().is_ok()) {
        names.sort_by(|a, b| natural_order(a, b));
    }
    if names.is_empty() {
        return (names, None, None);
    }
    let (control, reason) = control_by_name(&names);
    if let Some(at) = names.iter().position(|name| control.as_ref() == Some(name)) {
        let name = names.remove(at);
        names.insert(0, name);
    }
    (names, control, Some(reason))
}

/// Which of the arms is the control by its name, if any, and why.
pub fn control_by_name(names: &[String]) -> (Option<String>, Reason) {
    let mut controls: Vec<(usize, &String)> = names.iter().filter_map(|n| Some((control_rank(n)?, n))).collect();
    controls.sort_by_key(|(rank, _)| *rank);
    match controls.as_slice() {
        // A treatment taken for the control would turn every answer round.
        [] => {
            let message = Message::new("guess-control-none").with("levels", first_names(names));
            (None, Reason::uncertain("control", message))
        }
        [(_, only)] => {
            let message = Message::new("guess-control-name").with("level", excerpt(only));
            (Some((*only).clone()), Reason::certain("control", message))
        }
        [(_, first), ..] => {
            let named: Vec<String> = controls.iter().map(|(_, name)| (*name).clone()).collect();
            let message =
                Message::new("guess-control-several").with("levels", first_names(&named)).with("level", excerpt(first));
            (Some((*first).clone()), Reason::uncertain("control", message))
        }
    }
}

//! The words that name occasions, in headers and in the cells of long files, and their order in time.

use std::ops::Range;

use super::tokens::{Token, has, tokens_of_level};
use super::words::Tells;
use crate::plan::labels::{Spellings, natural_order};

/// What the name of an occasion says about time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A phase of the trial, and what was said beside it: `fu 3 months`, `post2`.
    Phase(Phase, Detail),
    /// A place in a sequence: `T1`, `visit 2`, `_3`.
    Count(u32),
    /// A place between those, in thousandths: `t0.5`.
    Part(u32),
    /// Minutes since the start: `6wk`, `month 3`, `day0`.
    Elapsed(u64),
    /// A name that says nothing about time: `August`.
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    Pre,
    Mid,
    Post,
    FollowUp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    None,
    Count(u32),
    Elapsed(u64),
}

impl When {
    /// Whether the names alone say that `self` is earlier than `other`. Neither of two may be the earlier: a posttest
    /// and the third month stand as the file has them.
    pub fn earlier_than(self, other: Self) -> bool {
        use When::{Count, Elapsed, Part, Phase, Unknown};
        match (self, other) {
            (Unknown, _) | (_, Unknown) => false,
            (Phase(a, x), Phase(b, y)) => (a, x) < (b, y),
            (Phase(self::Phase::Pre, _), _) | (_, Phase(self::Phase::FollowUp, _)) => true,
            (Count(a), Count(b)) => a < b,
            (Count(a), Part(b)) => a.saturating_mul(1_000) < b,
            (Part(a), Count(b)) => a < b.saturating_mul(1_000),
            (Part(a), Part(b)) => a < b,
            (Elapsed(a), Elapsed(b)) => a < b,
            _ => false,
        }
    }
}

/// The order in time: whatever the names leave open stays as it stands in the file.
pub fn in_time_order(whens: &[When]) -> Vec<usize> {
    let n = whens.len();
    let mut n_before: Vec<usize> =
        whens.iter().map(|when| whens.iter().filter(|other| other.earlier_than(*when)).count()).collect();
    let mut placed = vec![false; n];
    let mut order = Vec::with_capacity(n);
    while let Some(next) = (0..n).find(|&i| !placed[i] && n_before[i] == 0) {
        placed[next] = true;
        order.push(next);
        for (i, count) in n_before.iter_mut().enumerate() {
            *count -= usize::from(whens[next].earlier_than(whens[i]));
        }
    }
    order
}

/// A name for an occasion within a header.
#[derive(Clone, Debug, PartialEq)]
pub struct OccasionMarker {
    /// The tokens that it takes.
    pub at: Range<usize>,
    pub when: When,
    /// A mere number at the end or the beginning: an occasion, or the number of an item.
    pub is_number: bool,
}

/// Every way to read an occasion out of the tokens; readings may overlap.
pub fn markers(tokens: &[Token]) -> Vec<OccasionMarker> {
    let mut markers = Vec::new();
    let mut add = |at: Range<usize>, when: When| markers.push(OccasionMarker { at, when, is_number: false });
    for start in 0..tokens.len() {
        let (end, elapsed) = elapsed_at(tokens, start).map_or((start, None), |(end, minutes)| (end, Some(minutes)));
        if let Some(minutes) = elapsed {
            add(start..end, When::Elapsed(minutes));
            if let Some((after, phase)) = phase_at(tokens, end) {
                add(start..after, When::Phase(phase, Detail::Elapsed(minutes)));
            }
        }
        if let Some((end, phase)) = phase_at(tokens, start) {
            add(start..end, When::Phase(phase, Detail::None));
            if let Some((after, minutes)) = elapsed_at(tokens, end) {
                add(start..after, When::Phase(phase, Detail::Elapsed(minutes)));
            } else if let Some(count) = tokens.get(end).and_then(number) {
                add(start..end + 1, When::Phase(phase, Detail::Count(count)));
            }
        }
        if let Some((end, count)) = counted_at(tokens, start) {
            add(start..end, When::Count(count));
            if let Some(thousandths) = fraction(tokens, end) {
                add(start..end + 1, When::Part(count.saturating_mul(1_000).saturating_add(thousandths)));
            }
        }
    }
    let ends = [tokens.len().checked_sub(1), (tokens.len() > 1).then_some(0)];
    for at in ends.into_iter().flatten() {
        if let Some(count) = tokens[at].number() {
            markers.push(OccasionMarker { at: at..at + 1, when: When::Count(count), is_number: true });
        }
    }
    markers
}

/// What a whole name, such as a cell of a long file, says about time.
pub fn when(tokens: &[Token]) -> When {
    markers(tokens)
        .into_iter()
        .find(|marker| marker.at == (0..tokens.len()))
        .map_or(When::Unknown, |marker| marker.when)
}

/// The longest name of a phase that starts there, and where it ends.
fn phase_at(tokens: &[Token], start: usize) -> Option<(usize, Phase)> {
    let longest = (start + 4).min(tokens.len());
    (start + 1..=longest).rev().find_map(|end| {
        let joined: String = tokens[start..end].iter().map(|token| token.text.as_str()).collect();
        let phase = PHASES.iter().find(|(_, names, tells)| has(names, &joined) || tells.by(&joined));
        phase.map(|(phase, ..)| *phase).or_else(|| slip_of(&joined)).map(|phase| (end, phase))
    })
}

/// `6 weeks`, `wk6`, `m3`, `3mo`: the minutes, and where it ends.
fn elapsed_at(tokens: &[Token], start: usize) -> Option<(usize, u64)> {
    let (first, second) = (tokens.get(start)?, tokens.get(start + 1)?);
    let (unit, count) = match (number(first), number(second)) {
        (Some(count), None) => (second, count),
        (None, Some(count)) => (first, count),
        _ => return None,
    };
    // A single letter is a unit only where it touches its number.
    if unit.text.chars().count() == 1 && !second.glued {
        return None;
    }
    let (minutes, _) = UNITS.iter().find(|(_, names)| has(names, &unit.text))?;
    Some((start + 2, minutes * u64::from(count)))
}

/// `T1`, `visit 2`, `جلسه ۳`: the number, and where it ends.
fn counted_at(tokens: &[Token], start: usize) -> Option<(usize, u32)> {
    (1..=2).rev().find_map(|n_words| {
        let end = start + n_words;
        let count = tokens.get(end)?;
        let joined: String = tokens.get(start..end)?.iter().map(|token| token.text.as_str()).collect();
        let known = has(COUNTED, &joined) && (joined.chars().count() > 1 || count.glued);
        known.then_some((end + 1, number(count)?))
    })
}

/// `.5` of `t1.5`, in thousandths: halves, quarters and thirds, since `T1.2` is an item of the first occasion.
fn fraction(tokens: &[Token], at: usize) -> Option<u32> {
    const FRACTIONS: [(&str, u32); 5] = [("5", 500), ("50", 500), ("25", 250), ("75", 750), ("33", 330)];
    let (whole, part) = (tokens.get(at.checked_sub(1)?)?, tokens.get(at)?);
    let is_point = whole.at.end + 1 == part.at.start && !part.glued;
    FRACTIONS.iter().find(|(text, _)| is_point && *text == part.text).map(|(_, thousandths)| *thousandths)
}

/// Whether the words name a time of measurement, which is no outcome: `time obs`, `visit date`.
pub fn names_time(words: &[&str]) -> bool {
    const TIME: &str = "time times date dates datetime timestamp day days reldays visitday studyday timeobs obstime";
    const BESIDE: &str = "obs of since rel from visit assessment measurement test study the";
    words.iter().all(|word| has(TIME, word) || has(BESIDE, word)) && words.iter().any(|word| has(TIME, word))
}

/// The phase that a word names but for a slip of one letter: `prettest`. Short words are too much alike.
fn slip_of(word: &str) -> Option<Phase> {
    const LONG: [(&str, Phase); 4] =
        [("pretest", Phase::Pre), ("baseline", Phase::Pre), ("posttest", Phase::Post), ("followup", Phase::FollowUp)];
    let near = |known: &str| {
        let longest = word.len().max(known.len());
        let front = word.bytes().zip(known.bytes()).take_while(|(a, b)| a == b).count();
        let back = word.bytes().rev().zip(known.bytes().rev()).take_while(|(a, b)| a == b).count();
        word.len().abs_diff(known.len()) < 2 && front > 2 && front + back + 1 >= longest
    };
    LONG.iter().find(|(known, _)| near(known)).map(|(_, phase)| *phase)
}

fn number(token: &Token) -> Option<u32> {
    token.number().or_else(|| {
        let index = NUMBER_WORDS.iter().find(|(_, names)| has(names, &token.text));
        index.map(|(count, _)| *count)
    })
}

/// Names of phases: folded, without spaces.
const PHASES: [(Phase, &str, Tells); 4] = [
    (
        Phase::Pre,
        "pre bef pretest pretreatment preintervention pretx pretherapy pretraining preprogram preprogramme \
            prescore premeasure premeasurement preassessment before beforeintervention beforetreatment \
            beforetherapy beforetraining baseline base bl bsl intake initial پیشازمون پیش پیشازمداخله پیشازدرمان \
            قبل قبلاز قبلازمداخله قبلازدرمان خطپایه پایه",
        Tells::Pre,
    ),
    (
        Phase::Mid,
        "mid midtest midtreatment midintervention midpoint midterm midway during interim halfway میانازمون \
            میانی حین حیندرمان",
        Tells::Mid,
    ),
    (
        Phase::Post,
        "post posttest posttreatment postintervention posttx posttherapy posttraining postprogram \
            postprogramme postscore postmeasure postmeasurement postassessment after afterintervention \
            aftertreatment aftertherapy aftertraining end endpoint endoftreatment eot final discharge پسازمون پس \
            پسازمداخله پسازدرمان بعد بعداز بعدازمداخله بعدازدرمان پایان پایاندرمان",
        Tells::Post,
    ),
    (
        Phase::FollowUp,
        "fu fup flup followup follow folowup followuptest پیگیری پیگیر پیگیریازمون دورهپیگیری",
        Tells::FollowUp,
    ),
];

/// Units of time in minutes.
const UNITS: [(u64, &str); 6] = [
    (1, "min mins minute minutes دقیقه"),
    (60, "h hr hrs hour hours ساعت"),
    (1440, "d day days روز روزه"),
    (10_080, "w wk wks week weeks هفته"),
    (43_830, "m mo mos mth mths mon month months ماه ماهه"),
    (525_960, "y yr yrs year years age سال سالگی"),
];

/// Words that number the occasions.
const COUNTED: &str = "t tp time timepoint v vis visit wave ses sess session occ occasion meas measure measurement assess \
    assessment phase stage period round test exam trial زمان جلسه مرحله نوبت بار ازمون";

const NUMBER_WORDS: [(u32, &str); 7] = [
    (1, "one first 1st یک اول"),
    (2, "two second 2nd دو دوم"),
    (3, "three third 3rd سه سوم"),
    (4, "four fourth چهار چهارم"),
    (5, "five fifth پنج پنجم"),
    (6, "six sixth شش ششم"),
    (12, "twelve دوازده"),
];

/// The levels of a column of occasions in time order, numbers ascending.
pub fn occasions_in_order(levels: &[Spellings]) -> Vec<String> {
    let mut names: Vec<String> = levels.iter().map(|level| level.name.clone()).collect();
    if names.iter().all(|name| name.parse::<f64>().is_ok()) {
        names.sort_by(|a, b| natural_order(a, b));
        return names;
    }
    let whens: Vec<When> = names.iter().map(|name| when(&tokens_of_level(name))).collect();
    in_time_order(&whens).into_iter().map(|i| names[i].clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    fn check(name: &str, expected: When) {
        assert_eq!(when(&tokens(name)), expected, "{name}");
    }

    #[test]
    fn names_of_occasions_say_when() {
        for name in ["pre", "Pre-test", "preTest", "baseline", "BL", "before", "پیش\u{200C}آزمون", "پیش آزمون", "قبل"]
        {
            check(name, When::Phase(Phase::Pre, Detail::None));
        }
        for name in ["post", "POST_TEST", "after", "پس‌آزمون", "پس ازمون", "بعد"] {
            check(name, When::Phase(Phase::Post, Detail::None));
        }
        for name in ["fu", "FUP", "follow-up", "Follow up", "f/u", "پيگيري", "پیگیری"] {
            check(name, When::Phase(Phase::FollowUp, Detail::None));
        }
        check("fu2", When::Phase(Phase::FollowUp, Detail::Count(2)));
        check("پیگیری ۲", When::Phase(Phase::FollowUp, Detail::Count(2)));
        check("2 month follow-up", When::Phase(Phase::FollowUp, Detail::Elapsed(2 * 43_830)));
        check("6wk", When::Elapsed(6 * 10_080));
        check("Week 6", When::Elapsed(6 * 10_080));
        check("day0", When::Elapsed(0));
        check("سه ماهه", When::Elapsed(3 * 43_830));
        check("T1", When::Count(1));
        check("مرحله اول", When::Count(1));
        check("time point 2", When::Count(2));
        check("3", When::Count(3));
        check("t0.5", When::Part(500));
        check("T1.2", When::Unknown);
        check("Prettest", When::Phase(Phase::Pre, Detail::None));
        check("protest", When::Unknown);
        check("August", When::Unknown);
        check("", When::Unknown);
    }

    #[test]
    fn occasions_stand_in_time_order() {
        let order = |names: &str| -> Vec<String> {
            let names: Vec<&str> = names.split(' ').collect();
            let whens: Vec<When> = names.iter().map(|name| when(&tokens(name))).collect();
            in_time_order(&whens).into_iter().map(|i| names[i].to_string()).collect()
        };
        assert_eq!(order("post fu pre"), ["pre", "post", "fu"]);
        assert_eq!(order("6mo 6wk baseline"), ["baseline", "6wk", "6mo"]);
        assert_eq!(order("m8 m2 pre m5 m3"), ["pre", "m2", "m3", "m5", "m8"]);
        assert_eq!(order("August January June"), ["August", "January", "June"]);
        assert_eq!(order("pre post 3m 6m"), ["pre", "post", "3m", "6m"]);
        assert_eq!(order("fu2 fu1 post pre"), ["pre", "post", "fu1", "fu2"]);
        assert_eq!(order("T10 T9 T1"), ["T1", "T9", "T10"]);
        assert_eq!(order("t1.5 t2 t0.5 t1 t0"), ["t0", "t0.5", "t1", "t1.5", "t2"]);
    }
}

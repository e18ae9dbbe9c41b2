//! Wide files: headers read as a stem (the outcome) and an occasion, and columns gathered by stem.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::direction;
use super::occasions::{Detail, OccasionMarker, Phase, When, markers};
use super::phrases;
use super::profile::ColumnProfile;
use super::tokens::{Token, has};
use crate::plan::labels::{fold, is_space};

/// The name of an outcome whose columns are named by the occasion alone.
pub const UNNAMED: &str = "score";

/// More occasions than this are not guessed from the words of headers.
const MOST_OCCASIONS: usize = 40;

/// More words than this are no occasions.
const MOST_WORDS: usize = 12;

/// One header read as stem and occasion.
#[derive(Clone, Debug)]
pub struct HeaderReading {
    pub column: usize,
    /// The stem's tokens, by which columns are gathered.
    pub key: String,
    /// The stem as the file writes it.
    pub stem: String,
    /// The occasion as the file writes it, and with the marks before or after it.
    pub label: String,
    pub folded: String,
    pub marked: String,
    pub when: When,
    pub is_number: bool,
    n_tokens: usize,
    start: usize,
    /// Whether the occasion is a whole phrase, marked off from the stem: `PSS - one month on`.
    is_phrase: bool,
}

impl HeaderReading {
    /// A column that is named as the stem is, at an occasion that its name does not say.
    pub fn bare(column: usize, stem: &Stem, label: &str, when: When) -> Self {
        Self {
            column,
            key: stem.key.clone(),
            stem: stem.name.clone(),
            label: label.to_owned(),
            folded: label.to_owned(),
            marked: label.to_owned(),
            when,
            is_number: when == When::Count(1) && stem.is_numbered(),
            n_tokens: 0,
            start: 0,
            is_phrase: false,
        }
    }
}

/// An outcome in the making: columns that differ only in the occasion, in the file's order.
#[derive(Clone, Debug)]
pub struct Stem {
    pub key: String,
    pub name: String,
    pub readings: Vec<HeaderReading>,
    /// Whether its columns are the first items of a questionnaire, for all of them.
    pub is_items: bool,
}

impl Stem {
    fn new(first: &HeaderReading) -> Self {
        let name = if first.stem.is_empty() { UNNAMED } else { &first.stem };
        Self { key: first.key.clone(), name: name.to_string(), readings: Vec::new(), is_items: false }
    }

    /// A column by itself.
    pub fn alone(reading: HeaderReading) -> Self {
        Self { readings: vec![reading.clone()], ..Self::new(&reading) }
    }

    pub fn columns(&self) -> impl Iterator<Item = usize> {
        self.readings.iter().map(|reading| reading.column)
    }

    /// The name before its number, and the number: `mbi 1`.
    pub fn numbered(&self) -> Option<(&str, u32)> {
        let (name, number) = self.key.rsplit_once(' ')?;
        Some((name, number.parse().ok()?))
    }

    /// Whether its occasions are mere numbers.
    pub fn is_numbered(&self) -> bool {
        self.readings.iter().all(|reading| reading.is_number)
    }
}

/// Gathers the columns into stems of one or more occasions. Columns whose names hold no occasion are in none.
pub fn gather(profiles: &[ColumnProfile], candidates: &[usize]) -> Vec<Stem> {
    let mut readings: Vec<Vec<HeaderReading>> =
        candidates.iter().map(|&column| readings_of(column, &profiles[column])).collect();
    settle_numbered_phases(&mut readings);
    settle_parts(&mut readings);
    let mut support: BTreeMap<String, usize> = BTreeMap::new();
    for of_column in &readings {
        for key in of_column.iter().map(|reading| reading.key.as_str()).collect::<BTreeSet<_>>() {
            *support.entry(key.into()).or_default() += 1;
        }
    }
    // In `v0_pre, v0_post … v998_fu` the numbered word is the outcome. Mere numbers may be items of a questionnaire.
    let n_sharing = |reading: &HeaderReading| support.get(&reading.key).copied().unwrap_or_default();
    for of_column in &mut readings {
        of_column.retain(|reading| reading.is_number || n_sharing(reading) <= MOST_OCCASIONS);
    }
    let mut stems: Vec<Stem> = Vec::new();
    let mut place: BTreeMap<String, usize> = BTreeMap::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for of_column in readings {
        // A reading that another column shares; words before numbers, the longest words, at last the rightmost.
        let merit = |reading: &HeaderReading| {
            let n = n_sharing(reading);
            (n > 1, !reading.is_number, reading.n_tokens, n, reading.is_phrase, reading.start)
        };
        let Some(best) = of_column.into_iter().max_by_key(merit) else { continue };
        let stem = *place.entry(best.key.clone()).or_insert_with(|| {
            stems.push(Stem::new(&best));
            stems.len() - 1
        });
        // A second column for the same occasion (`EE_pre`, `EE.pre`) is no part of the outcome.
        if seen.insert(format!("{stem} {}", best.folded)) {
            stems[stem].readings.push(best);
        }
    }
    stems
}

/// Columns that differ in one word that says nothing about time (`memory_August, memory_January`): the last word, else
/// the first. Only where several outcomes share the words, or one has three; parts of a questionnaire (`MBI_EE, MBI_DP`)
/// are no occasions.
pub fn gather_by_words(profiles: &[ColumnProfile], candidates: &[usize]) -> Vec<Stem> {
    let chunks = |tokens: &[Token], last: bool| -> Option<Range<usize>> {
        let starts: Vec<usize> = (0..tokens.len()).filter(|&i| !tokens[i].glued).collect();
        match starts.as_slice() {
            [] | [_] => {
                // `judgeA, judgeB`: a letter after a word.
                let [.., before, letter] = tokens else { return None };
                let lettered = last && letter.text.chars().count() == 1 && before.text.chars().count() > 1;
                lettered.then_some(0..tokens.len())
            }
            [.., from] if last => Some(*from..tokens.len()),
            [_, second, ..] => Some(0..*second),
        }
    };
    let gathered = [true, false].map(|last| {
        let mut stems: Vec<Stem> = Vec::new();
        let mut place: BTreeMap<String, usize> = BTreeMap::new();
        for &column in candidates {
            let (tokens, header) = (&profiles[column].tokens, &profiles[column].column.name);
            let Some(at) = chunks(tokens, last) else { continue };
            let mut reading =
                read(column, header, tokens, &OccasionMarker { at, when: When::Unknown, is_number: false });
            if reading.key.is_empty() {
                // The word before the letter holds the columns together; the occasion is the whole name.
                reading.key = format!("{} ?", tokens[0].text);
            }
            let stem = *place.entry(reading.key.clone()).or_insert_with(|| {
                stems.push(Stem::new(&reading));
                stems.len() - 1
            });
            stems[stem].readings.push(reading);
        }
        stems.retain(|stem| {
            (2..=MOST_WORDS).contains(&stem.readings.len())
                && !stem.readings.iter().any(|reading| is_part(&reading.label))
        });
        stems
    });
    let same_words = |a: &Stem, b: &Stem| {
        a.readings.len() == b.readings.len() && a.readings.iter().zip(&b.readings).all(|(x, y)| x.folded == y.folded)
    };
    let convinces = |stems: &Vec<Stem>| {
        stems
            .iter()
            .any(|stem| stem.readings.len() > 2 || stems.iter().filter(|other| same_words(stem, other)).count() > 1)
    };
    gathered.into_iter().find(convinces).unwrap_or_default()
}

/// Whether a word names a part or a form of a score: a known outcome, an acronym, `total`.
fn is_part(label: &str) -> bool {
    const FORMS: &str = "total sum mean score raw scaled percentile sd se n min max median subscale";
    let acronym = label.chars().count() < 4 && label.chars().all(char::is_uppercase);
    acronym || has(FORMS, &fold(label)) || direction::is_known(label)
}

fn readings_of(column: usize, profile: &ColumnProfile) -> Vec<HeaderReading> {
    let (header, tokens) = (&profile.column.name, &profile.tokens);
    let markers = markers(tokens);
    let mut readings: Vec<HeaderReading> = markers.iter().map(|marker| read(column, header, tokens, marker)).collect();
    for phrase in phrases::of_header(header, tokens) {
        let within = |marker: &&OccasionMarker| {
            !marker.is_number
                && marker.at.len() < phrase.len()
                && phrase.start <= marker.at.start
                && marker.at.end <= phrase.end
        };
        let Some(marker) = markers.iter().filter(within).max_by_key(|marker| marker.at.len()) else { continue };
        let whole = OccasionMarker { at: phrase, when: marker.when, is_number: false };
        let reading = read(column, header, tokens, &whole);
        readings.push(HeaderReading { n_tokens: marker.at.len(), is_phrase: true, ..reading });
    }
    readings
}

/// `t0.5` lies between `t0` and `t1`; without those it is the fifth of something.
fn settle_parts(readings: &mut [Vec<HeaderReading>]) {
    let counted: BTreeSet<String> = (readings.iter().flatten())
        .filter(|reading| matches!(reading.when, When::Count(_)) && !reading.is_number)
        .map(|reading| reading.key.clone())
        .collect();
    for of_column in readings {
        of_column.retain(|reading| !matches!(reading.when, When::Part(_)) || counted.contains(&reading.key));
        // What is read as a part is not read as the whole before it.
        if of_column.iter().any(|reading| matches!(reading.when, When::Part(_))) {
            of_column.retain(|reading| matches!(reading.when, When::Part(_)));
        }
    }
}

/// Reads a header as the marker and the stem that remains.
pub fn read(column: usize, header: &str, tokens: &[Token], marker: &OccasionMarker) -> HeaderReading {
    let rest: Vec<&str> =
        tokens[..marker.at.start].iter().chain(&tokens[marker.at.end..]).map(|token| token.text.as_str()).collect();
    let from = tokens.get(marker.at.start).map_or(0, |token| token.at.start);
    let to = marker.at.end.checked_sub(1).and_then(|last| tokens.get(last)).map_or(header.len(), |token| token.at.end);
    let (mut before, mut after) = (&header[..from], &header[to..]);
    if before.ends_with(['(', '[']) && after.starts_with([')', ']']) {
        (before, after) = (&before[..before.len() - 1], &after[1..]);
    }
    let is_separator = |c: char| is_space(c) || "_.-:/|,;".contains(c);
    let (left, right) = (before.trim_end_matches(is_separator), after.trim_start_matches(is_separator));
    // The occasion is marked by the separators between it and the stem.
    let (mark_from, mark_to) = (left.len(), header.len() - right.len());
    let (left, right) = (left.trim_start(), right.trim_end());
    let (stem, marked) = match (left.is_empty(), right.is_empty()) {
        // Between two parts of the stem one separator stays.
        (false, false) => {
            let separator = match &header[mark_from..from] {
                "" => &header[to..mark_to],
                separator => separator,
            };
            (format!("{left}{separator}{right}"), from..to)
        }
        (false, true) => (left.to_string(), mark_from..to),
        (true, _) => (right.to_string(), from..mark_to),
    };
    HeaderReading {
        column,
        key: rest.join(" "),
        stem,
        label: header[from..to].to_string(),
        folded: fold(&header[from..to]),
        marked: header[marked].trim().to_string(),
        when: marker.when,
        is_number: marker.is_number,
        n_tokens: marker.at.len(),
        start: marker.at.start,
        is_phrase: false,
    }
}

/// `fu1, fu2` beside `pre, post` are two follow-ups; `pre1 … pre5, post1 … post5` are five measures at each phase, and so
/// are several numbered pretests beside numbered posttests. Keeps of each stem the one way of reading.
fn settle_numbered_phases(readings: &mut [Vec<HeaderReading>]) {
    #[derive(Default)]
    struct Phases {
        numbers: Vec<(Phase, BTreeSet<u32>)>,
        plain: bool,
    }
    let mut stems: BTreeMap<String, Phases> = BTreeMap::new();
    for reading in readings.iter().flatten() {
        let When::Phase(phase, detail) = reading.when else { continue };
        let phases = stems.entry(reading.key.clone()).or_default();
        match detail {
            Detail::None => phases.plain = true,
            Detail::Elapsed(_) => {}
            Detail::Count(number) => match phases.numbers.iter_mut().find(|(known, _)| *known == phase) {
                Some((_, numbers)) => drop(numbers.insert(number)),
                None => phases.numbers.push((phase, BTreeSet::from([number]))),
            },
        }
    }
    let crossed = |key: &str| {
        stems.get(key).is_some_and(|phases| {
            let first = phases.numbers.first().map(|(_, numbers)| numbers);
            let same = phases.numbers.iter().all(|(_, numbers)| Some(numbers) == first);
            // `pre1, post1` alone have no stem but the number.
            let several = !key.is_empty() || first.is_some_and(|numbers| numbers.len() > 1);
            // Before treatment nothing changes: two numbered pretests are two measures.
            let pretests = phases.numbers.iter().find(|(phase, _)| *phase == Phase::Pre);
            let measures = pretests.is_some_and(|(_, numbers)| numbers.len() > 1);
            !phases.plain && phases.numbers.len() > 1 && (measures || (same && several))
        })
    };
    for of_column in readings {
        let with_number =
            of_column.iter().find(|reading| matches!(reading.when, When::Phase(_, Detail::Count(_)))).cloned();
        let Some(with_number) = with_number else { continue };
        let is_crossed = crossed(&with_number.key);
        of_column.retain(|reading| match reading.when {
            When::Phase(_, Detail::Count(_)) => !is_crossed,
            When::Phase(_, Detail::None) => is_crossed || reading.start != with_number.start,
            _ => true,
        });
    }
}

//! Labels as people type them: which spellings are one name, which name is near another, and in which order names stand.

use std::cmp::Ordering;

/// A label reduced to what tells names apart: without outer and doubled spaces, case, and the Arabic forms of
/// Persian letters and digits.
pub fn fold(label: &str) -> String {
    let mut folded = String::with_capacity(label.len());
    for c in label.chars() {
        if is_space(c) {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else {
            fold_char(c, &mut folded);
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Appends the folded form of one character: nothing for marks that do not show.
pub fn fold_char(c: char, folded: &mut String) {
    match c {
        'ي' | 'ى' => folded.push('ی'),
        'ك' => folded.push('ک'),
        'آ' | 'أ' | 'إ' => folded.push('ا'),
        'ة' | 'ۀ' => folded.push('ه'),
        'ؤ' => folded.push('و'),
        '۰'..='۹' | '٠'..='٩' => folded.extend(digit(c)),
        // Tatweel, vowel marks, marks of direction, byte order mark.
        '\u{640}'
        | '\u{64B}'..='\u{652}'
        | '\u{200D}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' => {}
        '\u{FEFF}' => {}
        _ => folded.extend(c.to_lowercase()),
    }
}

/// The Latin digit that a Latin, Persian or Arabic digit stands for.
pub fn digit(c: char) -> Option<char> {
    let value = match c {
        '0'..='9' => c as u32 - '0' as u32,
        '۰'..='۹' => c as u32 - '۰' as u32,
        '٠'..='٩' => c as u32 - '٠' as u32,
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// A space, or the zero-width non-joiner that stands for one inside Persian words.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{200C}'
}

/// Orders names as people number them: numbers first and by value, then words, with `dose2` before `dose10`.
pub fn natural_order(a: &str, b: &str) -> Ordering {
    match (a.parse::<f64>(), b.parse::<f64>()) {
        (Ok(x), Ok(y)) => return x.total_cmp(&y),
        (Ok(_), Err(_)) => return Ordering::Less,
        (Err(_), Ok(_)) => return Ordering::Greater,
        (Err(_), Err(_)) => {}
    }
    let (a, b) = (fold(a), fold(b));
    let (mut left, mut right) = (a.as_str(), b.as_str());
    loop {
        let (x, y) = match (chunk(&mut left), chunk(&mut right)) {
            (Some(x), Some(y)) => (x, y),
            (x, y) => return x.cmp(&y).then(a.len().cmp(&b.len())),
        };
        let order = match (x.trim_start_matches('0'), y.trim_start_matches('0')) {
            // Digits of any length, by value: the longer is the greater.
            (p, q) if is_digits(x) && is_digits(y) => p.len().cmp(&q.len()).then_with(|| p.cmp(q)),
            _ => x.cmp(y),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// Takes the leading run of digits or of non-digits.
fn chunk<'a>(rest: &mut &'a str) -> Option<&'a str> {
    let numeric = rest.chars().next()?.is_ascii_digit();
    let end = rest.find(|c: char| c.is_ascii_digit() != numeric).unwrap_or(rest.len());
    let (head, tail) = rest.split_at(end);
    *rest = tail;
    Some(head)
}

/// The name among `names` that is nearest to `name`, if one is near enough to be meant.
pub fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = letters(name);
    let limit = (wanted.len() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in names {
        let distance = edits(&wanted, &letters(candidate));
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The folded letters and digits of a name, at most 64: longer names are compared by their beginning.
fn letters(name: &str) -> Vec<char> {
    fold(name).chars().filter(|c| c.is_alphanumeric()).take(64).collect()
}

/// Insertions, deletions and substitutions that turn `a` into `b` (Levenshtein).
fn edits(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

/// One name and the spellings of it that a file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Spellings {
    /// The spelling that is used: the most frequent, the first of equals.
    pub name: String,
    /// Every spelling, in order of first appearance.
    pub all: Vec<String>,
    pub count: usize,
}

/// Names in order of first appearance, spellings that fold to the same joined. `labels` are spellings with their counts.
pub fn join_spellings(labels: Vec<(String, usize)>) -> Vec<Spellings> {
    struct Joined {
        folded: String,
        best: usize,
        spellings: Spellings,
    }
    let mut names: Vec<Joined> = Vec::new();
    for (label, count) in labels {
        let folded = fold(&label);
        match names.iter_mut().find(|joined| joined.folded == folded) {
            None => {
                let spellings = Spellings { name: label.clone(), all: vec![label], count };
                names.push(Joined { folded, best: count, spellings });
            }
            Some(joined) => {
                if count > joined.best {
                    joined.best = count;
                    joined.spellings.name = label.clone();
                }
                joined.spellings.all.push(label);
                joined.spellings.count += count;
            }
        }
    }
    names.into_iter().map(|joined| joined.spellings).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_and_persian_forms_are_one_name() {
        assert_eq!(fold(" گروه  كنترل "), "گروه کنترل");
        assert_eq!(fold("پي‌گيری ۲"), "پی گیری 2");
        assert_eq!(fold("Control "), fold("control"));
    }

    #[test]
    fn names_stand_as_people_number_them() {
        let mut names = vec!["dose10", "dose2", "Dose1", "placebo"];
        names.sort_by(|a, b| natural_order(a, b));
        assert_eq!(names, ["Dose1", "dose2", "dose10", "placebo"]);
        assert_eq!(natural_order("-1", "0"), Ordering::Less);
    }

    #[test]
    fn the_nearest_name_is_offered_only_if_it_is_near() {
        let names = ["score_pre", "score_post", "group"];
        assert_eq!(nearest("score_pots", names.into_iter()), Some("score_post"));
        assert_eq!(nearest("Gruop", names.into_iter()), None);
        assert_eq!(nearest("grup", names.into_iter()), Some("group"));
        assert_eq!(nearest("weight", names.into_iter()), None);
    }

    #[test]
    fn the_most_frequent_spelling_names_the_arm() {
        let labels = vec![("control ".into(), 1), ("A".into(), 4), ("Control".into(), 3)];
        let names = join_spellings(labels);
        assert_eq!((names[0].name.as_str(), names[0].count), ("Control", 4));
        assert_eq!(names[0].all, ["control ", "Control"]);
        assert_eq!(names[1].name, "A");
    }
}

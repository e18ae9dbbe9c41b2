//! Whether higher or lower values are better, from the name of an outcome.

use super::reason::Reason;
use super::tokens::{Token, has, tokens};
use super::words::Tells;
use crate::notice::{Message, excerpt};
use crate::plan::labels::fold;
use crate::plan::{Better, OutcomePlan};

/// The direction of benefit that the name of an outcome suggests.
pub fn direction(outcome: &str) -> Better {
    guess(outcome).0
}

impl OutcomePlan {
    /// The direction of benefit: the Plan's, else the one that the outcome's name suggests.
    pub fn direction(&self) -> Better {
        self.better.unwrap_or_else(|| direction(&self.name))
    }
}

/// The same, with the reason.
pub fn guess(outcome: &str) -> (Better, Reason) {
    let part = format!("better:{outcome}");
    let Some((better, word, certain)) = by_name(outcome) else {
        return (
            Better::Higher,
            Reason::uncertain(part, Message::new("guess-better-default").with("outcome", excerpt(outcome))),
        );
    };
    let id = match better {
        Better::Lower => "guess-better-lower",
        Better::Higher => "guess-better-higher",
    };
    let message = Message::new(id).with("outcome", excerpt(outcome)).with("word", word);
    (better, Reason { part, message, certain })
}

/// Whether the name is that of something measured.
pub fn is_known(name: &str) -> bool {
    by_name(name).is_some()
}

/// The direction, the word that tells it, and whether no other word speaks against it.
fn by_name(outcome: &str) -> Option<(Better, String, bool)> {
    let tokens = tokens(outcome);
    let mut told: Vec<(Better, String)> = Vec::new();
    for start in 0..tokens.len() {
        for (better, names, tells) in SIDES {
            told.extend(word_at(&tokens[start..], names, tells).map(|word| (better, word)));
        }
    }
    if told.is_empty() {
        told.extend(within_a_word(outcome));
    }
    let certain = told.iter().all(|(better, _)| *better == told[0].0);
    // The word that the others qualify: in English the last (`compassion fatigue`), in Persian the first (`رضایت از درد`).
    let persian = outcome.chars().any(|c| ('\u{600}'..='\u{6FF}').contains(&c));
    let (better, word) = if persian { told.into_iter().next() } else { told.pop() }?;
    Some((better, word, certain))
}

/// Names written together, in their order: `workstress`, `emotionalexhaustion`.
fn within_a_word(outcome: &str) -> Vec<(Better, String)> {
    let whole: String = fold(outcome).split(|c: char| !c.is_alphanumeric()).collect();
    let mut words: Vec<(usize, Better, &str)> = Vec::new();
    for (better, names) in [(Better::Lower, LOWER), (Better::Higher, HIGHER)] {
        // Shorter names stand inside other words by chance.
        let long = names.split_ascii_whitespace().filter(|name| name.chars().count() > 4);
        words.extend(long.filter_map(|name| Some((whole.find(name)?, better, name))));
    }
    words.sort_by_key(|(at, _, _)| *at);
    words.into_iter().map(|(_, better, name)| (better, name.to_string())).collect()
}

/// A name of up to three words that starts at the first token, the longest first.
fn word_at(tokens: &[Token], names: &str, tells: Tells) -> Option<String> {
    (1..=tokens.len().min(3)).rev().find_map(|n| {
        let joined: String = tokens[..n].iter().map(|token| token.text.as_str()).collect();
        (has(names, &joined) || tells.by(&joined)).then_some(joined)
    })
}

const SIDES: [(Better, &str, Tells); 2] =
    [(Better::Lower, LOWER, Tells::Lower), (Better::Higher, HIGHER, Tells::Higher)];

/// Burdens, and instruments that measure them.
const LOWER: &str = "burnout exhaustion anx dep depr ee dp depersonalization depersonalisation cynicism stress strain pss depression \
    depressive bdi phq cesd epds hamd hdrs madrs anxiety anxious gad bai stai hads dass distress k10 k6 ghq pain \
    symptom symptoms fatigue insomnia isi psqi anger hostility loneliness ucla turnover error errors worry pswq \
    rumination ruminative rrs fear phobia trauma ptsd pcl ies grief craving relapse disability impairment \
    severity aggression impulsivity avoidance stigma shame guilt mbi cbi olbi scl bsi tas alexithymia \
    absenteeism negative problems nssi suicidal suicidality فرسودگی فرسودگیشغلی خستگی خستگیهیجانی استرس تنیدگی \
    تنش افسردگی اضطراب مسخ مسخشخصیت درد نشانه نشانگان علایم علائم پریشانی خشم پرخاشگری تنهایی بیخوابی نگرانی \
    نشخوار ترس ناتوانی بدبینی ولع";

/// Goods, and instruments that measure them.
const HIGHER: &str = "resilience resiliency cdrisc cd risc brs support mspss accomplishment pa achievement esteem selfesteem rses \
    efficacy selfefficacy gse wellbeing wemwbs who5 qol whoqol quality sf36 sf12 eq5d satisfaction swls \
    compassion scs selfcompassion memory recall mindfulness ffmq maas hope optimism happiness gratitude empathy \
    engagement uwes mentalization mentalizing mentalisation functioning performance knowledge skill skills \
    adherence fitness strength vitality energy positive acceptance flexibility commitment motivation attention \
    fev fev1 تاباوری تاب حمایت موفقیت کفایت عزت عزتنفس خودکارامدی بهزیستی کیفیت رضایت شفقت حافظه امید امیدواری \
    ذهناگاهی شادکامی همدلی مقابله سلامت عملکرد انگیزش";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_tells_the_direction() {
        use Better::{Higher, Lower};
        for (name, expected) in [
            ("resilience", Some(Higher)),
            ("EE", Some(Lower)),
            ("PA", Some(Higher)),
            ("BDI", Some(Lower)),
            ("bdi2", Some(Lower)),
            ("PHQ9", Some(Lower)),
            ("cd", Some(Higher)),
            ("job satisfaction", Some(Higher)),
            ("compassion fatigue", Some(Lower)),
            ("workstress", Some(Lower)),
            ("emotionalexhaustion", Some(Lower)),
            ("self-esteem", Some(Higher)),
            ("well-being", Some(Higher)),
            ("depersonalisation", Some(Lower)),
            ("MBI_EE", Some(Lower)),
            ("MBI_PA", Some(Higher)),
            ("فرسودگی", Some(Lower)),
            ("تاب\u{200C}آوری", Some(Higher)),
            ("مسخ شخصیت", Some(Lower)),
            ("رضایت از درد", Some(Higher)),
            ("reaction", None),
            ("score", None),
        ] {
            assert_eq!(by_name(name).map(|(better, _, _)| better), expected, "{name}");
        }
    }
}

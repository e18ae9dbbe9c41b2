//! Ids that restart in each site or arm: two columns together name the participant.

use std::collections::BTreeSet;

use super::arms::{DESCRIPTIVE, is_constant, is_named};
use super::keys::Keys;
use super::long::{self, Long};
use super::profile::{ColumnProfile, Participants, ValueKind};

/// More sites than this are no sites.
const MOST_SITES: usize = 30;

/// The columns in which ids restart, each with the id; those of sites first: arms are allotted within them.
pub fn pairs(profiles: &[ColumnProfile], ids: &[usize], n_rows: usize) -> Vec<[usize; 2]> {
    let mut pairs = Vec::new();
    for &id in ids {
        let people = Participants::by(profiles[id].column, n_rows);
        if people.n < 2 || people.n == n_rows {
            continue;
        }
        let restarts = |&site: &usize| {
            let profile = &profiles[site];
            let few = profile.n_levels().is_some_and(|n| (2..=MOST_SITES).contains(&n) && 3 * n < 2 * people.n + 2);
            site != id && few && profile.kind != ValueKind::Decimals && !is_constant(profile, &people)
        };
        let sites = (0..profiles.len()).filter(restarts).filter(|&site| !long::names_occasions(&profiles[site]));
        for site in sites {
            let together = Participants::by_all(&[profiles[site].column, profiles[id].column], n_rows);
            if is_named(&profiles[site]) || is_site(&profiles[site]) || told_by_others(profiles, [site, id], &together)
            {
                pairs.push([site, id]);
            }
        }
    }
    pairs.sort_by_key(|[site, _]| (!is_site(&profiles[*site]), !is_named(&profiles[*site])));
    pairs
}

fn is_site(profile: &ColumnProfile) -> bool {
    profile.has_word("site center centre clinic hospital ward school class classroom cluster block stratum therapist")
}

/// Whether columns that describe people, such as sex and arm, are one within the pair and several within the id alone.
fn told_by_others(profiles: &[ColumnProfile], [site, id]: [usize; 2], together: &Participants) -> bool {
    let alone = Participants::by(profiles[id].column, together.of_row.len());
    let describes = |&other: &usize| {
        let profile = &profiles[other];
        let of_people = profile.has_word(DESCRIPTIVE) || is_named(profile);
        ![site, id].contains(&other) && of_people && !is_constant(profile, &alone)
    };
    let others: Vec<usize> = (0..profiles.len()).filter(describes).collect();
    !others.is_empty() && others.iter().all(|&other| is_constant(&profiles[other], together))
}

/// The shape of a long file whose ids restart.
pub fn shape(profiles: &[ColumnProfile], pairs: &[[usize; 2]], n_rows: usize) -> Option<(Long, [usize; 2])> {
    pairs.iter().find_map(|pair| {
        let together = Participants::by_all(&pair.map(|column| profiles[column].column), n_rows);
        let long = long::shape_of(profiles, pair[1], together, Some(pair[0]))
            .filter(|long| long.within.is_none() && !long.is_repeated)?;
        Some((long, *pair))
    })
}

/// The pair that tells all rows of a wide file apart.
pub fn in_wide(profiles: &[ColumnProfile], pairs: &[[usize; 2]], n_rows: usize) -> Option<[usize; 2]> {
    pairs.iter().copied().find(|pair| {
        let [site, id] = pair.map(|column| Keys::exact(profiles[column].column));
        let mut seen = BTreeSet::new();
        (0..n_rows).all(|row| site.get(row).zip(id.get(row)).is_some_and(|keys| seen.insert(keys)))
    })
}

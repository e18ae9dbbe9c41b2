//! Rows become participants: one for each id, in one arm.

use std::collections::BTreeMap;

use super::levels::ColumnLevels;
use super::{LeftOut, Plan};
use crate::notice::{Message, Problem, Problems, excerpt, first_names};
use crate::plan::cells::Cells;
use crate::table::{Column, Table};

/// The participants in the file's order.
#[derive(Default)]
pub struct People {
    pub ids: Vec<String>,
    /// Indices into `arms`.
    pub arm: Vec<u32>,
    /// Each participant's rows: one in a wide file.
    pub rows: Vec<Vec<u32>>,
    pub arms: Vec<String>,
    /// Who is in none of the above.
    pub left_out: Vec<LeftOut>,
}

/// The rows of one id.
struct Group {
    id: String,
    rows: Vec<u32>,
}

/// Gathers the participants. `None` where the arms cannot be told.
pub fn gather(
    table: &Table,
    plan: &Plan,
    columns: (&[&Column], Option<&Column>),
    problems: &mut Problems,
) -> Option<People> {
    let (id, arm) = columns;
    let groups = group(table, id, plan.long.is_some(), problems);
    if plan.long.is_none() && mostly_repeated(&groups, id, problems) {
        return None;
    }
    let mut people = People::default();
    let (Some(arm), Some(arm_plan)) = (arm, &plan.arm) else {
        people.arms = vec![String::new()];
        for group in groups {
            let group = once(group, None, plan, &table.lines, (&mut people.left_out, problems));
            people.ids.push(group.id);
            people.rows.push(group.rows);
            people.arm.push(0);
        }
        return Some(people);
    };
    let cells = Cells::of(arm, &plan.codes);
    let levels = ColumnLevels::of_arms(&cells, table.n_rows(), arm_plan, problems)?;
    people.arms = levels.names.clone();
    let mut sorting = Sorting { cells, levels, without_arm: Vec::new(), of_no_level: Vec::new() };
    for group in groups {
        match sorting.arm_of(&group, &table.lines, problems) {
            Ok(arm) => {
                let group = once(group, Some(arm), plan, &table.lines, (&mut people.left_out, problems));
                people.ids.push(group.id);
                people.rows.push(group.rows);
                people.arm.push(arm);
            }
            Err(reason) => people.left_out.push(LeftOut {
                participant: group.id,
                arm: None,
                outcome: None,
                occasions: Vec::new(),
                reason,
            }),
        }
    }
    sorting.say(problems);
    drop_empty_arms(&mut people, &arm_plan.column, problems);
    Some(people)
}

/// Rows by id, in order of first appearance. A row without an id is a participant of its own in a wide file, and no
/// one's in a long one.
fn group(table: &Table, id: &[&Column], is_long: bool, problems: &mut Problems) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut place: BTreeMap<String, usize> = BTreeMap::new();
    let mut nameless: Vec<String> = Vec::new();
    for (row, line) in (0..).zip(&table.lines) {
        let label = label_of(id, row as usize);
        match label.as_deref() {
            Some(label) => match place.get(label) {
                Some(&at) => groups[at].rows.push(row),
                None => {
                    place.insert(label.into(), groups.len());
                    groups.push(Group { id: label.into(), rows: vec![row] });
                }
            },
            None => {
                nameless.push(line.to_string());
                if !is_long || id.is_empty() {
                    groups.push(Group { id: format!("row {line}"), rows: vec![row] });
                }
            }
        }
    }
    if let (Some(id), false) = (id.last(), nameless.is_empty()) {
        let (code, new): (_, fn(Message) -> Problem) =
            if is_long { ("row-without-id", Problem::warning) } else { ("id-missing", Problem::note) };
        let message = Message::new(code).with("column", excerpt(&id.name)).with_names("lines", &nameless);
        problems.push(new(message).in_column(&id.name));
    }
    groups
}

/// The participant of a row: the values of all columns of the id; `None` where one is empty.
fn label_of(id: &[&Column], row: usize) -> Option<String> {
    let label = |column: &&Column| {
        let label = column.label(row)?;
        let trimmed = label.trim();
        (!trimmed.is_empty()).then(|| trimmed.to_owned())
    };
    let labels: Vec<String> = id.iter().map(label).collect::<Option<_>>()?;
    (!labels.is_empty()).then(|| labels.join(" / "))
}

/// Whether the rows of a wide file are no participants, since most ids stand on several: the first would not count for all
/// of them. One in three is beyond stray duplicates.
fn mostly_repeated(groups: &[Group], id: &[&Column], problems: &mut Problems) -> bool {
    let n_repeated = groups.iter().filter(|group| group.rows.len() > 1).count();
    let Some(column) = id.last().filter(|_| 3 * n_repeated > groups.len() && n_repeated > 2) else { return false };
    let message = Message::new("ids-repeated").with("column", excerpt(&column.name)).with("n", n_repeated);
    problems.push(Problem::error(message.with("ids", groups.len())).in_column(&column.name));
    true
}

/// In a wide file the first row of an id counts; the others are named.
fn once(
    mut group: Group,
    arm: Option<u32>,
    plan: &Plan,
    lines: &[u32],
    to: (&mut Vec<LeftOut>, &mut Problems),
) -> Group {
    let (left_out, problems) = to;
    if plan.long.is_some() || group.rows.len() < 2 {
        return group;
    }
    let lines = lines_of(&group.rows, lines);
    let message = Message::new("id-repeated").with("id", excerpt(&group.id)).with_names("lines", &lines);
    problems.push(Problem::warning(message).of_participant(&group.id));
    for line in &lines[1..] {
        left_out.push(LeftOut {
            participant: group.id.clone(),
            arm,
            outcome: None,
            occasions: Vec::new(),
            reason: Message::new("left-out-repeated").with("line", line).with("first", &lines[0]),
        });
    }
    group.rows.truncate(1);
    group
}

pub fn lines_of(rows: &[u32], lines: &[u32]) -> Vec<String> {
    rows.iter().filter_map(|&row| lines.get(row as usize)).map(u32::to_string).collect()
}

/// Sorting participants into arms, and who has none.
struct Sorting<'a> {
    cells: Cells<'a>,
    levels: ColumnLevels,
    without_arm: Vec<String>,
    /// Labels that are no arm of the Plan, each with its participants.
    of_no_level: Vec<(String, Vec<String>)>,
}

impl Sorting<'_> {
    /// The arm of a participant, or why there is none.
    fn arm_of(&mut self, group: &Group, lines: &[u32], problems: &mut Problems) -> Result<u32, Message> {
        let mut labels: Vec<String> = Vec::new();
        let mut arms: Vec<Option<u32>> = Vec::new();
        for &row in &group.rows {
            let Some(label) = self.cells.label(row as usize) else { continue };
            let arm = self.levels.index(&label);
            if !arms.contains(&arm) {
                arms.push(arm);
                labels.push(label.into_owned());
            }
        }
        match (arms.as_slice(), labels.as_slice()) {
            ([Some(arm)], _) => Ok(*arm),
            ([], _) => {
                self.without_arm.push(group.id.clone());
                Err(Message::new("left-out-no-arm").with("column", excerpt(&self.cells.column.name)))
            }
            ([None], [label, ..]) => {
                let message = Message::new("left-out-other-arm").with("level", excerpt(label));
                match self.of_no_level.iter_mut().find(|(known, _)| known == label) {
                    Some((_, ids)) => ids.push(group.id.clone()),
                    None => self.of_no_level.push((label.clone(), vec![group.id.clone()])),
                }
                Err(message)
            }
            _ => {
                let lines = lines_of(&group.rows, lines);
                let message =
                    Message::new("id-in-two-arms").with("id", excerpt(&group.id)).with("arms", first_names(&labels));
                let message = message.with_names("lines", &lines);
                problems.push(Problem::warning(message).of_participant(&group.id));
                Err(Message::new("left-out-two-arms").with("arms", first_names(&labels)))
            }
        }
    }

    fn say(self, problems: &mut Problems) {
        let column = &self.cells.column.name;
        if !self.without_arm.is_empty() {
            let message = Message::new("arm-missing").with("column", excerpt(column));
            let message = message.with_names("ids", &self.without_arm);
            problems.push(Problem::warning(message).in_column(column));
        }
        for (level, ids) in self.of_no_level {
            let message =
                Message::new("arm-not-in-plan").with("column", excerpt(column)).with("level", excerpt(&level));
            let message = message.with_names("ids", &ids);
            problems.push(Problem::warning(message).in_column(column));
        }
    }
}

/// Takes out the arms in which no one is.
fn drop_empty_arms(people: &mut People, column: &str, problems: &mut Problems) {
    let mut counts = vec![0_usize; people.arms.len()];
    for &arm in &people.arm {
        counts[arm as usize] += 1;
    }
    let mut kept: Vec<Option<u32>> = Vec::with_capacity(counts.len());
    let mut n_kept = 0;
    for ((index, name), &n) in (0..).zip(&people.arms).zip(&counts) {
        kept.push((n > 0).then_some(n_kept));
        n_kept += u32::from(n > 0);
        let id = match n {
            0 => "arm-empty",
            1 => "arm-of-one",
            _ => continue,
        };
        let own = people.ids.iter().zip(&people.arm).find(|(_, arm)| **arm == index).map(|(id, _)| excerpt(id));
        let message = Message::new(id).with("arm", excerpt(name)).with("column", excerpt(column));
        problems.push(Problem::warning(message.with("id", own.unwrap_or_default())).in_column(column));
    }
    let mut counted = counts.into_iter();
    people.arms.retain(|_| counted.next().unwrap_or_default() > 0);
    people.arm.iter_mut().for_each(|arm| *arm = kept[*arm as usize].unwrap_or_default());
    for left_out in &mut people.left_out {
        left_out.arm = left_out.arm.and_then(|arm| kept[arm as usize]);
    }
    if let [only] = people.arms.as_slice() {
        let message = Message::new("one-arm").with("arm", excerpt(only)).with("column", excerpt(column));
        problems.push(Problem::note(message).in_column(column));
    }
}

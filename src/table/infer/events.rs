//! REDCap's events: `baseline_arm_1` names an occasion and, behind it, an arm.

use crate::notice::{Message, Problem, excerpt};
use crate::table::Column;
use crate::table::column::Values;

/// Divides each column of events into the events and, where there are several arms, a column of arms; says so.
pub fn divide(columns: &mut Vec<Column>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut at = 0;
    while let Some(column) = columns.get(at) {
        at += 1;
        let Some((events, arms)) = divided(column) else { continue };
        let name = column.name.clone();
        let is_free = |wanted: &str| columns.iter().all(|own| own.name != wanted);
        let arm = ["arm".to_owned(), format!("{name} arm")].into_iter().find(|wanted| is_free(wanted));
        let message = Message::new("redcap-events").with("column", excerpt(&name));
        let several = arms.iter().any(|own| Some(own) != arms.first()).then_some(arm).flatten();
        let message = message.with("n", usize::from(several.is_some()));
        problems.push(Problem::note(message.with("arm", several.clone().unwrap_or_default())).in_column(&name));
        if let Some(own) = columns.get_mut(at - 1) {
            own.values = events;
        }
        if let Some(name) = several {
            columns.insert(at, Column { name, values: Values::Numbers { values: arms, odd: Vec::new() } });
            at += 1;
        }
    }
    problems
}

/// The events and the arm of each row; `None` where a value is no event of REDCap's.
fn divided(column: &Column) -> Option<(Values, Vec<f64>)> {
    let Values::Words { levels, codes } = &column.values else { return None };
    let parts: Vec<(&str, f64)> = levels.iter().map(|level| event(level)).collect::<Option<_>>()?;
    let mut names: Vec<String> = Vec::new();
    let mut places = Vec::with_capacity(parts.len());
    for (event, _) in &parts {
        let place = names.iter().position(|own| own == event).unwrap_or_else(|| {
            names.push((*event).to_owned());
            names.len() - 1
        });
        places.push(u32::try_from(place).ok()?);
    }
    (names.len() > 1).then_some(())?;
    let code = |code: &u32| places.get(*code as usize).copied().unwrap_or(Values::MISSING);
    let arm = |code: &u32| parts.get(*code as usize).map_or(f64::NAN, |(_, arm)| *arm);
    let arms = codes.iter().map(arm).collect();
    Some((Values::Words { levels: names, codes: codes.iter().map(code).collect() }, arms))
}

/// `baseline_arm_1` as `baseline` and 1.
fn event(level: &str) -> Option<(&str, f64)> {
    let (event, arm) = level.trim().rsplit_once("_arm_")?;
    let is_number = !arm.is_empty() && arm.len() < 3 && arm.bytes().all(|b| b.is_ascii_digit());
    (is_number && !event.is_empty()).then_some(())?;
    Some((event, arm.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(levels: &[&str], codes: &[u32]) -> Column {
        let levels = levels.iter().map(|level| (*level).to_owned()).collect();
        Column { name: "redcap_event_name".into(), values: Values::Words { levels, codes: codes.to_vec() } }
    }

    #[test]
    fn events_become_occasions_and_arms() {
        let mut columns = vec![column(&["pre_arm_1", "post_arm_1", "pre_arm_2"], &[0, 1, 2])];
        assert_eq!(divide(&mut columns).len(), 1);
        let labels = |at: usize| -> Vec<String> {
            (0..3).filter_map(|row| columns[at].label(row).map(|label| label.into_owned())).collect()
        };
        assert_eq!(
            (labels(0), labels(1)),
            (vec!["pre".into(), "post".into(), "pre".into()], vec!["1".into(), "1".into(), "2".into()])
        );
        // With one arm there is nothing to tell apart.
        let mut columns = vec![column(&["pre_arm_1", "post_arm_1"], &[0, 1])];
        divide(&mut columns);
        assert_eq!(columns.len(), 1);
        // An arm alone is no event.
        assert!(divide(&mut vec![column(&["left_arm_1", "right"], &[0, 1])]).is_empty());
    }
}

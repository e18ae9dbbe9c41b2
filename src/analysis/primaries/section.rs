//! The table of the primary outcomes, at the head of the report.

use super::compute::{AcrossPrimaries, PrimaryRow};
use crate::analysis::comparisons::table::{contrast_in_words, degrees};
use crate::analysis::names::capitalised;
use crate::analysis::standing::Standing;
use crate::analysis::table::{estimate_columns, section, table};
use crate::model::verdict::{alpha_of, is_significant};
use crate::notice::Message;
use crate::report::build::verbatim;
use crate::report::{Block, Cell, Section, TableRow, Words};
use crate::trial::Plan;

pub fn section_of(families: &[AcrossPrimaries], standings: &[Standing], plan: &Plan, words: &Words) -> Option<Section> {
    let alpha = alpha_of(plan.level);
    let size = families.first()?.size;
    let all = || families.iter().flat_map(|family| &family.rows);
    let n_significant = all().filter(|row| is_significant(row.p_holm, alpha)).count();
    let conclusion =
        Message::new("primaries-conclusion").with("found", n_significant).with("all", all().count()).with("size", size);
    let mut rows = Vec::new();
    for family in families {
        let mut of_family = family.rows.iter().filter_map(|row| Some((standings.get(row.outcome)?, row))).peekable();
        if let Some((standing, row)) = of_family.peek() {
            rows.push(TableRow::group(contrast_in_words(&row.lead.compared, &standing.names, words)));
        }
        rows.extend(of_family.map(|(standing, PrimaryRow { lead, p_holm, .. })| {
            let places = standing.places + 1;
            let cells = vec![
                Cell::decimal(lead.estimate, places),
                Cell::decimal(lead.se, places),
                Cell::limit(lead.ci_low, places),
                Cell::limit(lead.ci_high, places),
                Cell::decimal(lead.t, 2),
                degrees(lead.df),
                Cell::p(lead.p),
                Cell::p(*p_holm).key(),
            ];
            TableRow::new(verbatim(&capitalised(&standing.outcome)), None, cells).marked(is_significant(*p_holm, alpha))
        }));
    }
    let columns = estimate_columns(words, "head-outcome", "head-ci-unadjusted", &["head-unadjusted", "head-holm"]);
    let note = words.say(&Message::new("primaries-note").with("size", size));
    let shown = table("primary_outcomes", words.say(&Message::new("primaries-caption")), columns, rows, note);
    let title = words.label("primaries-title");
    Some(section("primary_outcomes", title, words.say(&conclusion), true, vec![Block::Table { table: shown }]))
}

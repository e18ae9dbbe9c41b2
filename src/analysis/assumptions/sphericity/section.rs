//! The table of sphericity, which stands among the assumptions.

use crate::analysis::anova::table::effect_label;
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::analysis::table::{label, number, table};
use crate::model::Term;
use crate::notice::Message;
use crate::report::build::verbatim;
use crate::report::{Cell, ReportTable, TableRow};

/// Mauchly's W and the epsilons of every stratum; `None` where sphericity does not apply.
pub fn sphericity(study: &Study<'_>, display: &Display<'_>) -> Option<ReportTable> {
    let words = display.words;
    let strata: Vec<_> = study.strata().iter().filter(|s| s.stratum.mask != 0 && s.sphericity.d > 1).collect();
    strata.first()?;
    let rows = strata
        .iter()
        .map(|stratum| {
            let estimates = stratum.sphericity;
            let cells = vec![
                Cell::maybe(estimates.mauchly.ok(), |mauchly| Cell::share(mauchly.w, 3)),
                Cell::maybe(estimates.mauchly.ok(), |mauchly| Cell::p(mauchly.p)),
                Cell::share(estimates.epsilon_gg, 3),
                Cell::share(estimates.epsilon_hf, 3),
                Cell::share(estimates.epsilon_lower_bound, 3),
            ];
            TableRow::new(verbatim(&effect_label(study, display, Term::MEAN, stratum.stratum.mask)), None, cells)
        })
        .collect();
    let epsilon = || words.say(&Message::new("head-epsilon"));
    let mauchly = || words.say(&Message::new("head-mauchly"));
    let columns = vec![
        label(words, "head-source"),
        number(words, "head-w").under(mauchly()),
        number(words, "head-p").under(mauchly()),
        number(words, "head-gg").under(epsilon()),
        number(words, "head-hf").under(epsilon()),
        number(words, "head-lower-bound").under(epsilon()),
    ];
    let caption = words.say(&Message::new("sphericity-caption"));
    Some(table("sphericity", caption, columns, rows, words.say(&Message::new("sphericity-note"))))
}

//! The table of multivariate tests.

use super::compute::Multivariate;
use crate::analysis::anova::table::{effect_label, f_arguments};
use crate::analysis::comparisons::table::degrees;
use crate::analysis::display::Display;
use crate::analysis::study::Study;
use crate::analysis::table::{label, number, section, table};
use crate::model::Term;
use crate::notice::{Arg, Message};
use crate::report::build::verbatim;
use crate::report::{Block, Cell, Section, TableRow};

pub fn sections(study: &Study<'_>, result: &Multivariate, display: &Display<'_>) -> Vec<Section> {
    multivariate(study, result, display).into_iter().collect()
}

fn multivariate(study: &Study<'_>, result: &Multivariate, display: &Display<'_>) -> Option<Section> {
    let words = display.words;
    let main = result.effects.iter().max_by_key(|of| (of.within == 1, of.between == Term::Factors(1)))?;
    let columns = vec![
        label(words, "head-test"),
        number(words, "head-value"),
        number(words, "head-f"),
        number(words, "head-df1"),
        number(words, "head-df2"),
        number(words, "head-p"),
    ];
    let mut rows = Vec::new();
    for of in &result.effects {
        rows.push(TableRow::group(verbatim(&effect_label(study, display, of.between, of.within))));
        let all = [
            ("multivariate-pillai", of.tests.pillai),
            ("multivariate-wilks", of.tests.wilks),
            ("multivariate-hotelling", of.tests.hotelling_lawley),
            ("multivariate-roy", of.tests.roy),
        ];
        rows.extend(all.into_iter().map(|(id, test)| {
            let cells = vec![
                Cell::decimal(test.statistic, 3),
                Cell::decimal(test.f, 2),
                degrees(test.df1),
                degrees(test.df2),
                Cell::p(test.p),
            ];
            TableRow::new(words.say(&Message::new(id)), None, cells)
        }));
    }
    let pillai = main.tests.pillai;
    let conclusion = Message::new("multivariate-conclusion")
        .with("effect", effect_label(study, display, main.between, main.within))
        .with("value", Arg::Decimal(pillai.statistic, 3));
    let conclusion = words.say(&f_arguments(conclusion, pillai.df1, pillai.df2, pillai.f, pillai.p));
    let caption = words.say(&Message::new("multivariate-caption"));
    let shown = table("multivariate", caption, columns, rows, words.say(&Message::new("multivariate-note")));
    Some(section(
        "multivariate",
        words.label("multivariate-title"),
        conclusion,
        false,
        vec![Block::Table { table: shown }],
    ))
}

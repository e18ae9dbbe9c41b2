//! Occasions whose scores nearly coincide: as a rule one column given twice, or a copy with a few cells corrected.

use super::compute::Descriptives;
use crate::analysis::comparisons::contrasts::MANY_LEVELS;
use crate::analysis::study::Study;
use crate::notice::{Message, Problem};

/// Repeated measures of people hardly ever correlate as closely.
const NEARLY_ONE: f64 = 0.999;
/// Of fewer participants a high correlation says little.
const FEWEST: usize = 4;

pub fn problems(study: &Study<'_>, _: &Descriptives) -> Vec<Problem> {
    let all = 0..study.trial.occasions.len();
    let pairs = all.clone().flat_map(|from| all.clone().filter(move |&to| to > from).map(move |to| (from, to)));
    let problem = |(from, to): (usize, usize)| {
        let scores = (0..study.trial.ids.len()).map(|p| (study.score(p, from), study.score(p, to)));
        let r = correlation(&scores.filter(|(a, b)| a.is_finite() && b.is_finite()).collect::<Vec<_>>())?;
        let message = Message::new("occasions-nearly-coincide")
            .with("outcome", &study.outcome.name)
            .with("from", study.occasion_name(from))
            .with("to", study.occasion_name(to));
        (r > NEARLY_ONE).then(|| Problem::warning(message))
    };
    if study.trial.has_rows() && study.trial.occasions.len() <= MANY_LEVELS {
        pairs.filter_map(problem).collect()
    } else {
        Vec::new()
    }
}

/// Pearson's; `None` of few pairs, or without spread.
fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    if pairs.len() < FEWEST {
        return None;
    }
    let n = pairs.len() as f64;
    let (a, b) = (pairs.iter().map(|pair| pair.0).sum::<f64>() / n, pairs.iter().map(|pair| pair.1).sum::<f64>() / n);
    let (mut ab, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for (x, y) in pairs {
        ab += (x - a) * (y - b);
        aa += (x - a) * (x - a);
        bb += (y - b) * (y - b);
    }
    Some(ab / (aa * bb).sqrt()).filter(|r| r.is_finite())
}

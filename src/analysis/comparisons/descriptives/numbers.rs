//! Results under their names in the tidy output.

use super::compute::{CellDescription, DESCRIPTIVES, Descriptives};
use crate::analysis::study::Study;
use crate::analysis::tidy::{Number, Numbers};

pub fn numbers(study: &Study<'_>, result: &Descriptives, out: &mut Vec<Number>) {
    for cell in &result.cells {
        let mut out = Numbers::new(DESCRIPTIVES.id, cell.term(study), out);
        let values = &cell.values;
        out.add("n", values.n as f64);
        if study.trial.has_rows() {
            out.add("missing", cell.missing as f64);
        }
        out.add("mean", values.mean);
        out.add("sd", values.sd);
        out.add("se", values.se_mean);
        out.add("ci95_low", cell.ci_low);
        out.add("ci95_high", cell.ci_high);
        out.add("median", values.median);
        out.add("q1", cell.q1);
        out.add("q3", cell.q3);
        out.add("iqr", cell.q3 - cell.q1);
        out.add("min", values.min);
        out.add("max", values.max);
        out.add("skewness", values.skewness);
        out.add("kurtosis", values.kurtosis);
        out.add("se_skewness", values.se_skewness);
        out.add("se_kurtosis", values.se_kurtosis);
        if let Some(shapiro) = cell.shapiro {
            out.add("shapiro_W", shapiro.w);
            out.add("shapiro_p", shapiro.p);
        }
    }
}

impl CellDescription {
    /// `control, pre`, with the levels of further factors between and after; all arms together `(all), pre`; without arms
    /// `pre`, with one occasion `control`, with neither `(only)`.
    pub fn term(&self, study: &Study<'_>) -> String {
        let trial = study.trial;
        let level = |names: &[String], level: usize| names.get(level).cloned().unwrap_or_default();
        let mut parts = Vec::new();
        match self.arm {
            Some(arm) => parts.extend(trial.has_arms.then(|| study.arm_name(arm).to_owned())),
            None => parts.push("(all)".into()),
        }
        parts.extend(trial.factors.iter().zip(&self.factors).map(|(factor, &at)| level(&factor.levels, at)));
        parts.extend((trial.occasions.len() > 1).then(|| study.occasion_name(self.occasion).to_owned()));
        parts.extend(trial.within.iter().zip(&self.within).map(|(factor, &at)| level(&factor.levels, at)));
        if parts.is_empty() { "(only)".into() } else { parts.join(", ") }
    }
}

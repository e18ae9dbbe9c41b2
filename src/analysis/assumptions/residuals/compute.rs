//! Residual diagnostics: normality, homogeneity of variances and of covariance matrices.

use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::box_m::{BoxM, box_m};
use crate::model::levene::{Centre, levene};
use crate::model::{FTest, LinearModel, ROUNDING};
use crate::num::shapiro_wilk::{ShapiroWilk, shapiro_wilk};

/// Residual diagnostics.
#[derive(Clone, Debug)]
pub struct Residuals {
    pub occasions: Vec<OccasionResiduals>,
    /// Of the residuals of all occasions together.
    pub normality: Option<ShapiroWilk>,
    /// `None` with one cell, or where a cell has too few participants or a singular covariance.
    pub box_m: Option<BoxM>,
}

/// The residuals at one occasion.
#[derive(Clone, Debug)]
pub struct OccasionResiduals {
    /// An index into the trial's occasions.
    pub occasion: usize,
    pub each: Vec<Residual>,
    pub normality: Option<ShapiroWilk>,
    pub levene_mean: Option<FTest>,
    pub levene_median: Option<FTest>,
}

#[derive(Clone, Copy, Debug)]
pub struct Residual {
    /// An index into the trial's participants.
    pub participant: usize,
    pub value: f64,
    /// NaN with a single residual degree of freedom, or where the participant has leverage 1.
    pub studentised: f64,
}

pub const RESIDUALS: Computation<Residuals> = Computation { id: "residuals", run: compute };

/// `None` without a model or without a residual degree of freedom.
pub fn compute(study: &Study<'_>) -> Option<Residuals> {
    let model = study.linear.as_ref().filter(|model| model.df_error() > 0)?;
    if !study.trial.has_rows() {
        // Box's M is the only diagnostic that moments allow.
        let box_m = Some(box_m(&covariances(study, model.n_measures()))?);
        return Some(Residuals { occasions: Vec::new(), normality: None, box_m });
    }
    let rows = study.model_rows(model);
    let occasions: Vec<OccasionResiduals> =
        (0..study.occasions.len()).filter_map(|place| at_occasion(study, model, &rows, place)).collect();
    let all: Vec<f64> = occasions.iter().flat_map(|at| at.each.iter().map(|residual| residual.value)).collect();
    let box_m = box_m(&covariances(study, model.n_measures()));
    (!occasions.is_empty()).then(|| Residuals { normality: shapiro_wilk(&all), occasions, box_m })
}

/// A participant in the model: the place among the cells, the coefficients' row.
struct ModelRow {
    participant: usize,
    cell: usize,
    /// `None` without covariates: that of the cell.
    row: Option<Vec<f64>>,
}

impl Study<'_> {
    fn model_rows(&self, model: &LinearModel) -> Vec<ModelRow> {
        let covariates: Vec<Vec<f64>> = self.used.iter().map(|&p| self.covariate_values(p)).collect();
        let n = covariates.len() as f64;
        let means: Vec<f64> = (0..model.between().n_covariates)
            .map(|k| covariates.iter().filter_map(|values| values.get(k)).sum::<f64>() / n)
            .collect();
        let row = |(&participant, values): (&usize, &Vec<f64>)| {
            let centred: Vec<f64> = values.iter().zip(&means).map(|(value, mean)| value - mean).collect();
            let cell = self.place_among(&self.cells, participant).unwrap_or(0);
            let row = (!means.is_empty()).then(|| model.row_at(&self.cell_of(participant), &centred));
            ModelRow { participant, cell, row }
        };
        self.used.iter().zip(&covariates).map(row).collect()
    }
}

/// `None` where no participant deviates from the fitted mean.
fn at_occasion(study: &Study<'_>, model: &LinearModel, rows: &[ModelRow], place: usize) -> Option<OccasionResiduals> {
    let each = study.measures_per_occasion();
    let occasion = study.occasion_at(place);
    let mut weights = vec![0.0; model.n_measures()];
    weights.iter_mut().skip(place * each).take(each).for_each(|weight| *weight = 1.0 / each as f64);
    let variance = model.error_variance(&weights);
    if variance.is_nan() || variance <= 0.0 {
        return None;
    }
    // The fitted value of a row, and its leverage.
    let given = |row: &[f64]| -> (f64, f64) {
        let mean = model.expected(row).iter().zip(&weights).map(|(mean, weight)| mean * weight).sum();
        (mean, model.leverage(row))
    };
    let of_cells: Vec<(f64, f64)> = study.cells.iter().map(|cell| given(&model.row_at(&cell.at, &[]))).collect();
    let mut groups = vec![Vec::new(); study.cells.len()];
    let mut residuals = Vec::with_capacity(rows.len());
    for row in rows {
        let of_cell = of_cells.get(row.cell).copied().unwrap_or((f64::NAN, f64::NAN));
        let (fitted, leverage) = row.row.as_deref().map_or(of_cell, given);
        let value = study.score(row.participant, occasion) - fitted;
        if let Some(group) = groups.get_mut(row.cell) {
            group.push(value);
        }
        let studentised = studentised(value, leverage, variance, model.df_error() as f64);
        residuals.push(Residual { participant: row.participant, value, studentised });
    }
    let values: Vec<f64> = residuals.iter().map(|residual| residual.value).collect();
    Some(OccasionResiduals {
        occasion,
        each: residuals,
        normality: shapiro_wilk(&values),
        levene_mean: levene(&groups, Centre::Mean),
        levene_median: levene(&groups, Centre::Median),
    })
}

/// The externally studentised residual: its standard error excludes the participant.
fn studentised(residual: f64, leverage: f64, variance: f64, df: f64) -> f64 {
    let free = 1.0 - leverage;
    if free <= ROUNDING || df <= 1.0 {
        return f64::NAN;
    }
    let square = residual * residual / (variance * free);
    let without = (df - square) / (df - 1.0);
    if without > ROUNDING { residual / (variance * free * without).sqrt() } else { f64::NAN }
}

/// The cells' degrees of freedom and centred cross-products of the measures.
fn covariances(study: &Study<'_>, n_measures: usize) -> Vec<(f64, nalgebra::DMatrix<f64>)> {
    let of = |cell: &crate::model::CellMoments| {
        let cross = cell.moments.cross_products().view((0, 0), (n_measures, n_measures)).into_owned();
        (cell.moments.n() as f64 - 1.0, cross)
    };
    study.cells.iter().map(of).collect()
}

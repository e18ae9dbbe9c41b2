//! One outcome as every method sees it: the participants analysed, the levels of the factors, the moments and the model.
//!
//! Built once for an outcome. A level that nobody of the analysed has (an arm whose participants all dropped out, an
//! occasion without a value) is left out of the model, and a Problem says so.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::resampling::job::Piece;
use super::store::Results;
use crate::model::adjust::Quantiles;
use crate::model::strata::ErrorStratum;
use crate::model::{Between, CellMoments, ErrorTerm, Grid, LinearModel, Term, Within};
use crate::notice::{Message, Problem};
use crate::num::moments::Moments;
use crate::trial::{Outcome, Trial};

/// The part of a trial that a method looks at, where it does not take the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    pub arms: Arms,
    /// The occasions looked at; all of them where `None`.
    pub occasions: Option<Vec<usize>>,
    /// The occasion whose values are a covariate, beside the Plan's.
    pub baseline: Option<usize>,
    /// Whether the Plan's covariates and further factors are left out of the model.
    pub plain: bool,
    /// Whether everyone enters who has any of the values, in place of those who have all; there is no linear model then.
    pub anyone: bool,
}

/// Which arms a part holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arms {
    #[default]
    Each,
    One(usize),
    /// All participants as one group.
    Pooled,
}

/// One outcome of a trial, ready for every method.
#[derive(Debug)]
pub struct Study<'a> {
    pub trial: &'a Trial,
    /// An index into `trial.outcomes`.
    pub index: usize,
    pub outcome: &'a Outcome,
    pub part: Part,
    /// Participants with every value that the model needs, in the file's order.
    pub used: Vec<usize>,
    /// Arms in the model, as indices into `trial.arms`; one without arms.
    pub arms: Vec<usize>,
    /// Occasions in the model, as indices into `trial.occasions`.
    pub occasions: Vec<usize>,
    /// For each of `trial.factors`, the levels in the model.
    pub levels: Vec<Vec<usize>>,
    pub cells: Vec<CellMoments>,
    /// `None` where nobody has every value.
    pub linear: Option<LinearModel>,
    /// From the linear model, unless another model gave it.
    grid: OnceCell<Option<Grid>>,
    /// What is left out of the model and what it cannot say.
    pub problems: Vec<Problem>,
    /// What was resampled; `None` where nothing was run.
    pub pieces: Option<&'a [Piece]>,
    /// What has been computed already.
    pub(super) results: Results,
    parts: RefCell<Vec<(Part, Rc<Self>)>>,
    /// Shared by all comparisons; only speed depends on it.
    quantiles: RefCell<Quantiles>,
}

impl<'a> Study<'a> {
    /// `None` where the trial has no such outcome.
    pub fn new(trial: &'a Trial, index: usize) -> Option<Self> {
        Self::of_part(trial, index, Part::default())
    }

    /// The same outcome, a part of its trial: one arm alone, one occasion, a later occasion given the first.
    /// `None` where only summaries came and they are not those of this part.
    /// Built once for each part, with results of its own.
    pub fn part(&self, part: Part) -> Option<Rc<Self>> {
        if !self.trial.has_parts(self.index) && self.needs_others(&part) {
            return None;
        }
        if let Some((_, known)) = self.parts.borrow().iter().find(|(known, _)| *known == part) {
            return Some(Rc::clone(known));
        }
        let study = Rc::new(Self::of_part(self.trial, self.index, part.clone())?);
        self.parts.borrow_mut().push((part, Rc::clone(&study)));
        Some(study)
    }

    /// The same part with everyone who has any of its values, for a model that can do with those. `None` where only
    /// summaries came, and they are of fewer participants.
    pub fn everyone(&self) -> Option<Self> {
        let part = Part { anyone: true, ..self.part.clone() };
        self.trial.has_parts(self.index).then(|| Self::of_part(self.trial, self.index, part)).flatten()
    }

    /// Whether a part may have participants that the whole does not have: those who miss what it does not ask for.
    fn needs_others(&self, part: &Part) -> bool {
        let all = part.occasions.as_ref().is_none_or(|asked| self.occasions.iter().all(|own| asked.contains(own)));
        let asks_less = part.plain && !(self.trial.covariates.is_empty() && self.trial.factors.is_empty());
        !all || asks_less
    }

    fn of_part(trial: &'a Trial, index: usize, part: Part) -> Option<Self> {
        let outcome = trial.outcomes.get(index)?;
        let mut study = Study {
            trial,
            index,
            outcome,
            part,
            used: Vec::new(),
            arms: Vec::new(),
            occasions: Vec::new(),
            levels: Vec::new(),
            cells: Vec::new(),
            linear: None,
            grid: OnceCell::new(),
            problems: Vec::new(),
            pieces: None,
            results: Results::default(),
            parts: RefCell::default(),
            quantiles: RefCell::default(),
        };
        study.choose();
        study.fit_model();
        Some(study)
    }

    /// The means and their errors, from which every comparison is made.
    pub fn grid(&self) -> Option<&Grid> {
        self.grid.get_or_init(|| self.linear.as_ref().map(|model| model.grid(&self.cells))).as_ref()
    }

    /// The same outcome with its comparisons from another model than the linear one: arms, further factors, occasions and
    /// further within factors must be the study's. `None` where they are not.
    pub fn with_grid(self, grid: Grid) -> Option<Self> {
        let levels_agree =
            grid.between_levels() == self.between_levels() && grid.within_levels() == self.within_levels();
        // What was computed from the other grid is computed again.
        let (results, parts) = (Results::default(), RefCell::default());
        levels_agree.then(|| Self { grid: OnceCell::from(Some(grid)), results, parts, ..self })
    }

    /// The error term of the comparisons that the report leads with: the Plan's, if the model has it.
    pub fn leading_error(&self) -> ErrorTerm {
        let asked = self.trial.plan.error_term;
        if self.grid().is_none_or(|grid| grid.offers(asked)) { asked } else { ErrorTerm::Separate }
    }

    /// The errors of the linear model, that between participants first.
    pub fn strata(&self) -> &[ErrorStratum] {
        self.linear.as_ref().map_or(&[], LinearModel::strata)
    }

    /// The numbers of levels of arms and further factors.
    pub fn between_levels(&self) -> Vec<usize> {
        std::iter::once(self.arms.len()).chain(self.levels.iter().map(Vec::len)).collect()
    }

    fn within_levels(&self) -> Vec<usize> {
        let further = self.trial.within.iter().map(|factor| factor.levels.len());
        std::iter::once(self.occasions.len()).chain(further).collect()
    }

    /// The quantiles that the study's intervals share.
    pub fn with_quantiles<R>(&self, find: impl FnOnce(&mut Quantiles) -> R) -> R {
        find(&mut self.quantiles.borrow_mut())
    }

    /// How many measures each occasion has: the product of the levels of the further within factors.
    pub fn measures_per_occasion(&self) -> usize {
        self.trial.within.iter().map(|factor| factor.levels.len()).product()
    }

    /// The measures in the model, as places in `Outcome::of`.
    fn measures(&self) -> Vec<usize> {
        let each = self.measures_per_occasion();
        self.occasions.iter().flat_map(|occasion| occasion * each..(occasion + 1) * each).collect()
    }

    /// Chooses occasions, participants, arms and levels.
    fn choose(&mut self) {
        let each = self.measures_per_occasion();
        let has_value = |measure: usize| {
            (0..self.trial.ids.len()).any(|p| self.outcome.of(p).get(measure).is_some_and(|value| value.is_finite()))
        };
        // The Trial has said which occasions nobody was measured on.
        let asked = self.part.occasions.clone().unwrap_or_else(|| (0..self.trial.occasions.len()).collect());
        for occasion in asked {
            if (occasion * each..(occasion + 1) * each).all(has_value) {
                self.occasions.push(occasion);
            }
        }
        let measures = self.measures();
        if measures.is_empty() {
            return;
        }
        let trial = self.trial;
        let plain = self.part.plain;
        let complete = |p: usize| {
            let of = self.outcome.of(p);
            let mut has = measures.iter().map(|&measure| of.get(measure).is_some_and(|value| value.is_finite()));
            let enters = if self.part.anyone { has.any(|has| has) } else { has.all(|has| has) };
            enters
                && self.is_in_part(p)
                && self.baseline_of(p).is_none_or(f64::is_finite)
                && (plain || trial.covariates.iter().all(|c| c.values.get(p).is_some_and(|value| value.is_finite())))
                && (plain || trial.factors.iter().all(|factor| factor.codes.get(p).copied().flatten().is_some()))
        };
        self.used = (0..trial.ids.len()).filter(|&p| complete(p)).collect();
        self.arms = match self.part.arms {
            Arms::Each => self.present(trial.arms.len(), |p| trial.arm.get(p).copied()),
            Arms::One(_) | Arms::Pooled if self.used.is_empty() => Vec::new(),
            Arms::One(arm) => vec![arm],
            Arms::Pooled => vec![0],
        };
        self.levels = trial
            .factors
            .iter()
            .take(if plain { 0 } else { trial.factors.len() })
            .map(|factor| self.present(factor.levels.len(), |p| factor.codes.get(p).copied().flatten()))
            .collect();
        self.note_absent_levels();
    }

    fn is_in_part(&self, participant: usize) -> bool {
        match self.part.arms {
            Arms::One(arm) => self.trial.arm.get(participant).copied() == u32::try_from(arm).ok(),
            Arms::Each | Arms::Pooled => true,
        }
    }

    /// The value that is a covariate in this part: the mean over further within levels; `None` where there is none.
    fn baseline_of(&self, participant: usize) -> Option<f64> {
        self.part.baseline.map(|occasion| self.score(participant, occasion))
    }

    /// A participant's value at an occasion of the trial, the mean over further within levels; NaN where one is missing.
    pub fn score(&self, participant: usize, occasion: usize) -> f64 {
        let each = self.measures_per_occasion();
        let values = self.outcome.of(participant).get(occasion * each..(occasion + 1) * each);
        values.map_or(f64::NAN, |values| match values {
            [only] => *only,
            several => several.iter().sum::<f64>() / each as f64,
        })
    }

    /// The Plan's covariates in this part.
    fn covariates(&self) -> &'a [crate::trial::Covariate] {
        if self.part.plain { &[] } else { &self.trial.covariates }
    }

    pub fn n_covariates(&self) -> usize {
        self.covariates().len() + usize::from(self.part.baseline.is_some())
    }

    /// The term of the occasion that is a covariate in this part: the last of the covariates.
    pub fn baseline_term(&self) -> Option<Term> {
        self.part.baseline.map(|_| Term::Covariate(self.covariates().len()))
    }

    /// A covariate of the model for each of the participants in the numbers.
    pub fn covariate(&self, place: usize) -> Vec<f64> {
        let own = self.covariates().get(place);
        let value = |&p: &usize| match own {
            Some(covariate) => covariate.values.get(p).copied().unwrap_or(f64::NAN),
            None => self.baseline_of(p).unwrap_or(f64::NAN),
        };
        self.used.iter().map(value).collect()
    }

    /// The levels that somebody in the numbers has.
    fn present(&self, n_levels: usize, of: impl Fn(usize) -> Option<u32>) -> Vec<usize> {
        (0..n_levels).filter(|&level| self.used.iter().any(|&p| of(p) == u32::try_from(level).ok())).collect()
    }

    fn fit_model(&mut self) {
        if self.used.is_empty() || self.part.anyone {
            return;
        }
        let between = Between { levels: self.between_levels(), n_covariates: self.n_covariates() };
        let within = Within { levels: self.within_levels() };
        self.cells = self.accumulate();
        let Some(model) = LinearModel::new(between, within, &self.cells) else { return };
        self.note_limits(&model);
        self.linear = Some(model);
    }

    fn note_limits(&mut self, model: &LinearModel) {
        for &term in model.dropped() {
            let id = if matches!(term, Term::Covariate(_)) { "covariate-not-estimable" } else { "term-not-estimable" };
            self.problems.push(Problem::warning(Message::new(id).with("term", self.effect_name(term, 0))));
        }
        // Of arms and covariates that leave nothing over the Trial has told already; further factors it does not count.
        let told = model.n() <= self.arms.len() + self.trial.covariates.len();
        if model.df_error() == 0 && !told {
            self.problems.push(Problem::warning(Message::new("no-error-df").with("participants", model.n())));
        } else if model.df_error() > 0 && !model.has_error() {
            self.problems
                .push(Problem::warning(Message::new("no-variance-within").with("outcome", &self.outcome.name)));
        }
        self.note_arms_with_one();
    }

    /// The moments of each cell, in one pass over the participants.
    fn accumulate(&self) -> Vec<CellMoments> {
        let measures = self.measures();
        let mut cells: Vec<CellMoments> = Vec::new();
        let mut shift: Vec<f64> = Vec::new();
        let mut row: Vec<f64> = Vec::with_capacity(measures.len() + self.n_covariates());
        for &participant in &self.used {
            row.clear();
            self.fill_row(participant, &measures, &mut row);
            if shift.is_empty() {
                shift.clone_from(&row);
            }
            let place = self.place_among(&cells, participant).unwrap_or_else(|| {
                cells.push(CellMoments { at: self.cell_of(participant), moments: Moments::new(&shift) });
                cells.len() - 1
            });
            if let Some(cell) = cells.get_mut(place) {
                cell.moments.add(&row);
            }
        }
        // The order of the rows shall not matter to the last digit of anything.
        cells.sort_by(|a, b| a.at.cmp(&b.at));
        cells
    }

    /// A participant's measures in the model, then the covariates.
    pub fn row(&self, participant: usize) -> Vec<f64> {
        let mut row = Vec::new();
        self.fill_row(participant, &self.measures(), &mut row);
        row
    }

    fn fill_row(&self, participant: usize, measures: &[usize], row: &mut Vec<f64>) {
        let of = self.outcome.of(participant);
        row.extend(measures.iter().map(|&measure| of.get(measure).copied().unwrap_or(f64::NAN)));
        row.extend(self.covariates_of(participant));
    }

    /// A participant's covariates in the model.
    pub fn covariate_values(&self, participant: usize) -> Vec<f64> {
        self.covariates_of(participant).collect()
    }

    fn covariates_of(&self, participant: usize) -> impl Iterator<Item = f64> {
        let own = self.covariates().iter().map(move |c| c.values.get(participant).copied().unwrap_or(f64::NAN));
        own.chain(self.baseline_of(participant))
    }

    /// A participant's levels in the model: the arm, then the further factors.
    pub fn cell_of(&self, participant: usize) -> Vec<usize> {
        self.levels_of(participant).collect()
    }

    /// The participant's cell, as a place in `cells`.
    pub fn place_among(&self, cells: &[CellMoments], participant: usize) -> Option<usize> {
        cells.iter().position(|cell| cell.at.iter().copied().eq(self.levels_of(participant)))
    }

    fn levels_of(&self, participant: usize) -> impl Iterator<Item = usize> {
        let place = |present: &[usize], code: Option<u32>| {
            let code = code.and_then(|code| usize::try_from(code).ok());
            present.iter().position(|level| Some(*level) == code).unwrap_or(0)
        };
        let arm = place(&self.arms, self.trial.arm.get(participant).copied());
        let factors = self.trial.factors.iter().zip(&self.levels);
        std::iter::once(arm).chain(
            factors.map(move |(factor, present)| place(present, factor.codes.get(participant).copied().flatten())),
        )
    }
}

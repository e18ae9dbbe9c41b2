//! A questionnaire as the Plan has it: a shipped key by its name, or the user's own definition; and the columns of its items.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::definition::{Definition, Recode, Score, ScoringRule};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ScalePlan {
    pub name: String,
    /// The id of a shipped key. What else the Plan says of the scale goes before the key: its subscales replace the key's of
    /// the same name, or come beside them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Whether the user compared the key's items with the form; a key that nobody confirmed asks for it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confirmed: bool,
    /// The columns of the items, in the order of their numbers.
    #[serde(default)]
    pub items: Items,
    /// Columns of items that run the other way; naming one occasion's column is enough.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reverse: Vec<String>,
    /// The lowest and the highest answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<[f64; 2]>,
    #[serde(default)]
    pub score: ScoringRule,
    /// None: one score, named like the scale.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subscales: Vec<SubscalePlan>,
    /// The share of items that must be answered; without it all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_answered: Option<f64>,
    /// What is taken from every answer first: 1 where a form from 0 to 4 was entered from 1 to 5, and the user said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shift: Option<f64>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default)]
pub struct SubscalePlan {
    pub name: String,
    /// Numbers of its items, from 1.
    pub items: Vec<usize>,
    /// Those of them that run the other way in this score.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reversed: Vec<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recodes: Vec<RecodePlan>,
    /// The subscales of whose means it is the mean, instead of items.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<ScoringRule>,
}

/// Answers that count as others: `from`'s first as `to`'s first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default)]
pub struct RecodePlan {
    /// Numbers of the items, from 1.
    pub items: Vec<usize>,
    pub from: Vec<f64>,
    pub to: Vec<f64>,
}

/// The columns of the items: of one occasion, or of each by its name.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(untagged)]
pub enum Items {
    Once(Vec<String>),
    ByOccasion(
        #[cfg_attr(target_arch = "wasm32", tsify(type = "Map<string, string[]>"))] BTreeMap<String, Vec<String>>,
    ),
}

impl Default for Items {
    fn default() -> Self {
        Items::Once(Vec::new())
    }
}

impl ScalePlan {
    /// Each occasion's name (none where there is one) and its columns, in the order of `occasions`.
    pub fn by_occasion<'a>(&'a self, occasions: &'a [String]) -> Vec<(Option<&'a str>, &'a [String])> {
        match &self.items {
            Items::Once(columns) => vec![(None, columns)],
            Items::ByOccasion(map) => {
                let planned = occasions.iter().filter_map(|name| map.get_key_value(name));
                let others = map.iter().filter(|(name, _)| !occasions.contains(name));
                planned.chain(others).map(|(name, columns)| (Some(name.as_str()), columns.as_slice())).collect()
            }
        }
    }

    /// The columns of the longest occasion.
    pub fn n_columns(&self) -> usize {
        self.by_occasion(&[]).iter().map(|(_, columns)| columns.len()).max().unwrap_or(0)
    }

    /// Whether an item, from 0, is among those whose columns run the other way.
    pub fn is_reversed(&self, item: usize) -> bool {
        let of = |columns: &[String]| columns.get(item).is_some_and(|own| self.reverse.contains(own));
        self.by_occasion(&[]).iter().any(|(_, columns)| of(columns))
    }

    /// What is scored: the key's scores where the Plan names a shipped key, with what the user says otherwise; else what
    /// the user defined.
    pub fn definition(&self) -> Definition {
        let Some(key) = self.key.as_deref().and_then(super::shipped::key) else { return self.own_definition() };
        let with_key = self.with_key(&key);
        let mut definition = with_key.own_definition();
        if with_key.subscales.is_empty() {
            // A template without items: no score yet, and least of all one of everything.
            definition.scores.clear();
        }
        if key.n_items > 0 {
            definition.n_items = key.n_items;
        }
        definition
    }

    fn own_definition(&self) -> Definition {
        let n_items = self.n_columns();
        let whole = SubscalePlan { name: self.name.clone(), items: (1..=n_items).collect(), ..SubscalePlan::default() };
        let subscales = if self.subscales.is_empty() { std::slice::from_ref(&whole) } else { &self.subscales };
        let of_items: Vec<Score> = subscales.iter().map(|own| own.score(self, &[])).collect();
        Definition {
            range: self.range.map(|[low, high]| (low, high)),
            n_items,
            scores: subscales.iter().map(|own| own.score(self, &of_items)).collect(),
            least_answered: self.least_answered.unwrap_or(1.0),
        }
    }
}

impl SubscalePlan {
    /// The score that it is; its own subscales, if it has any, are among `others`.
    fn score(&self, plan: &ScalePlan, others: &[Score]) -> Score {
        let rule = self.score.unwrap_or(plan.score);
        let recodes = self.recodes.iter().map(RecodePlan::recode).collect();
        let reversed = places(&self.reversed);
        let mut score =
            Score { name: self.name.clone(), items: Vec::new(), reversed, recodes, rule, parts: Vec::new() };
        if rule == ScoringRule::MeanOfSubscaleMeans {
            let of = |name: &String| others.iter().find(|other| other.name == *name);
            score.take_subscales(&self.of.iter().filter_map(of).collect::<Vec<_>>());
        } else {
            score.items = places(&self.items);
            let is_recoded = |item: &usize| score.recodes.iter().any(|recode| recode.items.contains(item));
            let is_reversed = |item: &usize| score.reversed.contains(item) || plan.is_reversed(*item);
            score.reversed =
                score.items.iter().copied().filter(|item| is_reversed(item) && !is_recoded(item)).collect();
        }
        score
    }
}

impl RecodePlan {
    fn recode(&self) -> Recode {
        Recode { items: places(&self.items), values: self.from.iter().copied().zip(self.to.iter().copied()).collect() }
    }
}

/// Numbers from 1 as places from 0.
pub fn places(numbers: &[usize]) -> Vec<usize> {
    numbers.iter().filter_map(|number| number.checked_sub(1)).collect()
}

//! A questionnaire as the Plan has it: a shipped key by its name, or the user's own definition; and the columns of its items.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::definition::{Definition, Rule, Score};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default)]
pub struct ScalePlan {
    pub name: String,
    /// The id of a shipped key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The columns of the items, in the order of their numbers.
    pub items: Items,
    /// Columns of items that run the other way; naming one occasion's column is enough.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reverse: Vec<String>,
    /// The lowest and the highest answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<[f64; 2]>,
    pub score: Rule,
    /// None: one score, named like the scale.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub subscales: Vec<SubscalePlan>,
    /// The share of items that must be answered; without it all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least_answered: Option<f64>,
    /// What is taken from every answer first: 1 where a form from 0 to 4 was entered from 1 to 5, and the user said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shift: Option<f64>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(default)]
pub struct SubscalePlan {
    pub name: String,
    /// Numbers of its items, from 1.
    pub items: Vec<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<Rule>,
}

/// The columns of the items: of one occasion, or of each by its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(untagged)]
pub enum Items {
    Once(Vec<String>),
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, string[]>"))]
    ByOccasion(BTreeMap<String, Vec<String>>),
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

    /// What the user defined; of a key it is the key's.
    pub fn definition(&self) -> Definition {
        let occasions = self.by_occasion(&[]);
        let n_items = occasions.iter().map(|(_, columns)| columns.len()).max().unwrap_or(0);
        let is_reversed = |&item: &usize| {
            occasions.iter().any(|(_, columns)| columns.get(item).is_some_and(|own| self.reverse.contains(own)))
        };
        let score = |name: &str, items: Vec<usize>, rule: Rule| Score {
            name: name.into(),
            reversed: items.iter().copied().filter(is_reversed).collect(),
            items,
            recodes: Vec::new(),
            rule,
        };
        let scores = if self.subscales.is_empty() {
            vec![score(&self.name, (0..n_items).collect(), self.score)]
        } else {
            let of = |subscale: &SubscalePlan| {
                let items = subscale.items.iter().filter(|&&item| 0 < item && item <= n_items).map(|item| item - 1);
                score(&subscale.name, items.collect(), subscale.score.unwrap_or(self.score))
            };
            self.subscales.iter().map(of).collect()
        };
        Definition {
            range: self.range.map(|[low, high]| (low, high)),
            n_items,
            scores,
            least_answered: self.least_answered.unwrap_or(1.0),
        }
    }
}

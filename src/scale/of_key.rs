//! A key in a Plan: the key's scores with the user's changes, and a scale of the Plan made from a key file.

use super::key::Key;
use super::own_key::{numbers, recode};
use super::plan::{ScalePlan, SubscalePlan};

impl ScalePlan {
    /// This Plan with what the key says where it says nothing. Its subscales replace the key's of the same name, or come
    /// beside them; its reversed columns, if it has any, stand for the key's.
    pub fn with_key(&self, key: &Key) -> ScalePlan {
        let of_key = key.plan();
        let mut subscales = of_key.subscales;
        if !self.reverse.is_empty() {
            subscales.iter_mut().for_each(|own| own.reversed.clear());
        }
        for subscale in &self.subscales {
            match subscales.iter_mut().find(|own| own.name == subscale.name) {
                Some(own) => *own = SubscalePlan { score: subscale.score.or(own.score), ..subscale.clone() },
                None => subscales.push(subscale.clone()),
            }
        }
        // What a template has no items for is no score yet.
        subscales.retain(|own| !own.items.is_empty() || !own.of.is_empty());
        ScalePlan {
            range: self.range.or(of_key.range),
            least_answered: self.least_answered.or(of_key.least_answered),
            subscales,
            ..self.clone()
        }
    }
}

impl Key {
    /// The key as a Plan of the user's own, without columns: so a key file travels in a link.
    pub fn plan(&self) -> ScalePlan {
        let subscale = |own: &super::key::KeyScore| SubscalePlan {
            name: own.score.name.clone(),
            items: if own.of.is_empty() { numbers(&own.score.items) } else { Vec::new() },
            reversed: numbers(&own.score.reversed),
            recodes: own.score.recodes.iter().map(recode).collect(),
            of: own.of.clone(),
            score: Some(own.score.rule),
        };
        ScalePlan {
            name: self.titles.first().cloned().unwrap_or_default(),
            range: self.range.map(|(low, high)| [low, high]),
            subscales: self.scores.iter().map(subscale).collect(),
            least_answered: Some(self.least_answered),
            ..ScalePlan::default()
        }
    }
}

//! What the plots share: the mapping from values to coordinates.

use maud::{Markup, html};

use crate::report::view::Tick;

/// Longer names than this leave the picture; their whole stands in the table.
const LONGEST: usize = 24;

/// The inner edges of a picture, in its units.
#[derive(Clone, Copy, Debug)]
pub struct PlotFrame {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

impl PlotFrame {
    pub fn x(&self, value: f64, [low, high]: [f64; 2]) -> f64 {
        self.left + (value - low) / (high - low) * (self.right - self.left)
    }

    pub fn y(&self, value: f64, [low, high]: [f64; 2]) -> f64 {
        self.bottom - (value - low) / (high - low) * (self.bottom - self.top)
    }

    /// The upright axis: a hairline across the picture at each tick.
    pub fn upright_axis(&self, ticks: &[Tick], domain: [f64; 2]) -> Markup {
        html! {
            @for tick in ticks {
                @let y = self.y(tick.value, domain);
                path class="grid" d=(format!("M{:.1} {y:.1}H{:.1}", self.left, self.right)) {}
                text class="tick" x=(tenth(self.left - 8.0)) y=(tenth(y)) dy="0.32em" text-anchor="end" { (tick.text) }
            }
        }
    }
}

/// A line through these places.
pub fn path(places: impl IntoIterator<Item = [f64; 2]>) -> String {
    let spelled: Vec<String> = places.into_iter().map(|[x, y]| format!("{x:.1} {y:.1}")).collect();
    if spelled.is_empty() { String::new() } else { format!("M{}", spelled.join("L")) }
}

/// A tenth of a unit is finer than a screen.
pub fn tenth(place: f64) -> String {
    format!("{place:.1}")
}

/// A name as it fits beside a line or under an axis.
pub fn clipped(name: &str) -> String {
    if name.chars().nth(LONGEST).is_none() {
        return name.into();
    }
    name.chars().take(LONGEST - 1).chain(['…']).collect()
}

/// A text in lines of at most so many letters, broken at spaces.
pub fn lines(text: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').map(clipped) {
        match lines.last_mut() {
            Some(last) if last.chars().count() + 1 + word.chars().count() <= letters => {
                last.push(' ');
                last.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

/// Sorted places moved as little as needed to stand `gap` apart, none below `limit`.
pub fn apart(places: &[f64], gap: f64, limit: f64) -> Vec<f64> {
    let pushed_down = |places: &[f64]| {
        let mut lowest = f64::NEG_INFINITY;
        let down = |&place: &f64| {
            lowest = place.max(lowest + gap);
            lowest
        };
        places.iter().map(down).collect::<Vec<f64>>()
    };
    let down = pushed_down(places);
    let over = (down.last().copied().unwrap_or(0.0) - limit).max(0.0);
    // Half of the shift goes up, so that two names that meet stand about their lines.
    let centred: Vec<f64> = down.iter().zip(places).map(|(down, place)| down - over - (down - place) / 2.0).collect();
    pushed_down(&centred)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_meet_stand_apart_about_their_lines() {
        assert_eq!(apart(&[10.0, 50.0], 16.0, 100.0), [10.0, 50.0]);
        assert_eq!(apart(&[10.0, 12.0], 16.0, 100.0), [10.0, 26.0]);
        let low = apart(&[98.0, 99.0], 16.0, 100.0);
        assert!(low[1] - low[0] >= 16.0 && low[1] <= 100.0, "{low:?}");
    }

    #[test]
    fn a_long_name_is_broken_at_spaces() {
        assert_eq!(lines("two month follow-up", 10), ["two month", "follow-up"]);
        assert_eq!(lines("pretest", 3), ["pretest"]);
    }
}

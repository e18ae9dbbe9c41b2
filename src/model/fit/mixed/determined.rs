//! Whether participants have values at the pairs of occasions that a structure needs.

use super::repeated::Repeated;
use super::structure::{Shape, Structure};
use super::unfitted::Unfitted;

/// # Errors
/// Two occasions whose covariance nobody's values tell of.
pub fn determined(data: &Repeated, shape: &Shape) -> Result<(), Unfitted> {
    let m = shape.n_occasions;
    let together = |group: usize, a: usize, b: usize| {
        data.patterns.iter().any(|pattern| pattern.group == group && pattern.at.contains(&a) && pattern.at.contains(&b))
    };
    for group in 0..data.n_groups {
        let lag = |lag: usize| (lag..m).any(|a| together(group, a, a - lag));
        let missing = match &shape.structure {
            Structure::Unstructured => (0..m)
                .flat_map(|a| (0..=a).map(move |b| (b, a)))
                .find(|&(first, second)| !together(group, first, second)),
            Structure::Toeplitz(_) => (1..m).find(|&h| !lag(h)).map(|h| (0, h)),
            _ => (m > 1 && !(1..m).any(lag)).then_some((0, 1)),
        };
        if let Some((first, second)) = missing {
            return Err(Unfitted::NeverTogether { first, second });
        }
    }
    Ok(())
}

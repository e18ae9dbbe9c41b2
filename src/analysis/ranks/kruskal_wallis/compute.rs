//! Kruskal–Wallis tests of the arms at every occasion, with Dunn's comparisons.

use crate::analysis::result::Computation;
use crate::analysis::study::Study;
use crate::model::Family;
use crate::model::adjust::{Adjust, Quantiles, UnadjustedTest};
use crate::model::ranks::{self, KruskalWallis};
use crate::notice::{Message, Problem};

/// Kruskal–Wallis tests of the arms at every occasion.
#[derive(Clone, Debug)]
pub struct KruskalWallisAt {
    pub occasions: Vec<OccasionKruskalWallis>,
    pub problems: Vec<Problem>,
}

#[derive(Clone, Debug)]
pub struct OccasionKruskalWallis {
    pub occasion: usize,
    pub test: KruskalWallis,
    pub pairs: Vec<Dunn>,
}

#[derive(Clone, Copy, Debug)]
pub struct Dunn {
    pub arm: usize,
    pub against: usize,
    pub z: f64,
    pub p: f64,
    pub p_bonferroni: f64,
    pub p_holm: f64,
    pub p_bh: f64,
}

pub const KRUSKAL_WALLIS: Computation<KruskalWallisAt> = Computation { id: "kruskal_wallis", run: compute };

/// `None` with one arm.
pub fn compute(study: &Study<'_>) -> Option<KruskalWallisAt> {
    if study.arms.len() < 2 || !study.trial.has_rows() {
        return None;
    }
    let mut result = KruskalWallisAt { occasions: Vec::new(), problems: Vec::new() };
    for &occasion in &study.occasions {
        let samples: Vec<Vec<f64>> = study.arms.iter().map(|&arm| study.values(Some(arm), occasion)).collect();
        match ranks::kruskal_wallis(&samples) {
            Some(test) => {
                let pairs = dunn(study, &test);
                result.occasions.push(OccasionKruskalWallis { occasion, test, pairs });
            }
            None => {
                let message = Message::new("ranks-all-equal").with("occasion", study.occasion_name(occasion));
                result.problems.push(Problem::warning(message));
            }
        }
    }
    Some(result)
}

fn dunn(study: &Study<'_>, test: &KruskalWallis) -> Vec<Dunn> {
    let place = |arm: usize| study.arms.iter().position(|&other| other == arm);
    let tests: Vec<(usize, usize, f64, f64)> = study
        .arm_pairs()
        .into_iter()
        .filter_map(|(arm, against)| {
            let (z, p) = test.dunn(place(arm)?, place(against)?)?;
            Some((arm, against, z, p))
        })
        .collect();
    let tested: Vec<UnadjustedTest> =
        tests.iter().map(|&(_, _, t, p)| UnadjustedTest { t, df: f64::INFINITY, p }).collect();
    let adjusted = |by| Family::of(tests.len()).p_values(by, &tested, &mut Quantiles::default());
    let all = [Adjust::Bonferroni, Adjust::Holm, Adjust::BenjaminiHochberg].map(adjusted);
    let row = |(index, &(arm, against, z, p)): (usize, &(usize, usize, f64, f64))| {
        let [p_bonferroni, p_holm, p_bh] = all.each_ref().map(|by| by.get(index).copied().unwrap_or(f64::NAN));
        Dunn { arm, against, z, p, p_bonferroni, p_holm, p_bh }
    };
    tests.iter().enumerate().map(row).collect()
}

use crate::analysis::comparisons::comparison::Compared;
use crate::analysis::result::Computation;
use crate::analysis::study::{LEVEL, Study};
use crate::analysis::{Display, Findings, Number, Numbers, Shown};
use crate::model::ranks::{self, Friedman, Wilcoxon};
use crate::report::Section;

/// The occasions within all participants and within each arm.
#[derive(Clone, Debug)]
pub struct OccasionsByRanks {
    pub groups: Vec<Group>,
    /// Within all participants, then within each arm.
    pub wilcoxon: Vec<(Compared, Wilcoxon)>,
}

#[derive(Clone, Debug)]
pub struct Group {
    /// `None`: all participants.
    pub arm: Option<usize>,
    pub test: Friedman,
    pub pairs: Vec<DurbinConover>,
}

#[derive(Clone, Copy, Debug)]
pub struct DurbinConover {
    pub from: usize,
    pub to: usize,
    pub t: f64,
    pub df: f64,
    pub p: f64,
}

pub const FRIEDMAN: Computation<OccasionsByRanks> = Computation { id: "friedman", run: compute };

/// `None` with one occasion.
pub fn compute(study: &Study<'_>) -> Option<OccasionsByRanks> {
    if study.occasions.len() < 2 {
        return None;
    }
    let arms = study.arms.iter().copied().filter(|_| study.arms.len() > 1).map(Some);
    let groups: Vec<Group> = std::iter::once(None).chain(arms.clone()).filter_map(|arm| group(study, arm)).collect();
    let mut wilcoxon = Vec::new();
    for arm in std::iter::once(None).chain(arms) {
        for (to, from) in study.occasion_pairs() {
            let test = ranks::wilcoxon(&study.changes(arm, from, to), LEVEL);
            wilcoxon.extend(test.map(|test| (Compared::Occasions { from, to, arm }, test)));
        }
    }
    (!groups.is_empty() || !wilcoxon.is_empty()).then_some(OccasionsByRanks { groups, wilcoxon })
}

fn group(study: &Study<'_>, arm: Option<usize>) -> Option<Group> {
    let test = ranks::friedman(&study.rows(arm, &study.occasions))?;
    let place = |occasion: usize| study.occasions.iter().position(|&own| own == occasion);
    let pair = |(to, from): (usize, usize)| {
        let (t, df, p) = test.durbin_conover(place(to)?, place(from)?)?;
        Some(DurbinConover { from, to, t, df, p })
    };
    let pairs = study.occasion_pairs().into_iter().filter_map(pair).collect();
    Some(Group { arm, test, pairs })
}

impl Findings for Shown<'_, '_, OccasionsByRanks> {
    fn numbers(&self, out: &mut Vec<Number>) {
        for group in &self.found.groups {
            let name = self.study.group_name(group.arm);
            let mut row = Numbers::new("friedman", name, out);
            row.add("n", group.test.n as f64);
            row.add("chi2", group.test.chi2);
            row.add("df", group.test.df);
            row.add("p", group.test.p);
            row.add("kendall_W", group.test.kendall_w);
            for pair in &group.pairs {
                let (to, from) = (self.study.occasion_name(pair.to), self.study.occasion_name(pair.from));
                let mut row = Numbers::new("durbin_conover", format!("{to} - {from} | {name}"), out);
                row.add("t", pair.t);
                row.add("df", pair.df);
                row.add("p", pair.p);
            }
        }
        for (compared, test) in &self.found.wilcoxon {
            let mut row = Numbers::new("wilcoxon", compared.term_within(self.study), out);
            row.add("V", test.v);
            row.add("z", test.z);
            row.add("p_normal", test.p_normal);
            row.add("p_continuity", test.p_continuity);
            row.add("p_exact", test.p_exact);
            row.add("rank_biserial", test.rank_biserial);
            row.add("hodges_lehmann", test.hodges_lehmann);
            row.add("hodges_lehmann_ci95_low", test.low);
            row.add("hodges_lehmann_ci95_high", test.high);
        }
    }

    fn sections(&self, display: &Display<'_>) -> Vec<Section> {
        crate::analysis::ranks::sections::occasions(self.found, display).into_iter().collect()
    }
}

//! The SPSS commands for one outcome, each with the methods of `numbers.csv` that it reproduces.

use std::fmt::Write as _;

use crate::trial::Adjust;

/// The commands of one outcome.
pub struct Analysis<'a> {
    /// A variable for each occasion.
    pub scores: &'a [String],
    pub measures: &'a [String],
    /// The numbers of levels of further within factors.
    pub within: Vec<usize>,
    pub n_arms: usize,
    pub n_factors: usize,
    pub covariates: Vec<&'a str>,
    pub adjust: Adjust,
    /// Of confidence.
    pub level: f64,
    pub place: usize,
}

impl Analysis<'_> {
    pub fn render(&self) -> String {
        let mut text = self.descriptives();
        text.push_str(&self.centred());
        text.push_str(&self.model());
        if self.n_arms > 1 {
            text.push_str(&self.changes());
            text.push_str(&self.arms());
            text.push_str(&self.covariance());
        }
        text.push_str(&self.within_arms());
        // The level of every interval of a model's means and comparisons.
        let model = "/METHOD=SSTYPE(3)";
        text.replace(model, &format!("{model} /CRITERIA=ALPHA({})", self.alpha()))
    }

    /// One minus the level, without the digits that binary arithmetic adds.
    fn alpha(&self) -> f64 {
        ((1.0 - self.level) * 1e12).round() / 1e12
    }

    fn adjusted(&self) -> &'static str {
        match self.adjust {
            Adjust::None => "LSD",
            Adjust::Sidak => "SIDAK",
            _ => "BONFERRONI",
        }
    }

    /// What lies between participants, in the order of `BY`.
    fn between(&self) -> Vec<String> {
        let arms = (self.n_arms > 1).then(|| "arm_".to_owned());
        arms.into_iter().chain((1..=self.n_factors).map(|factor| format!("factor{factor}_"))).collect()
    }

    fn centred_names(&self) -> Vec<String> {
        (1..=self.covariates.len()).map(|at| format!("covariate{}_{at}_", self.place)).collect()
    }

    fn descriptives(&self) -> String {
        let by = if self.n_arms > 1 { " BY arm_" } else { "" };
        format!(
            "* Means, standard deviations, skewness, Shapiro-Wilk; Levene at each occasion [descriptives].\n\
             EXAMINE VARIABLES={}{by} /PLOT=NPPLOT{} /STATISTICS=DESCRIPTIVES /CINTERVAL {} /MISSING=PAIRWISE.\n\n",
            self.scores.join(" "),
            if self.n_arms > 1 { " SPREADLEVEL(1)" } else { "" },
            (self.level * 1e6).round() / 1e4,
        )
    }

    /// Covariates less their mean among the participants of the model: else SPSS tests the occasions at zero.
    fn centred(&self) -> String {
        if self.covariates.is_empty() {
            return String::new();
        }
        let complete = format!("complete{}_", self.place);
        let needed: Vec<&str> =
            self.measures.iter().map(String::as_str).chain(self.covariates.iter().copied()).collect();
        let mut text = format!(
            "COMPUTE {complete} = NMISS({}) = 0.\nAGGREGATE /OUTFILE=* MODE=ADDVARIABLES /BREAK={complete}",
            needed.join(", ")
        );
        for (covariate, own) in self.covariates.iter().zip(self.centred_names()) {
            let _ = write!(text, "\n  /mean_{own} = MEAN({covariate})");
        }
        text.push_str(".\n");
        for (covariate, own) in self.covariates.iter().zip(self.centred_names()) {
            let _ = writeln!(text, "COMPUTE {own} = {covariate} - mean_{own}.");
        }
        text
    }

    fn model(&self) -> String {
        let (between, covariates) = (self.between(), self.centred_names());
        let repeated = self.measures.len() > 1;
        if !repeated && between.is_empty() {
            return String::new();
        }
        let by = if between.is_empty() { String::new() } else { format!(" BY {}", between.join(" ")) };
        let with = if covariates.is_empty() { String::new() } else { format!(" WITH {}", covariates.join(" ")) };
        let at = covariates.iter().map(|covariate| format!("{covariate}=0")).collect::<Vec<_>>().join(" ");
        let at = if at.is_empty() { at } else { format!(" WITH({at})") };
        let mut text = String::from(
            "* Analysis of variance, Mauchly, multivariate tests, Box, means and comparisons with errors of their own\n  \
             [mixed_anova, sphericity, multivariate, marginal_means, pairwise, simple_effects].\n",
        );
        let command = if repeated { "GLM" } else { "UNIANOVA" };
        let _ = write!(text, "{command} {}{by}{with}", self.measures.join(" "));
        let mut within = Vec::new();
        if repeated {
            let occasion = (self.scores.len() > 1).then(|| ("occasion_".to_owned(), self.scores.len()));
            within.extend(occasion);
            within.extend(self.within.iter().zip(1..).map(|(levels, at)| (format!("condition{at}_"), *levels)));
            let factors: Vec<String> =
                within.iter().map(|(name, levels)| format!("{name} {levels} Polynomial")).collect();
            let _ = write!(text, "\n  /WSFACTOR={}", factors.join(" "));
        }
        text.push_str("\n  /METHOD=SSTYPE(3)");
        let arm = self.n_arms > 1;
        let occasion = repeated && self.scores.len() > 1;
        let compare = self.adjusted();
        for (table, of, given) in [
            ("arm_", "", arm),
            ("occasion_", "", occasion),
            ("arm_*occasion_", "(arm_)", arm && occasion),
            ("arm_*occasion_", "(occasion_)", arm && occasion),
        ] {
            if given {
                let _ = write!(text, "\n  /EMMEANS=TABLES({table}){at} COMPARE{of} ADJ({compare})");
            }
        }
        text.push_str("\n  /PRINT=DESCRIPTIVE ETASQ");
        text.push_str(if arm { " HOMOGENEITY" } else { "" });
        if repeated {
            let names: Vec<String> = within.iter().map(|(name, _)| name.clone()).collect();
            let _ = write!(text, "\n  /WSDESIGN={}", crossed(&names));
        }
        let design = [crossed(&between), covariates.join(" ")].into_iter().filter(|part| !part.is_empty());
        let design: Vec<String> = design.collect();
        if !design.is_empty() {
            let _ = write!(text, "\n  /DESIGN={}", design.join(" "));
        }
        text + ".\n\n"
    }

    /// Every difference in change of the plain model, as contrasts of its coefficients.
    fn changes(&self) -> String {
        if self.scores.len() < 2 || self.n_factors > 0 {
            return String::new();
        }
        let covariates = self.centred_names();
        let with = if covariates.is_empty() { String::new() } else { format!(" WITH {}", covariates.join(" ")) };
        let mut text = format!(
            "* Differences in change, unadjusted; multiply p by the number of all of them for Bonferroni [change_difference].\n\
             GLM {} BY arm_{with}\n  /METHOD=SSTYPE(3)",
            self.scores.join(" ")
        );
        for (later, earlier) in pairs(self.n_arms) {
            let weight = |arm| {
                if arm == later {
                    "1"
                } else if arm == earlier {
                    "-1"
                } else {
                    "0"
                }
            };
            let weights: Vec<&str> = (0..self.n_arms).map(weight).collect();
            let _ = write!(text, "\n  /LMATRIX='arm {} - arm {}' arm_ {}", later + 1, earlier + 1, weights.join(" "));
        }
        let change = |(later, earlier): (usize, usize)| {
            let name = |at: usize| self.scores.get(at).map_or("", String::as_str);
            format!("'{} - {}' {} 1 {} -1", later + 1, earlier + 1, name(later), name(earlier))
        };
        let changes: Vec<String> = pairs(self.scores.len()).map(change).collect();
        let _ = write!(text, "\n  /MMATRIX={}\n  /DESIGN=arm_ {}", changes.join(";\n    "), covariates.join(" "));
        text.truncate(text.trim_end().len());
        text + ".\n\n"
    }

    fn arms(&self) -> String {
        let scores = self.scores.join(" ");
        let mut text = format!(
            "* Each occasion alone [oneway_anova, welch_anova, brown_forsythe_anova, games_howell, levene].\n\
             ONEWAY {scores} BY arm_ /STATISTICS=DESCRIPTIVES HOMOGENEITY BROWNFORSYTHE WELCH /MISSING=ANALYSIS{}.\n\n\
             * Two arms at each occasion [effect_size, mann_whitney]; of all arms by ranks [kruskal_wallis].\n",
            if self.n_arms > 2 { format!(" /POSTHOC=GH ALPHA({})", self.alpha()) } else { String::new() },
        );
        let level = self.level;
        for (later, earlier) in pairs(self.n_arms) {
            let (later, earlier) = (later + 1, earlier + 1);
            let _ = writeln!(
                text,
                "T-TEST GROUPS=arm_({later} {earlier}) /MISSING=ANALYSIS /VARIABLES={scores} /CRITERIA=CI({level})."
            );
            let _ = writeln!(
                text,
                "NPAR TESTS /M-W={scores} BY arm_({earlier} {later}) /MISSING=ANALYSIS /METHOD=EXACT TIMER(5)."
            );
        }
        let _ = writeln!(text, "NPAR TESTS /K-W={scores} BY arm_(1 {}) /MISSING=ANALYSIS.\n", self.n_arms);
        text
    }

    fn covariance(&self) -> String {
        let Some((first, later)) = self.scores.split_first().filter(|(_, later)| !later.is_empty()) else {
            return String::new();
        };
        let mut text = String::from(
            "* Later occasions given the first; the second command of each tests the slopes [ancova, ancova_means, \
             ancova_pairwise,\n  ancova_slopes].\n",
        );
        let covariates: Vec<&str> = std::iter::once(first.as_str()).chain(self.covariates.iter().copied()).collect();
        let (by, with) = (self.between().join(" "), covariates.join(" "));
        let means: Vec<String> = covariates.iter().map(|covariate| format!("{covariate}=MEAN")).collect();
        for score in later {
            let crossed = crossed(&self.between());
            let _ = writeln!(
                text,
                "UNIANOVA {score} BY {by} WITH {with} /METHOD=SSTYPE(3)\n  \
                 /EMMEANS=TABLES(arm_) WITH({}) COMPARE ADJ({}) /PRINT=ETASQ HOMOGENEITY\n  /DESIGN={crossed} {with}.\n\
                 UNIANOVA {score} BY {by} WITH {with} /METHOD=SSTYPE(3) /DESIGN={crossed} {with} arm_*{first}.",
                means.join(" "),
                self.adjusted()
            );
        }
        text + "\n"
    }

    /// Occasions within all participants and within each arm.
    fn within_arms(&self) -> String {
        if self.scores.len() < 2 {
            return String::new();
        }
        let all = self.scores.join(" ");
        let named = |at: usize| self.scores.get(at).cloned().unwrap_or_default();
        let (later, earlier): (Vec<String>, Vec<String>) =
            pairs(self.scores.len()).map(|(later, earlier)| (named(later), named(earlier))).unzip();
        let (mut tests, level) = (String::new(), self.level);
        for (later, earlier) in later.iter().zip(&earlier) {
            let _ = writeln!(
                tests,
                "T-TEST PAIRS={later} WITH {earlier} (PAIRED) /MISSING=ANALYSIS /CRITERIA=CI({level})."
            );
        }
        let (later, earlier) = (later.join(" "), earlier.join(" "));
        let _ = write!(
            tests,
            "NPAR TESTS /FRIEDMAN={all} /MISSING=LISTWISE.\n\
             NPAR TESTS /WILCOXON={earlier} WITH {later} (PAIRED) /MISSING=ANALYSIS /METHOD=EXACT TIMER(5).\n"
        );
        let mut text = format!("* Occasions within all participants [effect_size, friedman, wilcoxon].\n{tests}\n");
        if self.n_arms > 1 {
            let _ = writeln!(
                text,
                "* Occasions within each arm alone [rm_anova, effect_size, friedman, wilcoxon].\n\
                 SORT CASES BY arm_.\nSPLIT FILE SEPARATE BY arm_.\n\
                 GLM {all}\n  /WSFACTOR=occasion_ {} Polynomial /METHOD=SSTYPE(3)\n  \
                 /EMMEANS=TABLES(occasion_) COMPARE ADJ({}) /PRINT=ETASQ /WSDESIGN=occasion_.\n{tests}SPLIT FILE OFF.\n",
                self.scores.len(),
                self.adjusted()
            );
        }
        text
    }
}

/// All pairs of places, (later, earlier).
fn pairs(n: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..n).flat_map(move |earlier| (earlier + 1..n).map(move |later| (later, earlier)))
}

/// Every main effect and interaction: `a b a*b`.
fn crossed(names: &[String]) -> String {
    let subsets = 1_usize..1 << names.len().min(8);
    let term = |subset: usize| {
        let inside = names.iter().enumerate().filter(|(place, _)| subset >> place & 1 == 1);
        inside.map(|(_, name)| name.as_str()).collect::<Vec<_>>().join("*")
    };
    subsets.map(term).collect::<Vec<_>>().join(" ")
}

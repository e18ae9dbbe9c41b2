//! The analysis as SPSS syntax: the file is read, its columns get names that SPSS takes, and each outcome its commands.

use std::fmt::Write as _;

use super::design::{Design, Levels, Measured};
use super::quote::{spss_comment as comment, spss_names, spss_string};
use crate::table::Column;
use crate::trial::Adjust;

/// The syntax. No name of the file stands in it but as a quoted label, or as its harmless remains.
pub fn render(design: &Design<'_>) -> String {
    let names = spss_names(design.table.columns.iter().map(|column| column.name.as_str()));
    let mut syntax = Syntax { design, names, text: String::new() };
    syntax.heading();
    syntax.read();
    syntax.recode();
    for (outcome, place) in design.outcomes.iter().zip(1..) {
        let analysis = syntax.outcome(outcome, place);
        syntax.text.push_str(&analysis);
    }
    syntax.text
}

struct Syntax<'a> {
    design: &'a Design<'a>,
    /// A name for each column of the file.
    names: Vec<String>,
    text: String,
}

impl Syntax<'_> {
    fn heading(&mut self) {
        let outcomes: Vec<String> = self.design.outcomes.iter().map(|outcome| comment(outcome.name)).collect();
        let arms = self.design.trial.arms.iter().zip(self.design.n_in_arms());
        let expected: Vec<String> = arms.map(|(arm, n)| format!("{} {n}", comment(arm))).collect();
        let _ = write!(
            self.text,
            "* Encoding: UTF-8.\n\
             * Prepost {}: the analyses of the report once more, by SPSS. Made from the design, without any of its numbers.\n\
             * Outcomes: {}.\n\
             * Participants in the report: {}. The table of frequencies below should say the same.\n\
             * Write the place of the file after FILE=.\n\
             * SPSS prints the epsilon that Huynh and Feldt gave in 1976 up to version 26: p_hf_original in numbers.csv.\n\
             * SPSS reads Latin digits only, and labels only as they are spelt here.\n\n",
            env!("CARGO_PKG_VERSION"),
            outcomes.join(", "),
            expected.join(", "),
        );
    }

    fn name(&self, column: &Column) -> &str {
        let place = self.design.table.columns.iter().position(|own| own.name == column.name);
        place.and_then(|place| self.names.get(place)).map_or("", String::as_str)
    }

    fn read(&mut self) {
        let reading = &self.design.table.reading;
        let encoding = match reading.encoding.as_str() {
            "utf-8" => "UTF8",
            "utf-16le" | "utf-16be" => "UTF16",
            other => other,
        };
        let delimiter = if reading.delimiter == '\t' { "\\t".to_owned() } else { reading.delimiter.to_string() };
        let decimal = if reading.decimal == ',' { "COMMA" } else { "DOT" };
        let first = self.design.table.lines.first().copied().unwrap_or(1);
        let _ = write!(
            self.text,
            "SET DECIMAL={decimal}.\nGET DATA /TYPE=TXT /FILE='data.csv' /ENCODING='{encoding}' /DELCASE=LINE \
             /DELIMITERS=\"{delimiter}\"\n  /QUALIFIER='\"' /ARRANGEMENT=DELIMITED /FIRSTCASE={first} /VARIABLES="
        );
        let is_id = |column: &Column| self.design.id.is_some_and(|id| id.name == column.name);
        for (column, name) in self.design.table.columns.iter().zip(&self.names) {
            let format = if column.is_numeric() && !is_id(column) { "F16.6" } else { "A120" };
            let _ = write!(self.text, "\n  {name} {format}");
        }
        self.text.push_str(".\nVARIABLE LABELS");
        for (column, name) in self.design.table.columns.iter().zip(&self.names) {
            let _ = write!(self.text, "\n  {name} {}", spss_string(&column.name));
        }
        self.text.push_str(".\n");
        for (column, codes) in &self.design.missing {
            let codes: Vec<String> = codes.iter().map(|code| format!("({code}=SYSMIS)")).collect();
            let name = self.name(column).to_owned();
            let _ = writeln!(self.text, "RECODE {name} {}.", codes.join(" "));
        }
        self.text.push('\n');
    }

    /// Arms and further factors as numbers with labels; a long file with a row for each participant.
    fn recode(&mut self) {
        let design = self.design;
        if let Some(arms) = &design.arms {
            self.levels(arms, "arm_");
            self.text.push_str("SELECT IF NOT MISSING(arm_).\n");
        }
        for (factor, place) in design.factors.iter().zip(1..) {
            self.levels(factor, &format!("factor{place}_"));
        }
        if design.is_long {
            self.to_wide();
        }
        if design.arms.is_some() {
            self.text.push_str("FREQUENCIES VARIABLES=arm_.\n");
        }
        self.text.push('\n');
    }

    fn levels(&mut self, levels: &Levels<'_>, into: &str) {
        let name = self.name(levels.column).to_owned();
        let numeric = levels.column.is_numeric();
        if !numeric {
            let _ = writeln!(self.text, "COMPUTE {name} = LTRIM(RTRIM({name})).");
        }
        let label = |label: &String| if numeric { label.clone() } else { spss_string(label) };
        let recoded: Vec<String> =
            levels.labels.iter().map(|(text, at)| format!("({}={})", label(text), at + 1)).collect();
        let named = levels.names.iter().zip(1..).map(|(name, at)| format!("{at} {}", spss_string(name)));
        let named: Vec<String> = named.collect();
        let _ = writeln!(self.text, "RECODE {name}\n  {}\n  INTO {into}.", recoded.join("\n  "));
        let _ = writeln!(self.text, "VARIABLE LABELS {into} {}.", spss_string(&levels.column.name));
        let _ = writeln!(self.text, "VALUE LABELS {into}\n  {}.", named.join("\n  "));
    }

    /// The rows of a participant side by side: a measure's number ends the name of its variable.
    fn to_wide(&mut self) {
        let design = self.design;
        let mut measure = String::from("0");
        for (place, at) in design.places.iter().zip(1..) {
            self.levels(place, &format!("place{at}_"));
            measure = format!("({measure}) * {} + place{at}_ - 1", place.names.len());
        }
        let _ = writeln!(self.text, "COMPUTE measure_ = {measure} + 1.\nSELECT IF NOT MISSING(measure_).");
        let id = design.id.map_or("measure_".into(), |id| self.name(id).to_owned());
        let once = design.arms.iter().map(|_| "arm_".to_owned());
        let factors = (1..=design.factors.len()).map(|place| format!("factor{place}_"));
        let covariates = design.covariates.iter().map(|column| self.name(column).to_owned());
        let values = design.outcomes.iter().flat_map(|o| &o.columns).map(|column| self.name(column).to_owned());
        let kept: Vec<String> = once.chain(factors).chain(covariates).chain(values).collect();
        let _ = writeln!(
            self.text,
            "MATCH FILES /FILE=* /KEEP={id} measure_ {}.\nSORT CASES BY {id} measure_.\n\
             CASESTOVARS /ID={id} /INDEX=measure_ /SEPARATOR='_' /GROUPBY=VARIABLE.",
            kept.join(" ")
        );
    }

    /// The variables of an outcome: a list for each occasion, of one measure but for further within factors.
    fn measures(&self, outcome: &Measured<'_>) -> Vec<Vec<String>> {
        let n_measures = outcome.n_values.len();
        let name = |measure: usize| {
            let column = outcome.columns.get(if self.design.is_long { 0 } else { measure });
            let name = column.map_or(String::new(), |column| self.name(column).to_owned());
            if self.design.is_long { format!("{name}_{}", measure + 1) } else { name }
        };
        let names: Vec<String> = (0..n_measures).map(name).collect();
        let each = self.design.trial.n_within().max(1);
        let occasions = names.chunks(each).zip(outcome.n_values.chunks(each));
        // An occasion at which nobody was measured is none of the analysis.
        occasions.filter(|(_, n)| n.iter().all(|n| *n > 0)).map(|(names, _)| names.to_vec()).collect()
    }

    fn outcome(&self, outcome: &Measured<'_>, place: usize) -> String {
        let occasions = self.measures(outcome);
        let mut text = format!("* ==== {} ====.\n\n", comment(outcome.name));
        if occasions.is_empty() {
            return text;
        }
        // Scores of an occasion: the mean over further conditions.
        let mut scores = Vec::new();
        for (measures, at) in occasions.iter().zip(1..) {
            match measures.as_slice() {
                [only] => scores.push(only.clone()),
                several => {
                    let score = format!("score{place}_t{at}_");
                    let _ = writeln!(text, "COMPUTE {score} = MEAN.{}({}).", several.len(), several.join(", "));
                    scores.push(score);
                }
            }
        }
        let own = Analysis {
            scores: &scores,
            measures: &occasions.concat(),
            within: self.design.trial.within.iter().map(|w| w.levels.len()).collect(),
            n_arms: self.design.trial.arms.len(),
            n_factors: self.design.factors.len(),
            covariates: self.design.covariates.iter().map(|column| self.name(column)).collect(),
            adjust: self.design.trial.plan.adjust,
            place,
        };
        text.push_str(&own.render());
        text
    }
}

/// The commands of one outcome.
struct Analysis<'a> {
    /// A variable for each occasion.
    scores: &'a [String],
    measures: &'a [String],
    /// The numbers of levels of further within factors.
    within: Vec<usize>,
    n_arms: usize,
    n_factors: usize,
    covariates: Vec<&'a str>,
    adjust: Adjust,
    place: usize,
}

impl Analysis<'_> {
    fn render(&self) -> String {
        let mut text = self.descriptives();
        text.push_str(&self.centred());
        text.push_str(&self.model());
        if self.n_arms > 1 {
            text.push_str(&self.changes());
            text.push_str(&self.arms());
            text.push_str(&self.covariance());
        }
        text.push_str(&self.within_arms());
        text
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
             EXAMINE VARIABLES={}{by} /PLOT=NPPLOT{} /STATISTICS=DESCRIPTIVES /MISSING=PAIRWISE.\n\n",
            self.scores.join(" "),
            if self.n_arms > 1 { " SPREADLEVEL(1)" } else { "" },
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
            if self.n_arms > 2 { " /POSTHOC=GH ALPHA(0.05)" } else { "" },
        );
        for (later, earlier) in pairs(self.n_arms) {
            let (later, earlier) = (later + 1, earlier + 1);
            let _ = writeln!(text, "T-TEST GROUPS=arm_({later} {earlier}) /MISSING=ANALYSIS /VARIABLES={scores}.");
            let _ = writeln!(text, "NPAR TESTS /M-W={scores} BY arm_({earlier} {later}) /MISSING=ANALYSIS.");
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
        let (later, earlier) = (later.join(" "), earlier.join(" "));
        let tests = format!(
            "T-TEST PAIRS={later} WITH {earlier} (PAIRED) /MISSING=ANALYSIS.\n\
             NPAR TESTS /FRIEDMAN={all} /MISSING=LISTWISE.\n\
             NPAR TESTS /WILCOXON={earlier} WITH {later} (PAIRED) /MISSING=ANALYSIS.\n"
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

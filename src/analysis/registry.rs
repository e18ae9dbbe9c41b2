//! The list of all methods. Module lines, the order of the report and the page of methods are made from it; adding a
//! method adds its folder and one line.
//!
//! A line is `method => Chapter`: the folder `analysis/<family>/<method>/`, or `analysis/<method>/` for a `single` one,
//! whose `mod.rs` has a `METHOD`; in brackets, its tables in the essential report, none where it is not part of it. Methods of one chapter stand in the order of their lines. A line without a chapter is a
//! module that has documentation and belongs to the method before it. `[…]` names a family's shared modules; `variants`
//! are further methods of a module.

use serde::Serialize;

use super::method::AnyMethod;
use crate::trial::Trial;

macro_rules! registry {
    ($then:ident) => {
        $then! {
            single {
                ancova => Ancova ["ancova_pairwise"];
                crossover => Crossover ["crossover", "crossover_means", "crossover_tests"];
                effect_size => Effects;
                agreement => Robustness;
                resampling => Robustness;
                design_effect => Robustness;
            }
            families {
                /// Means, and their comparisons by arm, by occasion and by change.
                comparisons [compare, comparison, contrasts, joint_adjust, leading, notes, numbers, standardised, table, verdict] {
                    descriptives => Main ["descriptives"];
                    effects => Main ["comparisons-change"];
                    change_difference => Main;
                    pairwise => Main ["comparisons-arms"];
                    marginal_means => Main;
                }
                /// Everyone who has any value: models of what is missing at random.
                incomplete [available, contrasts, effects, table] {
                    missingness => Incomplete;
                    mmrm => Incomplete;
                    clda => Incomplete;
                    random_intercept => Incomplete;
                }
                /// Effects of the linear model.
                anova [table] {
                    mixed_anova => Main ["mixed_anova"];
                    oneway_anova => Companions;
                    rm_anova => Companions;
                    multivariate => Model;
                    simple_effects => Model;
                    trend => Model;
                }
                /// Equivalence, non-inferiority, what is left of the effect.
                lasting [words] {
                    equivalence => Lasting ["equivalence-kept"];
                    retained_fraction => Lasting;
                }
                /// Participants one by one, and how many of them changed.
                individual [pre_post, criteria] {
                    individual_change => Individual;
                    responders => Individual;
                }
                /// What the other methods assume.
                assumptions [] {
                    assumptions => Assumptions ["assumptions"];
                    outliers;
                    residuals => Assumptions;
                    sphericity => Assumptions;
                }
                /// Tests by ranks.
                ranks [table, tidy] {
                    mann_whitney => Ranks;
                    kruskal_wallis => Ranks;
                    rank_ats => Ranks;
                    friedman => Ranks;
                }
                /// Bayes factors.
                bayes [prior_width, table] {
                    bayes_t => Bayes;
                    bayes_oneway => Bayes;
                    bayes_bic => Bayes;
                }
                /// Questionnaires and repeated scores.
                reliability [] {
                    icc => Reliability;
                    reliability;
                }
            }
            variants {
                comparisons::pairwise::UNEQUAL => Companions;
                comparisons::change_difference::UNEQUAL => Companions;
                comparisons::pairwise::POOLED => Model;
                comparisons::change_difference::POOLED => Model;
                anova::trend::POOLED => Model;
            }
        }
    };
}

/// The module lines of the list.
macro_rules! modules {
    (
        single { $($alone:ident => $its:ident $([$($table_alone:literal),*])?;)* }
        families {
            $($(#[$doc:meta])* $family:ident [$($shared:ident),*] { $($method:ident $(=> $chapter:ident $([$($table:literal),*])?)?;)* })*
        }
        variants { $($of_family:ident::$of_method:ident::$variant:ident => $of:ident;)* }
    ) => {
        $(pub mod $alone;)*
        $($(#[$doc])* pub mod $family { $(pub mod $shared;)* $(pub mod $method;)* })*
    };
}

/// The methods and their documentation.
macro_rules! entries {
    (
        single { $($alone:ident => $its:ident $([$($table_alone:literal),*])?;)* }
        families {
            $($(#[$doc:meta])* $family:ident [$($shared:ident),*] { $($method:ident $(=> $chapter:ident $([$($table:literal),*])?)?;)* })*
        }
        variants { $($of_family:ident::$of_method:ident::$variant:ident => $of:ident;)* }
    ) => {
        /// In the order of the list, variants last.
        const METHODS: &[Entry] = &[
            $(Entry {
                chapter: Chapter::$its,
                module: stringify!($alone),
                essential: &[$($($table_alone),*)?],
                method: &crate::analysis::$alone::METHOD,
            },)*
            $($($(Entry {
                chapter: Chapter::$chapter,
                module: stringify!($method),
                essential: &[$($($table),*)?],
                method: &crate::analysis::$family::$method::METHOD,
            },)?)*)*
            $(Entry {
                chapter: Chapter::$of,
                module: stringify!($of_method),
                essential: &[],
                method: &crate::analysis::$of_family::$of_method::$variant,
            },)*
        ];

        /// Every documented module, in the order of the list.
        pub const DOCUMENTED: &[Documented] = &[
            $(Documented {
                module: stringify!($alone),
                chapter: &[Chapter::$its],
                text: include_str!(concat!(stringify!($alone), "/method.md")),
            },)*
            $($(Documented {
                module: stringify!($method),
                chapter: &[$(Chapter::$chapter)?],
                text: include_str!(concat!(stringify!($family), "/", stringify!($method), "/method.md")),
            },)*)*
        ];
    };
}

/// Methods that stand together in the report, under one heading; in the report's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chapter {
    Main,
    Lasting,
    Individual,
    Effects,
    Robustness,
    Incomplete,
    Ancova,
    Assumptions,
    Companions,
    Ranks,
    Model,
    Bayes,
    Reliability,
    Crossover,
}

impl Chapter {
    pub const ALL: [Self; 14] = [
        Self::Main,
        Self::Lasting,
        Self::Individual,
        Self::Effects,
        Self::Robustness,
        Self::Incomplete,
        Self::Ancova,
        Self::Assumptions,
        Self::Companions,
        Self::Ranks,
        Self::Model,
        Self::Bayes,
        Self::Reliability,
        Self::Crossover,
    ];

    /// Whether its methods are of that kind of trial: a crossover has a chapter of its own, and no other.
    pub fn applies_to(self, trial: &Trial) -> bool {
        (self == Self::Crossover) == trial.crossover.is_some()
    }

    /// The id of its title's message; `None` for the main tables, which stand without.
    pub fn title(self) -> Option<&'static str> {
        Some(self.title_on_page()).filter(|_| ![Self::Main, Self::Crossover].contains(&self))
    }

    /// The id of its title on the page of methods.
    pub const fn title_on_page(self) -> &'static str {
        match self {
            Self::Main => "methods-page-main",
            Self::Lasting => "chapter-lasting",
            Self::Individual => "chapter-individual",
            Self::Effects => "chapter-effects",
            Self::Robustness => "chapter-robustness",
            Self::Incomplete => "chapter-incomplete",
            Self::Ancova => "chapter-ancova",
            Self::Assumptions => "chapter-assumptions",
            Self::Companions => "chapter-companions",
            Self::Ranks => "chapter-ranks",
            Self::Model => "chapter-model",
            Self::Bayes => "chapter-bayes",
            Self::Reliability => "chapter-reliability",
            Self::Crossover => "chapter-crossover",
        }
    }

    /// Its methods, in the order of the report.
    pub fn methods(self) -> impl Iterator<Item = &'static Entry> {
        METHODS.iter().filter(move |entry| entry.chapter == self)
    }
}

/// A method of the list.
pub struct Entry {
    pub chapter: Chapter,
    /// The module that has its documentation.
    pub module: &'static str,
    /// Its tables in the essential report.
    pub essential: &'static [&'static str],
    pub method: &'static dyn AnyMethod,
}

/// The documentation of a module.
pub struct Documented {
    pub module: &'static str,
    /// The chapter; empty where the module belongs to the one before it.
    pub chapter: &'static [Chapter],
    /// Markdown.
    pub text: &'static str,
}

/// Every method, in the order of the report.
pub fn methods() -> impl Iterator<Item = &'static dyn AnyMethod> {
    Chapter::ALL.into_iter().flat_map(Chapter::methods).map(|entry| entry.method)
}

/// A documented module in its chapter of the page of methods, with the methods of that chapter that it documents.
#[derive(Serialize)]
pub struct OnPage {
    pub module: &'static str,
    pub ids: Vec<&'static str>,
    pub markdown: &'static str,
}

/// The chapters of the page of methods. A module stands in the chapter of its own line.
pub fn documentation() -> Vec<(Chapter, Vec<OnPage>)> {
    let mut chapter = Chapter::Main;
    let documented: Vec<(Chapter, &Documented)> = DOCUMENTED
        .iter()
        .map(|of| {
            chapter = of.chapter.first().copied().unwrap_or(chapter);
            (chapter, of)
        })
        .collect();
    let on_page = |chapter: Chapter| {
        let ids = move |module| chapter.methods().filter(move |entry| entry.module == module).map(|it| it.method.id());
        let of_chapter = documented.iter().filter(move |(of, _)| *of == chapter);
        of_chapter
            .map(|(_, of)| OnPage { module: of.module, ids: ids(of.module).collect(), markdown: of.text })
            .collect()
    };
    Chapter::ALL.into_iter().map(|chapter| (chapter, on_page(chapter))).collect()
}

registry!(entries);

//! Numbers against answers from elsewhere: R, multiprecision, textbooks.

mod bayes_factors;
mod blocks;
mod distributions;
mod equivalence;
mod fixtures;
mod games_howell;
mod mixed_models;
mod multiplicity;
mod rank_ats;
mod reliability;
mod resampling;
mod shapiro_wilk;
mod two_by_two_factors;

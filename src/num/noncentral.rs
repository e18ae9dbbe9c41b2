//! Noncentral t, F and χ²: both tails, and the confidence limits of a noncentrality.
//!
//! Not available in statrs 0.19.
//!
//! # Formulas
//! - χ²(df, λ): Σ pⱼ P(df/2 + j, x/2) with Poisson weights pⱼ of mean λ/2 (Johnson, Kotz & Balakrishnan, 1995, ch. 29).
//! - F(df1, df2, λ): Σ pⱼ I_x(df1/2 + j, df2/2), x = df1·f/(df1·f + df2) (ch. 30).
//! - t(df, δ): P(T > t) = ∫ g(s) Φ(δ − ts) ds, s the standard deviation on df degrees of freedom (ch. 31): unlike the
//!   usual series, it has no negative term for any sign of t and δ.
//! - two t of one numerator and denominator (equivalence), and several t against one control: in their files.
//!
//! Each tail is a separate sum or integral without negative terms, so that both keep their relative precision.
//! The sums run in the direction in which their recurrence is stable, as multiples of a density that may itself underflow.
//!
//! Limits of a noncentrality invert these in λ or δ (Steiger & Fouladi, 1997): a level of 0.90 leaves 0.05 on each side.
//!
//! # Agreement with R
//! `pt`, `pf` and `pchisq` with `ncp` lose the relative precision of far tails (all of it beyond 1e-12); the limits are
//! those of `effectsize` and `MBESS` where those converge.
//!
//! # References
//! - Johnson, N. L., Kotz, S., & Balakrishnan, N. (1995). *Continuous univariate distributions* (Vol. 2, 2nd ed.). Wiley.
//! - Benton, D., & Krishnamoorthy, K. (2003). Computing discrete mixtures of continuous distributions. *Computational
//!   Statistics & Data Analysis, 43*(2), 249–267. <https://doi.org/10.1016/S0167-9473(02)00283-9>
//! - Steiger, J. H., & Fouladi, R. T. (1997). Noncentrality interval estimation and the evaluation of statistical models.
//!   In L. L. Harlow et al. (Eds.), *What if there were no significance tests?* (pp. 221–257). Erlbaum.

mod limits;
mod many_to_one;
mod mixture;
mod t;
mod two_one_sided;

pub use limits::{f_noncentrality_limits, t_noncentrality_limits};
pub use many_to_one::{AgainstControl, any_and_all_t_sf};
pub use mixture::{noncentral_chi2_cdf, noncentral_chi2_sf, noncentral_f_cdf, noncentral_f_sf};
pub use t::{noncentral_t_cdf, noncentral_t_sf};
pub use two_one_sided::two_one_sided_t_sf;

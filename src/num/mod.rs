//! Numerical methods, independent of tables, trials and reports.
//!
//! Every function is pure and total: `NaN`, or a parameter outside its domain, gives `NaN` (or `None`), never a panic.
//!
//! Distributions:
//! - [`tail`]: normal, t, F, χ² and beta: both tails and quantiles, with full relative precision
//! - [`studentized_range`]: Tukey's distribution
//! - [`dunnett`]: the largest of several t against one control
//! - [`noncentral`]: noncentral t, F and χ², and confidence limits of their noncentrality
//! - [`shapiro_wilk`]: Royston's W test of normality
//!
//! Summaries of a sample:
//! - [`moments`]: n, means and cross-products in one pass
//! - [`describe`], [`quantile`]: the descriptive statistics of one column
//!
//! Linear models:
//! - [`coding`]: codings of a factor: sum-to-zero, Helmert, polynomials
//! - [`positive_definite`]: solving with a covariance matrix, and detecting that it is singular
//!
//! Building blocks: [`roots`], [`log_integral`], and the private `gamma`, `incomplete_beta`, `incomplete_gamma`, `normal`,
//! `quadrature`.

pub mod coding;
pub mod describe;
pub mod dunnett;
mod gamma;
mod incomplete_beta;
mod incomplete_gamma;
pub mod log_integral;
pub mod moments;
pub mod noncentral;
mod normal;
pub mod positive_definite;
mod quadrature;
pub mod quantile;
pub mod roots;
pub mod shapiro_wilk;
pub mod studentized_range;
pub mod tail;


# Limits of a t value's noncentrality, at the Plan's level.
t_limits <- function(t, df) vapply(c((1 + level) / 2, (1 - level) / 2), function(p) {
  beyond <- function(ncp) suppressWarnings(pt(t, df, ncp)) - p
  reach <- 4 + abs(t) / 2
  while (beyond(t - reach) < 0 || beyond(t + reach) > 0) reach <- 2 * reach
  uniroot(beyond, t + c(-reach, reach), tol = 1e-12)$root
}, 0)

# Two groups of values, later minus earlier: Student's and Welch's t, and the difference in standard deviations.
compare_groups <- function(method, term, later, earlier, ...) {
  student <- t.test(later, earlier, var.equal = TRUE, conf.level = level); welch <- t.test(later, earlier, conf.level = level)
  n1 <- length(later); n2 <- length(earlier); df <- n1 + n2 - 2
  estimate <- mean(later) - mean(earlier)
  scale <- sqrt(1 / n1 + 1 / n2)
  d <- c(estimate / (student$stderr / scale), t_limits(student$statistic, df) * scale)
  add(method, term, estimate = estimate, ci95_low = student$conf.int[1], ci95_high = student$conf.int[2], t = unname(student$statistic),
      df = df, p = student$p.value, welch_t = unname(welch$statistic), welch_df = unname(welch$parameter), welch_p = welch$p.value,
      cohen_d = d[1], cohen_d_ci95_low = d[2], cohen_d_ci95_high = d[3], hedges_g = hedges_j(df) * d[1],
      hedges_g_ci95_low = hedges_j(df) * d[2], hedges_g_ci95_high = hedges_j(df) * d[3], glass_delta = estimate / sd(earlier),
      prob_superiority = pnorm(d[1] / sqrt(2)), prob_superiority_ci95_low = pnorm(d[2] / sqrt(2)),
      prob_superiority_ci95_high = pnorm(d[3] / sqrt(2)), ...)
}

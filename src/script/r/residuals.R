  # Assumptions: are the model's residuals normal (Shapiro-Wilk), equally spread in the arms (Levene, from the mean as SPSS
  # and from the median), and are the covariances equal (Box's M)? Tables "Normality of residuals", "Equal spread".
  if (!is.null(fit)) attempt("residuals", {
    one_row <- long[seq_len(sum(used)), ]
    left <- sapply(occasions, function(at) residuals(lm(as.formula(paste("score_there ~", right)),
                                                        transform(one_row, score_there = score[used, at]))))
    left <- matrix(left, ncol = n_occasions)
    normal <- function(term, x) if (length(x) <= 5000) with(shapiro.test(x), add("residual_normality", term, W = unname(statistic), p = p.value))
    for (t in seq_len(n_occasions)) normal(occasion_names[[occasions[t]]], left[, t])
    normal("(all)", as.vector(left))
    if (nlevels(cell) > 1) for (t in seq_len(n_occasions)) {
      by_mean <- car::leveneTest(left[, t], cell, center = mean)
      by_median <- car::leveneTest(left[, t], cell, center = median)
      add("levene", occasion_names[[occasions[t]]], df1 = by_mean[1, "Df"], df2 = by_mean[2, "Df"], F_mean = by_mean[1, "F value"],
          p_mean = by_mean[1, "Pr(>F)"], F_median = by_median[1, "F value"], p_median = by_median[1, "Pr(>F)"])
    }
  })
  # With one group there are no covariances to compare.
  if (!is.null(fit) && nlevels(cell) > 1) attempt("box_m", {
    of_cells <- split(as.data.frame(y[used, in_model, drop = FALSE]), cell)
    df <- vapply(of_cells, nrow, 0) - 1; p <- sum(in_model); g <- length(of_cells)
    if (any(df < p)) stop("a group has no more participants than measures")
    covariance <- lapply(of_cells, function(rows) cov(rows))
    log_det <- function(s) as.numeric(determinant(as.matrix(s))$modulus)
    pooled <- Reduce(`+`, Map(`*`, covariance, df)) / sum(df)
    m <- sum(df) * log_det(pooled) - sum(df * vapply(covariance, log_det, 0))
    a1 <- (2 * p^2 + 3 * p - 1) / (6 * (p + 1) * (g - 1)) * (sum(1 / df) - 1 / sum(df))
    a2 <- (p - 1) * (p + 2) / (6 * (g - 1)) * (sum(1 / df^2) - 1 / sum(df)^2)
    df1 <- p * (p + 1) * (g - 1) / 2; df2 <- (df1 + 2) / abs(a2 - a1^2)
    f <- if (a2 > a1^2) m * (1 - a1 - df1 / df2) / df1 else { b <- df2 / (1 - a1 + 2 / df2); df2 * m / (df1 * (b - m)) }
    add("box_m", "(all)", M = m, F = f, df1 = df1, df2 = df2, p = pf(f, df1, df2, lower.tail = FALSE), chi2 = m * (1 - a1),
        chi2_df = df1, p_chi2 = pchisq(m * (1 - a1), df1, lower.tail = FALSE))
  })

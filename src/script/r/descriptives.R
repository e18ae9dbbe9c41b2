  # Descriptives: what were the scores? Every value that is there, whoever misses another. Table "Means and standard
  # deviations". Skewness and kurtosis as SPSS (G1, G2), quartiles of type 7, interval by t.
  attempt("descriptives", {
    describe <- function(term, values) {
      missing <- sum(is.na(values)); x <- values[!is.na(values)]; n <- length(x)
      if (n == 0) return(add("descriptives", term, n = 0, missing = missing))
      m <- function(k) mean((x - mean(x))^k)
      se <- sd(x) / sqrt(n)
      half <- if (n > 1) qt((1 + level) / 2, n - 1) * se else NA
      g1 <- if (n > 2) sqrt(n * (n - 1)) / (n - 2) * m(3) / m(2)^1.5 else NA
      g2 <- if (n > 3) (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (m(4) / m(2)^2 - 3) + 6) else NA
      se_g1 <- if (n > 2) sqrt(6 * n * (n - 1) / ((n - 2) * (n + 1) * (n + 3))) else NA
      se_g2 <- if (n > 3) 2 * se_g1 * sqrt((n^2 - 1) / ((n - 3) * (n + 5))) else NA
      quartiles <- quantile(x, c(0.25, 0.75), type = 7, names = FALSE)
      shapiro <- if (3 <= n && n <= 5000 && sd(x) > 0) shapiro.test(x) else list(statistic = NA, p.value = NA)
      add("descriptives", term, n = n, missing = missing, mean = mean(x), sd = sd(x), se = se, ci95_low = mean(x) - half,
          ci95_high = mean(x) + half, median = median(x), q1 = quartiles[1], q3 = quartiles[2],
          iqr = quartiles[2] - quartiles[1], min = min(x), max = max(x), skewness = g1, kurtosis = g2,
          se_skewness = se_g1, se_kurtosis = se_g2, shapiro_W = unname(shapiro$statistic), shapiro_p = shapiro$p.value)
    }
    cells_between <- expand.grid(c(lapply(factors, levels), list(arm = names(arm_names))), stringsAsFactors = FALSE)
    for (m in seq_len(nrow(measures))) {
      at <- if (length(occasion_names) > 1) occasion_names[[measures$occasion[m]]]
      for (w in names(within_names)) at <- c(at, within_names[[w]][[measures[m, w]]])
      for (i in seq_len(nrow(cells_between))) {
        own <- arm == cells_between$arm[i]
        of <- if (!is.na(arm_column)) arm_names[[cells_between$arm[i]]]
        for (f in names(factors)) {
          own <- own & !is.na(factors[[f]]) & factors[[f]] == cells_between[i, f]
          of <- c(of, factor_columns[[f]]$names[[cells_between[i, f]]])
        }
        term <- paste(c(of, at), collapse = ", ")
        if (any(own) || length(factors) == 0) describe(if (term == "") "(only)" else term, y[own, m])
      }
      if (length(arm_names) > 1 || length(factors) > 0) describe(paste(c("(all)", at), collapse = ", "), y[, m])
    }
  })

  # Effect sizes: how large is a difference in standard deviations? By everybody who has the scores that a row needs,
  # without covariates. Cohen's d and Hedges' g with limits by the noncentral t, Glass' delta (SD of the earlier arm),
  # probability of superiority; of changes also d_ppc2 (Morris, 2008); within participants d_z, g_z, d_av, d_rm (Lakens, 2013).
  for (pair in arm_pairs) for (at in occasions) attempt("effect_size", compare_groups("effect_size",
    paste(name_arms(pair), "|", occasion_names[[at]]), values_in(two_arms(pair)[1], at), values_in(two_arms(pair)[2], at)))
  for (b in both) attempt("effect_size_change", {
    of <- two_arms(b$arms); at <- occasions[c(b$occasions[["later"]], b$occasions[["earlier"]])]
    later <- rows_with(of[1], at); earlier <- rows_with(of[2], at)
    before <- pooled_sd(c(later[, 2], earlier[, 2]), rep(1:2, c(nrow(later), nrow(earlier))))
    changes <- list(later[, 1] - later[, 2], earlier[, 1] - earlier[, 2])
    compare_groups("effect_size_change", sprintf("(%s) x (%s)", name_occasions(b$occasions), name_arms(b$arms)), changes[[1]], changes[[2]],
      d_ppc2 = (1 - 3 / (4 * before[["df"]] - 1)) * (mean(changes[[1]]) - mean(changes[[2]])) / before[["sd"]])
  })
  for (own in groups_within) for (pair in occasion_pairs) attempt("effect_size", {
    rows <- rows_with(own, occasions[c(pair[["later"]], pair[["earlier"]])])
    test <- t.test(rows[, 1], rows[, 2], paired = TRUE, conf.level = level)
    n <- nrow(rows); change <- rows[, 1] - rows[, 2]
    d_z <- mean(change) / sd(change); limits <- t_limits(test$statistic, n - 1) / sqrt(n); r <- cor(rows[, 1], rows[, 2])
    add("effect_size", paste(name_occasions(pair), "|", group_name(own)), estimate = mean(change), ci95_low = test$conf.int[1],
        ci95_high = test$conf.int[2], t = unname(test$statistic), df = n - 1, p = test$p.value, d_z = d_z, d_z_ci95_low = limits[1],
        d_z_ci95_high = limits[2], g_z = hedges_j(n - 1) * d_z, d_av = mean(change) / mean(c(sd(rows[, 1]), sd(rows[, 2]))),
        d_rm = d_z * sqrt(2 * (1 - r)), r = r)
  })

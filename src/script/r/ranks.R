  # By ranks, arms: Mann-Whitney at each occasion and of each change; Kruskal-Wallis with Dunn's comparisons. Rank-biserial
  # correlation, Hodges-Lehmann estimate. Tables "Mann-Whitney", "Kruskal-Wallis".
  for (at in occasions) {
    for (pair in arm_pairs) attempt("mann_whitney", mann_whitney("mann_whitney",
      paste(name_arms(pair), "|", occasion_names[[at]]), values_in(two_arms(pair)[1], at), values_in(two_arms(pair)[2], at)))
    if (n_arms > 1) attempt("kruskal_wallis", {
      samples <- lapply(arms, function(own) to_rank(values_in(own, at)))
      x <- unlist(samples); g <- factor(rep(arms, lengths(samples)), arms); n <- length(x)
      if (length(unique(x)) < 2) stop("all values are equal")
      test <- kruskal.test(x, g); h <- unname(test$statistic)
      add("kruskal_wallis", occasion_names[[at]], H = h, df = unname(test$parameter), p = test$p.value,
          epsilon2 = h * (n + 1) / (n^2 - 1), eta2_H = (h - n_arms + 1) / (n - n_arms))
      ranks <- rank(x); ties <- table(ranks)
      variance <- n * (n + 1) / 12 - sum(ties^3 - ties) / (12 * (n - 1))
      m <- tapply(ranks, g, mean); size <- table(g)
      z <- vapply(arm_pairs, function(pair) { p <- pair; unname((m[p[["later"]]] - m[p[["earlier"]]]) /
        sqrt(variance * (1 / size[[p[["later"]]]] + 1 / size[[p[["earlier"]]]]))) }, 0)
      p <- 2 * pnorm(abs(z), lower.tail = FALSE)
      for (i in seq_along(z)) add("dunn", paste(arms_named[i], "|", occasion_names[[at]]), z = z[i], p = p[i],
        p_bonferroni = p.adjust(p, "bonferroni")[i], p_holm = p.adjust(p, "holm")[i], p_bh = p.adjust(p, "BH")[i])
    })
  }
  for (b in both) attempt("mann_whitney_change", mann_whitney("mann_whitney_change",
    sprintf("(%s) x (%s)", name_occasions(b$occasions), name_arms(b$arms)),
    change_in(two_arms(b$arms)[1], b$occasions), change_in(two_arms(b$arms)[2], b$occasions)))

  # By ranks, occasions: Friedman with Durbin-Conover comparisons, Wilcoxon's signed ranks; within all participants and
  # within each arm. Tables "Friedman", "Wilcoxon".
  if (n_occasions > 1) for (own in groups_within) {
    attempt("friedman", {
      rows <- to_rank(rows_with(own, occasions)); n <- nrow(rows); k <- ncol(rows)
      test <- friedman.test(rows)
      add("friedman", group_name(own), n = n, chi2 = unname(test$statistic), df = unname(test$parameter), p = test$p.value,
          kendall_W = unname(test$statistic) / (n * (k - 1)))
      ranks <- t(apply(rows, 1, rank)); sums <- colSums(ranks); df <- (n - 1) * (k - 1)
      error <- 2 * (n * sum(ranks^2) - sum(sums^2)) / df
      if (error > 1e-9) for (i in seq_along(occasion_pairs)) {
        pair <- occasion_pairs[[i]]
        t <- unname(sums[pair[["later"]]] - sums[pair[["earlier"]]]) / sqrt(error)
        add("durbin_conover", paste(occasions_named[i], "|", group_name(own)), t = t, df = df, p = 2 * pt(abs(t), df, lower.tail = FALSE))
      }
    })
    for (pair in occasion_pairs) attempt("wilcoxon", wilcoxon(paste(name_occasions(pair), "|", group_name(own)), change_in(own, pair)))
  }

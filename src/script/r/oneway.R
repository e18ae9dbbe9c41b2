  # Each occasion alone: do the arms differ there? Analysis of variance, Welch's and Brown and Forsythe's tests for unequal
  # variances, Games-Howell comparisons. Everybody who was measured at that occasion. Table "Each occasion alone".
  for (at in occasions) attempt("oneway_anova", {
    here <- !is.na(score[, at])
    x <- score[here, at]; g <- droplevels(arm[here]); k <- nlevels(g)
    if (k < 2) stop("one arm")
    named <- occasion_names[[at]]
    per <- sum(measures$occasion == at)
    table <- anova(lm(x ~ g))
    ss <- per * table[["Sum Sq"]]; df <- table[["Df"]]; ms <- ss[2] / df[2]
    add("oneway_anova", named, SS = ss[1], df1 = df[1], error_SS = ss[2], df2 = df[2], F = table[["F value"]][1], p = table[["Pr(>F)"]][1],
        eta2 = ss[1] / sum(ss), omega2 = (ss[1] - df[1] * ms) / (sum(ss) + ms), cohen_f = sqrt(ss[1] / ss[2]))
    n <- tapply(x, g, length); m <- tapply(x, g, mean); v <- tapply(x, g, var)
    if (all(n > 1) && all(v > 0)) {
      welch <- oneway.test(x ~ g)
      add("welch_anova", named, F = unname(welch$statistic), df1 = unname(welch$parameter[1]), df2 = unname(welch$parameter[2]), p = welch$p.value)
    }
    part <- (1 - n / sum(n)) * v
    f <- sum(n * (m - mean(x))^2) / sum(part); df2 <- sum(part)^2 / sum(part^2 / (n - 1))
    add("brown_forsythe_anova", named, F = f, df1 = k - 1, df2 = df2, p = pf(f, k - 1, df2, lower.tail = FALSE))
    for (pair in pairs_of(k)) {
      j <- pair[["later"]]; i <- pair[["earlier"]]
      own <- v[c(i, j)] / n[c(i, j)]
      se <- sqrt(sum(own)); df <- sum(own)^2 / sum(own^2 / (n[c(i, j)] - 1)); t <- unname(m[j] - m[i]) / se
      critical <- if (k == 2) qt((1 + level) / 2, df) else range_quantile(k, df) / sqrt(2)
      add("games_howell", paste(arm_names[levels(g)[j]], "-", arm_names[levels(g)[i]], "|", named), estimate = unname(m[j] - m[i]), se = se,
          df = df, t = t, p = if (k == 2) 2 * pt(abs(t), df, lower.tail = FALSE) else ptukey(abs(t) * sqrt(2), k, df, lower.tail = FALSE),
          ci95_low = t * se - critical * se, ci95_high = t * se + critical * se)
    }
  })

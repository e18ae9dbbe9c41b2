  # Analysis of covariance: do the arms differ at a later occasion, among participants who started alike? Everybody who was
  # measured then and at the first occasion. Type III tests, slopes, adjusted means at the mean of the first occasion,
  # comparisons of them, also with HC3 standard errors. Chapter "Analysis of covariance".
  if (n_arms > 1 && n_occasions > 1 && occasions[1] == names(occasion_names)[1]) for (at in occasions[-1]) attempt("ancova", {
    here <- complete.cases(score[, c(occasions[1], at)])
    for (column in c(factors, covariates)) here <- here & !is.na(column)
    d <- data.frame(later = score[here, at], group = droplevels(arm[here]), baseline = score[here, occasions[1]] - mean(score[here, occasions[1]]))
    for (f in names(factors)) d[[f]] <- droplevels(factors[[f]][here])
    for (x in names(covariates)) d[[x]] <- covariates[[x]][here] - mean(covariates[[x]][here])
    own_arms <- levels(d$group); k <- length(own_arms)
    crossed <- c("group", names(factors)[vapply(names(factors), function(f) nlevels(d[[f]]) > 1, TRUE)])
    right_there <- paste(c(paste(crossed, collapse = " * "), names(covariates), "baseline"), collapse = " + ")
    a <- lm(as.formula(paste("later ~", right_there)), d)
    named <- occasion_names[[at]]; per <- sum(measures$occasion == at); n <- nrow(d)
    tests <- car::Anova(a, type = 3)
    ss_error <- tests["Residuals", "Sum Sq"]; df2 <- tests["Residuals", "Df"]
    for (term in setdiff(rownames(tests), c("(Intercept)", "Residuals"))) {
      ss <- tests[term, "Sum Sq"]; df1 <- tests[term, "Df"]
      add("ancova", paste(if (term == "baseline") "baseline" else rename(term), "|", named), SS = per * ss, df1 = df1, df2 = df2,
          F = tests[term, "F value"], p = tests[term, "Pr(>F)"], partial_eta2 = ss / (ss + ss_error),
          partial_omega2 = (ss - df1 * ss_error / df2) / (ss + (n - df1) * ss_error / df2))
    }
    slopes_differ <- anova(a, update(a, . ~ . + group:baseline))
    add("ancova_slopes", named, F = slopes_differ[2, "F"], df1 = slopes_differ[2, "Df"], df2 = slopes_differ[2, "Res.Df"], p = slopes_differ[2, "Pr(>F)"])
    adjusted <- suppressMessages(emmeans(a, "group"))
    means <- as.data.frame(summary(adjusted, infer = c(TRUE, FALSE), level = level))
    for (i in seq_len(k)) add("ancova_means", paste(arm_names[own_arms[i]], "|", named), estimate = means$emmean[i], se = means$SE[i],
                              df = means$df[i], ci95_low = means$lower.CL[i], ci95_high = means$upper.CL[i])
    here_pairs <- pairs_of(k)
    terms <- vapply(here_pairs, function(p) paste(arm_names[own_arms[p[["later"]]]], "-", arm_names[own_arms[p[["earlier"]]]], "|", named), "")
    weights_of <- stats::setNames(lapply(here_pairs, minus, k = k), terms)
    e <- as.data.frame(summary(contrast(adjusted, weights_of), infer = c(TRUE, TRUE), level = level, adjust = "none"))
    # The adjusted difference by the SD at the later occasion as it stands, pooled within the two arms.
    sizes <- vapply(seq_along(here_pairs), function(i) {
      rows <- d$group %in% own_arms[here_pairs[[i]]]
      pooled <- pooled_sd(d$later[rows], d$group[rows])
      size <- e$estimate[i] / pooled[["sd"]]
      half <- qt((1 + level) / 2, e$df[i]) * sqrt((e$SE[i] / pooled[["sd"]])^2 + size^2 / (2 * pooled[["df"]]))
      c(size, size - half, size + half)
    }, numeric(3))
    add_family("ancova_pairwise", terms, e$estimate, e$SE, e$df, k,
               extra = list(d_adjusted = sizes[1, ], d_adjusted_ci95_low = sizes[2, ], d_adjusted_ci95_high = sizes[3, ]))
    # HC3: each participant's own squared residual, enlarged by its leverage.
    x <- model.matrix(a); inverse <- solve(crossprod(x))
    hc3 <- inverse %*% crossprod(x * (residuals(a) / (1 - hatvalues(a)))) %*% inverse
    rows <- t(vapply(weights_of, function(w) drop(w %*% adjusted@linfct), numeric(ncol(x))))
    add_family("ancova_pairwise_hc3", terms, e$estimate, sqrt(diag(rows %*% hc3 %*% t(rows))), e$df)
  })

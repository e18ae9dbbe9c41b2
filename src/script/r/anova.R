  # Analysis of variance: do the arms differ, do the occasions, do the arms change differently (group:occasion)? Table
  # "Analysis of variance": type III and type II, each test within participants also with Greenhouse-Geisser and
  # Huynh-Feldt degrees of freedom; partial and generalised eta squared, partial omega squared, Cohen's f.
  if (!is.null(fit)) {
    attempt("mixed_anova", {
      effects <- anova_table(fit, within)
      for (i in seq_len(nrow(effects))) add("mixed_anova", rename(effects$term[i]), effects[i, anova_statistics])
      # Sphericity: Mauchly's test and the epsilons, of each stratum within participants.
      for (i in which(effects$term == effects$stratum)) add("sphericity", rename(effects$term[i]), effects[i, sphericity_statistics])
    })
    attempt("mixed_anova_type2", {
      effects <- anova_table(fit_by_type(2), within)
      for (i in seq_len(nrow(effects))) add("mixed_anova_type2", rename(effects$term[i]), effects[i, anova_statistics])
    })
    # Multivariate tests, which need no sphericity: Pillai, Wilks, Hotelling-Lawley, Roy.
    if (inherits(fit$Anova, "Anova.mlm")) attempt("multivariate", {
      of_car <- fit$Anova
      for (term in of_car$terms[of_car$terms %in% effects$term[effects$stratum != ""]]) {
        roots <- Re(eigen(qr.coef(qr(of_car$SSPE[[term]]), of_car$SSP[[term]]), symmetric = FALSE)$values)
        tests <- list(Pillai = stats:::Pillai, Wilks = stats:::Wilks, `Hotelling-Lawley` = stats:::HL, Roy = stats:::Roy)
        for (test in names(tests)) {
          found <- tests[[test]](roots, of_car$df[[term]], of_car$error.df)
          add("multivariate", sprintf("%s [%s]", rename(term), test), statistic = found[1], F = found[2], df1 = found[3],
              df2 = found[4], p = pf(found[2], found[3], found[4], lower.tail = FALSE))
        }
      }
    })
  }

  # The same comparisons where the arms may have unequal variances: each arm's own, degrees of freedom of Welch and
  # Satterthwaite. Not where covariates or cells without participants would need a model.
  if (sum(used) > 1 && length(covariates) == 0) attempt("comparisons with unequal variances", {
    filled <- table(c(list(arm = factor(arm[used], arms)), lapply(factors, function(f) droplevels(f[used]))))
    if (any(filled == 0)) stop("some combinations of factors have no participants")
    share <- 1 / (length(filled) / n_arms)
    welch <- function(of_arms, of_occasions) {
      x <- drop(score[used, occasions, drop = FALSE] %*% of_occasions)
      c_cell <- share * tapply(of_arms[match(arm[used], arms)], cell, `[`, 1)
      n <- tapply(x, cell, length); v <- ifelse(c_cell == 0, 0, c_cell^2 * tapply(x, cell, var) / n)
      parts <- v > 0 | is.na(v)
      c(estimate = sum(c_cell * tapply(x, cell, mean)), se = sqrt(sum(v)), df = sum(v)^2 / sum(v[parts]^2 / (n[parts] - 1)))
    }
    family <- function(method, terms, of_arms, of_occasions, extra = none) {
      if (length(terms) == 0) return()
      e <- mapply(welch, of_arms, of_occasions)
      add_family(method, terms, e["estimate", ], e["se", ], e["df", ], extra = extra(e["estimate", ]))
    }
    over_arms <- list(rep(1 / n_arms, n_arms)); over_occasions <- list(rep(1 / n_occasions, n_occasions))
    between_arms <- lapply(arm_pairs, minus, k = n_arms); between_occasions <- lapply(occasion_pairs, minus, k = n_occasions)
    family("pairwise_unequal", arms_named, between_arms, over_occasions, if (n_occasions == 1) sizes_at(occasions) else none)
    if (n_occasions > 1 && n_arms > 1) for (t in seq_len(n_occasions))
      family("pairwise_unequal", paste(arms_named, occasion_names[occasions[t]], sep = " | "), between_arms,
             list(unit(n_occasions, t)), sizes_at(occasions[t]))
    family("pairwise_unequal", occasions_named, over_arms, between_occasions)
    if (n_occasions > 1 && n_arms > 1) for (i in seq_len(n_arms))
      family("pairwise_unequal", paste(occasions_named, arm_names[arms[i]], sep = " | "), list(unit(n_arms, i)), between_occasions)
    family("change_difference_unequal", changes_named, lapply(both, function(b) minus(n_arms, b$arms)),
           lapply(both, function(b) minus(n_occasions, b$occasions)), sizes_of_change)
  })

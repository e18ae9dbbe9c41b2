  # Means that the model expects, and every comparison of them. The error of a comparison is its own (the multivariate
  # model: SPSS EMMEANS COMPARE, JASP unpooled, jamovi); methods named _pooled take the pooled errors of the univariate
  # model. Tables "Means by the model", "Comparisons" and "Differences in change". Later minus earlier throughout.
  if (!is.null(fit)) attempt("comparisons", {
    grid_by <- list(grid = c(if (n_arms > 1) "group", if (n_occasions > 1) "occasion"))$grid
    if (length(grid_by) == 0) stop("one arm, one occasion")
    all_arms <- rep(1 / n_arms, n_arms); all_occasions <- rep(1 / n_occasions, n_occasions)
    # Weights over arms and over occasions become weights over the cells.
    weights <- function(of_arms, of_occasions) as.vector(outer(of_arms, of_occasions))
    for (error in c("multivariate", "univariate")) attempt(paste(error, "comparisons"), {
      ending <- if (error == "univariate") "_pooled" else ""
      cells_of <- suppressMessages(emmeans(fit, grid_by, model = error))
      estimates <- function(list_of_weights) {
        found <- contrast(cells_of, stats::setNames(list_of_weights, paste0("k", seq_along(list_of_weights))))
        as.data.frame(summary(found, infer = c(TRUE, TRUE), level = level, adjust = "none"))
      }
      family <- function(method, terms, list_of_weights, means = NA, extra = none) {
        if (length(terms) == 0) return()
        e <- estimates(list_of_weights)
        add_family(paste0(method, ending), terms, e$estimate, e$SE, e$df, means, extra = extra(e$estimate))
      }

      # Means of arms, of occasions, of cells.
      if (error == "multivariate") {
        add_means <- function(terms, list_of_weights) {
          e <- estimates(list_of_weights)
          for (i in seq_along(terms)) add("marginal_means", terms[i], estimate = e$estimate[i], se = e$SE[i], df = e$df[i],
                                          ci95_low = e$lower.CL[i], ci95_high = e$upper.CL[i])
        }
        several <- length(occasion_names) > 1
        if (!is.na(arm_column)) add_means(arm_names[arms], lapply(seq_len(n_arms), function(i) weights(unit(n_arms, i), all_occasions)))
        if (several) add_means(occasion_names[occasions], lapply(seq_len(n_occasions), function(t) weights(all_arms, unit(n_occasions, t))))
        if (several && !is.na(arm_column)) for (t in seq_len(n_occasions))
          add_means(paste(arm_names[arms], occasion_names[occasions[t]], sep = ", "),
                    lapply(seq_len(n_arms), function(i) weights(unit(n_arms, i), unit(n_occasions, t))))
      }

      # Arms over all occasions, arms at each occasion: each occasion is a family.
      by_arms <- function(w) lapply(arm_pairs, function(pair) weights(minus(n_arms, pair), w))
      family("pairwise", arms_named, by_arms(all_occasions), n_arms, if (n_occasions == 1) sizes_at(occasions) else none)
      if (n_occasions > 1) for (t in seq_len(n_occasions))
        family("pairwise", if (n_arms > 1) paste(arms_named, occasion_names[occasions[t]], sep = " | "),
               by_arms(unit(n_occasions, t)), n_arms, sizes_at(occasions[t]))

      # Occasions over all arms, occasions within each arm: each arm is a family.
      by_occasions <- function(w) lapply(occasion_pairs, function(pair) weights(w, minus(n_occasions, pair)))
      family("pairwise", occasions_named, by_occasions(all_arms), n_occasions)
      if (n_arms > 1) for (i in seq_len(n_arms))
        family("pairwise", if (n_occasions > 1) paste(occasions_named, arm_names[arms[i]], sep = " | "),
               by_occasions(unit(n_arms, i)), n_occasions)

      # Differences in change, all of them one family.
      family("change_difference", changes_named,
             lapply(both, function(b) weights(minus(n_arms, b$arms), minus(n_occasions, b$occasions))), extra = sizes_of_change)

      # Trends over the occasions, taken as equally spaced: of all arms, within each, and their differences.
      if (n_occasions > 1) {
        whose <- c(list(all_arms), if (n_arms > 1) lapply(seq_len(n_arms), unit, k = n_arms), lapply(arm_pairs, minus, k = n_arms))
        ends <- c("", if (n_arms > 1) paste(" |", arm_names[arms]), if (n_arms > 1) sprintf(" x (%s)", arms_named))
        polynomials <- emmeans:::poly.emmc(seq_len(n_occasions))
        for (degree in names(polynomials)) {
          e <- estimates(lapply(whose, weights, polynomials[[degree]]))
          for (i in seq_along(whose)) add(paste0("trend", ending), paste0(degree, ends[i]), estimate = e$estimate[i], se = e$SE[i],
            df = e$df[i], t = e$t.ratio[i], p = e$p.value[i], ci95_low = e$lower.CL[i], ci95_high = e$upper.CL[i])
        }
      }

      # Simple effects: the arms at each occasion by F, the occasions within each arm by Hotelling's T squared (as SPSS).
      if (error == "multivariate" && n_arms > 1 && n_occasions > 1) {
        joint <- function(list_of_weights) {
          found <- contrast(cells_of, stats::setNames(list_of_weights, paste0("k", seq_along(list_of_weights))))
          b <- summary(found)$estimate
          drop(b %*% solve(vcov(found), b))
        }
        for (t in seq_len(n_occasions)) {
          k <- n_arms - 1
          f <- joint(lapply(seq_len(k) + 1, function(i) weights(unit(n_arms, i) - unit(n_arms, 1), unit(n_occasions, t)))) / k
          add("simple_effects", paste("group |", occasion_names[occasions[t]]), F = f, df1 = k, df2 = nu,
              p = pf(f, k, nu, lower.tail = FALSE), partial_eta2 = f * k / (f * k + nu))
        }
        k <- n_occasions - 1
        if (nu >= k) for (i in seq_len(n_arms)) {
          t2 <- joint(lapply(seq_len(k) + 1, function(t) weights(unit(n_arms, i), unit(n_occasions, t) - unit(n_occasions, 1))))
          f <- t2 * (nu - k + 1) / (nu * k)
          add("simple_effects", paste("occasion |", arm_names[arms[i]]), F = f, df1 = k, df2 = nu - k + 1,
              p = pf(f, k, nu - k + 1, lower.tail = FALSE), partial_eta2 = t2 / (t2 + nu))
        }
      }
    })
  })

  # Each arm alone, and all participants as one group: do the occasions differ there? Repeated-measures analysis of
  # variance without other arms' error, and paired t tests. Table "Each arm alone".
  for (own in groups_within) attempt("rm_anova", {
    rows <- if (is.na(own)) rep(TRUE, n_people) else arm == own
    rows <- which(rows & rowSums(is.na(y[, in_model, drop = FALSE])) == 0)
    alone <- data.frame(id = factor(rep(rows, sum(in_model))), y = as.vector(y[rows, in_model]))
    for (w in names(measures)) alone[[w]] <- factor(rep(measures[in_model, w], each = length(rows)), unique(measures[in_model, w]))
    own_within <- c("occasion", names(within_names)[lengths(within_names) > 1])
    a <- suppressWarnings(suppressMessages(aov_car(
      as.formula(sprintf("y ~ 1 + Error(id / (%s))", paste(own_within, collapse = " * "))), alone, type = 3, include_aov = FALSE)))
    effect <- subset(anova_table(a, own_within), term == "occasion")
    add("rm_anova", group_name(own), effect[c("SS", "df1", "error_SS", "df2", "F", "p", "partial_eta2", "generalized_eta2",
      "partial_omega2", "mauchly_W", "mauchly_p", "epsilon_gg", "epsilon_hf", "p_gg", "p_hf")])
  })
  for (own in groups_within) attempt("paired_t", {
    rows <- rows_with(own, occasions)
    if (nrow(rows) < 2) stop("fewer than two participants in ", group_name(own))
    tests <- lapply(occasion_pairs, function(pair) t.test(rows[, pair[["later"]]], rows[, pair[["earlier"]]], paired = TRUE, conf.level = level))
    add_family("paired_t", paste(occasions_named, group_name(own), sep = " | "), vapply(tests, function(t) unname(t$estimate), 0),
               vapply(tests, `[[`, 0, "stderr"), vapply(tests, function(t) unname(t$parameter), 0), n_occasions)
  })

  # The repeated-measures model: one row for each participant and measure, factors named by their codes (a1 is the first
  # arm, t1 the first occasion). Covariates are centred at their mean.
  fit <- NULL
  between <- c(if (n_arms > 1) "group", names(factors)[vapply(factors, function(f) nlevels(droplevels(f[used])) > 1, TRUE)])
  slopes <- names(covariates)[vapply(covariates, function(x) length(unique(x[used])) > 1, TRUE)]
  within <- c(if (n_occasions > 1) "occasion", names(within_names)[lengths(within_names) > 1])
  terms_of <- c(between, within)
  label_of <- c(group = "group", occasion = "occasion", vapply(factor_columns, `[[`, "", "column"),
                unlist(covariate_columns), within_titles)
  rename <- function(term) paste(label_of[strsplit(term, ":")[[1]]], collapse = ":")
  if (sum(used) > 1) attempt("mixed_anova", {
    long <- data.frame(id = factor(rep(which(used), sum(in_model))), group = factor(rep(arm[used], sum(in_model)), arms),
                       y = as.vector(y[used, in_model]))
    for (f in names(factors)) long[[f]] <- rep(droplevels(factors[[f]][used]), sum(in_model))
    for (x in slopes) long[[x]] <- rep(covariates[[x]][used] - mean(covariates[[x]][used]), sum(in_model))
    for (w in names(measures)) long[[w]] <- factor(rep(measures[in_model, w], each = sum(used)), unique(measures[in_model, w]))
    right <- paste(c(if (length(between) > 0) paste(between, collapse = " * "), slopes, if (length(c(between, slopes)) == 0) "1"),
                   collapse = " + ")
    error <- if (length(within) > 0) sprintf("Error(id / (%s))", paste(within, collapse = " * ")) else "Error(id)"
    model <- as.formula(sprintf("y ~ %s + %s", right, error))
    if (length(c(between, slopes, within)) > 0) {
      fit_by_type <- function(type) suppressWarnings(suppressMessages(
        aov_car(model, long, type = type, factorize = FALSE, include_aov = TRUE)))
      fit <- fit_by_type(3)
    }
  })
  nu <- if (is.null(fit)) NA else sum(used) - qr(model.matrix(as.formula(paste("~", right)), long[seq_len(sum(used)), ]))$rank

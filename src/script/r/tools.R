# ---- Tools -----------------------------------------------------------------------------------------------------------

# Numbers are collected as the report's numbers.csv has them: outcome, method, term, statistic, value.
collected <- list()
add <- function(.method, .term, ...) {
  values <- unlist(list(...))
  values <- values[is.finite(values)]
  if (length(values) > 0) collected[[length(collected) + 1]] <<- data.frame(
    outcome = outcome_name, method = .method, term = .term, statistic = names(values), value = unname(values),
    row.names = NULL)
}

# What a block cannot give is left out, and why is said.
attempt <- function(method, block) tryCatch(block, error = function(problem)
  message(outcome_name, ", ", method, " is left out: ", conditionMessage(problem)))

# All pairs of k levels, the later one first.
pairs_of <- function(k) {
  if (k < 2) return(list())
  do.call(c, lapply(seq_len(k - 1), function(i) lapply((i + 1):k, function(j) c(later = j, earlier = i))))
}
unit <- function(k, i) as.numeric(seq_len(k) == i)
minus <- function(k, pair) unit(k, pair[["later"]]) - unit(k, pair[["earlier"]])

# Noncentrality at which F stands at probability p of its distribution.
noncentrality <- function(f, df1, df2, p) {
  beyond <- function(ncp) pf(f, df1, df2, ncp = ncp) - p
  if (beyond(0) < 0) return(0)
  high <- max(1, f * df1)
  while (beyond(high) > 0) high <- 2 * high
  uniroot(beyond, c(0, high), tol = 1e-12)$root
}

# The studentised range's upper quantile of the level; qtukey alone is right to four digits.
range_quantile <- function(means, df) mapply(function(df) {
  near <- qtukey(level, means, df)
  uniroot(function(q) ptukey(q, means, df, lower.tail = FALSE) - (1 - level), near * c(0.9, 1.1), tol = 1e-12)$root
}, df)

# Rows of estimates that are adjusted as one family; `means`: how many means there are, where the rows are all their pairs.
add_family <- function(method, terms, estimate, se, df, means = NA, size = length(terms), extra = list()) {
  t <- estimate / se
  p <- 2 * pt(abs(t), df, lower.tail = FALSE)
  limits <- function(critical) list(low = estimate - critical * se, high = estimate + critical * se)
  quantile <- function(alpha) qt(alpha / 2, df, lower.tail = FALSE)
  alpha <- 1 - level
  own <- limits(quantile(alpha)); bonferroni <- limits(quantile(alpha / size)); sidak <- limits(quantile(-expm1(log1p(-alpha) / size)))
  tukey <- list(p = rep(NA, length(t)), low = NA, high = NA)
  if (!is.na(means)) tukey <- c(list(p = ptukey(abs(t) * sqrt(2), means, df, lower.tail = FALSE)),
                                limits(range_quantile(means, df) / sqrt(2)))
  if (!is.na(means) && means == 2) tukey <- c(list(p = p), own)
  table <- data.frame(estimate, se, df, t, p, ci95_low = own$low, ci95_high = own$high,
    p_bonferroni = p.adjust(p, "bonferroni", size), p_holm = p.adjust(p, "holm", size), p_bh = p.adjust(p, "BH", size),
    p_sidak = -expm1(size * log1p(-p)), p_tukey = tukey$p,
    ci95_bonferroni_low = bonferroni$low, ci95_bonferroni_high = bonferroni$high,
    ci95_sidak_low = sidak$low, ci95_sidak_high = sidak$high, ci95_tukey_low = tukey$low, ci95_tukey_high = tukey$high)
  for (statistic in names(extra)) table[[statistic]] <- extra[[statistic]]
  for (i in seq_along(terms)) add(method, terms[i], table[i, ])
}

# Hedges' exact correction of a standardised difference.
hedges_j <- function(df) if (df > 1) exp(lgamma(df / 2) - log(sqrt(df / 2)) - lgamma((df - 1) / 2)) else NA

# The SD within groups, pooled, and its degrees of freedom.
pooled_sd <- function(y, group) {
  group <- droplevels(factor(group))
  squares <- sum((y - ave(y, group))^2)
  df <- length(y) - nlevels(group)
  c(sd = if (squares > 0) sqrt(squares / df) else NA, df = df)
}

# The table of effects of a model of afex, which asks car for it. `stratum`: the factors within participants of an effect.
anova_table <- function(a, factors_within) {
  of_car <- a$Anova
  sphericity <- corrections <- NULL
  if (inherits(of_car, "Anova.mlm")) {
    printed <- suppressWarnings(summary(of_car, multivariate = FALSE))  # which says that an epsilon above 1 is taken as 1
    u <- printed$univariate.tests
    tests <- data.frame(term = rownames(u), SS = u[, "Sum Sq"], df1 = u[, "num Df"], error_SS = u[, "Error SS"],
                        df2 = u[, "den Df"], F = u[, "F value"], p = u[, "Pr(>F)"])
    corrections <- printed$pval.adjustments; sphericity <- printed$sphericity.tests
  } else {
    u <- of_car[rownames(of_car) != "Residuals", ]
    tests <- data.frame(term = rownames(u), SS = u[["Sum Sq"]], df1 = u[["Df"]], error_SS = of_car["Residuals", "Sum Sq"],
                        df2 = of_car["Residuals", "Df"], F = u[["F value"]], p = u[["Pr(>F)"]])
  }
  tests$stratum <- vapply(strsplit(tests$term, ":"), function(part) paste(part[part %in% factors_within], collapse = ":"), "")
  # Degrees of freedom of the participants, and the errors of all strata.
  nu <- tests$df2[tests$stratum == ""][1]
  n <- length(unique(a$data$long$id))
  errors <- sum(tests$error_SS[!duplicated(tests$stratum)])
  people <- tests$error_SS[tests$stratum == ""][1]
  tests <- tests[tests$term != "(Intercept)", ]
  is_within <- tests$stratum != ""
  d <- tests$df2 / nu
  known <- is_within & (d == 1 | tests$term %in% rownames(corrections))
  epsilon <- function(column) vapply(seq_len(nrow(tests)), function(i)
    if (!known[i]) NA else if (d[i] == 1) 1 else min(1, corrections[tests$term[i], column]), 0)
  tests <- within(tests, {
    MS <- SS / df1; error_MS <- error_SS / df2
    partial_eta2 <- SS / (SS + error_SS); generalized_eta2 <- SS / (SS + errors); cohen_f <- sqrt(SS / error_SS)
    partial_omega2 <- (SS - df1 * error_MS) / (SS + error_SS + ifelse(is_within, people + people / nu, error_MS))
    low <- mapply(noncentrality, F, df1, df2, 0.95); partial_eta2_ci90_low <- low / (low + df2)
    high <- mapply(noncentrality, F, df1, df2, 0.05); partial_eta2_ci90_high <- high / (high + df2)
    epsilon_gg <- epsilon("GG eps"); epsilon_hf <- epsilon("HF eps"); epsilon_lower_bound <- ifelse(known, 1 / d, NA)
    epsilon_hf_original <- ifelse(!is_within, NA, ifelse(d == 1, 1, pmin(1, (n * d * epsilon_gg - 2) / (d * (nu - d * epsilon_gg)))))
    df1_gg <- epsilon_gg * df1; df2_gg <- epsilon_gg * df2; p_gg <- pf(F, df1_gg, df2_gg, lower.tail = FALSE)
    df1_hf <- epsilon_hf * df1; df2_hf <- epsilon_hf * df2; p_hf <- pf(F, df1_hf, df2_hf, lower.tail = FALSE)
    p_hf_original <- pf(F, epsilon_hf_original * df1, epsilon_hf_original * df2, lower.tail = FALSE)
    p_lower_bound <- pf(F, epsilon_lower_bound * df1, epsilon_lower_bound * df2, lower.tail = FALSE)
  })
  of_mauchly <- function(column) if (is.null(sphericity)) NA else sphericity[match(tests$term, rownames(sphericity)), column]
  tests$mauchly_W <- of_mauchly("Test statistic"); tests$mauchly_p <- of_mauchly("p-value")
  tests
}
anova_statistics <- c("SS", "df1", "MS", "error_SS", "df2", "error_MS", "F", "p", "partial_eta2", "partial_eta2_ci90_low",
  "partial_eta2_ci90_high", "generalized_eta2", "partial_omega2", "cohen_f", "df1_gg", "df2_gg", "p_gg", "df1_hf", "df2_hf",
  "p_hf", "p_hf_original", "p_lower_bound")
sphericity_statistics <- c("mauchly_W", "mauchly_p", "epsilon_gg", "epsilon_hf", "epsilon_hf_original", "epsilon_lower_bound")

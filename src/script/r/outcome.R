  outcome_name <- outcomes[[o]]$name
  y <- scores[[o]]

  # Occasions at which somebody was measured; participants who have everything the repeated-measures model needs; the
  # arms that they are in.
  present <- tapply(colSums(!is.na(y)) > 0, factor(measures$occasion, names(occasion_names)), all)
  occasions <- names(occasion_names)[present]
  if (length(occasions) == 0) next
  in_model <- measures$occasion %in% occasions
  used <- rowSums(is.na(y[, in_model, drop = FALSE])) == 0
  for (column in c(factors, covariates)) used <- used & !is.na(column)
  arms <- names(arm_names)[table(arm[used]) > 0]
  if (!any(used)) message(outcome_name, ": nobody has every value")
  n_arms <- length(arms); n_occasions <- length(occasions)

  # Names as the report has them.
  arm_pairs <- pairs_of(n_arms); occasion_pairs <- pairs_of(n_occasions)
  name_arms <- function(pair) paste(arm_names[arms[pair[["later"]]]], "-", arm_names[arms[pair[["earlier"]]]])
  name_occasions <- function(pair) paste(occasion_names[occasions[pair[["later"]]]], "-", occasion_names[occasions[pair[["earlier"]]]])

  # Each participant's score at each occasion: the mean over further conditions.
  score <- sapply(occasions, function(at) rowMeans(y[, measures$occasion == at, drop = FALSE]))
  score <- matrix(score, nrow = n_people, dimnames = list(NULL, occasions))

  # The scores of an arm (NA: of everybody) at some occasions, for whoever has them all.
  rows_with <- function(arm_code, at) {
    rows <- score[if (is.na(arm_code)) rep(TRUE, n_people) else arm == arm_code, at, drop = FALSE]
    rows[complete.cases(rows), , drop = FALSE]
  }
  values_in <- function(arm_code, at) rows_with(arm_code, at)[, 1]
  change_in <- function(arm_code, pair) {
    rows <- rows_with(arm_code, occasions[c(pair[["later"]], pair[["earlier"]])])
    change <- rows[, 1] - rows[, 2]
    # What rounding leaves of equal scores is no change.
    change[abs(change) <= 1e-11 * pmax(abs(rows[, 1]), abs(rows[, 2]))] <- 0
    change
  }
  group_name <- function(arm_code) if (is.na(arm_code)) "(all)" else arm_names[[arm_code]]
  groups_within <- if (n_arms > 1) c(NA, arms) else NA

  # The rows of the tables of comparisons, and their standardised differences: Hedges' g by the SD at that occasion pooled
  # within the two arms; of a change by the SD of all arms at the first occasion, and d_ppc2
  # (Morris, 2008) by that of the two arms at the earlier one.
  arms_named <- vapply(arm_pairs, name_arms, "")
  occasions_named <- vapply(occasion_pairs, name_occasions, "")
  both <- do.call(c, lapply(occasion_pairs, function(o) lapply(arm_pairs, function(a) list(occasions = o, arms = a))))
  changes_named <- vapply(both, function(b) sprintf("(%s) x (%s)", name_occasions(b$occasions), name_arms(b$arms)), "")
  cell <- interaction(c(list(arm[used]), lapply(unname(factors), function(f) f[used])), drop = TRUE)
  two_arms <- function(pair) arms[c(pair[["later"]], pair[["earlier"]])]
  spread <- function(at, of) pooled_sd(score[used, at][arm[used] %in% of], arm[used][arm[used] %in% of])
  none <- function(estimate) list()
  sizes_at <- function(at) function(estimate) list(hedges_g = unlist(Map(function(e, pair) {
    pooled <- spread(at, two_arms(pair))
    e / pooled[["sd"]] * hedges_j(pooled[["df"]])
  }, estimate, arm_pairs)))
  sizes_of_change <- function(estimate) {
    first <- spread(occasions[1], arms)
    morris <- function(e, b) {
      pooled <- spread(occasions[b$occasions[["earlier"]]], two_arms(b$arms))
      e / pooled[["sd"]] * (1 - 3 / (4 * pooled[["df"]] - 1))
    }
    list(hedges_g = estimate / first[["sd"]] * hedges_j(first[["df"]]), d_ppc2 = unlist(Map(morris, estimate, both)))
  }

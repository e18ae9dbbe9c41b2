
# Exact permutation tests of rank sums, ties included: the chance of a sum as far from its mean as the one found, and the
# smallest distance from the mean whose chance is below the significance level, from which the limits come.
exact <- function(chance, sums, expected, distance) {
  chance <- chance / sum(chance); away <- abs(sums - expected)
  possible <- sort(unique(round(away[chance > 0], 6)), decreasing = TRUE)
  beyond <- vapply(possible, function(at) sum(chance[away >= at - 1e-6]), 0)
  reached <- possible[beyond < (1 - level) * (1 - 1e-9)]
  list(p = min(1, sum(chance[away >= distance - 1e-6])), critical = if (length(reached)) min(reached) / 2 else Inf)
}
exact_two_samples <- function(ranks, n1) {
  doubled <- round(2 * ranks); total <- sum(doubled); n <- length(doubled)
  sum1 <- sum(doubled[seq_len(n1)])
  small <- min(n1, n - n1)
  if (n * small * total > 2e8) return(list(p = NA, critical = NA))
  width <- sum(sort(doubled, decreasing = TRUE)[seq_len(small)]) + 1
  chance <- matrix(0, small + 1, width); chance[1, 1] <- 1
  for (seen in seq_len(n)) for (taken in rev(seq_len(min(small, seen)))) {
    rank <- doubled[seen]
    if (rank < width) chance[taken + 1, (rank + 1):width] <- chance[taken + 1, (rank + 1):width] +
      chance[taken, 1:(width - rank)] * (small - taken + 1) / n
  }
  last <- chance[small + 1, ]
  exact(last, seq_len(width) - 1, total * small / n, abs(sum1 - total * n1 / n))
}
exact_signed <- function(ranks, v) {
  doubled <- round(2 * ranks); total <- sum(doubled)
  chance <- c(1, rep(0, total))
  for (rank in doubled) chance <- (chance + c(rep(0, rank), chance[seq_len(total + 1 - rank)])) / 2
  exact(chance, 0:total, total / 2, abs(2 * v - total / 2))
}
# The interval of Hodges and Lehmann's estimate: order statistics of the sorted differences (or Walsh averages).
# Exact where p is; none where so few values cannot reach the level.
hodges_lehmann <- function(differences, expected, sd, critical) {
  sorted <- sort(differences)
  place <- floor(expected - (if (is.na(critical)) qnorm((1 + level) / 2) * sd else critical) + 1e-6)
  inside <- !is.na(place) && place >= 0
  c(hodges_lehmann = median(sorted), hodges_lehmann_ci95_low = if (inside) sorted[place + 1] else NA,
    hodges_lehmann_ci95_high = if (inside) sorted[length(sorted) - place] else NA)
}
# Values are ranked by eleven significant digits, so that ties among decimal numbers are ties in any unit.
to_rank <- function(values) signif(values, 11)
mann_whitney <- function(method, term, first, second) {
  if (length(first) == 0 || length(second) == 0) return()
  x <- to_rank(first); y <- to_rank(second); n1 <- length(x); n2 <- length(y); n <- n1 + n2
  ranks <- rank(c(x, y)); ties <- table(ranks)
  u <- sum(ranks[seq_len(n1)]) - n1 * (n1 + 1) / 2
  sd <- sqrt(n1 * n2 / 12 * (n + 1 - sum(ties^3 - ties) / (n * (n - 1))))
  z <- if (isTRUE(sd > 1e-9)) (u - n1 * n2 / 2) / sd else NA
  corrected <- if (is.na(z)) NA else suppressWarnings(wilcox.test(x, y, exact = FALSE, correct = TRUE)$p.value)
  test <- exact_two_samples(ranks, n1)
  add(method, term, U = u, z = z, p_normal = 2 * pnorm(abs(z), lower.tail = FALSE), p_continuity = corrected,
      p_exact = test$p, rank_biserial = 2 * u / (n1 * n2) - 1,
      hodges_lehmann(as.vector(outer(x, y, "-")), n1 * n2 / 2, sd, test$critical))
}
wilcoxon <- function(term, differences) {
  d <- to_rank(differences); d <- d[d != 0]; n <- length(d)
  if (n == 0) return()
  ranks <- rank(abs(d)); ties <- table(ranks); whole <- n * (n + 1) / 2
  v <- sum(ranks[d > 0])
  sd <- sqrt(n * (n + 1) * (2 * n + 1) / 24 - sum(ties^3 - ties) / 48)
  z <- (v - whole / 2) / sd
  walsh <- outer(d, d, "+") / 2
  test <- exact_signed(ranks, v)
  add("wilcoxon", term, V = v, z = z, p_normal = 2 * pnorm(abs(z), lower.tail = FALSE),
      p_continuity = suppressWarnings(wilcox.test(d, exact = FALSE, correct = TRUE)$p.value), p_exact = test$p,
      rank_biserial = (2 * v - whole) / whole, hodges_lehmann(walsh[upper.tri(walsh, diag = TRUE)], whole / 2, sd, test$critical))
}

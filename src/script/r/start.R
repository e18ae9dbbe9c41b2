if (!l10n_info()[["UTF-8"]]) suppressWarnings(Sys.setlocale("LC_CTYPE", "C.UTF-8"))
if (!l10n_info()[["UTF-8"]]) stop("Start R in a locale of UTF-8: names may be of any script")
needed <- c("afex", "car", "emmeans")
absent <- needed[!vapply(needed, requireNamespace, logical(1), quietly = TRUE)]
if (length(absent) > 0) stop("Install first: ", paste(absent, collapse = ", "))
suppressMessages({
  library(afex)
  library(emmeans)
})
# Type III tests need factors coded to sum to zero.
options(contrasts = c("contr.sum", "contr.poly"), digits = 10)
emm_options(opt.digits = FALSE)

# The file of the data, and where the numbers go. Change them here, or give them after the name of this script.
given <- commandArgs(trailingOnly = TRUE)
file <- if (length(given) > 0) given[1] else "data.csv"
numbers_file <- if (length(given) > 1) given[2] else ""

# ---- The file, read as the report read it ----------------------------------------------------------------------------

blank <- "[[:space:]\u00a0\ufeff\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]+"
trim <- function(x) gsub(paste0("^", blank, "|", blank, "$"), "", x)

# Every cell as text. Further columns without a name are not read.
read_file <- function() {
  widths <- count.fields(file, sep = separator, quote = "\"", comment.char = "", skip = first_line - 1)
  names <- paste0("V", seq_len(max(length(columns), widths, na.rm = TRUE)))
  cells <- read.table(file, sep = separator, quote = "\"", header = FALSE, skip = first_line - 1, nrows = n_rows,
                      col.names = names, colClasses = "character", na.strings = character(0), fill = TRUE,
                      comment.char = "", strip.white = TRUE, fileEncoding = file_encoding, encoding = "UTF-8")
  if (nrow(cells) != n_rows) stop("The file has ", nrow(cells), " rows here and ", n_rows, " in the report")
  stats::setNames(cells[seq_along(columns)], columns)
}

# A number as people and programs write it: Persian and Arabic digits, marks between thousands, either decimal mark.
number <- function(x) {
  x <- chartr("\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9", "0123456789", x)
  x <- chartr("\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669", "0123456789", x)
  x <- gsub("[\u2212\u2013]", "-", x)
  x <- gsub(if (decimal == ",") "[.' \u00a0\u202f\u2009\u2019\u066c]" else "[,' \u00a0\u202f\u2009\u2019\u066c]", "", x)
  x <- gsub("\u066b", ".", x)
  if (decimal %in% c(",", "/")) x <- gsub(decimal, ".", x, fixed = TRUE)
  value <- suppressWarnings(as.numeric(x))
  value[!is.finite(value)] <- NA
  value
}

missing_words <- c("", "na", "nan", "n/a", "null", ".", "-", "\u2013", "\u2014", "#n/a", "#null!", "<na>", "#n/a n/a")
text_of <- function(column) {
  x <- trim(cells[[column]])
  ifelse(tolower(x) %in% missing_words, NA, x)
}

# The numbers of a column; what stands for a missing value is missing.
values_of <- function(column) {
  x <- number(text_of(column))
  ifelse(x %in% missing_codes[[column]], NA, x)
}

# Words with the letters that look the same made the same: Arabic as Persian letters, without marks that do not show.
same_letters <- function(x) {
  x <- chartr("\u064a\u0649\u0643\u00a0", "\u06cc\u06cc\u06a9 ", x)
  gsub("[\u0640\u200b-\u200f]", "", x)
}

# The labels of a column: ids, arms, occasions. 1, 01 and 1.0 are one label where the column is numbers.
labels_of <- function(column) {
  x <- same_letters(text_of(column))
  if (column %in% numeric_columns) {
    value <- number(x)
    plain <- vapply(value, format, "", digits = 15, scientific = FALSE, trim = TRUE)
    x <- ifelse(is.na(value), x, plain)
  }
  x
}
level_of <- function(column, known) {
  x <- labels_of(column)
  x[number(x) %in% missing_codes[[column]] & column %in% numeric_columns] <- NA
  known <- stats::setNames(known, same_letters(names(known)))
  ifelse(is.na(x), NA, ifelse(x %in% names(known), known[x], "other"))
}

cells <- read_file()

# ---- Rows become participants ----------------------------------------------------------------------------------------

beside <- function(a, b) ifelse(is.na(a) | is.na(b), NA, paste(a, b, sep = " / "))
person <- if (is.na(id_column[1])) rep(NA, n_rows) else Reduce(beside, lapply(id_column, labels_of))
if (is.na(id_column[1]) || !is_long) person <- ifelse(is.na(person), paste("row", seq_len(n_rows)), person)
person_names <- unique(person[!is.na(person)])
rows_of <- split(seq_len(n_rows), factor(person, levels = person_names))

# The one label of a participant's rows; nobody is in two arms.
only <- function(x) {
  x <- unique(x[!is.na(x)])
  if (length(x) == 1 && x != "other") x else NA
}
arm <- rep("a1", length(rows_of))
if (!is.na(arm_column)) {
  label <- level_of(arm_column, arm_labels)
  arm <- vapply(rows_of, function(rows) as.character(only(label[rows])), "")
}
rows_of <- rows_of[!is.na(arm)]
arm <- factor(arm[!is.na(arm)], levels = names(arm_names))
# In a wide file the first row of an id counts.
if (!is_long) rows_of <- lapply(rows_of, head, 1)
n_people <- length(rows_of)

# What a participant has once: the first value that is there.
once <- function(x) vapply(rows_of, function(rows) c(x[rows][!is.na(x[rows])], NA)[1], x[NA_integer_])
factors <- lapply(factor_columns, function(f) factor(once(level_of(f$column, f$labels)), levels = names(f$names)))
covariates <- lapply(covariate_columns, function(column) once(values_of(column)))

# ---- The measures: occasions in time order, further conditions within each -------------------------------------------

measures <- rev(expand.grid(rev(c(list(occasion = names(occasion_names)), lapply(within_names, names))),
                            stringsAsFactors = FALSE))
if (is_long) {
  place <- lapply(within_columns, function(w) level_of(w$column, w$labels))
  at <- lapply(seq_len(nrow(measures)), function(m)
    Reduce(`&`, Map(function(found, wanted) !is.na(found) & found == wanted, place, unlist(measures[m, ]))))
}

# One outcome: a row for each participant, a column for each measure. Of several rows for one the mean is taken.
scores_of <- function(outcome) {
  if (!is_long) return(vapply(outcome$columns, function(column) once(values_of(column)), numeric(n_people)))
  x <- values_of(outcome$columns)
  one <- function(v) if (length(v <- v[!is.na(v)]) > 0) mean(v) else NA_real_
  vapply(at, function(here) vapply(rows_of, function(rows) one(x[rows][here[rows]]), 0), numeric(n_people))
}
scores <- lapply(outcomes, function(outcome) matrix(scores_of(outcome), nrow = n_people))

# The same participants and as many values as in the report, or nothing at all.
if (!identical(as.integer(table(arm)), as.integer(n_in_arms))) stop("R finds other participants than the report")
for (o in seq_along(outcomes)) if (!identical(as.integer(colSums(!is.na(scores[[o]]))), as.integer(outcomes[[o]]$n_values)))
  stop("R finds other values of ", outcomes[[o]]$name, " than the report")


# ---- The numbers -----------------------------------------------------------------------------------------------------

numbers <- do.call(rbind, collected)
rownames(numbers) <- NULL
if (numbers_file != "") {
  write.csv(transform(numbers, value = sprintf("%.17g", value)), numbers_file, row.names = FALSE, quote = 1:4, fileEncoding = "UTF-8")
} else {
  options(max.print = 1e6, width = 160)
  print(numbers, row.names = FALSE)
}

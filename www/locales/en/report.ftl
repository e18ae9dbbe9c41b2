# The words of the report.

list-and = { $most } and { $last }

answer-code-missing = { $value } means missing
answer-code-value = { $value } is a real value

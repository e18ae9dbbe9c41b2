# Bayes factors.

# Analyses that assume less: unequal variances, one occasion, one arm.

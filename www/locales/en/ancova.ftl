# Analysis of covariance.

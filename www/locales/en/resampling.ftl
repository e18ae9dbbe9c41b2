# Permutation and bootstrap, and whether the answer depends on the method.

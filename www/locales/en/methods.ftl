# Messages of methods.

# Who and what is left out of the model.
level-without-complete = Nobody with <c>{ $factor }</c> { $levels } has a value at every occasion: the model does without
term-not-estimable = The model does without <c>{ $term }</c>: some combinations of its levels have no participants
    .hint = Join small levels, or take a factor out of the design
covariate-not-estimable = The covariate <c>{ $term }</c> is left out: it is constant, or follows from the arms and the other covariates

# What the numbers cannot say.
no-error-df = With as many cells as participants ({ $participants }) there is nothing to estimate an error from: means are given, and no tests
    .hint = Take a factor out of the design
no-variance-within = Within the arms <c>{ $outcome }</c> is the same for everyone: there is no error to test against
arm-with-one-complete = One participant of <c>{ $arm }</c> has every value: the spread of this arm is unknown, and its comparisons lean on that of the other arms
covariance-singular = Some measures are equal, or one follows from the others: the tests of <c>{ $effect }</c> that need their covariance are left out
    .hint = Check whether a column was copied
too-few-for-sphericity = Mauchly's test of <c>{ $effect }</c> needs at least { $needed } error degrees of freedom, and there are { $df }
    .hint = The Greenhouse–Geisser correction holds all the same
too-few-for-multivariate = The multivariate tests of <c>{ $effect }</c> need at least { $needed } error degrees of freedom, and there are { $df }
    .hint = More participants, or fewer occasions
too-many-arms-to-pair = { $count } arms are not compared pair by pair (at most { $most } are)
too-many-occasions-to-pair = { $count } occasions are not compared pair by pair (at most { $most } are)
    .hint = The trends over the occasions are given

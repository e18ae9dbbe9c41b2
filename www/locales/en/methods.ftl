# Messages of methods.

# Who and what is left out of the model.
occasion-empty = Nobody has a value at <c>{ $occasion }</c>: the model leaves this occasion out
    .hint = Check the columns of this occasion, or take it out of the design
nobody-complete = Nobody has a value of <c>{ $outcome }</c> at every occasion: only the descriptives can be given
    .hint = Take an occasion with many missing values out of the design
arm-without-complete = Nobody in <c>{ $arm }</c> has a value at every occasion: the model leaves this arm out
    .hint = The descriptives still show its values
level-without-complete = Nobody with <c>{ $factor }</c> { $levels } has a value at every occasion: the model does without
measures-too-many = { $count } values for each participant are more than one model takes ({ $most })
    .hint = Choose fewer occasions
term-not-estimable = The model does without <c>{ $term }</c>: some combinations of its levels have no participants
    .hint = Join small levels, or take a factor out of the design
covariate-not-estimable = The covariate <c>{ $term }</c> is left out: it is constant, or follows from the arms and the other covariates

# What the numbers cannot say.
no-error-df =
    { $participants ->
        [one] With one participant there is nothing to estimate an error from: means are given, and no tests
       *[other] With as many cells as participants ({ $participants }) there is nothing to estimate an error from: means are given, and no tests
    }
    .hint = A test needs at least one arm with two participants
outcome-constant = Within the arms <c>{ $outcome }</c> is the same for everyone: there is no error to test against
arm-of-one = <c>{ $arm }</c> has one participant: its own spread is unknown, and its comparisons lean on the spread of the other arms
covariance-singular = Some measures are equal, or one follows from the others: the tests of <c>{ $effect }</c> that need their covariance are left out
    .hint = Check whether a column was copied
too-few-for-sphericity = Mauchly's test of <c>{ $effect }</c> needs at least { $needed } error degrees of freedom, and there are { $df }
    .hint = The Greenhouse–Geisser correction holds all the same
too-few-for-multivariate = The multivariate tests of <c>{ $effect }</c> need at least { $needed } error degrees of freedom, and there are { $df }
    .hint = More participants, or fewer occasions
too-many-arms-to-pair = { $count } arms are not compared pair by pair (at most { $most } are)
too-many-occasions-to-pair = { $count } occasions are not compared pair by pair (at most { $most } are)
    .hint = The trends over the occasions are given

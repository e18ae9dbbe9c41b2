# Permutation and bootstrap, and whether the answer depends on the method.

about-resampling = Permutation of participants between arms, Freedman–Lane with the baseline, bootstrap intervals
resampling-title = Permutation and bootstrap
resampling-conclusion = Group × occasion has <i>p</i> { $p } by permutation of participants and { $p-f } by the <i>F</i> distribution; { $found } of { $all } bootstrap intervals of differences in change exclude zero.
resampling-conclusion-bootstrap = { $found } of { $all } bootstrap intervals exclude zero.
resampling-who = { $n ->
    [one] One participant with every value is in these numbers.
   *[other] The { $n } participants with every value are in these numbers.
  } What is drawn depends on the data and the seed ({ $seed }) only: the same file and Plan give the same numbers.
resampling-not-offered = Permutation and bootstrap are not offered together with { $names }
    .hint = They are defined here for arms and occasions alone; leave the further factors and covariates out to see them
resampling-capped = The Plan asks for { $asked } replicates; { $most } were drawn
    .hint = More are never drawn; the Monte Carlo intervals say how near these come
resampling-too-large = { $replicates } replicates of { $n } participants are more than permutation and bootstrap are made for here
    .hint = Ask for fewer replicates in the Plan
resampling-too-many-means = { $replicates } replicates of { $n } means (arms times occasions times outcomes) are more than the { $most } that are kept, so nothing is resampled
    .hint = Ask for fewer replicates, or for fewer outcomes
resampling-too-many = There are too many differences to resample them together

row-interaction = Group × occasion
row-all-arms = All arms
head-p-f = <i>p</i> by <i>F</i>
head-p-t = <i>p</i> by <i>t</i>
head-p-permutation = <i>p</i> by permutation
head-p-max-t = <i>p</i> by max-T
head-monte-carlo = Monte Carlo 95% CI
head-bca = { $ci } CI, BCa
head-percentile = { $ci } CI, percentile

permutation-caption = { $outcome }: group × occasion, participants permuted between arms
permutation-note = Whole participants change places between arms, so the null hypothesis is that the arms are of no consequence for change; <i>F</i> of the univariate split plot, sphericity assumed for the <i>p</i> by <i>F</i> only.
permutation-note-drawn = Monte Carlo: { $replicates } random arrangements and the observed one, <i>p</i> = (1 + number that reach the observed statistic) / (1 + { $replicates }).
permutation-note-limits = The Monte Carlo interval (Clopper–Pearson) is for the share that all arrangements would give.
permutation-note-exact = Exact: all { $replicates } arrangements were visited.
permutation-changes-caption = { $outcome }: differences in change, participants permuted between arms
permutation-changes-note = Estimate, <i>t</i> and <i>p</i> by <i>t</i> are unadjusted. <i>p</i> by max-T is adjusted for all { $size } differences: the share of arrangements whose largest |<i>t</i>| reaches this one. Both <i>p</i> by permutation take all arms as alike under the null hypothesis; where only some are, they are approximate. Bold: <i>p</i> by max-T < .05.
freedman-lane-caption = { $outcome }: arms compared with the baseline as covariate, residuals permuted (Freedman–Lane)
freedman-lane-note = Analysis of covariance at each later occasion, the first occasion as covariate with one slope for all arms; the residuals of the model without arms are permuted, so that <i>p</i> of two arms takes the others as alike too. <i>p</i> is unadjusted. Bold: <i>p</i> by permutation < .05.
bootstrap-caption = { $outcome }: differences with bootstrap intervals
bootstrap-note = { $replicates } replicates, participants drawn with replacement within their arms. BCa: bias-corrected and accelerated (Efron, 1987). Intervals are unadjusted; with fewer than some twenty participants an arm they tend to be too narrow. Bold: the BCa interval excludes zero.
bootstrap-constant = No bootstrap interval can be given for { $terms }: no replicate differs from another
bootstrap-one-sided = No BCa interval can be given for { $terms }: its correction for bias or skewness is not defined for these replicates

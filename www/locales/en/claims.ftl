# Families of comparisons, the declared outcomes, and the claims that a study makes, checked.

family-dunnett = Dunnett over { $with ->
    [one] the one comparison
   *[other] the { $with } comparisons
  } with { $control }{ $family ->
    [change] { " " }within each change
    [arms] { " " }at each occasion
   *[arms-overall] { "" }
  }, for <i>p</i> (adjusted) and for the confidence limits.
family-dunnett-others = { $without ->
    [one] The one comparison without { $control } is
   *[other] The { $without } comparisons without { $control } are a family of their own,
  } { $without ->
    [one] not adjusted.
   *[other] by Bonferroni.
  }
family-scheffe = Scheffé over all contrasts of { $family ->
    [change] the { $arms } arms and the occasions together ({ $size } comparisons)
    [arms] the { $arms } arms at each occasion ({ $size } comparisons)
    [arms-overall] the { $arms } arms ({ $size } comparisons)
    [within] the occasions within each arm ({ $size } comparisons, by Hotelling’s <i>T</i>² where each has its own error)
   *[occasions-overall] the occasions ({ $size } comparisons, by Hotelling’s <i>T</i>² where each has its own error)
  }, for <i>p</i> (adjusted) and for the confidence limits.
family-closed = Closed testing (Levin, Serlin & Seaman, 1994) of three arms { $family ->
    [change] within each change, { $size } comparisons in all
    [arms] at each occasion, { $size } comparisons
   *[arms-overall] , { $size } comparisons
  }: the adjusted <i>p</i> is the larger of that of the <i>F</i> test of all three arms and the pair’s own. It has no limits of its own, so those shown are unadjusted.
family-times-places = With { $places } changes in one family, each <i>p</i> is multiplied by { $places } (Bonferroni), and limits are widened accordingly.
family-no-dunnett = Dunnett’s adjustment is for arms with a control, a thousand comparisons at most; Bonferroni’s is used here.
family-no-scheffe = Scheffé’s adjustment takes one error for all comparisons, or more degrees of freedom than contrasts; Bonferroni’s is used here.
family-no-closed = Closed testing is for three arms; Holm’s adjustment is used here.
closed-needs-three-arms = Closed testing is for three arms, and here there { $arms ->
    [one] is one
   *[other] are { $arms }
  }: comparisons are adjusted by Holm’s method instead
    .hint = Choose another adjustment

# What was declared before the data were seen.
subtitle-primary = Primary outcome.
subtitle-secondary = Secondary outcome.
subtitle-exploratory = Exploratory outcome.
subtitle-declared = Declared in the Plan: { $analyses }. Every other analysis is exploratory.
not-declared = Exploratory: the Plan did not declare this analysis.
caveat-exploratory-outcome = This outcome is exploratory: what is found here calls for a trial that sets out to show it.
caveat-undeclared = The Plan did not declare these comparisons: they are exploratory.
colophon-none-declared = The Plan declares no analysis as set before the data were seen; which of these were, it cannot say.
report-unknown = The Plan’s <c>report</c> names { $methods }, which no method here is called
    .hint = The list of methods has their names
declared-unknown = The Plan declares { $methods }, which no method here is called
    .hint = The list of methods has their names

# Several primary outcomes.
primaries-title = Primary outcomes together
primaries-caption = Each intervention against the control on the primary outcomes
primaries-conclusion = After Holm’s adjustment over the { $size } primary outcomes { $found ->
    [0] none of { $all } contrasts has
    [one] 1 of { $all } contrasts has
   *[other] { $found } of { $all } contrasts have
  } <i>p</i> below { $alpha }.
primaries-note = Holm’s adjustment over the family of the { $size } primary outcomes that the Plan declares, for each contrast by itself. The { $ci } confidence limits and the other <i>p</i> are unadjusted. Several interventions or occasions within an outcome are not adjusted for here: the outcome’s own tables do that.
contrast-change = { $later } − { $earlier }, change from { $from } to { $to }
contrast-within = { $arm }, change from { $from } to { $to }
head-outcome = Outcome

# The claims that a study makes.
claims-title = The claims
claims-caption = Each claim against the contrasts that would show it
claims-conclusion = { $all ->
    [one] 1 claim
   *[other] { $all } claims
  }: { $supported } supported, { $open } not shown, { $contradicted } contradicted{ $unanswerable ->
    [0] .
   *[other] , { $unanswerable } not answerable by this trial.
  }
claims-note = Each claim is read over every arm that it names, at the end of treatment and every later occasion, by the same contrasts, family and adjustment as the answers of its outcome. Supported: every part is shown; contradicted: a part is shown to be the other way round, or an effect is shown to be lost; not answerable: the trial has nothing that could show it, or no effect was there to be maintained. Not shown is no evidence that a claim is wrong.
claim-improves = { $interventions ->
    [one] The intervention improves
   *[other] Each intervention improves
  } { $outcome }
claim-maintained = The effect on { $outcome } is maintained
claim-better-unnamed = One intervention is better than the other on { $outcome }
claim-better = { $first } is better than { $second } on { $outcome }
claim-reads = { $claim }: <b>{ $reading }</b>{ $by-default ->
    [yes] , by a margin of 0.5 <i>SD</i>, a default
   *[no] { "" }
  }
claim-reads-maintained = maintained
claim-reads-partly-kept = partly kept
claim-reads-lost = lost
claim-reads-cannot-tell = the data cannot tell
claim-reads-nothing-to-keep = no effect to keep
reading-supported = supported
reading-not-shown = not shown
reading-contradicted = contradicted
reading-not-answerable = not answerable
head-interval = Interval
head-claim-test = Test
head-claim-reads = By this alone
claim-test-unadjusted = difference
claim-test-adjusted = { $adjust }, { $size }
claim-test-adjusted-p = { $adjust }, { $size } (interval unadjusted)
claim-outcome-unknown = A claim is made of { $outcome }, which is no outcome of this trial
    .hint = Tick the claim again in the design
claim-needs-control = “{ $claim }” cannot be read from this trial: it takes an intervention and a control with participants measured
claim-needs-follow-up = “{ $claim }” cannot be read from this trial: it takes a control, an occasion after the end of treatment and a margin
claim-needs-two = “{ $claim }” cannot be read from this trial: it takes two interventions and a control

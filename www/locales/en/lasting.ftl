# Did it last: equivalence, non-inferiority, the retained fraction.

margin-default = No margin is set for { $outcome }: half a standard deviation at { $occasion } is taken as a default, { $margin } points
    .hint = Set the smallest loss that would matter in the design, before the data are seen
margin-raw = Margin: { $margin } points, as set in the design.
margin-sd = Margin: { $sds } standard deviations at { $occasion }, which is { $margin } points (<i>SD</i> = { $sd }, pooled within arms).
margin-not-positive = The margin of { $outcome } is { $margin }; a test against a margin needs one above zero, so none is made
    .hint = Set the smallest difference that would matter
margin-without-sd = The standard deviation of { $outcome } at { $occasion } is zero or unknown, so that its margin is no number of points and no test against it is made
    .hint = Set the margin in points
lasting-no-error = No test against the margin could be made of { $changes }: the standard error is zero or unknown

lasting-title = Scores since the end of treatment, and equivalence of arms
lasting-maintained = { $arm }: scores held until { $to }.
lasting-lost = { $arm }: scores were { $direction ->
    [lower] higher
   *[higher] lower
  } by { $to }.
lasting-cannot-tell = { $arm }: whether scores held until { $to }, the data cannot tell.
lasting-all-maintained = Scores held until { $to }.
lasting-all-lost = Scores were { $direction ->
    [lower] higher
   *[higher] lower
  } by { $to }.
lasting-all-cannot-tell = Whether scores held until { $to }, the data cannot tell.
lasting-arms-conclusion = { $found ->
    [0] None of { $all } differences between arms is shown to lie within { $margin } points of zero.
    [one] 1 of { $all } differences between arms is shown to lie within { $margin } points of zero.
   *[other] { $found } of { $all } differences between arms are shown to lie within { $margin } points of zero.
  }
lasting-kept-caption = Change of { $outcome } since the end of treatment, against the margin
lasting-arms-caption = Equivalence of arms on { $outcome }
held-held = held
held-small-loss = held, with a loss below the margin
held-worse = { $direction ->
    [lower] higher
   *[higher] lower
  }
held-cannot-tell = the data cannot tell

head-ci90 = { $ci-tost } CI
head-not-worse = loss ruled out
head-equivalent = equivalent
head-equivalent-welch = equivalent (Welch)
head-changed = changed
head-changed-adjusted = changed (adjusted)
head-verdict = Verdict
head-above-lower = above −margin
head-below-upper = below margin

lasting-note-kept = Loss ruled out: one-sided test that rules out a { $direction ->
    [lower] rise
   *[higher] fall
  } of { $margin } points or more (non-inferiority). Equivalent: two one-sided tests (Schuirmann, 1987), the larger <i>p</i>. Both at { $alpha }, not adjusted for their number; the { $ci-tost } interval goes with them. Estimate and error are those of the comparisons of occasions within each arm.
lasting-note-adjusted = Changed: two-sided, { $adjust }.
lasting-note-verdict = Held: a loss of the margin or more is ruled out. { $direction ->
    [lower] Higher
   *[higher] Lower
  }: a loss is shown, and one of the margin or more is not ruled out. A change that is not significant is never taken as held. This is about an arm’s own scores: whether its effect lasted depends on the control too, and is answered at the head of the report.
lasting-note-arms = Two one-sided <i>t</i> tests of each two arms alone, against ±{ $margin } points: everybody with a value at that occasion, equal variances, and Welch’s beside it. Bold: equivalent at { $alpha }, not adjusted for the number of tests.

retained-title = What is left of the effect
retained-caption = Effect on { $outcome } at later occasions as a fraction of the effect at the end of treatment
retained-conclusion = { $arm }: { $percent }% of the effect at { $post } is left at { $to } ({ $limits }).
retained-between = { $ci } CI { $low }% to { $high }%
retained-unbounded = no bounded interval
retained-no-limits = no interval can be given
retained-note = Effect: difference in change from the first occasion, against the control. Fraction: the later effect divided by that at { $post }, with Fieller’s interval from the separate error; only effects that are shown at { $post }, with a bounded interval, are listed. Not adjusted for the number of fractions.
head-effect-at = Effect at { $at }
head-effect-later = Effect then
head-fraction = Fraction
head-fieller = Fieller’s interval

about-equivalence = Equivalence and non-inferiority against a margin: scores held, a loss is shown, or the data cannot tell
about-retained-fraction = What is left of each effect later, with Fieller’s interval

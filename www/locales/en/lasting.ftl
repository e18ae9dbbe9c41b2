# Did it last: equivalence, non-inferiority, the retained fraction.

margin-default = No margin is set for { $outcome }: half a standard deviation at { $occasion } is taken, { $margin } points
    .hint = Set the smallest loss that would matter in the design, before the data are seen
margin-raw = Margin: { $margin } points, as set in the design.
margin-sd = Margin: { $sds } standard deviations at { $occasion }, which is { $margin } points (<i>SD</i> = { $sd }, pooled within arms).
margin-not-positive = The margin of { $outcome } is { $margin }; a test against a margin needs one above zero, so none is made
    .hint = Set the smallest difference that would matter
margin-without-sd = The standard deviation of { $outcome } at { $occasion } is zero or unknown, so that its margin is no number of points and no test against it is made
    .hint = Set the margin in points
lasting-no-error = No test against the margin could be made of { $changes }: the standard error is zero or unknown

lasting-title = Maintained or not?
lasting-maintained = { $arm }: maintained at { $to }.
lasting-lost = { $arm }: lost ground by { $to }.
lasting-cannot-tell = { $arm }: the data cannot tell at { $to }.
lasting-all-maintained = Scores were maintained at { $to }.
lasting-all-lost = Scores had lost ground by { $to }.
lasting-all-cannot-tell = Whether scores were maintained at { $to } the data cannot tell.
lasting-arms-conclusion = { $found ->
    [0] None of { $all } differences between arms is shown to lie within { $margin } points of zero.
    [one] 1 of { $all } differences between arms is shown to lie within { $margin } points of zero.
   *[other] { $found } of { $all } differences between arms are shown to lie within { $margin } points of zero.
  }
lasting-kept-caption = Change of { $outcome } since the end of treatment, against the margin
lasting-arms-caption = Equivalence of arms on { $outcome }
lasted-maintained = maintained
lasted-small-loss = maintained, with a loss below the margin
lasted-lost = lost
lasted-cannot-tell = the data cannot tell

head-ci90 = 90% CI
head-not-worse = not worse
head-equivalent = equivalent
head-equivalent-welch = equivalent (Welch)
head-changed = changed
head-changed-adjusted = changed (adjusted)
head-verdict = Verdict
head-above-lower = above −margin
head-below-upper = below margin

lasting-note-kept = Not worse: one-sided test that rules out a { $direction ->
    [lower] rise
   *[higher] fall
  } of { $margin } points or more (non-inferiority). Equivalent: two one-sided tests (Schuirmann, 1987), the larger <i>p</i>. Both at .05, not adjusted for their number; the 90% interval goes with them. Estimate and error are those of the comparisons of occasions within each arm.
lasting-note-adjusted = Changed: two-sided, { $adjust }.
lasting-note-verdict = Maintained: a loss of the margin or more is ruled out. Lost: a loss is shown, and one of the margin or more is not ruled out. A change that is not significant is never taken as maintained. Of a control the verdict says only what became of its scores.
lasting-note-arms = Two one-sided <i>t</i> tests of each two arms alone, against ±{ $margin } points: everybody with a value at that occasion, equal variances, and Welch’s beside it. Bold: equivalent at .05, not adjusted for the number of tests.

retained-title = What is left of the effect
retained-caption = Effect on { $outcome } at later occasions as a fraction of the effect at the end of treatment
retained-conclusion = { $arm }: { $percent }% of the effect at { $post } is left at { $to } ({ $limits }).
retained-between = 95% CI { $low }% to { $high }%
retained-outside = no bounded interval: every fraction but those between { $below }% and { $above }%, as the earlier effect may be zero
retained-everything = no bounded interval: no fraction is excluded, as the earlier effect may be zero
retained-no-limits = no interval can be given
retained-note = Effect: difference in change from the first occasion, against the control. Fraction: the later effect divided by that at { $post }, with Fieller’s interval from the separate error; it is bounded only where the earlier effect itself excludes zero. Not adjusted for the number of fractions.
head-effect-at = Effect at { $at }
head-effect-later = Effect then
head-fraction = Fraction
head-fieller = Fieller’s interval

about-equivalence = Equivalence and non-inferiority against a margin: maintained, lost, or the data cannot tell
about-retained-fraction = What is left of each effect later, with Fieller’s interval

# In the answers.
verdict-maintained = { $Arm }: maintained from { $from } to { $to }.
verdict-maintained-small-loss = { $Arm }: maintained from { $from } to { $to }, with a loss that is shown to be smaller than the margin.
verdict-maintained-gained = { $Arm }: maintained, and improved further, from { $from } to { $to }.
verdict-cannot-tell = { $Arm }: the data cannot tell whether the effect was kept from { $from } to { $to }.
verdict-gained = { $Arm } improved further from { $from } to { $to }.
verdict-lost = { $Arm } lost ground from { $from } to { $to }.
verdict-no-margin = { $Arm }: no evidence of a change from { $from } to { $to }, and no test against a margin that the effect was kept.
answer-not-worse = { " " }· loss of { $margin } points or more { $ruled ->
    [out] ruled out
   *[in] not ruled out
  }: one-sided <i>p</i> { $p }
answer-retained = { " " }· { $percent }% of the effect at { $post } left ({ $limits })
why-lasted = A change that is “not significant” is not evidence that nothing was lost. “Maintained” is said only where a test rules out a loss of { $margin } points or more, the margin; “lost” only where a test shows a loss; else the data cannot tell. Beside each change stand the arms at the later occasion.
why-lasted-no-margin = A change that is “not significant” is not evidence that nothing was lost. To conclude that an effect was maintained takes a test against a margin, and there is none here. Beside each change stand the arms at the later occasion.

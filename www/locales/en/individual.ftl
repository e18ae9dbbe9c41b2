# Participants one by one: reliable change, recovery, responders.

chapter-individual = Single participants

## What stands in the way

reliable-change-without-reliability = The plan asks for reliable change of <c>{ $outcome }</c> from a published reliability, and gives none
    .hint = Give the coefficient with its source, or take the reliability from the sample
reliable-change-without-alpha = Cronbach’s α of <c>{ $outcome }</c> at <c>{ $occasion }</c> cannot be computed: the outcome is not made of items there, or its items do not differ. Reliable change is left out
    .hint = Score the questionnaire from its items, or give a published reliability
reliable-change-without-retest = The correlation of <c>{ $outcome }</c> over the first two occasions needs a control arm with at least two participants who have both scores and do not all have the same one. Reliable change is left out
    .hint = Give a published reliability
reliable-change-reliability-one = The reliability of <c>{ $outcome }</c> is 1: a score without error, by which any change at all would be reliable. Reliable change is left out
    .hint = Check the coefficient
reliable-change-reliability-range = The reliability of <c>{ $outcome }</c> is { $reliability }; it has to lie between 0 and 1. Reliable change is left out
    .hint = Check the coefficient; a sample’s falls to zero or below where its scores hardly go together
reliable-change-without-spread = The standard deviation of <c>{ $outcome }</c> at <c>{ $occasion }</c> is zero or unknown: there is nothing to measure a change by, and reliable change is left out
    .hint = Check whether the column holds the scores of that occasion
reliable-change-without-norm = The plan asks for a cut-off of <c>{ $outcome }</c> that needs a norm, and gives none: nobody is called recovered
    .hint = Give mean and standard deviation of people without the problem
reliable-change-norm-sd = The norm of <c>{ $outcome }</c> has a standard deviation of { $sd }, and needs one above zero: nobody is called recovered
    .hint = Check the norm
reliable-change-norm-not-better = The norm of <c>{ $outcome }</c>, { $norm }, is no better than the mean of the participants at <c>{ $occasion }</c>
    .hint = Check the direction of benefit, and that norm and scores are on one scale
individual-nobody = Nobody of <c>{ $arm }</c> has a score of <c>{ $outcome }</c> both at <c>{ $from }</c> and at <c>{ $to }</c>: of reliable change there nothing can be said
individual-nobody-of-all = Nobody has a score of <c>{ $outcome }</c> both at <c>{ $from }</c> and at <c>{ $to }</c>: of reliable change there nothing can be said
responders-none = Nobody of <c>{ $arm }</c> or <c>{ $control }</c> with both scores of <c>{ $outcome }</c> responded at <c>{ $to }</c>: risk ratio and odds ratio are left out
responders-all = Everybody of <c>{ $arm }</c> and <c>{ $control }</c> with both scores of <c>{ $outcome }</c> responded at <c>{ $to }</c>: risk ratio and odds ratio are left out

## Reliable change

individual-title = Reliable change of participants
individual-conclusion-unasked = Not computed: the plan does not say how reliable the score is.
individual-unasked = A participant’s score can differ between two occasions by error of measurement alone. How large a change has to be before error alone is an unlikely explanation depends on the reliability of the score. The plan does not give it, so that nobody is called improved or deteriorated here. Give it in the design, under <i>Single participants</i>: best a coefficient that was published for the questionnaire, in people like these; else one from this sample, Cronbach’s α at the first occasion (where the score is made of items) or the correlation of the first two occasions in the control arm. With a cut-off, or a criterion for one, recovery is counted too. In a plan file this is <c>reliable_change</c>: <c>source</c> is <c>published</c> (with <c>reliability</c>), <c>alpha</c> or <c>retest</c>; for recovery there is <c>cutoff</c>, or <c>criterion</c> with its <c>norm</c>.
individual-conclusion = At { $to }, { $improved } of { $all } participants with both scores had improved reliably, { $deteriorated } had deteriorated.
individual-published = Reliability { $reliability }, a published coefficient from the plan.
individual-alpha = Reliability { $reliability }: Cronbach’s α of all participants of this sample at { $from }. It leaves out what varies from one day to another, so that too many changes may count as reliable.
individual-retest = Reliability { $reliability }: Pearson’s correlation of { $from } and { $to } in { $control }. True changes that differ between participants lower it, so that too few changes may count as reliable.
individual-sd-arms = With the standard deviation at { $from }, pooled within arms ({ $sd }), a change of more than { $critical } points is reliable.
individual-sd-all = With the standard deviation of all participants at { $from } ({ $sd }), a change of more than { $critical } points is reliable.
individual-no-cutoff = The plan has no cut-off, so that nobody is called recovered.
individual-cutoff = Cut-off of recovery, from the plan: { $cutoff }.
individual-cutoff-a = Cut-off of recovery: { $cutoff }, two standard deviations from the mean of all participants at the first occasion (criterion a).
individual-cutoff-b = Cut-off of recovery: { $cutoff }, two standard deviations from the norm’s mean (criterion b).
individual-cutoff-c = Cut-off of recovery: { $cutoff }, between the norm’s mean and that of all participants at the first occasion, each weighted by the other’s standard deviation (criterion c).
individual-norm = The norm: mean { $mean }, standard deviation { $sd }.
individual-norm-n = The norm: mean { $mean }, standard deviation { $sd }, <i>n</i> = { $n }.
individual-caption = Participants by reliable change of { $outcome }
individual-note = RC: the change divided by the standard error of a difference of two scores (Jacobson & Truax, 1991). Improved, deteriorated: |RC| above 1.96, in or against the direction of benefit. Unchanged: neither is shown, which is no evidence that nothing changed. Participants who start out extreme come nearer the mean without any treatment; the control shows by how much.
individual-note-cutoff = RC: the change divided by the standard error of a difference of two scores (Jacobson & Truax, 1991). Improved, deteriorated: |RC| above 1.96, in or against the direction of benefit. Recovered: improved, and from short of the cut-off to beyond it; whoever started beyond it can only be improved. Unchanged: neither is shown, which is no evidence that nothing changed. Participants who start out extreme come nearer the mean without any treatment; the control shows by how much.
head-recovered = recovered
head-improved = improved
head-unchanged = unchanged
head-deteriorated = deteriorated
head-mean-rc = mean RC
pre-post-caption = { $outcome } at { $from } (across) and at { $to } (up), a mark for each participant with both scores. The diagonal is no change; within the band around it a change is no more than error of measurement may bring.
pre-post-cutoff = Dashed: the cut-off of recovery.
pre-post-thinned = Of large arms only some participants are drawn.
pre-post-axis = { $outcome } at { $at }
pre-post-description = { $outcome } of each participant at { $to } against { $from }, with the diagonal of no change and the band of unreliable change. How many lie where is in the table.

## Responders

responders-title = Responders
responders-conclusion = At { $to }{ $missing ->
    [yes] , missing counted as no responder,
   *[no] { "" }
  } { $control-count } of { $control-n } responded with { $control }, { $count } of { $n } with { $arm }: { $side ->
    [none] the same share (difference in percentage points { $low } to { $high }, { $ci } CI).
    [more] { $size } percentage points more ({ $ci } CI { $low } to { $high }).
   *[fewer] { $size } percentage points fewer ({ $ci } CI of the difference { $low } to { $high }).
  }{ $shown ->
    [yes] { "" }
   *[no] { " " }A difference in the share of responders is not shown.
  }
responders-conclusion-all = At { $to }{ $missing ->
    [yes] , missing counted as no responder,
   *[no] { "" }
  } { $count } of { $n } participants had responded ({ $ci } CI { $low }% to { $high }%); without a control this says nothing of a treatment.
responders-nobody-missing = Change from { $from } to { $to }: nobody is missing
responders-completers = Change from { $from } to { $to }: those with both scores
responders-non-response = Change from { $from } to { $to }: missing counted as no responder
responders-worst-case = Change from { $from } to { $to }: missing counted as no responder, in the control as responder
responders-caption = Responders on { $outcome }
responders-note = Responders: improved or recovered. Limits: Wilson’s score interval. Missing are those without one of the two scores; the worst case for the interventions counts them against these and for the control.
responders-note-all = Responders: improved or recovered. Limits: Wilson’s score interval. Missing are those without one of the two scores.
responders-difference-caption = Responders on { $outcome }: differences from the control
responders-difference-note = Difference of shares with Newcombe’s (1998) hybrid score interval. Number needed to treat: for one more participant to respond (NNTB), or for one fewer (NNTH); where the interval of the difference includes zero, that of the number goes through infinity (Altman, 1998). Not adjusted for the number of comparisons. Bold: the interval of the difference excludes zero.
responders-ratio-caption = Responders on { $outcome }: ratios to the control
responders-ratio-note = Limits on the logarithmic scale.
responders-ratio-note-half = Where nobody or everybody of an arm responded, a half was added to each of the four counts before the ratios were taken.
responders-ratio-note-none = No ratio where nobody, or everybody, of both arms responded.
head-responders = Responders
head-responders-share = Share
head-risk-difference = Difference of shares
head-nnt = Needed to treat
head-nnt-limits = { $ci } CI of that
head-risk-ratio = Risk ratio
head-odds-ratio = Odds ratio
nnt-benefit = NNTB { $n }
nnt-harm = NNTH { $n }
nnt-infinite = ∞
nnt-limits-benefit = NNTB { $best } to { $worst }
nnt-limits-harm = NNTH { $worst } to { $best }
nnt-limits-through = NNTB { $best } through ∞ to NNTH { $worst }
nnt-limits-benefit-open = NNTB { $best } to ∞
nnt-limits-harm-open = NNTH { $worst } to ∞

about-reliable-change = Each participant’s change against the error of measurement, and recovery against a cut-off
about-responders = Responders by arm: risk difference, risk ratio, odds ratio, number needed to treat

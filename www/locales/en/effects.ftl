# Effect sizes.

about-effect-size = Differences in standard deviations: d, g, Δ, d_ppc2, d_z, d_av, d_rm, with their limits

head-d = <i>d</i>
head-delta = Δ
head-d-ppc2 = <i>d</i><sub>ppc2</sub>
head-d-change = <i>d</i><sub>change</sub>
head-g-change = <i>g</i><sub>change</sub>
head-ci-of-g-change = { $ci } CI of <i>g</i><sub>change</sub>
head-d-z = <i>d</i><sub>z</sub>
head-g-z = <i>g</i><sub>z</sub>
head-d-av = <i>d</i><sub>av</sub>
head-d-rm = <i>d</i><sub>rm</sub>
head-r = <i>r</i>
head-ci-of-shares = 90% CI
head-ci-of-g = { $ci } CI of <i>g</i>
head-ci-of-d-z = { $ci } CI of <i>d</i><sub>z</sub>
head-superiority = Superiority
head-share-above = share

effect-sizes-without-variance = No standardised difference where scores or changes have no spread: <c>{ $terms }</c>

effect-sizes-title = Standardised differences
effect-sizes-conclusion-change = The largest difference in change is { $later } against { $earlier }, { $from } to { $to }: <i>g</i><sub>change</sub> = { $size } (by the <i>SD</i> of the changes), { $ci } CI { $low } to { $high }.
effect-sizes-conclusion-arms = The largest difference between arms is { $later } against { $earlier }, { $at }: <i>g</i> = { $size }, { $ci } CI { $low } to { $high }.
effect-sizes-conclusion-within = The largest change is from { $from } to { $to }: <i>g</i><sub>z</sub> = { $size }, { $ci } CI { $low } to { $high }.
effect-sizes-conclusion-none = There is none to give.
effect-sizes-change-caption = Differences between arms in change of { $outcome }, standardised
effect-sizes-change-note = Whoever has both occasions. <i>d</i><sub>change</sub>: difference of mean changes by the <i>SD</i> of the change scores, pooled within the two arms; <i>g</i><sub>change</sub>: the same with Hedges’ exact correction <i>J</i>; Δ: by the <i>SD</i> of the earlier arm’s change scores; <i>d</i><sub>ppc2</sub>: by the <i>SD</i> of the scores at the earlier occasion, pooled within the two arms (Morris, 2008), so that it compares with <i>d</i> of scores. Superiority: how often a participant of the first arm changes more than one of the second, Φ(<i>d</i><sub>change</sub>/√2). Limits by the noncentral <i>t</i>. The answers’ <i>g</i> divides by the <i>SD</i> of scores, not of changes.
effect-sizes-arms-caption = Differences between arms in { $outcome } at each occasion, standardised
effect-sizes-arms-note = Everybody measured at the occasion; raw means, not adjusted for further factors or covariates. <i>d</i>: difference of means by the <i>SD</i> pooled within the two arms; <i>g</i>: <i>d</i> with Hedges’ exact correction <i>J</i>; Δ: by the <i>SD</i> of the earlier arm. Superiority: how often a participant of the first arm scores higher than one of the second, Φ(<i>d</i>/√2). Limits by the noncentral <i>t</i>.
effect-sizes-within-caption = Change of { $outcome } within each arm, standardised
effect-sizes-within-note = Whoever has both occasions; later minus earlier. <i>d</i><sub>z</sub>: mean change by the <i>SD</i> of the changes; <i>g</i><sub>z</sub>: with Hedges’ exact correction; <i>d</i><sub>av</sub>: by the mean of the two occasions’ <i>SD</i>s; <i>d</i><sub>rm</sub> = <i>d</i><sub>z</sub>√(2(1 − <i>r</i>)), <i>r</i> the correlation of the occasions. <i>d</i><sub>z</sub> grows with <i>r</i> and does not compare with <i>d</i> between groups; <i>d</i><sub>av</sub> and <i>d</i><sub>rm</sub> do. A change within an arm has no control. Limits by the noncentral <i>t</i>.

# The same contrast by several methods.

about-agreement = Each difference in change by several methods: repeated measures, change scores, covariance, ranks, resampling

head-way = Method

agreement-title = The same contrasts by several methods
agreement-conclusion = { $all ->
    [one] For the one contrast, the methods agree on whether the interval excludes zero.
   *[other] For each of the { $all } contrasts, the methods agree on whether the interval excludes zero.
  }
agreement-conclusion-apart = { $many ->
    [yes] For { $apart } of { $all } contrasts the methods disagree on whether the interval excludes zero.
   *[no] The methods disagree on whether the interval excludes zero for { $apart }{ $rest ->
        [0] .
        [one] ; for the other contrast they agree.
       *[other] ; for the other { $rest } contrasts they agree.
      }
  }
agreement-contrast = { $contrast } ({ $from } to { $to })
agreement-way = { $way ->
    [repeated] Repeated measures (difference in change)
    [change] Change scores (Welch)
    [ancova] Analysis of covariance
    [ranks] Ranks of changes (Hodges–Lehmann)
   *[resampling] Resampling (BCa bootstrap, permutation)
  }
agreement-way-in-list = { $way ->
    [repeated] repeated measures
    [change] change scores
    [ancova] analysis of covariance
    [ranks] ranks
   *[resampling] resampling
  }
agreement-caption = { $outcome }: each difference in change from the first occasion by several methods
agreement-note = All intervals are { $ci } intervals of that comparison alone, whatever the adjustment elsewhere in this report. Repeated measures and resampling: participants with every occasion; the other rows: whoever has the two occasions. Analysis of covariance: the difference at the later occasion between participants with equal scores at the first. Ranks: the median of all differences between a participant’s change in one arm and in the other. Resampling: the interval of the BCa bootstrap, the <i>p</i> of permutation. The methods are not independent of each other: agreement is no further evidence, and no method is to be picked for its result. Bold: the interval excludes zero.
agreement-figure-caption = { $contrast }: difference in change of { $outcome } from { $from } to { $to }, by method, each with its unadjusted { $ci } interval.
agreement-description = { $contrast }, difference in change of { $outcome } from { $from } to { $to }, by method: { $ways }. { $verdict }
agreement-described-way = { $way } { $estimate }, { $ci } interval { $low } to { $high }
agreement-all-exclude = All { $ways } intervals exclude zero, on the same side.
agreement-none-excludes = All { $ways } intervals include zero: no evidence of a difference by any of these methods.
agreement-some-exclude = The methods disagree: the interval excludes zero by { $excluding }, and includes it by { $including }.
agreement-opposed = The methods contradict each other: intervals lie on both sides of zero ({ $excluding }).

# Therapy groups.

about-design-effect = The likeness within therapy groups at which each difference from the control would be in doubt

head-n-treated = treated
head-n-control = control
head-icc-at-zero = ICC at zero

design-effect-title = If an intervention was delivered in groups
design-effect-conclusion-unasked = The design does not say whether it was. If so, and as far as members of a group are alike, the intervals in this report are too narrow.
design-effect-unasked = Participants of one therapy group share a therapist and each other, and their scores become alike. The analyses in this report take participants as independent. Say in the design, under its options, how many participants a therapy group has (1 if therapy was individual), and this section gives the intraclass correlation at which each difference from the control would no longer exclude zero.
design-effect-conclusion-at = With therapy groups of { $size }, the first interval to reach zero would be that of { $contrast } ({ $from } to { $to }): at an intraclass correlation of { $icc }.
design-effect-conclusion-already = Every interval includes zero already; therapy groups would only widen it.
design-effect-conclusion-never = With therapy groups of { $size }, no interval that excludes zero would reach it, whatever the intraclass correlation.
design-effect-one-group = A therapy group of { $size } is as large as all of { $arm } that is analysed: what the therapy did there cannot be told from what that one group did.
design-effect-row = { $contrast } ({ $from } to { $to })
design-effect-already = includes zero
design-effect-never = not even at 1
design-effect-caption = Differences in change of { $outcome } from the control, and the intraclass correlation within therapy groups at which the interval would reach zero
design-effect-note-interval = The interval is that of the table of comparisons.
design-effect-note = No column names the therapy groups, so that their intraclass correlation (ICC) cannot be estimated. Groups of { $size } in the intervention, none in the control: the variance of the difference is multiplied by [(1 + ({ $size } − 1)·ICC)/<i>n</i> treated + 1/<i>n</i> control] / (1/<i>n</i> treated + 1/<i>n</i> control); degrees of freedom are left as they are, so that the true value is lower than the one shown. Bold: the interval excludes zero without therapy groups.

head-cohen-f = <i>f</i>
anova-sizes-caption = Shares of the variance of { $outcome } that go with each effect
anova-sizes-note = Partial η² = <i>SS</i>/(<i>SS</i> + <i>SS</i><sub>error</sub>). Generalised η² (Olejnik & Algina, 2003) compares across designs: every error <i>SS</i> is in its denominator. Partial ω² allows for chance and may be below zero; within participants in the form of JASP. <i>f</i> = √(<i>SS</i>/<i>SS</i><sub>error</sub>). 90% limits, which go with a test at .05, by the noncentral <i>F</i> on uncorrected degrees of freedom; those of η²<sub>G</sub> and ω²<sub>p</sub> take the error variances as they were found.

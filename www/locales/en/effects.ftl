# Effect sizes.

about-effect-size = Differences in standard deviations: d, g, Δ, d_ppc2, d_z, d_av, d_rm, with their limits

head-d = <i>d</i>
head-delta = Δ
head-d-ppc2 = <i>d</i><sub>ppc2</sub>
head-d-z = <i>d</i><sub>z</sub>
head-g-z = <i>g</i><sub>z</sub>
head-d-av = <i>d</i><sub>av</sub>
head-d-rm = <i>d</i><sub>rm</sub>
head-r = <i>r</i>
head-ci-of-g = 95% CI of <i>g</i>
head-ci-of-d-z = 95% CI of <i>d</i><sub>z</sub>
head-superiority = Superiority
head-share-above = share

effect-sizes-without-variance = No standardised difference where scores or changes have no spread: <c>{ $terms }</c>

effect-sizes-title = Standardised differences
effect-sizes-conclusion-change = The largest difference in change is <c>{ $later }</c> against <c>{ $earlier }</c>, <c>{ $from }</c> to <c>{ $to }</c>: <i>g</i> = { $size }, 95% CI { $low } to { $high }.
effect-sizes-conclusion-arms = The largest difference between arms is <c>{ $later }</c> against <c>{ $earlier }</c>, <c>{ $at }</c>: <i>g</i> = { $size }, 95% CI { $low } to { $high }.
effect-sizes-conclusion-within = The largest change is from <c>{ $from }</c> to <c>{ $to }</c>: <i>g</i><sub>z</sub> = { $size }, 95% CI { $low } to { $high }.
effect-sizes-conclusion-none = There is none to give.
effect-sizes-change-caption = Differences between arms in change of { $outcome }, standardised
effect-sizes-change-note = Whoever has both occasions. <i>d</i>: difference of mean changes by the <i>SD</i> of the change scores, pooled within the two arms; <i>g</i>: <i>d</i> with Hedges’ exact correction <i>J</i>; Δ: by the <i>SD</i> of the earlier arm’s change scores; <i>d</i><sub>ppc2</sub>: by the <i>SD</i> of the scores at the earlier occasion, pooled within the two arms (Morris, 2008), so that it compares with <i>d</i> of scores. Superiority: how often a participant of the first arm changes more than one of the second, Φ(<i>d</i>/√2). Limits by the noncentral <i>t</i>.
effect-sizes-arms-caption = Differences between arms in { $outcome } at each occasion, standardised
effect-sizes-arms-note = Everybody measured at the occasion. <i>d</i>: difference of means by the <i>SD</i> pooled within the two arms; <i>g</i>: <i>d</i> with Hedges’ exact correction <i>J</i>; Δ: by the <i>SD</i> of the earlier arm. Superiority: how often a participant of the first arm scores higher than one of the second, Φ(<i>d</i>/√2). Limits by the noncentral <i>t</i>.
effect-sizes-within-caption = Change of { $outcome } within each arm, standardised
effect-sizes-within-note = Whoever has both occasions; later minus earlier. <i>d</i><sub>z</sub>: mean change by the <i>SD</i> of the changes; <i>g</i><sub>z</sub>: with Hedges’ exact correction; <i>d</i><sub>av</sub>: by the mean of the two occasions’ <i>SD</i>s; <i>d</i><sub>rm</sub> = <i>d</i><sub>z</sub>√(2(1 − <i>r</i>)), <i>r</i> the correlation of the occasions. <i>d</i><sub>z</sub> grows with <i>r</i> and does not compare with <i>d</i> between groups; <i>d</i><sub>av</sub> and <i>d</i><sub>rm</sub> do. A change within an arm has no control. Limits by the noncentral <i>t</i>.

head-cohen-f = <i>f</i>
anova-sizes-caption = Shares of the variance of { $outcome } that go with each effect
anova-sizes-note = Partial η² = <i>SS</i>/(<i>SS</i> + <i>SS</i><sub>error</sub>). Generalised η² (Olejnik & Algina, 2003) compares across designs: every error <i>SS</i> is in its denominator. Partial ω² allows for chance and may be below zero; within participants in the form of JASP. <i>f</i> = √(<i>SS</i>/<i>SS</i><sub>error</sub>). 90% limits, which go with a test at .05, by the noncentral <i>F</i> on uncorrected degrees of freedom; those of η²<sub>G</sub> and ω²<sub>p</sub> take the error variances as they were found.

# Analysis of covariance.

about-ancova = Analysis of covariance of each later occasion given the first: tests, slopes, adjusted means and differences, HC3, adjusted d

head-adjusted-mean = adjusted <i>M</i>
head-robust = robust (HC3)
head-adjusted-d = standardised
head-ancova-d = <i>d</i>

ancova-title = Later occasions given the first (ANCOVA)
ancova-conclusion = Among participants with the same score at { $baseline }, { $found ->
    [0] none of { $all } differences between arms has <i>p</i> below { $alpha }{ $how }.
    [one] 1 of { $all } differences between arms has <i>p</i> below { $alpha }{ $how }.
   *[other] { $found } of { $all } differences between arms have <i>p</i> below { $alpha }{ $how }.
  }

ancova-effect-baseline = score at the first occasion
ancova-row-occasion = { $occasion } ({ $participants } participants)
ancova-row-means = { $occasion }, at a score of { $mean } at { $baseline }
ancova-row-slopes = Arm × score at the first occasion, if added

ancova-caption = Analysis of covariance of { $outcome } given its score at { $baseline }
ancova-note = Everybody with both measures. Type III: each term given the others. The last row asks whether the arms’ slopes on the first occasion differ; the other rows take them as equal. ω²<sub>p</sub> = (<i>SS</i> − <i>df</i><sub>1</sub>·<i>MS</i>) / (<i>SS</i> + (<i>N</i> − <i>df</i><sub>1</sub>)·<i>MS</i>) with <i>MS</i> that of the error, not cut at zero. Nothing is adjusted for the number of occasions.
ancova-means-caption = Means of { $outcome } adjusted for the score at { $baseline }
ancova-means-note = What the model expects of each arm at the mean score that the participants analysed had at the first occasion. Standard errors are pooled over the arms.
ancova-pairs-caption = Differences in { $outcome } between arms, adjusted for the score at { $baseline }
ancova-pairs-note = Differences between adjusted means. In a randomised trial they estimate the same effect as differences in change, as a rule with narrower intervals.
ancova-companions-caption = The adjusted differences in { $outcome } with robust standard errors, and standardised
ancova-companions-note = HC3: standard errors that let the residual variance differ between participants and arms (MacKinnon and White); the estimate is the same, limits and <i>p</i> are unadjusted. <i>d</i>: the adjusted difference divided by the standard deviation at that occasion as it stands, pooled within the two arms; its interval is approximate (delta method). Bold: the robust interval excludes zero.

ancova-slopes-differ = At { $occasions } the slopes on the score at { $baseline } differ between the arms (<i>p</i> below { $alpha }): how far the arms differ depends on where a participant started. The adjusted differences there hold at the mean score only.
ancova-not-randomised = Participants were not allotted to arms at random. Then this analysis and that of change answer different questions and can contradict each other (Lord’s paradox): an adjusted difference compares participants with equal scores at { $baseline }, who may come from arms that were not alike.
ancova-randomised-unknown = The design does not say whether participants were allotted to arms at random. If they were not, this analysis and that of change answer different questions and can contradict each other (Lord’s paradox): arms that were not alike at { $baseline } do not become alike by adjustment.
ancova-few = At { $occasion } there are { $participants } participants and { $df } degrees of freedom for error: with so few, a straight line with one slope and normal residuals cannot be checked, and the result leans on them.

ancova-baseline-not-estimable = At <c>{ $occasion }</c> there is no analysis of covariance: the score at <c>{ $baseline }</c> is the same for everybody, or follows from arm and covariates
  .hint = Look at the column of <c>{ $baseline }</c>, and whether it is among the covariates as well.
ancova-too-few = At <c>{ $occasion }</c> there is no analysis of covariance: { $participants } participants with both measures leave nothing for error

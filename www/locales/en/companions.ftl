# Analyses that assume less: unequal variances, one occasion, one arm.

about-oneway-anova = Arms at each occasion alone: one-way, Welch and Brown–Forsythe, with Games–Howell comparisons
about-rm-anova = Each arm alone: repeated-measures analysis of variance and paired t tests

row-all-participants = All participants
head-omega2 = ω²
head-bonferroni = Bonferroni

welch-without-variance = At <c>{ $occasion }</c> an arm has no spread: the tests that give each arm its own variance are left out there

oneway-title = One occasion at a time
oneway-conclusion = { $all ->
    [one] { $found ->
        [0] With each arm’s own variance (Welch) there is no evidence that the arms differ (<i>p</i> not below { $alpha }).
       *[other] With each arm’s own variance (Welch), the arms differ (<i>p</i> below { $alpha }).
    }
   *[other] With each arm’s own variance (Welch), the arms differ at { $found } of { $all } occasions (<i>p</i> below { $alpha }, unadjusted).
}
oneway-caption = Arms compared on { $outcome } at each occasion alone
oneway-classical = One-way
oneway-welch = Welch
oneway-brown-forsythe = Brown–Forsythe
oneway-note = Everybody measured at the occasion, whether or not at the others. The one-way <i>F</i> takes the arms’ variances as equal; Welch and Brown–Forsythe do not. ω² of the one-way analysis, not cut at zero. Not adjusted for the number of occasions.
games-howell-caption = Pairs of arms on { $outcome }, each by its own variances (Games–Howell)
games-howell-note = <i>p</i> and interval hold for all pairs of one occasion together (studentised range; { $size ->
    [one] one pair
   *[other] { $size } pairs
  }). With two arms this is Welch’s <i>t</i> test.

within-title = Each arm alone
within-conclusion = Scores changed over the occasions in { $found } of { $all } arms (<i>p</i> below { $alpha }); an arm alone has no control.
within-conclusion-one-group = All participants as one group, with their own error.
within-caption = Repeated-measures analysis of variance of { $outcome } within each arm
within-note = Each arm with its own error; degrees of freedom and <i>p</i> corrected by Greenhouse–Geisser. That one arm changes and another does not is no evidence that they differ: that is the interaction, and the differences in change.
paired-caption = Paired <i>t</i> tests of { $outcome } within each arm
paired-note = Later minus earlier occasion; { $ci } intervals unadjusted; Bonferroni over the { $size ->
    [one] one comparison
   *[other] { $size } comparisons
  } within each arm.

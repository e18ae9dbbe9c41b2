# Families of comparisons, the declared outcomes, and the claims that a study makes, checked.

family-dunnett = Dunnett over the { $with } { $family ->
    [change] comparisons with { $control } within each change
    [arms] comparisons with { $control } at each occasion
   *[arms-overall] comparisons with { $control }
  }, for <i>p</i> (adjusted) and for the confidence limits.
family-dunnett-others = { $without ->
    [one] The one comparison without { $control } is
   *[other] The { $without } comparisons without { $control } are a family of their own,
  } { $without ->
    [one] not adjusted.
   *[other] by Bonferroni.
  }
family-scheffe = Scheffé over all contrasts of { $family ->
    [change] the { $arms } arms within each change ({ $size } comparisons in all)
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
family-no-dunnett = Dunnett’s adjustment is defined for arms with a control; Bonferroni’s is used here.
family-no-scheffe = Scheffé’s adjustment takes one error for all comparisons; Bonferroni’s is used here.
family-no-closed = Closed testing is for three arms; Holm’s adjustment is used here.
closed-needs-three-arms = Closed testing is for three arms, and here there { $arms ->
    [one] is one
   *[other] are { $arms }
  }: comparisons are adjusted by Holm’s method instead
    .hint = Choose another adjustment

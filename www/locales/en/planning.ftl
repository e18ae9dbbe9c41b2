# Planning a trial: power and sample size, before there are data.

## A file of designs

power-columns-missing = The file has no { $n ->
    [one] column
   *[other] columns
} { $columns }
    .hint = A file of designs has the columns effect, f, alpha, N_total, groups, measurements, rho and epsilon, and option where f is not in G*Power’s default convention
power-no-cases = The file has a header and no row below it
    .hint = Write one design a row
power-not-a-number = Row { $row } (line { $line }), column <c>{ $name }</c>: { $blank ->
    [one] the cell is blank
   *[other] <c>{ $text }</c> is not a number
}
    .hint = Every design needs a number there; the other rows are computed
power-unknown-word = Row { $row } (line { $line }), column <c>{ $name }</c>: { $blank ->
    [one] the cell is blank
   *[other] <c>{ $text }</c> is not known
}
    .hint = Write { $names }: one of them
power-option-unused = Row { $row } (line { $line }), column <c>option</c>: the effect between groups has one convention only, so that <c>{ $option }</c> changes nothing
power-input = { $row ->
    [0] Option <c>{ $name }</c>
   *[other] Row { $row } (line { $line }), column <c>{ $name }</c>
}: { $value } { $why ->
    [alpha] is not a significance level
    [f] is not an effect size f
    [f-too-large] is too large for the power to be computed
    [n-total] is too few participants, or not a whole number
    [groups] is not a number of groups that can be compared
    [groups-within] is not a number of groups
    [measurements] is not a number of measurements that can be compared
    [measurements-between] is not a number of measurements
    [rho] is not a correlation that so many measurements can have
    [correlation] is not a correlation that so many occasions can have
    [n-per-arm] is not a number of participants in an arm
    [n-at-end] leaves fewer than two participants in an arm at the end
    [design-effect] is not a design effect
    [effect-size] is not a difference whose power can be computed
    [margin] is not a margin
    [dropout] is not a share of participants
    [group-size] is not a number of participants in a group
    [icc] is not an intraclass correlation
    [arms] is not a number of arms that can be compared
    [occasions] is not a number of occasions that can be compared
    [power] is not a power above the significance level
    [adjust] comparisons are more than this method adjusts together
   *[epsilon] is not a nonsphericity that so many measurements can have
}
    .hint = { $why ->
    [alpha] Between 0 and 1, such as .05
    [f] 0 or more, such as .25
    [f-too-large] Make f, N or the correlation smaller
    [n-total] A whole number of participants in all, more than there are groups
    [groups] A whole number, 2 or more
    [groups-within] A whole number, 1 or more
    [measurements] A whole number, 2 or more
    [measurements-between] A whole number, 1 or more
    [rho] Above −1/(m − 1) for m measurements, and below 1
    [correlation] Above −1/(m − 1) for m occasions, and below 1, such as .5
    [n-per-arm] A whole number, 2 or more
    [n-at-end] Allot more to each arm, or assume less dropout
    [design-effect] 1 or more
    [effect-size] In standard deviations, above 0, such as .5
    [margin] In standard deviations, above 0, such as .5
    [dropout] 0 or more and below 1, such as .15
    [group-size] 1 or more
    [icc] From 0 to 1, such as .05
    [arms] A whole number from 2 to 50
    [occasions] A whole number from 2 to 50
    [power] Above the significance level and below 1, such as .80
    [adjust] Choose bonferroni or holm
   *[epsilon] From 1/(m − 1) for m measurements to 1, which is sphericity
}

## What a trial can and cannot show

outlook-title = What n = { $n } per arm can and cannot show
outlook-can = It can show, with a power of { $power }
outlook-cannot = It cannot show, with a power of { $power }
outlook-assumed = What this rests on
outlook-nothing = Nothing of what follows.
outlook-least-effect = A difference of <i>d</i> = { $d } or more between an intervention and the control, by the most precise of the three analyses, adjusted.
outlook-contrast = { $baseline ->
    [raw] Scores at an occasion
    [change] Change from the first occasion
   *[ancova] Scores at an occasion, adjusted for the first (ANCOVA)
}: a true difference of <i>d</i> = { $d } is shown with a power of { $adjusted }, adjusted ({ $unadjusted } if it were the only comparison). { $known ->
    [one] A power of { $power } needs { $needed } allotted to each arm.
   *[other] No number of participants up to { $most } per arm has a power of { $power }.
}
outlook-any-all = Whether each of the { $interventions } interventions changes more than the control from the first occasion to another, if every one truly does by <i>d</i> = { $d }: at least one is shown with a power of { $any }, all of them with { $all }.{ $simulated ->
    [one] {" "}Both are simulated, with a Monte Carlo standard error of { $se } at most.
   *[other] {""}
}
outlook-maintained = That an effect is maintained, if it truly is: a loss of { $margin } standard deviations from the end of treatment to follow-up is excluded with a power of { $non-inferiority }, a loss and a gain of as much with { $equivalence }.
outlook-interaction = The arms × occasions interaction as a whole, from <i>f</i> = { $gpower } on as in G*Power 3.0, { $spss } as in SPSS, { $cohen } as in Cohen (1988). These are one effect, named by three conventions.
outlook-no-difference = That there is no difference. A comparison that is not significant leaves it open: a true <i>d</i> = { $d } goes unseen with a probability of { $missed } even by the most precise analysis.
outlook-design = { $arms } arms, { $n } participants allotted to each, { $total } in all; { $occasions } occasions, of which any two correlate { $r }. <i>d</i> is in standard deviations of a measurement; tests are two-sided at { $level }.
outlook-dropout = Of { $n } in each arm { $left } are expected at the end, with a dropout of { $dropout }. Every power is theirs.
outlook-family = { $comparisons } comparisons (pairs of arms by pairs of occasions{ $control ->
    [one] , with the control only
   *[other] {""}
}) are adjusted together: { $adjust ->
    [none] not adjusted, each is tested at { $each }
    [bonferroni] by Bonferroni’s method each is tested at { $each }
    [holm] by Holm’s method the first is tested at { $each }, and single comparisons are given the power of that first step
    [sidak] by Šidák’s method each is tested at { $each }
    [tukey] by Tukey’s method each is tested at { $each }
   *[dunnett] by Dunnett’s method each is tested at { $each }
}.
outlook-adjust-changed = { $from ->
    [tukey] Tukey’s method is for one pair of occasions; for several, Šidák’s is taken.
   *[dunnett] Dunnett’s method is computed for one pair of occasions; for several, Bonferroni’s is taken, which shows no more.
}
outlook-groups = Interventions are given to groups of { $size } with an intraclass correlation of { $icc }: the variance of their means is { $effect } times that of single treatment. Few groups leave fewer degrees of freedom than are reckoned with here, so that a comparison’s power is at most this; the interaction is reckoned without groups.
outlook-normal = Scores are taken to be normal, with one standard deviation in all arms and at all occasions, and dropout not to depend on them.

# The answers: sentences made from the trial's effects and their verdicts. An estimate is printed with the sign of its interval.

question-worked = { $arms ->
    [one] Did the intervention work?
   *[other] Did each intervention work?
  }
question-better-than = { $arms ->
    [one] Did the arm do better than { $control }?
   *[other] Did each arm do better than { $control }?
  }
question-differ = Do the arms differ?
question-changed = Did scores change?
question-lasted = Did it last?
question-which = Is one better?
question-which-differ = Do the other arms differ from each other?
question-how-many = How many improved?

effect-interval = { $kind ->
    [simultaneous] simultaneous { $ci } CI
    [unadjusted] unadjusted { $ci } CI
   *[only] { $ci } CI
  } { $low } to { $high }
effect-change = { $Arm } against { $against }, { $from } to { $to }: difference in change of mean { $outcome } <b>{ $estimate } points</b> ({ $interval }){ $side ->
    [better] , in favour of { $arm }.
    [worse] , in favour of { $against }.
    [higher] , the change higher with { $arm }.
    [lower] , the change lower with { $arm }.
   *[not-shown] ; a difference is not shown.
  } Mean change: { $of-arm } with { $arm }, { $of-against } with { $against }.
effect-level = { $Arm } against { $against }{ $several ->
    [yes] , { $at }
   *[no] { "" }
  }: difference in mean { $outcome } <b>{ $estimate } points</b> ({ $interval }){ $side ->
    [better] , in favour of { $arm }.
    [worse] , in favour of { $against }.
    [higher] , higher with { $arm }.
    [lower] , lower with { $arm }.
   *[not-shown] ; a difference is not shown.
  }
effect-alone = From { $from } to { $to }, mean { $outcome } changed by <b>{ $estimate } points</b> ({ $interval }){ $side ->
    [better] , for the better.
    [worse] , for the worse.
    [higher] , upwards.
    [lower] , downwards.
   *[not-shown] ; a change is not shown.
  }
effect-p = <i>p</i> { $p }, adjusted { $adjusted } ({ $adjust }, { $size } comparisons)
effect-p-unadjusted = <i>p</i> { $p } (unadjusted, one of { $size } comparisons)
effect-p-only = <i>p</i> { $p } (the only comparison)
effect-g = { " " }· <i>g</i> = { $g } { $by ->
    [two] (by the <i>SD</i> of the two arms there)
   *[all] (by the <i>SD</i> at the first occasion)
  }
effect-dissent = { " " }· { $method ->
    [ancova] Analysis of covariance
    [ranks] The test by ranks
    [permutation] The permutation test
    [complete] The repeated-measures model of those with every value
    [available] The model of all available values
   *[level] The comparison of the arms at that occasion, without their baseline,
  } { $shows ->
    [yes] shows a difference
   *[no] does not show a difference
  } ({ $adjusted ->
    [yes] adjusted { "" }
   *[no] { "" }
  }<i>p</i> { $p })
interval-description = estimate { $estimate }, { $ci } interval { $low } to { $high }
margin-description = (shaded: the margin, from 0 to { $loss })
legend-margin = Shaded: losses since { $post } that would still count as kept, up to the margin of { $set ->
    [default] { $sds } <i>SD</i>, a default ({ $margin } points).
    [sd] { $sds } <i>SD</i> ({ $margin } points).
   *[raw] { $margin } points.
  } “Maintained” takes an interval that stays clear of the shade’s far edge.

# Headlines.
effects-headline = { $voice ->
    [benefit] { $up-n ->
        [0] { $down-n ->
            [0] { $Arm } against { $against }: a difference is not shown at { $none }.
           *[other] { $Arm } did worse than { $against } at { $down }{ $none-n ->
                [0] .
               *[other] ; at { $none } a difference is not shown.
              }
          }
       *[other] { $Arm } did better than { $against } at { $up }{ $down-n ->
            [0] { "" }
           *[other] { " " }and worse at { $down }
          }{ $none-n ->
            [0] .
           *[other] ; at { $none } a difference is not shown.
          }
      }
   *[neutral] { $up-n ->
        [0] { $down-n ->
            [0] { $Arm } against { $against }: a difference{ $measure ->
                [change] { " " }in change
               *[level] { "" }
              } is not shown at { $none }.
           *[other] { $measure ->
                [change] The arms differ in change: it was lower
               *[level] The arms differ: scores were lower
              } with { $arm } than with { $against } at { $down }{ $none-n ->
                [0] .
               *[other] ; at { $none } a difference is not shown.
              }
          }
       *[other] { $measure ->
            [change] The arms differ in change: it was higher
           *[level] The arms differ: scores were higher
          } with { $arm } than with { $against } at { $up }{ $down-n ->
            [0] { "" }
           *[other] { " " }and lower at { $down }
          }{ $none-n ->
            [0] .
           *[other] ; at { $none } a difference is not shown.
          }
      }
  }
effects-completers = ({ $n } of { $all } participants are in these numbers.)
effects-available = (All { $n } participants with any value are in these numbers; { $complete } of { $all } have every value.)
effects-complete-cases-differ = The { $complete } participants with every value alone read otherwise: see the rows.
lead-not-fitted = The model of all available values could not be fitted to <c>{ $outcome }</c>: the answers come from the participants with every value
    .hint = Its section says what was tried; look for occasions at which hardly anybody was measured
lead-within-factors = With further factors within participants <c>{ $outcome }</c> is answered by the repeated-measures model: participants who miss a value are left out
    .hint = Analyse one level of the further factor to use everyone
clda-title = Arms with one mean at baseline
clda-caption = Differences in change of { $outcome } between arms, by the constrained longitudinal model
clda-who = { $participants ->
    [one] One participant with any value, the arms held to one mean before treatment, as random allocation makes them.
   *[other] All { $participants } participants with any value, the arms held to one mean before treatment, as random allocation makes them.
  }
about-clda = Differences in change with one mean of all arms at baseline, everyone counted who has any value
why-available = The model uses every value there is (MMRM by REML); it takes values as missing at random, given those that are there. The participants with every value alone stand beside it.
why-constrained = The model uses every value there is and holds the arms to one mean at baseline (cLDA), which random allocation justifies; it takes values as missing at random, given those that are there.
change-headline = { $side ->
    [better] Mean { $outcome } improved from { $from } to { $to }.
    [worse] Mean { $outcome } worsened from { $from } to { $to }.
    [higher] Mean { $outcome } rose from { $from } to { $to }.
    [lower] Mean { $outcome } fell from { $from } to { $to }.
   *[not-shown] From { $from } to { $to } a change of mean { $outcome } is not shown.
  }
which-not-compared = The Plan compares each arm with the control only: whether one is better than another is not asked.

# Did it last?
lasted-effect = { $Arm } against { $against }: the effect was { $e1 } points at { $post } and { $e2 } at { $to }, a difference of <b>{ $estimate } points</b> ({ $interval }). Mean change of { $outcome } since { $post }: { $of-arm } with { $arm }, { $of-against } with { $against }.
lasted-alone = The change of mean { $outcome } was { $e1 } points at { $post } and { $e2 } at { $to }, a difference of <b>{ $estimate } points</b> ({ $interval }).
lasted-maintained = { $Arm }: the effect at { $post } was maintained at { $to }, by a margin of { $set ->
    [default] { $sds } <i>SD</i>, a default ({ $margin } points).
    [sd] { $sds } <i>SD</i> ({ $margin } points).
   *[raw] { $margin } points.
  }
lasted-partly-kept = { $Arm }: part of the effect at { $post } was lost by { $to }; an effect is still shown there.
lasted-lost = { $Arm }: the effect at { $post } was lost by { $to }; a difference is no longer shown there.
lasted-cannot-tell = { $Arm }: whether the effect at { $post } lasted until { $to }, the data cannot tell.
lasted-margin-too-wide = { $Arm }: whether the effect at { $post } lasted until { $to } cannot be told by a margin of { $set ->
    [default] { $sds } <i>SD</i>, a default ({ $margin } points)
    [sd] { $sds } <i>SD</i> ({ $margin } points)
   *[raw] { $margin } points
  }: it is as large as the effect, so that losing all of it would count as maintained.
lasted-without-margin = { $Arm }: whether the effect at { $post } lasted until { $to } cannot be told without a margin.
lasted-later-not-shown = { $Arm }: whether the effect at { $post } lasted until { $to }, the data cannot tell; at { $to } an effect is not shown.
lasted-nothing-to-keep = { $Arm }: no effect was shown at { $post }, so there is none that could last until { $to }.
lasted-appeared-later = { $Arm }: no effect was shown at { $post }; it appeared only later, at { $to }.
lasted-one-group = Without a control, whether an effect lasted cannot be told: what scores did is in the rows.
lasted-no-control = Without a named control, whether an effect lasted cannot be told: how the differences between arms changed is in the rows.
answer-scores-held = { " " }· Scores with { $arm }: a loss of { $set ->
    [default] { $margin } points (0.5 <i>SD</i>, a default)
   *[set] { $margin } points
  } or more { $held ->
    [yes] is ruled out
   *[no] is not ruled out
  } (one-sided <i>p</i> { $p })
answer-retained = { " " }· { $percent }% of the effect at { $post } left ({ $limits })

end-worse = { $arm } did better
end-better-arm = { $arms ->
    [one] the other arm did better
   *[other] the arm named did better
  }
end-better = { $arm } did better
end-better-right = { $arm } did better
end-better-second = the second named did better
end-better-first = the first named did better
end-lower = lower than with { $control }
end-higher = higher than with { $control }
end-higher-with = higher with { $arm }
end-higher-second = higher with the second named
end-higher-first = higher with the first named
end-worsened = worsened
end-improved = improved
end-fell = fell
end-rose = rose
end-less = { $voice ->
    [benefit] less than at { $post }
   *[neutral] lower than at { $post }
  }
end-more = { $voice ->
    [benefit] more than at { $post }
   *[neutral] higher than at { $post }
  }

why-change = The difference in change is the trial’s own question: a rise or fall in one arm alone can be time, retesting or regression to the mean. Each contrast has its own error term; all three questions share one family of comparisons, one adjustment and one table.
why-apart = With one occasion there is no change to compare; the arms are compared as they stand.
why-levels = The Plan names no occasion before treatment; the arms are compared as they stand at each occasion, adjusted for the covariates of the Plan.
why-better = Only a direct contrast can answer this. That one arm differs from the control and another does not is no evidence that they differ from each other.
why-whom = Means do not say how many participants changed. Whoever changed for the better by more than the error of measurement responded; shares are compared by the score intervals of Wilson and Newcombe, which hold in small arms.
why-changed = Each later occasion is compared with the baseline, with its own error term. Without a control, a change cannot be told from time, retesting or regression to the mean.
why-lasted = What lasts is the effect, which is between arms: the later effect is compared with that at { $post }. “Maintained” is said only where an interval rules out a loss of the margin, { $set ->
    [default] { $sds } <i>SD</i>, a default ({ $margin } points)
    [sd] { $sds } <i>SD</i> ({ $margin } points)
   *[raw] { $margin } points
  }, and the later effect is shown; “lost” only where a loss is shown. That a loss is not significant is no evidence that nothing was lost.
why-lasted-no-margin = What lasts is the effect, which is between arms: the later effect is compared with that at the end of treatment. To conclude that it was maintained takes a margin, and there is none here.

# Missing values.
missingness-title = Missing values
missingness-conclusion = { $complete } of { $all } participants have every value that an analysis of complete cases needs.
missingness-caption = Missing values of { $outcome } by arm and occasion
missingness-note = %: of the participants of the arm.
patterns-caption = Participants by the occasions at which { $outcome } has a value
patterns-note = ● a value, ○ none, in the order of the occasions.
head-missing-n = missing
head-missing-percent = %
head-pattern = Pattern
head-all = All
row-arm-n = { $arm } (<i>n</i> = { $n })
row-all-n = All participants (<i>n</i> = { $n })
row-other-patterns = { $count ->
    [one] One other pattern
   *[other] { $count } other patterns
  }
about-missingness = Missing values by arm, occasion and pattern
not-in-numbers-patterns = { $count } of { $all } participants are left out of analyses of complete cases, for { $reasons } reasons: the section on missing values lists them
    .hint = The model of all available values uses every value that they have

# The words of the report. <i>, <b>, <c>, <sub> and <sup> mark spans; arguments are never parsed for marks.

list-and = { $most } and { $last }

answer-code-missing = { $value } means missing
answer-code-value = { $value } is a real value

no-file = No file has been read
    .hint = Choose a file, or load the example

file-summary = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
  } and { $columns ->
    [one] 1 column
   *[other] { $columns } columns
  }

# What a trial's occasions are called in sentences, where the file only abbreviates.
occasion-pre = pretest
occasion-pretest = pretest
occasion-post = posttest
occasion-posttest = posttest
occasion-fu = follow-up
occasion-fup = follow-up
occasion-followup = follow-up
occasion-bl = baseline

# The answers. Sentences name mean scores, as they are in this sample; the interval says how far to trust them.
asked-worked = Did the intervention work?
asked-worked-each = Did each intervention work?
asked-lasted = Did it last?
asked-better = Which is better?
asked-changed = Did scores change?

verdict-better = { $arm } did better than { $control } at { $better }.
verdict-better-none = { $arm } did better than { $control } at { $better }; at { $none } there is no evidence of a difference.
verdict-better-worse = { $arm } did better than { $control } at { $better } and worse at { $worse }.
verdict-better-worse-none = { $arm } did better than { $control } at { $better } and worse at { $worse }; at { $none } there is no evidence of a difference.
verdict-worse = { $arm } did worse than { $control } at { $worse }.
verdict-worse-none = { $arm } did worse than { $control } at { $worse }; at { $none } there is no evidence of a difference.
verdict-none = { $arm } against { $control }: no evidence of a difference at { $none }.

verdict-gained = { $Arm } improved further from { $from } to { $to }.
verdict-lost = { $Arm } lost ground from { $from } to { $to }.
verdict-open = { $Arm }: no evidence of a change from { $from } to { $to }, which does not show that the effect was kept.

verdict-which = { $better } did better than { $worse } at { $when }.
verdict-which-none = No evidence that one is better than the other.
verdict-which-none-of-many = No evidence that any one is better than another.
verdict-which-else = Between the others there is no evidence of a difference.

verdict-improved = Scores improved from { $from } to { $to }.
verdict-worsened = Scores worsened from { $from } to { $to }.
verdict-unchanged = From { $from } to { $to } there is no evidence of a change.

change-rose-more = From { $from } to { $to }, mean { $outcome } rose <b>{ $size } points more</b> with { $arm } than with { $control }.
change-rose-less = From { $from } to { $to }, mean { $outcome } rose <b>{ $size } points less</b> with { $arm } than with { $control }.
change-fell-more = From { $from } to { $to }, mean { $outcome } fell <b>{ $size } points more</b> with { $arm } than with { $control }.
change-fell-less = From { $from } to { $to }, mean { $outcome } fell <b>{ $size } points less</b> with { $arm } than with { $control }.
change-none-rose-more = From { $from } to { $to }, no evidence of a difference: mean { $outcome } rose { $size } points more with { $arm } than with { $control }, with zero inside the interval.
change-none-rose-less = From { $from } to { $to }, no evidence of a difference: mean { $outcome } rose { $size } points less with { $arm } than with { $control }, with zero inside the interval.
change-none-fell-more = From { $from } to { $to }, no evidence of a difference: mean { $outcome } fell { $size } points more with { $arm } than with { $control }, with zero inside the interval.
change-none-fell-less = From { $from } to { $to }, no evidence of a difference: mean { $outcome } fell { $size } points less with { $arm } than with { $control }, with zero inside the interval.

apart-higher = { $at }: mean { $outcome } was <b>{ $size } points higher</b> with { $arm } than with { $control }.
apart-lower = { $at }: mean { $outcome } was <b>{ $size } points lower</b> with { $arm } than with { $control }.
apart-none-higher = { $at }: no evidence of a difference; mean { $outcome } was { $size } points higher with { $arm } than with { $control }, with zero inside the interval.
apart-none-lower = { $at }: no evidence of a difference; mean { $outcome } was { $size } points lower with { $arm } than with { $control }, with zero inside the interval.
only-higher = Mean { $outcome } was <b>{ $size } points higher</b> with { $arm } than with { $control }.
only-lower = Mean { $outcome } was <b>{ $size } points lower</b> with { $arm } than with { $control }.
only-none-higher = No evidence of a difference: mean { $outcome } was { $size } points higher with { $arm } than with { $control }, with zero inside the interval.
only-none-lower = No evidence of a difference: mean { $outcome } was { $size } points lower with { $arm } than with { $control }, with zero inside the interval.

since-rose = From { $from } to { $to }, mean { $outcome } rose <b>{ $size } points</b> with { $arm }.
since-fell = From { $from } to { $to }, mean { $outcome } fell <b>{ $size } points</b> with { $arm }.
since-none-rose = From { $from } to { $to }, mean { $outcome } rose { $size } points with { $arm }; zero is inside the interval, so the data do not settle whether it changed.
since-none-fell = From { $from } to { $to }, mean { $outcome } fell { $size } points with { $arm }; zero is inside the interval, so the data do not settle whether it changed.

answer-statistics = 95% CI { $low } to { $high } · adjusted <i>p</i> { $p }
answer-statistics-unadjusted = 95% CI { $low } to { $high } · <i>p</i> { $p }
answer-statistics-interval-unadjusted = unadjusted 95% CI { $low } to { $high } · adjusted <i>p</i> { $p }
answer-g = { " " }· <i>g</i> = { $g }
interval-description = estimate { $estimate }, 95% interval { $low } to { $high }

end-worse = ← { $arm } did better
end-better-intervention = intervention did better →
end-better = ← { $arm } did better
end-better-right = { $arm } did better →
end-better-second = ← the second named did better
end-better-first = the first named did better →
end-lost = ← worse than { $post }, or than the control
end-gained = better →
end-worsened = ← worsened
end-improved = improved →

why-change = The difference in change is the trial’s own question: a rise or fall in one arm alone can be time, retesting or regression to the mean. Each contrast has its own error term; the adjustment covers the whole family, which the table of comparisons names with its size.
why-apart = With one occasion there is no change to compare; the arms are compared as they stand.
why-lasted = A change that is “not significant” is not evidence that nothing was lost. To conclude that an effect was maintained takes a test against a margin, which is not part of this report. Beside each change stand the arms at the later occasion.
why-better = Only a direct contrast of the interventions can answer this. That one differs from the control and the other does not is no evidence that they differ from each other.
why-changed = Each later occasion is compared with the first, with its own error term. Without a control, a change cannot be told from time, retesting or regression to the mean.

caveat-no-control = There is no arm to compare with: a change here can be time, retesting or regression to the mean as well as an effect.
caveat-waitlist = A waitlist does not control for attention or expectation.
caveat-randomised-unknown = The design does not say whether participants were allotted to arms at random. The sentences say how the arms differed, not what caused it.
caveat-not-randomised = Participants were not allotted to arms at random: the arms may have differed from the start, and the sentences say how they differed, not what caused it.
caveat-intervals-unadjusted = This adjustment has no intervals of its own: the intervals are unadjusted, the <i>p</i> are adjusted, and the two can disagree.

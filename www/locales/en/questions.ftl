# What is still a guess and the words of the report depend on: questions that stand before the first answer.

questions-title = Please check this first
questions-until = This was guessed and nobody has confirmed it. Until then the report says only what holds either way: “higher” and “lower” in place of “better” and “worse”.
questions-all = { $n ->
    [one] Yes, this is right
   *[other] Yes, all of this is right
}
questions-taken = (taken so now)
questions-yes = Yes, that is right
questions-design = Put it right in the design
questions-more = { $n ->
    [one] One more question
   *[other] { $n } more questions
}
question-in-plan = In the plan: <c>{ $field }</c>{ $listed ->
    [yes] ; then take “{ $part }” out of <c>unconfirmed</c>
   *[no] {""}
}
question-unsaid = Nothing in the file or in the plan says so

question-arm = Does <c>{ $column }</c> name the arms ({ $arms })?
question-arm-none = Is it one group, without arms? Else: which column names the arms?
question-control = Which arm is the control?
question-outcomes = Are these the outcomes: { $outcomes }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }?
question-occasions = In which order were the occasions?
question-occasions-one = Was the outcome measured once only?
question-baseline = Which occasion was before treatment?
question-end-of-treatment = At which occasion had treatment ended?
question-better = { $outcome }: is higher or lower better?

choice-name = { $name }
choice-no-arms = one group
choice-no-control = none of them
choice-no-baseline = none
choice-higher = higher is better
choice-lower = lower is better

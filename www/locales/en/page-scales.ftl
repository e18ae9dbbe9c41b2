# The page's words for questionnaires: which are scored, the builder of one, and single participants.

scales-title = Questionnaire
scales-scored = scored from items, below
scales-columns = Items in the file
scales-scores = Scores by item number
scales-own = Your own definition
scales-key = { $title }, by a key { $state ->
    [changed] changed by you
    [confirmed] confirmed by you
    [A] known from two sources or its author
    [B] known from one source
   *[C] that you have not compared with your form yet
}
scales-range = Answers { $low } to { $high }
scales-none = no columns
scales-count = { $count ->
    [one] 1 item
   *[other] { $count } items
}
scales-reversed = reversed { $items }
scales-change = Change { $name }
scales-save = Save as key file
scales-save-name = Save { $name } as key file
scales-remove = Remove
scales-suggested = Score { $name } ({ $count } items)
scales-score = Score
scales-add = Score a questionnaire from its items
scales-differs = It differs: change it
scales-no-shift = Leave the answers as they are
scales-file = questionnaire

## The builder

scales-new = A questionnaire, scored from its items
scales-key-of = Scored by
scales-key-choice = { $name } ({ $count ->
    [0] items by you
   *[other] { $count } items
}{ $confidence ->
    [C] , to be compared
   *[other] {""}
})
scales-open = Open a key file
scales-source = Source:
scales-rights = Rights:
scales-confidence-A = Known from two sources or its author.
scales-confidence-B = Known from one source.
scales-confidence-C = Not confirmed by a second source.
scales-verify = Verify it with your own form.
scales-compare = Compare the item numbers with your own form before you use it.
scales-name = Name
scales-low = Lowest answer
scales-high = Highest answer
scales-share = Items that must be answered, in %
scales-as-key = as the key says
scales-columns-help = The columns of the items in the order of their numbers: a name with # for the number, such as q#_pre, or names with commas.
scales-columns-at = Items at { $occasion }
scales-pattern = q#
scales-pick = Add a column: { $name }
scales-found = { $count ->
    [0] No column yet.
    [one] 1 column: { $first }.
   *[other] { $count } columns: { $first } … { $last }.
}
scales-unknown = Not in the file: { $names }.
scales-items = Items
scales-items-of = Items of { $name }
scales-reverse = Reversed items
scales-reverse-of = Reversed items of { $name }
scales-rule = Made by
scales-rule-of = Rule of { $name }
scales-rule-sum = sum
scales-rule-mean = mean
scales-rule-sum-times-2 = twice the sum
scales-rule-sum-times-4 = four times the sum
scales-rule-mean-of-subscale-means = mean of the means of scores
scales-score-name = Name of score { $place }
scales-score-place = score { $place }
scales-scores-help = Numbers such as 1–3, 6. A mean of the means of scores has their names instead of items.
scales-all = all
scales-no-items = none
scales-score-add = Add a score
scales-use = Score it so

## Single participants

change-title = Single participants
change-help = A change is reliable if it is larger than the error of measurement, which follows from the reliability of the score. A published coefficient comes before one from this sample.
change-reliability = Reliability
change-reliability-of = Reliability of { $name }
change-none = nothing said
change-published = { $reliability }, { $interval } ({ $source })
change-own = a published number
change-own-of = Published reliability of { $name }
change-alpha = this sample: Cronbach’s α
change-retest = this sample: control arm, first two occasions
change-cutoff = Cut-off of recovery
change-cutoff-of = Cut-off of { $name }
change-cutoff-none = none
change-cutoff-a = a: 2 SD better than this sample
change-cutoff-b = b: within 2 SD of the norm
change-cutoff-c = c: between this sample and the norm
change-norm = Norm
change-norm-published = { $population }: { $mean } (SD { $sd })
change-norm-own = another norm
change-norm-of = Norm of { $name }
change-mean-of = Mean of the norm of { $name }
change-sd-of = SD of the norm of { $name }
change-mean = mean
change-sd = SD

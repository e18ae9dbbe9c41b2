# Questionnaires: scoring, reliability, test–retest.

## Scoring

scale-without-items = The questionnaire { $scale } has no items
    .hint = Name the columns of its items
scale-items-missing = The questionnaire { $scale } has { $needed } items, and { $found } columns are named{ $at ->
    [0] {""}
   *[other] { " " }for { $occasion }
}
    .hint = Name a column for each item, in the order of their numbers
scale-columns-absent = Columns of the questionnaire { $scale } are not in the file: { $columns }
    .hint = Choose the columns of its items again
scale-columns-words = Columns of the questionnaire { $scale } hold words, not numbers: { $columns }
    .hint = Enter the answers as numbers, as the questionnaire’s key has them
scale-reverse-without-range = Items of { $scale } run the other way, and without the lowest and the highest answer they cannot be turned
    .hint = Say between which numbers the answers lie
scale-range = The lowest answer of { $scale } is not below the highest
    .hint = Say between which numbers the answers lie
scale-column-taken = The file has a column { $column } already, so that the score of { $scale } was not put beside it
    .hint = Give the questionnaire or its subscale another name
item-outside = <c>{ $column }</c> has { $count ->
    [one] an answer
   *[other] { $count } answers
} outside { $low } to { $high }: { $cells }{ $more ->
    [0] {""}
   *[other] { " " }and { $more } more
}. { $count ->
    [one] It was
   *[other] They were
} left out
    .hint = Correct the file, or the range of the questionnaire
item-between = <c>{ $column }</c> has { $count ->
    [one] an answer
   *[other] { $count } answers
} between two whole numbers: { $cells }{ $more ->
    [0] {""}
   *[other] { " " }and { $more } more
}. { $count ->
    [one] It was
   *[other] They were
} left out
    .hint = Correct the file: an item is answered by one of its numbers
items-against-the-rest = { $count ->
    [one] An item of { $score } runs
   *[other] { $count } items of { $score } run
} against the others: { $items }. Was a reversed item not turned, or turned twice?
    .hint = Compare with the questionnaire’s key; the score is as defined until you change it

## Reliability

reliability-title = { $score }: reliability of the score
reliability-conclusion = { $count ->
    [one] Cronbach’s α = { $low } among all participants.
   *[other] Cronbach’s α from { $low } to { $high } among all participants over { $count } occasions.
}
reliability-caption = Reliability of { $score }
reliability-note = Of those who answered every item. α with Feldt’s limits; ω: one factor by maximum likelihood; split half: items of odd against even place, stepped up. <i>SEM</i>: the standard error of measurement of the sum of the items, <i>SD</i> √(1 − α); smallest change: 1.96 √2 <i>SEM</i>, below which a participant’s change may be error.
reliability-without = { $why ->
    [items] ω needs three items or more, so that there is none.
    [constant] No ω, no loadings and no mean <i>r</i> for { $whom }: an item that all answered alike goes with no other.
    [respondents] No ω and no loadings for { $whom }: they need more respondents than items.
    [singular] No ω and no loadings for { $whom }: the answers to an item follow from those to the others.
    [steps] No ω and no loadings for { $whom }: the search for the one factor did not come to an end.
   *[alike] Left out: { $whom }, where fewer than two answered every item, or the sum of the items is the same for all.
}
respondents = { $all ->
    [0] { $arm }
   *[other] all participants
}{ $at ->
    [0] {""}
   *[other] { " " }at { $occasion }
}{ $count ->
    [0] {""}
   *[other] { " " }({ $items })
}
items-caption = Items of { $score } at { $occasion }
items-caption-once = Items of { $score }
item-map-caption = Item map of { $score } at { $occasion }: a point for each item, its mean across, its correlation with the sum of the others up. Below the dashed line an item runs against its score.
item-map-caption-once = Item map of { $score }: a point for each item, its mean across, its correlation with the sum of the others up. Below the dashed line an item runs against its score.
item-map-description = The items of { $score }, each by its mean and its correlation with the sum of the others. Which item lies where is in the table.
item-map-x = Mean
item-map-y = r with the rest
items-note = Items as they count, reversed ones turned. A correlation below zero with the sum of the others is bold: the item runs against its score.
head-respondents = Respondents
everybody = All participants
head-alpha = α
head-omega = ω
head-interitem = Mean <i>r</i> of items
head-split-half = Split half
head-sem = <i>SEM</i>
head-sdc = Smallest change
head-item = Item
head-item-rest = <i>r</i> with the rest
head-item-total = <i>r</i> with the sum
head-alpha-without = α without it
head-loading = Loading

## Test–retest

chapter-reliability = Reliability
icc-title = Test–retest over the occasions
icc-conclusion = In { $arm }, agreement of single occasions ICC(2,1) = { $agreement }, consistency ICC(3,1) = { $consistency }.
icc-conclusion-all = Agreement of single occasions ICC(2,1) = { $agreement }, consistency ICC(3,1) = { $consistency }.
icc-caption = Intraclass correlations of { $outcome } over the occasions in { $arm }
icc-caption-all = Intraclass correlations of { $outcome } over the occasions
icc-note = Shrout and Fleiss’ six forms. Agreement counts a change that all share as disagreement, consistency does not. Where something was done between the occasions, they say nothing of the questionnaire.
head-icc-form = Form
head-icc = <i>ICC</i>
icc-1 = One occasion, one-way: ICC(1,1)
icc-2 = One occasion, agreement: ICC(2,1)
icc-3 = One occasion, consistency: ICC(3,1)
icc-1k = Mean of all, one-way: ICC(1,k)
icc-2k = Mean of all, agreement: ICC(2,k)
icc-3k = Mean of all, consistency: ICC(3,k)
about-icc = test–retest: the six intraclass correlations over the occasions, in the control arm

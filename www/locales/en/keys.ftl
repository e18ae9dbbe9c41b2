# Keys of questionnaires: reading them, using them, and what the answers look like.

## Key files

key-too-large = The key file has { $bytes } bytes, and a key has no more than { $most }
    .hint = Choose the key file of one questionnaire
key-not-toml = Line { $line } of the key file is not TOML
    .hint = Write a field as <c>name = value</c>, with text in quotes and lists in brackets
key-not-json = Line { $line } of the key file is not the JSON of a questionnaire
    .hint = Choose a file that was saved as a key file
key-ends = The key file ends inside a value, or text stays open, on line { $line }
    .hint = Close the quotes and the brackets
key-too-deep = Line { $line } of the key file nests lists or tables deeper than any key
    .hint = Write the fields as the exported keys have them
key-field-twice = Line { $line } says <c>{ $field }</c> a second time
    .hint = Keep one of the two
key-field-unknown = Line { $line } has a field <c>{ $field }</c>, which keys do not have
    .hint = Correct its name, or take it out
key-field-missing = The part of the key file that begins on line { $line } does not say <c>{ $field }</c>
    .hint = Add it
key-field-empty = <c>{ $field }</c> on line { $line } is empty
    .hint = Write its text, or take it out
key-field-type = <c>{ $field }</c> on line { $line } is not { $wanted ->
    [text] text in quotes
    [texts] a list of texts
    [number] a number
    [numbers] a list of numbers
    [whole] a whole number from 0
    [wholes] a list of whole numbers
    [flag] true or false
    [tables] a list of tables
   *[table] a table
}
    .hint = Correct the value
key-value-unknown = <c>{ $field }</c> on line { $line } is <c>{ $found }</c>, which is none of { $allowed }
    .hint = Choose one of them
key-items-many = Line { $line } says { $n } items, and no questionnaire has more than { $most }
    .hint = Say how many items the form has
key-item-outside = Line { $line }: { $score } has item { $item }, and the form has items 1 to { $n }
    .hint = Correct the number, or how many items the form has
key-item-twice = Line { $line }: { $score } has item { $item } twice
    .hint = Keep it once
key-not-its-item = Line { $line }: <c>{ $field }</c> of { $score } names item { $item }, which is not among the items of the score
    .hint = Correct the number, or add it to the items
key-turned-twice = Line { $line }: item { $item } of { $score } is reversed or recoded twice
    .hint = Reverse or recode it once
key-reversed-without-range = Line { $line }: { $score } reverses items, and without <c>range</c> they cannot be turned
    .hint = Add the lowest and the highest answer as <c>range</c>
key-recode = Line { $line }: a recode of { $score } has { $from } answers and { $to } values
    .hint = Give each answer in <c>from</c> its value in <c>to</c>
key-range = Line { $line }: the lowest answer, { $low }, is not below the highest, { $high }
    .hint = Write the lowest answer first
key-range-ends = <c>range</c> on line { $line } does not have two ends
    .hint = Write the lowest and the highest answer, such as [0, 4]
key-share = <c>least_answered</c> on line { $line } is { $found }, not a share above 0 and up to 1
    .hint = Write 0.8 where four of five items must be answered, 1 where all must
key-sd = The SD on line { $line } is { $found }, not above 0
    .hint = Correct it, or take it out
key-retest = The correlation on line { $line } is { $found }, not from 0 to below 1
    .hint = Correct it, or take it out
key-without-scores = The key file has no scores (line { $line })
    .hint = Add a part <c>[[scores]]</c> with name, rule and items
key-score-without-items = The score { $score } on line { $line } has no items
    .hint = Add the numbers of its items
key-score-twice = The score { $score } on line { $line } has the name of another
    .hint = Give each score a name of its own
key-of-or-items = The score { $score } on line { $line } must have either items or, as a mean of subscale means, subscales in <c>of</c>
    .hint = Take out one of the two
key-subscale-missing = The score { $score } on line { $line } is made of { $subscale }, which is no score of this key
    .hint = Correct the name, or add the subscale
key-subscale-cycle = The score { $score } on line { $line } is made of { $subscale }, which is made of it
    .hint = Make a mean of subscale means of scores that have items of their own
key-subscale-nested = The score { $score } on line { $line } is made of { $subscale }, which has no items of its own
    .hint = Make a mean of subscale means of scores that have items of their own
key-example = The example on line { $line } has { $found } answers for { $needed } items, or no scores
    .hint = Give each item an answer (<c>nan</c> where there is none), and a score to be reached
key-example-score = The example expects { $score } on line { $line }, which is no score of this key
    .hint = Correct the name

## Using a key

key-unknown = The key <c>{ $key }</c> of { $scale } is not among those that come with Prepost
    .hint = Choose another key, or define the questionnaire’s items yourself
key-used = { $scale } was scored by the key of the { $key }. Source: { $source }{ $noted ->
    [0] {""}
   *[other] . { $note }
}
    .hint = Verify it with your own form: versions and translations differ in order, range and reversed items
key-template = The key of the { $key } does not know which items belong to { $scores }, so that { $scale } is not scored{ $noted ->
    [0] {""}
   *[other] . { $note }
}
    .hint = Name the items of each score, and those that run the other way, from your own form
key-unconfirmed = The key of the { $key } is not confirmed, so that { $scale } is not scored until you have compared it with your form. Items: { $scores }. { $n_reversed ->
    [0] None is reversed
   *[other] Reversed: { $reversed }
}{ $blocks ->
    [0] {""}
   *[other] . They are numbered subscale by subscale, not as the form prints them
}. Source: { $source }{ $noted ->
    [0] {""}
   *[other] . { $note }
}
    .hint = If your form has the same items, confirm the key; else name the items of each score yourself
scale-score-without-items = The score { $score } of { $scale } has no items
    .hint = Name the numbers of its items
scale-item-outside = { $score } has { $items }, and { $scale } has items 1 to { $n }
    .hint = Correct the numbers of its items
mbi-no-total = { $score } of { $scale } was not made: exhaustion, depersonalisation (or cynicism) and accomplishment (or efficacy) are three scores, of which one runs the other way, and the inventory’s authors add no total over them
    .hint = Analyse the three scores

## Checks of the answers

scale-base-shifted = All answers to { $scale } lie between { $given_low } and { $given_high }, and its key has { $low } to { $high }: <c>{ $item }</c> and others have { $beyond }, first { $whom }{ $more ->
    [0] {""}
   *[other] { " " }and { $more } more
}. It is not scored until you say which is right
    .hint = If the form was entered from { $given_low } to { $given_high }, take { $shift } from every answer; if the answers are right as they are, take 0, and those outside the range are left out
item-constant = Everybody gave the same answer to { $count ->
    [one] an item
   *[other] { $count } items
} of { $scale }{ $at ->
    [0] {""}
   *[other] { " " }at { $occasion }
}: { $items }
    .hint = Compare with the questionnaires on paper: such an item tells nothing about differences
same-answers = { $count ->
    [one] A participant
   *[other] { $count } participants
} gave the same answer to all { $n } items of { $scale }{ $at ->
    [0] {""}
   *[other] { " " }at { $occasion }
}, though some of them run the other way: { $whom }{ $more ->
    [0] {""}
   *[other] { " " }and { $more } more
}
    .hint = Decide whether these answers were meant; the scores are as defined
score-completed = { $count ->
    [one] A score
   *[other] { $count } scores
} of { $score }{ $at ->
    [0] {""}
   *[other] { " " }at { $occasion }
} { $count ->
    [one] was
   *[other] were
} completed by the mean of the participant’s other items: { $whom }{ $more ->
    [0] {""}
   *[other] { " " }and { $more } more
}
    .hint = At least { $share } % of the items must be answered; choose 100 % to leave such scores missing
score-unanswered = { $count ->
    [one] A score
   *[other] { $count } scores
} of { $score }{ $at ->
    [0] {""}
   *[other] { " " }at { $occasion }
} { $count ->
    [one] is
   *[other] are
} missing, because fewer than { $share } % of the items were answered: { $whom }{ $more ->
    [0] {""}
   *[other] { " " }and { $more } more
}
    .hint = Complete the file where the answers are known
score-floor = { $count } of { $n } ({ $percent } %) have the lowest possible score of { $score }, { $end }{ $at ->
    [0] {""}
   *[other] , at { $occasion }
}
    .hint = Who stands there cannot go lower: changes downwards do not show
score-ceiling = { $count } of { $n } ({ $percent } %) have the highest possible score of { $score }, { $end }{ $at ->
    [0] {""}
   *[other] , at { $occasion }
}
    .hint = Who stands there cannot go higher: changes upwards do not show
offer-confirm-key = My form has these items
offer-shift = { $up ->
    [0] Take { $by } from every answer
   *[other] Add { $by } to every answer
}

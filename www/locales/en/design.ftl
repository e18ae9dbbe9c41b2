# The design: why each part was guessed so, and what does not fit between the plan and the file.
# The id is the Problem's stable code; `.hint` says what to do. <c>…</c> marks the user's own names and cells.

## Why the id, the arms and the control

guess-id-name = <c>{ $column }</c> names the participants
guess-id-distinct = Every value of <c>{ $column }</c> is different, so it names the participants
guess-id-rows = Each value of <c>{ $column }</c> stands on a few rows, so it names the participants
guess-crossover = <c>{ $treatment }</c> changes within participants from <c>{ $period }</c> to <c>{ $period }</c>, so this is a crossover
guess-covariate-baseline = <c>{ $column }</c> says the same of a participant at every occasion and is named for the time before treatment, so it is a covariate
guess-id-restarts = The values of <c>{ $column }</c> start again in each <c>{ $site }</c>, so both together name the participants
guess-id-none = No column names the participants; each row is one participant, named by its line
guess-arm-name = <c>{ $column }</c> names the arms
guess-arm-levels = <c>{ $column }</c> holds “{ $level }”, so it names the arms
guess-arm-only = <c>{ $column }</c> has { $n } values and no other column looks more like arms
guess-arm-none = No column looks like arms, so all participants are one arm
guess-control-name = “{ $level }” names a control
guess-control-several = { $levels } all name a control; “{ $level }” is taken
guess-control-none = No arm is named like a control ({ $levels }): choose it, or leave the arms without one
guess-baseline = { $told ->
    [yes] { $occasion } is the occasion before treatment, by its name
   *[no] { $occasion } comes first and is taken as the occasion before treatment
  }
guess-end-of-treatment = { $told ->
    [yes] Treatment had ended at { $occasion }, by its name and place
   *[no] Treatment is taken to have ended at { $occasion }, the first occasion after baseline
  }

## Why the occasions and the outcomes

guess-long = Each <c>{ $id }</c> has several rows, told apart by <c>{ $column }</c>
guess-occasions-column = The values of <c>{ $column }</c> name the occasions: { $occasions }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
guess-occasions-treatments = The values of <c>{ $column }</c> are the treatments: { $treatments }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
guess-no-design = This does not look like a trial: no column names participants, occasions or arms. Seen were { $columns }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }. If it is one, say which columns hold the outcome, and which the arms
guess-occasions-names = <c>{ $marks }</c> name the occasions
guess-occasions-numbers = The numbers <c>{ $marks }</c> in the names are taken for occasions
guess-occasions-words = The names differ in <c>{ $marks }</c>, taken for occasions in the file’s order
guess-occasions-sorted = The occasions are put in time order, unlike the file: { $occasions }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
guess-occasions-only = No name tells an occasion, so { $n ->
        [one] the outcome is
       *[other] each of { $n } outcomes is
    } measured once
guess-within = The numbers { $levels }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    } stand at every occasion, so they are taken for { $n } conditions
guess-within-column = <c>{ $column }</c> changes within each occasion, so it is a further within factor
guess-outcome-columns = <c>{ $columns }</c>{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    } differ only in the occasion
guess-outcome-column = <c>{ $outcome }</c> holds numbers that change within participants
guess-outcomes-none = No column looks like an outcome
guess-outcomes-many = The first { $taken } of { $n } outcomes are taken
items-look-like-a-questionnaire = { $columns } columns, <c>{ $first }</c> to <c>{ $last }</c>, look like the items of a questionnaire, so they are no outcomes of their own
items-taken-one-by-one = { $columns } columns, <c>{ $first }</c> to <c>{ $last }</c>, look like the items of a questionnaire; as the file has no scores, each item is an outcome
items-without-key = { $columns } columns, <c>{ $first }</c> to <c>{ $last }</c>, look like the items of a questionnaire that has no key: nothing is scored until you say how, for instance by their sum
guess-scale = <c>{ $first }</c> to <c>{ $last }</c>, { $columns } columns, are numbered like the { $items } items of { $key }{ $count ->
        [0] {""}
       *[other] . Other keys of that name have other numbers of items ({ $others }): check which form you used
    }
guess-scale-gap = <c>{ $first }</c> to <c>{ $last }</c> look like the { $needed } items of { $key }, and of these { $missing }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    } { $n ->
        [one] is
       *[other] are
    } not in the file: nothing is scored
guess-scale-count = <c>{ $first }</c> to <c>{ $last }</c> are numbered up to { $found }; of that name there are { $keys }: nothing is scored until you say what the items are
guess-scale-template = <c>{ $first }</c> to <c>{ $last }</c> are numbered like items. Of { $key } the items are not known: nothing is scored until you say what they are
guess-better-key-lower = The key of { $key } says of <c>{ $outcome }</c>: lower is better
guess-better-key-higher = The key of { $key } says of <c>{ $outcome }</c>: higher is better
guess-better-lower = “{ $word }” names a burden: lower is better
guess-better-higher = “{ $word }” names a gain: higher is better
guess-better-default = The name “{ $outcome }” does not tell the direction; higher is taken as better
guess-unused-occasions = <c>{ $columns }</c>{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    } { $n ->
        [one] is measured at fewer or other occasions than the outcomes; it can be a covariate
       *[other] are measured at fewer or other occasions than the outcomes; they can be covariates
    }
guess-unused-times = <c>{ $columns }</c>{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    } { $n ->
        [one] says
       *[other] say
    } when something was measured, so { $n ->
        [one] it is
       *[other] they are
    } no outcome
guess-unused-sharers = <c>{ $columns }</c>{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    } { $n ->
        [one] begins
       *[other] begin
    } as an outcome does but { $n ->
        [one] names
       *[other] name
    } no occasion; { $n ->
        [one] it is
       *[other] they are
    } not used
guess-unused-more = <c>{ $columns }</c>{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    } { $n ->
        [one] is measured at an occasion that the other outcomes lack, and is not used
       *[other] are measured at occasions that the other outcomes lack, and are not used
    }

## The plan as JSON

plan-not-json = The plan is not JSON: line { $line }, column { $column } cannot be read
    .hint = Look there for a comma or a quote too many or too few
plan-json-ends = The plan ends at line { $line }, column { $column } before its JSON is closed
    .hint = Check that every bracket, brace and quote is closed
plan-without-fields = The plan has no named fields
    .hint = Write it as {"{"}"version": 1, …{"}"}, each field by its name
plan-field-wrong = Line { $line } of the plan: <c>{ $field }</c> cannot be <c>{ $found }</c>
    .hint = { $name ->
        [better] Write "higher" or "lower"
        [version] Write 1
        [id] Write the name of a column in quotes
        [arm] Write {"{"}"column": "…", "levels": ["…", "…"], "control": "…"{"}"}
        [column] Write the name of a column in quotes
        [control] Write the name of an arm in quotes
        [means] Write "missing" or "value"
        [value] Write a number for a code, the name of a column for a long file
        [randomised] Write true or false
        [sums_of_squares] Write "III" or "II"
        [report] Write "essential", "full" or {"{"}"sections": ["…", "…"]{"}"} with names of methods
        [adjust] Write "none", "bonferroni", "holm", "sidak", "tukey" or "bh"
        [error_term] Write "separate" or "pooled"
        [long] Write {"{"}"occasion": "…", "value": "…"{"}"}
        [outcomes] Write a list of {"{"}"name": "…", "columns": ["…", "…"], "better": "higher"{"}"}
        [within] Write a list of {"{"}"name": "…", "levels": ["…", "…"]{"}"}
        [codes] Write a list of {"{"}"column": "…", "value": 99, "means": "missing"{"}"}
       *[other] Write a list of names, each in quotes
    }
plan-field-missing = Line { $line } of the plan: an entry ends without <c>{ $field }</c>
    .hint = Add <c>{ $field }</c> to the entry
plan-field-twice = Line { $line } of the plan: <c>{ $field }</c> is there twice
    .hint = Leave one of the two
plan-unknown-field = The plan has a field <c>{ $field }</c>, which this program does not know and passed over
    .hint = Check its spelling; a newer program may have written it
plan-version = The plan has version { $version }, and this program reads version 1
    .hint = Open the plan with the program that wrote it, or set its version to 1

## The plan and the columns of the file

column-missing = The file has no column <c>{ $column }</c>
    .hint = { $n_near ->
        [0] Choose one of the file’s columns for it
       *[other] The nearest name in the file is <c>{ $near }</c>
    }
column-used-twice = <c>{ $column }</c> has two roles in the plan
    .hint = Keep one of them
column-shared = <c>{ $column }</c> belongs to both <c>{ $first }</c> and <c>{ $second }</c>
    .hint = If that is not meant, choose another column for one of them
plan-without-outcome = The plan has no outcome
    .hint = Name at least one outcome, with a column for each occasion
plan-wide-and-long = <c>{ $outcome }</c> has { $n } columns, but the file is read with a row for each occasion
    .hint = Give <c>{ $outcome }</c> the one column of its values, or remove <c>long</c> from the plan
outcome-columns-count = <c>{ $outcome }</c> has { $n ->
        [one] one column
       *[other] { $n } columns
    } and should have { $expected }, one for each measurement ({ $occasions })
    .hint = Add or remove columns of <c>{ $outcome }</c>, or change the occasions
outcome-not-numeric = <c>{ $column }</c> of <c>{ $outcome }</c> holds text, such as <c>{ $cells }</c>
    .hint = Choose a column of numbers, or write its answers as numbers
covariate-not-numeric = <c>{ $column }</c> is a covariate and holds text, such as <c>{ $cells }</c>
    .hint = Make it a factor, or choose a column of numbers
occasion-twice = Two occasions are named <c>{ $occasion }</c>
    .hint = Give each occasion a name of its own
occasions-absent = <c>{ $column }</c> names no occasion on any row
    .hint = Choose the column that tells the occasions apart
measures-too-many = Each outcome is measured { $n } times (occasions times levels of the within factors); an analysis of more than { $most } would take minutes
    .hint = Choose fewer occasions, or average neighbouring ones in the file
comparisons-too-many = { $arms } arms at { $occasions } occasions with { $outcomes } outcomes make { $n } comparisons (pairs of arms times pairs of occasions times outcomes); at most { $most } are made
    .hint = Choose fewer outcomes, occasions or arms
outcomes-too-many = The plan has { $n } outcomes; at most { $most } are analysed together
    .hint = Choose the outcomes that the trial was made for, or analyse them in parts
factors-too-many = The plan has { $n } factors beside arm and occasion; at most { $most } are modelled
    .hint = Choose the factors that were planned
cells-too-many = Arms and factors divide the participants into { $n } cells; at most { $most } are modelled
    .hint = Choose fewer factors, or join levels in the file
covariates-too-many = The plan has { $n } covariates; at most { $most } are adjusted for
    .hint = Choose the covariates that were planned
within-without-levels = The within factor <c>{ $factor }</c> has no levels
    .hint = Name its levels, in the order of the columns
levels-too-many = <c>{ $column }</c> has more than { $most } different values, too many for arms, occasions or levels
    .hint = Choose another column

## Participants

id-missing = { $n ->
        [one] One row has no <c>{ $column }</c>; the participant is named by its line, { $lines }
       *[other] { $n } rows have no <c>{ $column }</c>; the participants are named by their lines{ $more ->
            [0] :
           *[other] , among them
        } { $lines }
    }
    .hint = Add the ids in the file if the participants should go by them
row-without-id = { $n ->
        [one] Line { $lines } has no <c>{ $column }</c> and is left out
       *[other] { $n } rows have no <c>{ $column }</c> and are left out{ $more ->
            [0] :
           *[other] , among them
        } lines { $lines }
    }
    .hint = Add the ids in the file
ids-repeated = { $n } of { $ids } values of <c>{ $column }</c> stand on several lines, so the lines are not one participant each
    .hint = Name the column that tells the lines of a participant apart (the occasion), or the column in which the ids start again (site or arm)
id-repeated = <c>{ $id }</c> stands on { $n } lines{ $more ->
        [0] :
       *[other] , among them
    } { $lines }; the first counts
    .hint = Correct the id, or remove the rows that do not count
id-in-two-arms = <c>{ $id }</c> is in more than one arm, { $arms }, on lines { $lines }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }, and is left out
    .hint = Correct the id or the arm in the file
rows-for-one-occasion = <c>{ $id }</c> has { $n } rows for <c>{ $occasion }</c> that differ, lines { $lines }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }; their mean is taken
    .hint = Remove the rows that are wrong
rows-averaged = { $n } participants have several rows at an occasion that differ, and the mean of each is taken ({ $cells } means in all)
    .hint = If the rows differ in a condition, name its column as a further within factor
row-repeated = <c>{ $id }</c> has { $n } rows for <c>{ $occasion }</c> that agree, lines { $lines }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }; they count once
    .hint = Nothing is needed
occasion-missing = { $n ->
        [one] Line { $lines } has no <c>{ $column }</c> and is left out
       *[other] { $n } rows have no <c>{ $column }</c> and are left out{ $more ->
            [0] :
           *[other] , among them
        } lines { $lines }
    }
    .hint = Add the occasions in the file
occasion-not-in-plan = { $n ->
        [one] One row is
       *[other] { $n } rows are
    } left out, as the plan does not have the value of <c>{ $column }</c>: { $occasions }
    .hint = Add it to the plan if it belongs to the trial
no-participants = None of the { $n ->
        [one] one row
       *[other] { $n } rows
    } belongs to a participant in an arm of the plan
    .hint = Check the columns of the ids and of the arms, and the names of the arms
one-participant = The file has one participant, <c>{ $id }</c>, and no analysis can be made of one
    .hint = If the file has more, check which column names the participants

## Arms

arm-label-variants = <c>{ $column }</c>: <c>{ $variants }</c> { $n ->
        [one] counts
       *[other] count
    } as <c>{ $level }</c>
    .hint = If they differ in meaning, give them names that differ by more than capitals, spaces or letter forms
arm-missing = { $n ->
        [one] <c>{ $ids }</c> has no <c>{ $column }</c> and is left out
       *[other] { $n } participants have no <c>{ $column }</c> and are left out{ $more ->
            [0] :
           *[other] , among them
        } <c>{ $ids }</c>
    }
    .hint = Add the arm in the file
arm-not-in-plan = { $n ->
        [one] <c>{ $ids }</c> is in <c>{ $level }</c>, no arm of the plan, and is left out
       *[other] { $n } participants are in <c>{ $level }</c>, no arm of the plan, and are left out{ $more ->
            [0] :
           *[other] , among them
        } <c>{ $ids }</c>
    }
    .hint = Add <c>{ $level }</c> to the arms if it belongs to the trial
arm-empty = No participant is in the arm <c>{ $arm }</c>, and it is left out
    .hint = Check its spelling against <c>{ $column }</c>
arm-of-one = One participant, <c>{ $id }</c>, is in the arm <c>{ $arm }</c>, so its spread cannot be told
    .hint = Join it with another arm in the file, or leave the arm out
one-arm = All participants are in one arm, <c>{ $arm }</c>, so arms cannot be compared
    .hint = If there are more arms, check which column holds them
control-unknown = The control <c>{ $control }</c> is none of the arms, { $levels }
    .hint = { $n_near ->
        [0] Choose one of the arms as the control
       *[other] The nearest arm is <c>{ $near }</c>
    }

## Factors and covariates

factor-one-level = The factor <c>{ $column }</c> does not vary among the participants
    .hint = Remove it from the plan, or choose another column
covariate-constant = { $n ->
        [0] The covariate <c>{ $column }</c> has no values
       *[other] The covariate <c>{ $column }</c> is { $value } for every participant
    }
    .hint = Remove it from the plan, or choose another column
covariate-too-large = The covariate <c>{ $column }</c> is left out: its values are too large to be squared. It has { $value }, and numbers of up to 1e60 can be analysed
    .hint = Divide the column by a power of ten, and save the file again
covariate-too-small = The covariate <c>{ $column }</c> is left out: its values are too small to be squared. They lie { $value } apart, and less than 1e-60 cannot be analysed
    .hint = Multiply the column by a power of ten, and save the file again
column-varies-within = <c>{ $column }</c> changes within { $n ->
        [one] <c>{ $ids }</c>, whose first value counts
       *[other] { $n } participants{ $more ->
            [0] :
           *[other] , among them
        } <c>{ $ids }</c>; the first value of each counts
    }
    .hint = Choose a column that is the same on all rows of a participant

## Outcomes

outcome-all-missing = <c>{ $outcome }</c> has no values at all, and cannot be analysed
    .hint = Choose other columns for it
outcome-too-large = The values of <c>{ $outcome }</c> are too large to be squared, and it is not analysed: it has { $value }, and numbers of up to 1e60 can be analysed
    .hint = Divide its columns by the same power of ten, and save the file again
outcome-too-small = The values of <c>{ $outcome }</c> are too small to be squared, and it is not analysed: at an occasion they lie { $value } apart, and less than 1e-60 cannot be analysed
    .hint = Multiply its columns by the same power of ten, and save the file again
occasion-without-values = <c>{ $outcome }</c> has no values at { $occasions }: its analysis does without { $n ->
        [one] that occasion
       *[other] those occasions
    }
    .hint = Choose another column for { $n ->
        [one] it, or remove it
       *[other] them, or remove them
    } from the plan
outcome-no-complete = None of { $n } participants has every value that the analysis of <c>{ $outcome }</c> needs
    .hint = Remove the occasion, factor or covariate that most participants lack
outcome-constant = Every value of <c>{ $outcome }</c> is { $value }
    .hint = Check the columns of <c>{ $outcome }</c>; without differences nothing can be tested
occasions-identical = <c>{ $outcome }</c> has the same values at { $first } and { $second } for every participant
    .hint = Check whether one column was copied onto the other
arm-incomplete = No participant of { $arms } has every value that the analysis of <c>{ $outcome }</c> needs
    .hint = Remove the occasion at which { $n ->
        [one] this arm has
       *[other] these arms have
    } no values, or leave the arm out
participants-too-few = { $n ->
        [one] One participant has
       *[other] { $n } participants have
    } every value of <c>{ $outcome }</c>, too few for { $n_arms ->
        [one] one arm
       *[other] { $n_arms } arms
    }{ $n_covariates ->
        [0] {""}
        [one] {" "}and a covariate
       *[other] {" "}and { $n_covariates } covariates
    }
    .hint = Each arm needs at least two complete participants
participants-fewer-than-occasions = <c>{ $outcome }</c> is measured { $n_measures } times and { $n } participants have every value, too few for the multivariate tests and the test of sphericity
    .hint = Nothing is needed; the other results stand

## Why a participant is left out

left-out-missing = No value at { $occasions }
left-out-code = { $code } at { $occasion } may mean missing
left-out-text = “{ $cell }” at { $occasion } is not a number
left-out-without = No value of <c>{ $columns }</c>
left-out-no-arm = No arm in <c>{ $column }</c>
left-out-other-arm = In <c>{ $level }</c>, no arm of the plan
left-out-two-arms = In more than one arm: { $arms }
left-out-repeated = Line { $line } repeats the id of line { $first }

## Several files

joined = { $n } files were joined by <c>{ $id }</c>, one for each occasion, with { $participants } participants: { $files }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
join-no-match = No value of <c>{ $column }</c> stands in more than one of the files, so nobody could be joined: { $files }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
    .hint = Give the files a column with the same code for each participant, such as an id or an e-mail address
join-no-id = The files have no column of the same name that names the participants, so that only the first was read: { $files }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
    .hint = Give the participants one id in every file, in a column of the same name
join-id-twice = <c>{ $column }</c> of { $file } has { $n ->
        [one] an id
       *[other] { $n } ids
    } on several rows: { $ids }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }. The files were not joined, and only the first was read
    .hint = Keep one row for each participant in every file, or put all occasions into one file
join-without-id = { $count ->
        [one] A row
       *[other] { $count } rows
    } of { $file } without a value in <c>{ $column }</c> { $count ->
        [one] was
       *[other] were
    } left out
    .hint = Enter the ids that are missing
join-absent = { $n ->
        [one] A participant is
       *[other] { $n } participants are
    } not in { $file }, and what it holds is missing for them: { $ids }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
    .hint = If they took part, look for other spellings of their ids

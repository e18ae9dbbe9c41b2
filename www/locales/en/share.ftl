# Links: what they are, what they carry, what stays, and what is made of them.

## Opening a link

link-empty = The link is empty
    .hint = Copy the whole link: what follows the # is the analysis
link-not-ours = This is not a link to an analysis
    .hint = A link of Prepost goes on after the # with a number and a point, such as #1.; copy the whole of it
link-version = The link was made by a newer Prepost: it has format { $version }, and this one reads format 1
    .hint = Reload the page to get the newest version, then open the link again
link-version-zero = The link has format 0, which no Prepost ever made
    .hint = Formats begin with 1: ask the sender for the link again, and copy the whole of it
link-twice = The link names the { $what ->
    [arm] arm
    [occasion] occasion
    [outcome] outcome
    [cell] group of participants
    [covariate] covariate
    [level] level
   *[factor] factor
} { $name } twice, so that nobody can say which of the two is meant
    .hint = No Prepost makes such a link: it was changed or made by hand. Ask its sender for the link again
link-newer = The link holds a part that this version does not know
    .hint = Reload the page to get the newest version, then open the link again
link-damaged = The link did not arrive whole, or was changed on its way
    .hint = Mail programs cut long links: ask for it again, as a file or between quotation marks, and copy the whole of it
link-too-long = The link has { $letters } characters, and none is longer than { $most }
    .hint = This is no link of Prepost; do not open what you do not expect

link-is-plan = A plan of { $outcomes ->
    [one] one outcome
   *[other] { $outcomes } outcomes
}, without data. Drop the file that it was made for, and its analysis is made again.
link-is-registered = A plan of { $outcomes ->
    [one] one outcome
   *[other] { $outcomes } outcomes
}, registered on { $day } by whoever made it. Drop the file of the trial: where the analysis departs from the plan, the report says so.
link-is-registered-summaries = A plan, registered on { $day } by whoever made it, and summaries of { $participants } participants: the report below is computed from them. With the file of the trial the whole analysis can be made.
link-is-summaries = A plan and summaries of { $participants } participants: the report below is computed from them. With the file of the trial the whole analysis can be made.
plan-from-link = The design comes with the link
plan-from-draft = A plan for data that are still to come; columns are named after outcomes and occasions

## A report without rows

recomputed-from-summaries = Recomputed from summaries: n, means and covariances of each arm came with a link, and no participant’s values
    .hint = The numbers are as good as the link: nobody but its sender can say where they come from. Drop the trial’s file to check them
link-outcomes-left = The link has no summaries of { $outcomes }
    .hint = Its sender’s page kept them back; drop the trial’s file to see them
summaries-need-rows = What needs each participant’s values cannot be made from summaries: quartiles and extremes, normality, equal variances by Levene, outliers, all analyses by ranks, robust standard errors (HC3), permutation and bootstrap
    .hint = Drop the trial’s file to see them
summaries-complete-only = Some participants of the trial miss values of { $outcome }; the summaries are of those with every value. Descriptives, analyses of some of the occasions and a margin in standard deviations, which rest on more participants, cannot be made from them
    .hint = Drop the trial’s file to see them
subtitle-summaries = Recomputed from summaries.
fingerprint-same = Same data: the file holds the values that the link was made from
fingerprint-differs = Not the same data: the file’s values are not those that the link was made from
    .hint = A value, a participant or an arm differs. Ask the sender which file it was

## What stays

link-without-file = Without a file there are no summaries and no fingerprint to share
    .hint = Drop the trial’s file first
link-names-are-data = No link is made of this file: its header looks like a participant’s data, and a link carries the names of columns
    .hint = Add a first line with the names of the columns; if these are their names, change those that also occur as data
link-arm-small = Summaries of { $outcome } stay here: { $arm } has { $n } participants with every value, and fewer than { $fewest } are not summarised in a link
    .hint = Share the plan alone, or the report as a file with those who may see it
link-group-small = Summaries of { $outcome } stay here: { $n } participants have every value, and fewer than { $fewest } are not summarised in a link
    .hint = Share the plan alone, or the report as a file with those who may see it
link-pattern-small = Summaries of { $outcome } stay here: in { $arm } { $n ->
    [one] one participant is
   *[other] { $n } participants are
} in it or in { $other }, but not in both. One summary subtracted from the other would describe them
    .hint = Fewer than { $fewest } may not differ; share the plan alone, or the report as a file with those who may see it
link-pattern-small-one-group = Summaries of { $outcome } stay here: { $n ->
    [one] one participant is
   *[other] { $n } participants are
} in it or in { $other }, but not in both. One summary subtracted from the other would describe them
    .hint = Fewer than { $fewest } may not differ; share the plan alone, or the report as a file with those who may see it
link-few-values-one-group = Summaries of { $outcome } stay here: a score, or a change between two, has fewer than { $values } different values, so that the summary would give the smallest and the largest away
    .hint = Share the plan alone, or the report as a file with those who may see it
link-one-stands-out-one-group = Summaries of { $outcome } stay here: one participant is so far from the others that the summary would say how far
    .hint = Share the plan alone, or the report as a file with those who may see it
link-few-values = Summaries of { $outcome } stay here: in { $arm } a score, or a change between two, has fewer than { $values } different values, so that the summary would give the smallest and the largest away
    .hint = Share the plan alone, or the report as a file with those who may see it
link-one-stands-out = Summaries of { $outcome } stay here: in { $arm } one participant is so far from the others that the summary would say how far
    .hint = Share the plan alone, or the report as a file with those who may see it
link-solvable = Summaries of { $outcome } stay here: { $grouped ->
    [yes] { $arm } has
   *[no] the trial has
} { $n } participants with { $scores ->
    [one] one score
   *[other] { $scores } scores
} each{ $others ->
    [0] {""}
   *[other] , counted together with { $other }, whose scores belong to theirs
}. Few or no other whole scores have the same means and covariances, so that every participant’s scores could be computed from them
    .hint = More participants or fewer measures leave more possibilities; share the plan alone, or the report as a file with those who may see it
link-many-scores = Summaries of { $outcome } stay here: { $grouped ->
    [yes] { $arm } has
   *[no] the trial has
} { $n } participants with { $scores ->
    [one] one score
   *[other] { $scores } scores
} each{ $others ->
    [0] {""}
   *[other] , counted together with { $other }, whose scores belong to theirs
}. With so many scores of so few, the summary nearly says how far each participant is from the mean; { $needed } participants are needed
    .hint = Share fewer measures, the plan alone, or the report as a file with those who may see it
link-solvable-by-members = Summaries of { $outcome } stay here: who knows the scores of half of the { $n } participants{ $grouped ->
    [yes] {" "}of { $arm }
   *[no] {""}
}{ $others ->
    [0] {""}
   *[other] , counted together with { $other }, whose scores belong to theirs
}, such as a member of a therapy group, could compute those of the others from them
    .hint = Share the plan alone, or the report as a file with those who may see it
link-solvable-by-subtraction = Summaries of { $outcome } stay here: of { $grouped ->
    [yes] { $arm }
   *[no] the trial
}, { $n ->
    [one] one participant is
   *[other] { $n } participants are
} not in the summaries of both it and { $other }, which share scores. Subtracted from each other, the summaries would leave so little to be guessed of them that their scores could be computed
    .hint = Share one of these outcomes, the plan alone, or the report as a file with those who may see it
link-not-exact = The summaries stay here: the scores are so large for their differences that the receiver’s numbers would not be yours
    .hint = Subtract a constant from the scores, or share the plan alone
registered-no-day = { $found } is not a day
    .hint = Write the day of registration as year-month-day, such as 2026-11-24

## What a link carries

carried-plan-title = The plan
carried-plan = { $outcomes ->
    [one] One outcome
   *[other] { $outcomes } outcomes
}, with the names of columns and arms.
carried-plan-note = What is not listed is as Prepost has it by default.
carried-summary-title = Summaries
carried-summary = { $outcomes ->
    [one] One outcome
   *[other] { $outcomes } outcomes
} of { $participants } participants: their number, means, variances and covariances in each arm.
carried-summary-possible = Whoever has the link learns these numbers, and what follows from them: how far the participants of each arm spread, and how their scores go together. Before they were let go it was counted, by an estimate, that a great many other sets of scores have the same numbers. That does not cover a reader who knows the scores of more than half of an arm, or some scores of everybody, such as all pretests.
carried-summary-second = Make only one link with summaries of a trial. A second one, after a participant was left out, added or corrected, differs from the first by few people, and subtracted from it gives their scores; so does a table of the same participants in print.
carried-outcome = { $outcome }
carried-outcome-complete = { $outcome }, of those with every value
carried-outcome-note = Every number of the link, rounded here to four decimals. A name alone heads its variance, two names their covariance.
carried-fingerprint-title = Fingerprint of the data
carried-fingerprint = { $digits }: it tells whether a file holds the same values, and nothing else of them.
head-plan-part = Part of the plan
head-plan-value = As shared
head-carried-means = Mean
head-carried-covariances = Variances and covariances

plan-part = { $field ->
    [id] Participants are named by
    [column] Arms are named by
    [levels] Arms
    [control] Control
    [occasions] Occasions
    [columns] { $outcome }: columns
    [better] { $outcome }: better is
    [role] { $outcome }: role
    [margin] { $outcome }: margin
    [reliable_change] { $outcome }: reliable change
    [covariates] Covariates
    [factors] Further factors
    [within] Further factors within participants
    [long] Long file
    [codes] Codes of missing values
    [randomised] Randomised
    [sums_of_squares] Sums of squares, type
    [adjust] Adjustment for multiple comparisons
    [error_term] Error term of comparisons
    [claims] Claims to check
    [declared] Analyses declared
    [therapy_group_size] Size of a therapy group
    [resampling] Replicates and seed
    [report] Extent of the report
   *[other] { $outcome }{ $field }
}
plan-part-scale = { $field ->
    [key] { $scale }: key
    [confirmed] { $scale }: key compared with the form
    [items] { $scale }: items
    [reverse] { $scale }: reversed items
    [range] { $scale }: lowest and highest answer
    [score] { $scale }: score
    [subscales] { $scale }: subscales
    [least_answered] { $scale }: least share of items answered
    [shift] { $scale }: taken from every answer
   *[other] { $scale }: { $field }
}
plan-part-default = as by default

## Registration

registered-title = Against the registered plan
registered-conclusion = { $count ->
    [0] The analysis follows the plan that the link gives as registered on { $day }.
    [one] The analysis departs in one point from the plan that the link gives as registered on { $day }.
   *[other] The analysis departs in { $count } points from the plan that the link gives as registered on { $day }.
}
registered-note = The day is what the sender typed: compare the SHA-256 of the plan with the one that was deposited.
head-registered = Registered
head-here = In this analysis

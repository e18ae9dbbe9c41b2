# The first page of the report: who took part, and all outcomes side by side.

headlines-title = In short
headlines-conclusion = What the answers say of each of the { $count } outcomes.

all-outcomes-title = All outcomes
all-outcomes-conclusion = { $found } of { $all } contrasts have an adjusted <i>p</i> below { $alpha }.
all-outcomes-caption = The contrasts that answer the questions, all outcomes
all-outcomes-note = By the model that answers for each outcome. <i>p</i> and limits are adjusted within each outcome’s family ({ $adjust }), not over outcomes.
all-outcomes-note-g = <i>g</i>: the estimate divided by the outcome’s standard deviation at the first occasion (where arms are compared at one occasion, at that one), pooled within arms, with Hedges’ correction. Its limits are those of the estimate divided by the same standard deviation, whose own uncertainty is not in them. Bold: the adjusted <i>p</i> is below { $alpha }.
all-outcomes-figure = All outcomes on one scale: standardised differences <i>g</i> with the limits of the table. Whiskers are { $ci } confidence limits.
all-outcomes-figure-turned = To the right is better: where lower scores are better the axis is turned, and the numbers keep their sign.
all-outcomes-description = { $n } standardised differences with their limits, as in the table, on one scale.
head-family = family
head-g-limits = { $ci } CI of <i>g</i>

flow-title = Participants
flow-conclusion = { $complete } of { $n } participants have every value at every occasion.
flow-conclusion-range = Between { $complete } and { $most } of { $n } participants, by outcome, have every value at every occasion.
flow-conclusion-one-occasion = { $complete } of { $n } participants have every value.
flow-conclusion-one-occasion-range = Between { $complete } and { $most } of { $n } participants, by outcome, have every value.
flow-caption = Participants and missing values by arm and occasion
flow-note = Measured: every value of the outcome at that occasion is there; the same for every outcome.
flow-note-each = Measured: every value of the outcome at that occasion is there.
flow-note-no-arm = { $count ->
    [one] One participant of the file is in no arm of the analysis.
   *[other] { $count } participants of the file are in no arm of the analysis.
}
flow-note-before = How many were approached, declined or were excluded before allocation, and why values are missing, the file does not say.
head-in-file = In the file
head-measured = measured
head-every-occasion = Every occasion

baseline-title = Before treatment
baseline-conclusion = { $count ->
    [one] One characteristic by arm, not tested.
   *[other] { $count } characteristics by arm, not tested.
}
baseline-caption = Characteristics of the arms before treatment
baseline-caption-one-group = Characteristics of the participants before treatment
baseline-note = <i>M</i> and <i>SD</i> of numbers, <i>n</i> and % of categories, each of those with a value.
baseline-note-untested = Differences before treatment are not tested: in a randomised trial they are chance, and a test of them answers no question.
baseline-note-differences = Standardised difference against { $against }: the difference divided by the root of the mean of the two variances (Austin, 2009).
baseline-note-request = Standardised differences: <c>"report": {"{"}"sections": ["baseline_differences"]{"}"}</c> in the Plan.
head-characteristic = Characteristic
head-arm-n = { $arm } (<i>n</i> = { $n })
head-mean-or-n = <i>M</i> or <i>n</i>
head-sd-or-percent = <i>SD</i> or %
head-standardised-difference = Standardised difference
row-level = – { $level }
row-outcome-at = { $outcome }, { $occasion }

# Crossovers: treatments compared within participants. The ids of Problems are their stable codes; `.hint` says what to do.

chapter-crossover = Crossovers
crossover-title = Treatments compared within participants
crossover-conclusion = Treatments, adjusted for period: <i>F</i>({ $df1 }, { $df2 }) = { $f }, <i>p</i> { $p }; { $found } of { $all ->
    [one] one pair of treatments differs.
   *[other] { $all } pairs of treatments differ.
  }
crossover-conclusion-none = The treatments could not be compared.
crossover-means-caption = { $outcome } under each treatment
crossover-means-note = Adjusted means are over the participants and the periods of the model.
crossover-caption = { $outcome }: treatments against each other, within participants, adjusted for period
crossover-note = { $n } participants with values under at least two treatments, each with a level of their own. { $size ->
    [one] The only comparison.
   *[other] Adjusted for { $size } comparisons ({ $adjust }).
  }
crossover-tests-caption = { $outcome }: tests of treatment, period and order
crossover-tests-note = Treatments are adjusted for periods, periods for treatments. The order of treatments is compared between participants.
head-treatment = Treatment
crossover-treatment = Treatment
crossover-period = Period
crossover-carry-over = Carry-over
crossover-sequence = Order of treatments
crossover-carry-over-tested = Carry-over from the treatment before, adjusted for treatment and period: <i>F</i>({ $df1 }, { $df2 }) = { $f }, <i>p</i> { $p }. The comparisons above take it to be absent.
crossover-carry-over-untested = Carry-over is not tested: in this design it cannot be told from the order of treatments. The comparisons take it to be absent, as after a washout that was long enough. A difference between the orders could come from it, and no analysis is chosen by that test (Freeman, 1989).
crossover-question = Is one treatment better?
crossover-question-differ = Do the treatments differ?
crossover-headline = { $side ->
    [better] { $treatment } did better than { $against }.
    [worse] { $treatment } did worse than { $against }.
    [higher] Scores were higher under { $treatment } than under { $against }.
   *[lower] Scores were lower under { $treatment } than under { $against }.
  }
crossover-headline-none = { $n ->
    [one] No evidence of a difference between the treatments.
   *[other] No evidence of a difference between any two treatments.
  }
crossover-sentence = { $treatment } against { $against }: difference of mean { $outcome } within participants <b>{ $estimate } points</b> ({ $interval }){ $side ->
    [better] , in favour of { $treatment }.
    [worse] , in favour of { $against }.
    [higher] , higher under { $treatment }.
    [lower] , lower under { $treatment }.
   *[not-shown] : no evidence of a difference.
  }
crossover-why = Each participant is compared with themselves, so that what differs between participants does not count; what changes from period to period is taken out.
crossover-caveat-tested = The comparisons take for granted that a treatment leaves nothing behind for the next period; the test of such carry-over stands below the table.
crossover-caveat-untested = The comparisons take for granted that a treatment leaves nothing behind for the next period. This design cannot test such carry-over.
trial-summary-crossover = { $participants } participants in a crossover of { $occasions } treatments over { $periods } periods, { $outcomes ->
    [one] one outcome
   *[other] { $outcomes } outcomes
  }
subtitle-crossover = { $used } of { $all } participants have values under every treatment.
colophon-crossover = Treatments: least squares with a fixed level of each participant and fixed periods; errors have one variance.
about-crossover = Treatments compared within participants, adjusted for period; carry-over where it can be told

crossover-one-order = The treatments cannot be compared: they cannot be told from the periods, as where everybody received them in the same order
    .hint = If the columns are right, the design does not allow the comparison
crossover-too-few = The treatments cannot be compared: { $n ->
        [one] one participant has
       *[other] { $n } participants have
    } values under two treatments, too few
    .hint = Check the columns of the treatment and of the period
crossover-one-treatment = { $n ->
        [0] No treatment is named
       *[other] One treatment is named
    }, and a crossover has at least two
    .hint = Check the column of the treatment, or for a wide file <c>treatments</c> of the plan
crossover-two-treatments = <c>{ $column }</c> names two treatments of one period for <c>{ $ids }</c>{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
    .hint = Check which column holds the periods
crossover-order-unknown = <c>{ $column }</c> has orders of treatments that the plan does not know: { $orders }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }. Their participants are left out
    .hint = Add each order to <c>treatments</c> of the plan, with the treatment of each period
link-crossover = The link carries no summaries of a crossover: they do not say who had which treatment first
    .hint = Share the report, or the link of the plan

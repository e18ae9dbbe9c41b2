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

the-one-occasion = the one occasion

# What a trial's occasions are called in sentences, where the file only abbreviates.
occasion-pre = pretest
occasion-pretest = pretest
occasion-post = posttest
occasion-posttest = posttest
occasion-fu = follow-up
occasion-fup = follow-up
occasion-followup = follow-up
occasion-bl = baseline

# Chapters of the report after the main tables.
chapter-lasting = What lasted, in detail
chapter-effects = Effect sizes
chapter-robustness = Does it depend on the method?
chapter-assumptions = What the analysis takes for granted
chapter-model = More of the same model
chapter-ancova = Adjusted for the baseline
chapter-companions = Companions that assume less
chapter-ranks = By ranks
chapter-bayes = Bayes factors

docx-contents = Contents

# What the report leaves out by the Plan.
further-heading = More analyses
further-main = Every table of the analyses above
further-note = Left out of this report, and in it with <c>"report": "full"</c> in the Plan: { $chapters }. “All numbers” has every number of every method in either case.
further-everything = Everything

# What the answers cannot show.
caveat-no-control = There is no arm to compare with: a change here can be time, retesting or regression to the mean as well as an effect.
caveat-waitlist = A waitlist does not control for attention or expectation.
caveat-randomised-unknown = The design does not say whether participants were allotted to arms at random. The sentences say how the arms differed, not what caused it.
caveat-not-randomised = Participants were not allotted to arms at random: the arms may have differed from the start, and the sentences say how they differed, not what caused it.
caveat-intervals-unadjusted = This adjustment has no intervals of its own: the intervals are unadjusted, the <i>p</i> are adjusted, and the two can disagree.

# Heads of columns and rows that several tables share.
head-contrast = Contrast
head-estimate = Estimate
head-se = <i>SE</i>
head-t = <i>t</i>
head-df = <i>df</i>
head-p = <i>p</i>
head-unadjusted = unadjusted
head-adjusted = adjusted
head-ci = { $ci } CI
head-ci-simultaneous = simultaneous { $ci } CI
head-ci-unadjusted = unadjusted { $ci } CI
head-low = <i>LL</i>
head-high = <i>UL</i>
head-g = <i>g</i>
head-arm = Arm
head-occasion = Occasion
head-n = <i>n</i>
head-missing = missing
head-mean = <i>M</i>
head-sd = <i>SD</i>
head-median = <i>Mdn</i>
head-q1 = Q1
head-q3 = Q3
head-min = Min
head-max = Max
head-skewness = Skewness
head-kurtosis = Kurtosis
head-source = Source
head-ss = <i>SS</i>
head-ms = <i>MS</i>
head-f = <i>F</i>
head-df1 = <i>df</i><sub>1</sub>
head-df2 = <i>df</i><sub>2</sub>
head-partial-eta2 = η²<sub>p</sub>
head-generalized-eta2 = η²<sub>G</sub>
head-partial-omega2 = ω²<sub>p</sub>
head-eta2-ci = 90% CI of η²<sub>p</sub>
head-epsilon = ε̂
head-w = <i>W</i>
head-test = Test
head-value = Value
head-trend = Trend

row-contrast = { $later } − { $earlier }
row-change = Change from { $from } to { $to }
row-all = All participants

adjust-none = no adjustment
adjust-bonferroni = Bonferroni
adjust-holm = Holm
adjust-sidak = Šidák
adjust-tukey = Tukey–Kramer
adjust-dunnett = Dunnett
adjust-scheffe = Scheffé
adjust-closed = closed testing
adjust-bh = Benjamini–Hochberg

# Comparisons.
comparisons-change-title = Comparisons
comparisons-change-caption = Differences in change of { $outcome } between arms
comparisons-change-all-title = Every difference in change
comparisons-change-all-caption = Differences in change of { $outcome } between arms, from every occasion to every later one
effects-caption-one-group = Changes of { $outcome } since the first occasion
effects-caption-arms = Differences of { $outcome } between arms at each occasion, and how they changed
comparisons-arms-title = Arms at each occasion
comparisons-arms-caption = Mean { $outcome } compared between arms at each occasion
comparisons-within-title = Occasions within each arm
comparisons-within-caption = Mean { $outcome } compared between occasions within each arm
comparisons-marginal-title = Arms and occasions overall
comparisons-marginal-caption = Mean { $outcome } compared between arms over all occasions, and between occasions over all arms
comparisons-conclusion = { $all ->
    [one] { $found ->
        [0] The one comparison does not have
       *[other] The one comparison has
      }
   *[other] { $found ->
        [0] None of { $all } comparisons has
        [one] 1 of { $all } comparisons has
       *[other] { $found } of { $all } comparisons have
      }
  } <i>p</i> below { $alpha }{ $how }.
comparisons-after = { " " }after { $adjust }
comparisons-note-family = { $adjust } over { $family ->
    [change] one family of { $size } differences in change
    [arms] the { $size } comparisons at each occasion
    [arms-overall] the { $size } comparisons of arms
    [within] the { $size } comparisons within each arm
   *[occasions-overall] the { $size } comparisons of occasions
  }, for <i>p</i> (adjusted){ $simultaneous ->
    [yes] { " " }and for the confidence limits
   *[no] ; this adjustment has no limits of its own, so those shown are unadjusted
  }.
comparisons-note-alone = { $family ->
    [change] The one difference in change
    [arms] The one comparison at each occasion
    [arms-overall] The one comparison of arms
    [within] The one comparison within each arm
   *[occasions-overall] The one comparison of occasions
  } is not adjusted.
comparisons-note-one = The only comparison of its family, and not adjusted.
comparisons-note-unadjusted = No adjustment for multiple comparisons.
comparisons-note-separate = Each contrast has its own error term with { $df } degrees of freedom, as in SPSS <c>EMMEANS COMPARE</c> and jamovi.
comparisons-note-pooled = Error terms are pooled over the contrasts (the strata of the univariate model); Satterthwaite’s degrees of freedom where strata mix.
comparisons-note-g-change = <i>g</i>: the difference in change divided by the standard deviation at the first occasion, pooled within arms, with Hedges’ exact correction.
comparisons-note-g-arms = <i>g</i>: the difference divided by the standard deviation pooled within the two arms, with Hedges’ exact correction.
comparisons-note-tukey = The Tukey–Kramer adjustment is defined for all pairs of means with one error; Šidák’s is used here.
comparisons-note-bold = Bold: the <i>p</i> that leads, adjusted where there is an adjustment, is below { $alpha }.
comparisons-note-within = A small <i>p</i> in one arm and a large one in another is no evidence that the arms differ: the differences in change answer that.

# Descriptives.
descriptives-title = Descriptives
descriptives-caption = { $outcome } by arm and occasion
descriptives-caption-one-group = { $outcome } by occasion
descriptives-more-caption = Distribution of { $outcome }
descriptives-note = <i>LL</i>, <i>UL</i>: { $ci } confidence limits of the mean, from that cell’s own standard deviation. Every value at hand is used, also of participants who miss another occasion.
descriptives-note-randomised = Baseline differences are not tested: in a randomised trial they are chance.
descriptives-more-note = Quartiles of type 7 (as R and Excel); skewness G1 and kurtosis G2 (as SPSS), zero in a normal distribution.
descriptives-conclusion = The arms’ means lay between { $low } and { $high } at { $first } and between { $last-low } and { $last-high } at { $last }.
descriptives-conclusion-one-group = The mean was { $low } at { $first } and { $last-low } at { $last }.
descriptives-conclusion-one-occasion = The arms’ means lay between { $low } and { $high }.
descriptives-conclusion-single = The mean was { $low }.

# The profile plot.
profile-caption = Mean { $outcome } by arm. Bars are { $ci } confidence intervals of each mean, between participants; overlap of bars is not a test. Points are set apart sideways to be seen.
profile-caption-one-group = Mean { $outcome }. Bars are { $ci } confidence intervals of each mean, between participants.
profile-y = { $outcome }, points
profile-point = { $arm }, { $occasion }: { $mean }, { $ci } CI { $low } to { $high }
profile-point-one-group = { $occasion }: { $mean }, { $ci } CI { $low } to { $high }
profile-description = Means and { $ci } confidence intervals of { $outcome } at { $occasions }.
profile-path = { $arm }: { $means }.
profile-path-one-group = { $means }.

# Analysis of variance.
anova-title = Analysis of variance
anova-caption = Mixed analysis of variance of { $outcome }
anova-between = Between participants
anova-within = Within participants, Greenhouse–Geisser
anova-within-plain = Within participants
anova-error = Error
anova-conclusion-interaction = The arms changed differently over time: <i>F</i>({ $df1 }, { $df2 }) = { $f }, <i>p</i> { $p }.
anova-conclusion-interaction-none = No evidence that the arms changed differently over time: <i>F</i>({ $df1 }, { $df2 }) = { $f }, <i>p</i> { $p }.
anova-conclusion-occasion = The means differ between occasions: <i>F</i>({ $df1 }, { $df2 }) = { $f }, <i>p</i> { $p }.
anova-conclusion-occasion-none = No evidence that the means differ between occasions: <i>F</i>({ $df1 }, { $df2 }) = { $f }, <i>p</i> { $p }.
anova-conclusion-arm = The means differ between arms: <i>F</i>({ $df1 }, { $df2 }) = { $f }, <i>p</i> { $p }.
anova-conclusion-arm-none = No evidence that the means differ between arms: <i>F</i>({ $df1 }, { $df2 }) = { $f }, <i>p</i> { $p }.
anova-note = Type { $type } sums of squares, sum-to-zero coding.
anova-note-covariates = Covariates are centred at their means among the participants analysed; SPSS, which does not centre them, prints another row for occasion.
anova-note-epsilon = The Greenhouse–Geisser correction is applied whatever Mauchly’s test says; <i>SS</i> are uncorrected.
anova-note-effects = η²<sub>p</sub>: partial; its interval inverts the noncentral <i>F</i> on uncorrected <i>df</i>. η²<sub>G</sub>: generalised (Olejnik & Algina, 2003). ω²<sub>p</sub>: in the repeated-measures form.
anova-corrections-caption = Corrections for departures from sphericity
anova-corrections-note = Huynh–Feldt in Lecoutre’s form, as R, JASP and jamovi print it; “1976” is the original form, as classic SPSS prints it.
anova-corrections-none = Uncorrected
anova-corrections-gg = Greenhouse–Geisser
anova-corrections-hf = Huynh–Feldt
anova-corrections-hf-original = Huynh–Feldt, 1976
anova-corrections-lower = Lower bound
anova-effect-group = arm
anova-effect-occasion = occasion

multivariate-title = Multivariate tests
multivariate-caption = Multivariate tests of the within-participant effects
multivariate-conclusion = { $effect }: Pillai’s trace { $value }, <i>F</i>({ $df1 }, { $df2 }) = { $f }, <i>p</i> { $p }.
multivariate-note = These tests do not assume sphericity. Roy’s <i>F</i> is an upper bound.

# Assumptions.
assumptions-title = Assumptions
sphericity-caption = Sphericity
sphericity-note = Mauchly’s test decides nothing here: the Greenhouse–Geisser correction is always applied, and the comparisons above have error terms of their own that need no sphericity.
sphericity-two = With two occasions sphericity does not apply.
normality-caption = Normality within each cell (Shapiro–Wilk)
normality-note = A small <i>p</i> says that the cell’s values are not normal, not that the analysis is wrong: with cells of like size, means of 20 values are nearly normal unless values are extreme. With few values the test sees little.

# Marginal means, simple effects, trends.
marginal-title = Marginal means
marginal-caption = Estimated marginal means of { $outcome }
marginal-conclusion = Means of the model, every cell weighted equally.
marginal-note = Only participants measured on all occasions. Standard errors from the model’s pooled covariance, { $df } degrees of freedom.
marginal-note-covariates = Covariates are held at their means: { $covariates }.
marginal-arms = Arms, over all occasions
marginal-occasions = Occasions, over all arms
marginal-cells = Arms at each occasion

simple-title = Simple effects
simple-caption = Simple effects on { $outcome }
simple-group = Arms at { $at }
simple-occasion = Occasions within { $arm }
simple-conclusion = { $found } of { $all } simple effects have <i>p</i> below { $alpha }, unadjusted.
simple-note = Arms at an occasion: univariate <i>F</i>. Occasions within an arm: multivariate <i>F</i> (Hotelling), as SPSS.

trend-title = Trends over occasions
trend-caption = Polynomial trends of { $outcome } over equally spaced occasions
trend-conclusion = { $trend }: { $estimate }, <i>t</i>({ $df }) = { $t }, <i>p</i> { $p }.
trend-note = Integer polynomial coefficients over all arms; the occasions are taken as equally spaced.

# Who is in the numbers.
trial-summary = { $participants } participants, { $arms } arms, { $occasions } occasions, { $outcomes ->
    [one] one outcome
   *[other] { $outcomes } outcomes
  }
trial-summary-one-occasion = { $participants } participants, { $arms } arms, one occasion, { $outcomes ->
    [one] one outcome
   *[other] { $outcomes } outcomes
  }
trial-summary-one-group = { $participants } participants in one group, { $occasions ->
    [one] one occasion
   *[other] { $occasions } occasions
  }, { $outcomes ->
    [one] one outcome
   *[other] { $outcomes } outcomes
  }
subtitle-higher = Higher is better.
subtitle-direction-unconfirmed = Nobody has confirmed in which direction a change is a benefit.
subtitle-lower = Lower is better.
subtitle-all = All { $all } participants were measured on every occasion.
subtitle-complete = { $used } participants with every value.
subtitle-some = { $used } of { $all } participants were measured on every occasion.
subtitle-all-one-occasion = All { $all } participants were measured.
subtitle-some-one-occasion = { $used } of { $all } participants were measured.
not-in-numbers = { $count ->
    [one] One participant is
   *[other] { $count } participants are
  } not in the repeated-measures analyses: { $who }. { $reason }
    .hint = Repeated-measures analyses need all occasions of a participant; analyses of one occasion or of one change use everybody who has the scores, and descriptives every value at hand
not-in-numbers-many = { $count } participants are not in the repeated-measures analyses: { $who } and { $more } more. { $reason }
    .hint = Repeated-measures analyses need all occasions of a participant; analyses of one occasion or of one change use everybody who has the scores, and descriptives every value at hand

occasions-nearly-coincide = The scores of <c>{ $outcome }</c> at <c>{ $from }</c> and at <c>{ $to }</c> nearly coincide: they correlate above .999
    .hint = Check whether one column stands for two occasions
colophon-version = Made with Prepost { $version }.
colophon-model = One multivariate linear model carries the repeated-measures analyses and their comparisons: type III sums of squares unless said otherwise, sum-to-zero coding, cells weighted equally. Participants who miss an occasion are left out of it by name.
colophon-reversed = Where lower is better, the scale of the intervals is turned so that better is to the right; the signs stay as they are.

head-cell = Mean of
head-mauchly = Mauchly
head-gg = GG
head-hf = HF
head-lower-bound = lower bound
multivariate-pillai = Pillai’s trace
multivariate-wilks = Wilks’ Λ
multivariate-hotelling = Hotelling–Lawley trace
multivariate-roy = Roy’s largest root
trend-linear = Linear
trend-quadratic = Quadratic
trend-cubic = Cubic
trend-quartic = Quartic
trend-degree = Degree { $degree }

# What each method computes, for the list of methods.
about-descriptives = n, mean, SD, quartiles, skewness, kurtosis and normality of every cell
about-effects = The contrasts that answer the trial’s questions, as one family
about-change-difference = Differences in change between arms, each with its own error term
about-pairwise = Arms compared at each occasion, occasions within each arm, each with its own error term
about-marginal-means = Estimated marginal means, cells weighted equally
about-mixed-anova = Mixed analysis of variance, types III and II, with every correction and effect size
about-assumptions = Sphericity and normality, each with its consequence
about-sphericity = Mauchly’s test and the epsilons
about-multivariate = Pillai, Wilks, Hotelling–Lawley and Roy for the effects within participants
about-simple-effects = Arms at each occasion, occasions within each arm
about-trend = Polynomial trends over the occasions
about-pairwise-pooled = The pairwise comparisons with pooled error
about-change-difference-pooled = The differences in change with pooled error
about-trend-pooled = The trends with pooled error
about-pairwise-unequal = The pairwise comparisons with unequal variances of the arms (Welch–Satterthwaite)
about-change-difference-unequal = The differences in change with unequal variances of the arms

# What a report calls its parts.
label-table = Table
label-figure = Figure
label-note = Note.
label-numbers = Numbers
label-table-number = Table { $number }
label-figure-number = Figure { $number }.
label-its-numbers = Its numbers are in Table { $number }
label-why = Why this test?
label-conventions = How it was computed
label-more-notices = { $count ->
    [one] { $count } more notice
   *[other] { $count } more notices
 }
label-level-note = Note:
label-level-warning = Warning:
label-level-error = Error:
label-line = line { $line }
label-column = column { $column }

# What the analysis takes for granted, and what follows where it does not hold.

about-residuals = Normality of residuals, Levene’s tests by mean and median, Box’s M

head-assumption = Taken for granted
head-found = Found
head-consequence = Where it does not hold
head-companion = Look also at
head-shapiro = Residuals (Shapiro–Wilk)
head-levene-mean = Levene, mean
head-levene-median = Levene, median
head-arms-differ = <i>p</i>, arms differ
head-oneway = one-way
head-welch = Welch
head-kruskal = ranks
head-participant = Participant
head-score = Score
head-fence = Box plot
head-studentised = Studentised residual

row-all-occasions = All occasions together
row-box-m = Box’s <i>M</i> = { $m }

fence-outlying = beyond 1.5 IQR
fence-extreme = beyond 3 IQR

assumption-sphericity = Sphericity
found-sphericity = Greenhouse–Geisser ε̂ = { $epsilon }
consequence-sphericity = Uncorrected F tests reject too often. The corrected ones are reported throughout.
companion-sphericity = The multivariate tests, which do not need it.

assumption-normality = Normal residuals
found-normality = Smallest p { $p }, at { $occasion }
found-normality-together = Smallest p { $p }, all occasions together
consequence-normality = With about 20 or more in each arm little, unless a few scores are extreme; in smaller arms intervals may be too narrow or too wide.
companion-normality = The tests by ranks, and the permutation tests.

assumption-variances = Equal variances of the arms
found-variances = Smallest p { $p }, at { $occasion } (Levene, median)
consequence-variances = With arms of like size little; where the smaller arm varies more, comparisons reject too often, where the larger varies more, too rarely.
companion-variances = One occasion at a time: Welch, Brown–Forsythe, Games–Howell.

assumption-covariances = Equal covariances of the arms
found-covariances-untested = Not tested: Box’s M needs more complete participants in every arm than measures, none of which follows from the others
found-covariances = Box’s M: p { $p }
consequence-covariances = As for variances, in the tests of the interaction. Box’s test also answers to long tails.
companion-covariances = The comparisons with unequal variances among all numbers.

assumption-outliers = No influential outliers
found-outliers = { $extreme } beyond 3 interquartile ranges, { $outlying } more beyond 1.5
consequence-outliers = A single score can move a mean and widen its interval. Check it against the form before anything else.
companion-outliers = The list below; the tests by ranks.

assumption-independence = Independent participants
found-independence = Not to be seen in the scores
consequence-independence = Participants treated in one group resemble each other: intervals are too narrow and p-values too small.
companion-independence = How the groups were delivered.

assumptions-conclusion = Evidence at { $alpha } against normal residuals at { $not-normal } and against equal variances at { $unequal } of { $occasions ->
    [one] one occasion
   *[other] { $occasions } occasions
}; { $extreme ->
    [0] no score
    [one] one score
   *[other] { $extreme } scores
} beyond 3 interquartile ranges.
assumptions-conclusion-one-group = Evidence at { $alpha } against normal residuals at { $not-normal } of { $occasions ->
    [one] one occasion
   *[other] { $occasions } occasions
}; { $extreme ->
    [0] no score
    [one] one score
   *[other] { $extreme } scores
} beyond 3 interquartile ranges.
assumptions-caption = What the analysis takes for granted
assumptions-note = No test here decides which analysis is reported: tests of assumptions see little in small trials, where assumptions matter, and trifles in large ones. Where the analyses of the last column agree with the main one, the assumption does not matter for the conclusion.
residuals-caption = Residuals of { $outcome } at each occasion, and the arms’ differences by analyses that assume less
residuals-caption-one-group = Residuals of { $outcome } at each occasion
residuals-note = Residuals: scores of the participants in the analysis minus the model’s means. Levene’s test by the mean is the one that SPSS prints first; by the median (Brown–Forsythe) it holds for skewed scores too. The last columns are the arms compared at that occasion alone, by all who were measured: the variances taken as equal, each arm with its own (Welch), and by ranks (Kruskal–Wallis). Where they agree, unequal variances and odd distributions do not matter here. Unadjusted.
residuals-note-one-group = Residuals: scores of the participants in the analysis minus the model’s means.
box-m-caption = Equality of the arms’ covariances
box-m-note = <i>F</i> is the approximation that SPSS prints. Convention takes <i>p</i> below .001 seriously, because the test answers to departures from normality as well.
qq-caption = Residuals of { $outcome } against the normal distribution
qq-description = { $outcome }: studentised residuals of all occasions against normal quantiles; points near the line are as a normal distribution would have them.
qq-x = Normal quantile
qq-y = Studentised residual
outliers-caption = Scores of { $outcome } far from the rest of their arm
outliers-note = Beyond 1.5 or 3 interquartile ranges (IQR) from the quartiles of the arm at that occasion (type 7), or with a studentised residual beyond ±3. About one normal score in 100 is listed. Nothing was removed.
outliers-more = The first { $shown } of { $all } are listed.

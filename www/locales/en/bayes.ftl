# Bayes factors.

about-bayes-t = Two means against equal means: JZS Bayes factors, with their robustness over the prior’s width
about-bayes-oneway = All arms at each occasion: Bayes factors of the one-way analysis of variance
about-bayes-bic = Every effect of the mixed design: Bayes factors approximated by the BIC

head-bf10 = BF<sub>10</sub>
head-bf01 = BF<sub>01</sub>
head-evidence = In words
head-bf10-by-width = BF<sub>10</sub> by the prior’s scale <i>r</i>
head-r-0-2 = 0.2
head-r-0-5 = 0.5
head-r-medium = medium, √2/2
head-r-wide = wide, 1
head-r-ultrawide = ultrawide, √2
head-r-fixed-medium = medium, 0.5
head-r-fixed-wide = wide, √2/2
head-r-fixed-ultrawide = ultrawide, 1
head-n-observations = Observations
head-delta-bic = ΔBIC

evidence-anecdotal-for = weak evidence for a difference
evidence-moderate-for = moderate evidence for a difference
evidence-strong-for = strong evidence for a difference
evidence-very-strong-for = very strong evidence for a difference
evidence-extreme-for = extreme evidence for a difference
evidence-anecdotal-against = weak evidence for no difference
evidence-moderate-against = moderate evidence for no difference
evidence-strong-against = strong evidence for no difference
evidence-very-strong-against = very strong evidence for no difference
evidence-extreme-against = extreme evidence for no difference

bayes-without-variance = No Bayes factor where scores or changes have no spread: <c>{ $terms }</c>.

bayes-t-title = Bayes factors of two means
bayes-t-conclusion-change = The data are more than three times as likely under a difference in change as under none in { $found } of { $all } comparisons, and the reverse in { $against }.
bayes-t-conclusion-arms = The data are more than three times as likely under a difference between arms as under none in { $found } of { $all } comparisons, and the reverse in { $against }.
bayes-t-conclusion-within = The data are more than three times as likely under a change as under none in { $found } of { $all } comparisons, and the reverse in { $against }.
bayes-t-caption = Bayes factors for pairs of means of { $outcome } (JZS)
bayes-t-note = BF<sub>10</sub>: how many times as likely the data are if the two means differ as if they differ by exactly zero; BF<sub>01</sub> = 1/BF<sub>10</sub>. Prior of the standardised difference: Cauchy around zero, scale <i>r</i> = √2/2 (“medium”), two-sided; equal variances. Whoever has the values that the comparison needs. The words for sizes (from 1, 3, 10, 30 and 100) are a convention and say nothing of how large or useful a difference is. Evidence for no difference (exactly zero) is not evidence that a difference is too small to matter, nor that an effect was kept. A change within an arm has no control. Nothing is adjusted for the number of comparisons.
bayes-robustness-caption = The same Bayes factors for { $outcome } by narrower and wider priors
bayes-robustness-note = The prior’s scale <i>r</i> is the standardised difference that it expects to be exceeded half of the time. Names as in BayesFactor and JASP. Where BF<sub>10</sub> crosses 1 along a row, the verdict depends on the prior.

bayes-oneway-title = Bayes factors of all arms
bayes-oneway-conclusion = The data are more than three times as likely under unequal as under equal arms at { $found } of { $all ->
    [one] one occasion
   *[other] { $all } occasions
  }, and the reverse at { $against }.
bayes-oneway-caption = Bayes factors for the arms’ means of { $outcome } at each occasion (one-way analysis of variance)
bayes-oneway-note = Everybody measured at the occasion; equal variances. Prior of the arms’ standardised effects (fixed): Cauchy of scale 0.5 (“medium”, as in BayesFactor and JASP). The words for sizes are a convention; “no difference” means that all arms have exactly the same mean. With two arms this is the Bayes factor of the <i>t</i> test at <i>r</i> = √2/2. A difference at one occasion can have been there from the start.

bayes-bic-title = Bayes factors of the mixed design, by the BIC
bayes-bic-conclusion-for = By the BIC, the data are more than three times as likely with { $effect } in the model as without it.
bayes-bic-conclusion-against = By the BIC, the data are more than three times as likely without { $effect } in the model as with it.
bayes-bic-conclusion-open = By the BIC, the data do not settle whether { $effect } belongs into the model.
bayes-bic-caption = Bayes factors for the effects of the mixed design on { $outcome }, approximated by the BIC
bayes-bic-note = An approximation whose implied prior holds as much as one observation (unit information): BF<sub>10</sub> ≈ exp(−ΔBIC/2), ΔBIC = <i>n</i> ln(1 − η²<sub>p</sub>) + <i>df</i> ln <i>n</i>, the model with the effect minus the one without it, all others in both (Wagenmakers, 2007; Masson, 2011). <i>n</i>, the observations: participants for effects between them, participants times contrasts of the occasions for effects within. Who counts otherwise, or samples a model with a prior on each effect (as BayesFactor and JASP do), gets other factors. Sphericity is assumed. The words for sizes are a convention.

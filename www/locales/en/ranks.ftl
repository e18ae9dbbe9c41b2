# Analyses by ranks.

about-mann-whitney = Pairs of arms by ranks, at each occasion and in each change: Mann–Whitney, Hodges–Lehmann
about-kruskal-wallis = All arms by ranks at each occasion: Kruskal–Wallis, Dunn
about-rank-ats = Arms × occasions by ranks, with relative effects: the split plot of Brunner, Domhof and Langer
about-friedman = Occasions by ranks: Friedman, Durbin–Conover, Wilcoxon

head-h = <i>H</i>
head-z = <i>z</i>
head-u = <i>U</i>
head-v = <i>V</i>
head-chi2 = χ²
head-holm = Holm
head-epsilon2 = ε²
head-kendall-w = Kendall’s <i>W</i>
head-hodges-lehmann = Hodges–Lehmann
head-rank-biserial = <i>r</i><sub>rb</sub>

ranks-all-equal = At <c>{ $occasion }</c> all scores are equal: tests by ranks have nothing to order

kruskal-title = All arms by ranks
kruskal-conclusion = { $all ->
    [one] { $found ->
        [0] By ranks there is no evidence that the arms differ (<i>p</i> not below { $alpha }).
       *[other] By ranks, the arms differ (<i>p</i> below { $alpha }).
    }
   *[other] By ranks, the arms differ at { $found } of { $all } occasions (<i>p</i> below { $alpha }, unadjusted).
}
kruskal-caption = Arms compared on { $outcome } by ranks at each occasion (Kruskal–Wallis)
kruskal-note = Everybody measured at the occasion; ties taken off the variance. ε² = <i>H</i>(<i>N</i> + 1)/(<i>N</i>² − 1).
dunn-caption = Pairs of arms on { $outcome } by mean ranks (Dunn)
dunn-note = Later minus earlier arm; adjusted over the { $size ->
    [one] one pair
   *[other] { $size } pairs
  } of arms at each occasion.

mann-whitney-title = Pairs of arms by ranks
mann-whitney-conclusion = By ranks, { $found } of { $all ->
    [one] one difference
   *[other] { $all } differences
} in change with <i>p</i> below { $alpha }, unadjusted.
mann-whitney-conclusion-one-occasion = By ranks, { $found } of { $all ->
    [one] one pair
   *[other] { $all } pairs
} of arms with <i>p</i> below { $alpha }, unadjusted.
mann-whitney-caption = Pairs of arms on { $outcome } at each occasion (Mann–Whitney)
mann-whitney-change-caption = Pairs of arms on changes in { $outcome } (Mann–Whitney)
mann-whitney-note = Hodges–Lehmann: the median of all differences between a participant of one arm and one of the other. <i>p</i> from all divisions of the ranks, ties included, where they can be counted; else the normal approximation with continuity correction. <i>r</i><sub>rb</sub>: rank-biserial correlation. Nothing is adjusted.

friedman-title = Occasions by ranks
friedman-conclusion = Over all participants, Kendall’s <i>W</i> = { $w }, <i>p</i> { $p }.
wilcoxon-conclusion = Pairs of occasions by signed ranks.
friedman-caption = Occasions compared on { $outcome } by each participant’s own ranks (Friedman)
friedman-note = Participants with every occasion. Kendall’s <i>W</i>: 0 where the participants’ orders have nothing in common, 1 where they are the same.
durbin-caption = Pairs of occasions on { $outcome } by rank sums (Durbin–Conover)
durbin-note = Unadjusted.
durbin-note-same-order = No comparison by Durbin and Conover within { $groups }: the order of the occasions is the same for everyone there, which leaves no error to test against.
wilcoxon-caption = Pairs of occasions on { $outcome } by signed ranks (Wilcoxon)
wilcoxon-note = Whoever has both occasions; differences of zero are dropped. Hodges–Lehmann: the median of the averages of all pairs of differences. <i>p</i> from all choices of signs, ties included, where they can be counted; else the normal approximation with continuity correction. Unadjusted.

head-anova-type = ANOVA-type
head-wald-type = Wald-type
head-mean-rank = mean rank
head-relative-effect = <i>p̂</i>

rank-ats-too-few = Arms and occasions cannot be tested by ranks together: some arm has a single score at some occasion
    .hint = The pairs of arms by ranks take whoever is there

rank-ats-arm = Arm
rank-ats-occasion = Occasion
rank-ats-both = Arm × occasion
rank-ats-title = Arms and occasions by ranks
rank-ats-title-one-group = Occasions by ranks, all scores together
rank-ats-conclusion-both = By ranks, the arms change differently: ANOVA-type <i>F</i>({ $df }, ∞) = { $f }, <i>p</i> { $p }.
rank-ats-conclusion-both-none = By ranks, there is no evidence that the arms change differently: ANOVA-type <i>F</i>({ $df }, ∞) = { $f }, <i>p</i> { $p }.
rank-ats-conclusion-occasion = By ranks, scores differ between occasions: ANOVA-type <i>F</i>({ $df }, ∞) = { $f }, <i>p</i> { $p }.
rank-ats-conclusion-occasion-none = By ranks, there is no evidence of a difference between occasions: ANOVA-type <i>F</i>({ $df }, ∞) = { $f }, <i>p</i> { $p }.
rank-ats-conclusion-no-test = Relative effects of the cells; there is too little spread to test them.
rank-ats-caption = Effects of arm and occasion on { $outcome } by ranks (split plot, Brunner, Domhof & Langer, 2002)
rank-ats-note = All scores are ranked together; nothing is assumed of their distribution. Everybody with at least one score: a missing score is left out, not the participant. The Wald-type statistic is too liberal in small samples; the ANOVA-type leads.
rank-ats-note-arms = For the arms with Box’s second degrees of freedom.
relative-effect-caption = Relative effects of { $outcome } by ranks
relative-effect-note = <i>p̂</i>: the probability that a score drawn from all those of the table is smaller than one of this row, ties counting half; .50 is no tendency. It depends on who else is in the table. Limits by the logit, without adjustment; none where a row’s scores lie beyond all others.
relative-effect-note-arms = Rows over all participants weigh the arms equally.

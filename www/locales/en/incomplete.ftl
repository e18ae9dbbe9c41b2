# Models of everyone who has any value.

chapter-incomplete = Everyone who has any value
about-mmrm = All available values: mixed model for repeated measures, seven covariance structures, Satterthwaite and Kenward–Roger
about-random-intercept = All available values: an intercept for each participant, as lme4 and lmerTest

mixed-head-satterthwaite = Satterthwaite
mixed-head-kenward-roger = Kenward–Roger
mixed-note-satterthwaite = Each contrast has its own degrees of freedom (Satterthwaite).
mixed-note-g = <i>g</i>: the difference divided by the standard deviation that the model estimates at the first occasion, with Hedges’ exact correction.
mixed-effects-caption = Effects on { $outcome }, all available values
mixed-effects-note = Each effect given all others (type III). <i>F</i> of several contrasts by Fai and Cornelius; the Kenward–Roger <i>F</i> has a covariance adjusted for small samples.
mixed-fit = REML: −2 log-likelihood { $deviance }, AIC { $aic }, BIC { $bic } (covariance parameters counted). The search came to rest after { $iterations ->
    [one] one iteration
   *[other] { $iterations } iterations
  }; condition number of the information { $condition }.

mmrm-title = Mixed model for repeated measures
mmrm-caption = Differences in { $outcome }, all available values
mmrm-who = { $values ->
    [one] One value
   *[other] { $values } of { $all } values
  } of { $participants ->
    [one] one participant
   *[other] { $participants } participants
  }, { $complete } of whom have every occasion; covariance { $structure }. Missing values are taken as missing at random: given the values that are there, those who miss an occasion do not differ from those who do not.
mmrm-who-complete = { $participants ->
    [one] One participant
   *[other] { $participants } participants
  }, all of whom have every occasion; covariance { $structure }.
mmrm-tried-before = Tried before, and not to be estimated from these values: { $tried }. The covariance is { $structure } instead.
mmrm-covariance-caption = Standard deviations and correlations of { $outcome } over the occasions, as estimated by the model
mmrm-covariance-note = About the means of the arms; the same in all arms.

structure-unstructured = unstructured
structure-toeplitz-heterogeneous = Toeplitz with a variance for each occasion
structure-toeplitz = Toeplitz
structure-cs-heterogeneous = compound symmetry with a variance for each occasion
structure-cs = compound symmetry
structure-ar1-heterogeneous = AR(1) with a variance for each occasion
structure-ar1 = AR(1)
structure-random-intercept = random intercept
structure-random-slope = random intercept and slope

mmrm-mean-without-values = No participant of <c>{ $arm }</c> has a value of <c>{ $outcome }</c> at <c>{ $occasion }</c>: the mixed model cannot estimate that mean, and its differences are left blank
    .hint = The other comparisons use every value there is
mmrm-never-together = Nobody has a value of <c>{ $outcome }</c> both at <c>{ $first }</c> and at <c>{ $second }</c>: how these occasions correlate cannot be estimated. { $end ->
    [simpler] The mixed model uses a simpler covariance
   *[none] The mixed model is left out
  }
    .hint = The complete cases are analysed as before; where occasions were planned for different participants, leave one of them out of the Plan
mmrm-degenerate = The unstructured covariance of <c>{ $outcome }</c> cannot be estimated: an occasion follows from the others, does not vary, or there are too few participants. { $end ->
    [simpler] The mixed model uses a simpler covariance
   *[none] The mixed model is left out
  }
    .hint = Check whether one occasion’s values were computed from another’s
mmrm-not-converged = The search for the unstructured covariance of <c>{ $outcome }</c> did not come to rest. { $end ->
    [simpler] The mixed model uses a simpler covariance
   *[none] The mixed model is left out
  }
    .hint = Fewer occasions, or more participants at each, make it estimable

random-intercept-title = Random intercept
random-intercept-caption = Differences in { $outcome } with an intercept for each participant, all available values
random-intercept-variances-caption = Variation of { $outcome } between and within participants
random-intercept-head-part = Part
random-intercept-sd = SD between participants
random-intercept-residual-sd = SD within participants
random-intercept-icc = Intraclass correlation
random-intercept-r2-marginal = R² marginal
random-intercept-r2-conditional = R² conditional
random-intercept-note = R² (Nakagawa & Schielzeth, 2013): the share of arms and occasions in all variance; conditional, with the participants’ intercepts.
random-intercept-at-zero = The intercepts of participants in <c>{ $outcome }</c> have no variance: values of one participant are no more alike than those of different ones, and the random-intercept model counts them as independent
    .hint = Look at the model with unstructured covariance, which allows for negative correlations

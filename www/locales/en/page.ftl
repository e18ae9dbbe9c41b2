# The page's own words. The report's words come finished from the core.
# `<b>`, `<i>` and `<c>` (the user's own names) mark spans where the page asks for marked text.

page-name = Prepost
page-document = { $title } · Prepost
page-title = Analysis of { $name }
page-title-file = Analysis of a file
page-steps = Parts of this page
page-data = Data
page-design = Design
page-report = Report
page-methods = Methods
page-dark = Dark theme
page-privacy = Privacy
page-framed = Prepost does not work inside another page, which could see or steer what you do here. Open its own address in a tab.
page-footer = Prepost computes in your browser. Conventions are printed with each report.
page-offline = From now on it opens in this browser without a network too.
page-update = A new version of Prepost is there.
page-update-loses = This page works on without it. A reload keeps nothing: report and design would have to be made again from the file.
page-update-reload = Reload
page-update-later = Later
page-unfit = The files of Prepost that this browser kept are not those of its version any more, and the server has none that fit or cannot be reached. They have been put aside: with a network, reload this page to get the present version.

## Before a file

page-hero = Drop in your trial. Read what it found, and what it cannot tell.
page-hero-more = Prepost analyses interventions measured before, after and at follow-up: the whole analysis, from one file, in your browser. Nothing to install.
page-sample-table = The first rows of a file that fits
page-drop = Drop a file like this here, or paste it
page-drop-now = Drop the file to read it
page-choose = Choose a file
page-example = Load the example
page-example-items = With items
page-example-items-title = Load the example with items
page-example-dropout = With dropout
page-example-dropout-title = Load the example with dropout
page-pasted = Pasted table
page-help = What file do I need?
page-help-wide = <b>One row per participant</b>: a column for the arm and one column per score and occasion, as above. CSV from Excel, Google Forms or SPSS; comma, semicolon or tab; English or Persian names and digits.
page-help-long = <b>Or one row per participant and occasion</b>, with a column that names the occasion. Empty cells are fine. Leave out names and e-mail addresses; an id is enough.
page-help-items = <b>Items or scores</b>: items of a questionnaire, such as <c>mbi1_pre … mbi22_fu</c>, are scored by its key. <b>One file or several</b>: one for each occasion, dropped together and joined by the id.
page-sample = What you will read: one line of the example

## The lock

page-lock-open = Before this page reads anything of a file, it locks itself: then your browser refuses its requests.
page-lock-locking = Locking, before anything of your file is read.
page-lock-locked = Locked since { $time }, before anything of <c>{ $name }</c> was read: your browser refuses this page's requests.
page-lock-try = Try it
page-lock-more = What this covers
page-lock-waits = Before it reads your file, this page locks itself. It still loads: { $parts }
page-lock-late = Still loading when the page locked itself: { $parts }
    .hint = It may still arrive. If it does not, reload the page.
page-load-core = the statistics
page-load-examples = the examples
page-load-offline = what it needs to work without a network
page-not-loaded = Not loaded: { $part } ({ $detail })
    .hint = Reload the page to try again.
page-tried-not-locked = Not locked yet: nothing of a file has been read. Load the example or your file, then try again.
page-tried-refused = This page has just tried to send a request to its own server, and your browser refused it by the rule <c>{ $rule }</c>: “{ $detail }”
page-tried-failed = The request failed, but the browser did not say that it refused it: “{ $detail }”
page-tried-went-out = The request went out: this page is not locked. Close it.

## The file

page-another = Another file
page-several = { $name } and { $count } more
page-read-as = Read as { $encoding }, separated by { $delimiter }, decimal { $decimal }.
page-change = Change
page-encoding = Encoding
page-delimiter = Separator
page-decimal = Decimal mark
page-sign-comma = comma
page-sign-semicolon = semicolon
page-sign-tab = tab
page-sign-bar = vertical bar
page-sign-point = point
page-sign-slash = slash
page-sign-arabic = Persian mark (٫)
page-more-notices = { $count ->
    [one] { $count } more notice
   *[other] { $count } more notices
}
page-level-note = Note:{" "}
page-level-warning = Warning:{" "}
page-level-error = Error:{" "}
page-place-line = line { $line }
page-place-column = column { $column }
page-question = What values in { $column } mean
page-answered = Noted. The report follows
page-report-changed = The report follows
page-code-missing = In { $column }, { $value } means missing.
page-code-value = In { $column }, { $value } is a real value.
page-code-turn = The other way round

## What the page is doing

page-reading = Reading { $name }
page-analysing = Analysing
page-cancel = Cancel
page-cancelled = Cancelled
page-cancelled-kept = Cancelled. The report below is still the one from before your last change.
page-again = Analyse
page-resampling = Permutation and bootstrap
page-resampled = Permutation and bootstrap are in the report
page-resampling-cancelled = Permutation and bootstrap are not in this report: they were cancelled
page-resampling-failed = Permutation and bootstrap are not in this report: they stopped
page-resample = Compute them
page-report-ready = The report is ready
page-report-updated = The report is up to date
page-outcome-shown = The report shows { $outcome }
page-saved = Saved to your downloads
page-failed-reading = { $name } could not be read
page-failed-analysing = This design could not be analysed
page-asked = A question comes before the analysis
page-failed-kept = The report below is still the one from before.
page-dismiss = Close
page-nothing = There is nothing to analyse in this design
    .hint = Choose the columns of at least one outcome.
page-unreadable = The browser could not read this file
    .hint = It may be a folder, or it may have been moved or changed. Choose it again.
page-broken = The analysis stopped: { $detail }
    .hint = Nothing of your file was lost or sent. Change the design or load the file again; if it happens again, tell us what the message says.
page-ended = the browser ended the part of this page that computes, perhaps because it ran out of memory
page-silent = Nothing has come from the computation for a minute. It may still be going on: wait, or cancel.

## The design

page-edit = Edit
page-fold = Fold
page-design-guessed = Guessed from your file
page-design-check = Guessed: please check
page-design-edited = Edited by you
page-design-confirmed = Confirmed by you
page-confirm = This is my trial
page-reasons = Why these guesses?
page-reasons-more = { $count } more of the same kind
page-doubt = (please check){" "}
page-arm-column = Arms are in
page-arm-none = no column: one group
page-control = Control
page-control-none = no control
page-is-control = control
page-please-choose = please choose
page-arm-name = Name of the arm { $arm }
page-baseline = Before treatment
page-baseline-none = no occasion
page-end-of-treatment = Treatment had ended at
page-by-name = as the names tell
page-randomised = Randomised
page-randomised-unsaid = not said
page-randomised-yes = yes
page-randomised-no = no
page-arms = Arms, in order
page-arms-left = Left out of the analysis:
page-arm-restore = Put { $arm } back
page-arm-leave = Leave { $arm } out
page-arm-is-left = { $arm } is left out of the analysis
page-earlier = Move { $name } earlier
page-later = Move { $name } later
page-moved = { $name } is now number { $place } of { $count }
page-remove = Remove { $name }
page-removed = { $name } is removed
page-grid = Outcomes and their columns at each occasion
page-outcome = Outcome
page-outcomes = Outcomes
page-occasions = Occasions, in order
page-better = Better is
page-better-of = Direction of benefit of { $name }
page-better-higher = ↑ higher
page-better-lower = ↓ lower
page-value-column = Column of values
page-occasion-name = Name of occasion { $place }
page-occasion-new = Occasion { $place }
page-occasion-add = Add an occasion
page-outcome-name = Name of outcome { $place }
page-outcome-new = Outcome { $place }
page-outcome-add = Add an outcome
page-outcome-incomplete = Choose its columns to include it
page-all-outcomes = Show all { $count } outcomes
page-cell = { $outcome }, { $occasion }
page-within = Each occasion is measured under several conditions ({ $names }); each has its column.
page-id = Participants are named by
page-id-none = no column: one row each
page-layout = Rows
page-layout-wide = one per participant
page-layout-long = one per participant and occasion
page-occasion-column = Occasions are in
page-covariates = Adjusted for
page-covariates-add = Add a covariate
page-factors = Further groups
page-factors-add = Add a between-participant factor
page-add-column = add a column…
page-disuse = Do not use { $column }
page-unused = Not used
page-unused-more = and { $count } more
page-aims = Aims and claims
page-aims-label = { $unset ->
    [0] role, margin, single participants, and what the trial claims
   *[other] role, margin (not set: half an SD, a default), single participants, and what the trial claims
}
page-aim-outcome = Outcome
page-role = Role
page-role-of = Role of { $name }
page-role-none = not declared
page-role-primary = primary
page-role-secondary = secondary
page-role-exploratory = exploratory
page-margin = Too small to matter
page-margin-of = Margin of { $name }: a difference up to this is too small to matter
page-margin-unit-of = Unit of the margin of { $name }
page-margin-default = not set: a default
page-margin-raw = points
page-margin-sd = SD at the first occasion
page-claims = Claims to check
page-claim-improves = Each intervention improves { $outcome }
page-claim-maintained = The effect is maintained
page-claim-better = { $first } is better than { $second } on { $outcome }
page-options = Options
page-adjust = Many comparisons
page-adjust-bonferroni = Bonferroni
page-adjust-holm = Holm
page-adjust-sidak = Šidák
page-adjust-tukey = Tukey
page-adjust-dunnett = Dunnett (against the control)
page-adjust-scheffe = Scheffé
page-adjust-closed = closed testing
page-adjust-bh = Benjamini–Hochberg
page-adjust-none = no adjustment
page-level = Level of intervals
page-level-percent = { $percent }%
page-compare-arms = Arms compared
page-compare-arms-all = all pairs
page-compare-arms-control = each with the control
page-compare-occasions = Occasions compared
page-error = Error term
page-error-separate = each comparison its own
page-error-pooled = pooled
page-extent = Report
page-extent-essential = essential
page-extent-sections = essential and more
page-extent-full = everything
page-squares = Sums of squares
page-squares-III = type III
page-squares-II = type II
page-replicates = Permutation and bootstrap
page-replicates-n = { $n ->
    [0] left out
   *[other] { $n } replicates
  }
page-seed = Seed
page-therapy-group = Participants in a therapy group
page-design-confirmed-said = The design is confirmed

## The report

page-answers = Answers
page-contents = In this report
page-contents-more = More in this report
page-exports = Save the report
page-export-tidy = All numbers (CSV)
page-export-markdown = Markdown
page-export-word = Word
page-export-latex = LaTeX
page-export-r = R script
page-export-spss = SPSS syntax
page-export-html = Web page

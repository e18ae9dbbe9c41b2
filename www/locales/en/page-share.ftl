# The page's words about links: making one, opening one, and the plan of a trial that has no data yet.

## Sharing

page-share = Share
share-title = Share the analysis, not the data
share-title-draft = Register and share this plan
share-choices = What the link shall carry
share-plan = The plan
share-plan-more = Always. For a colleague who has the file: names of columns and arms, and what you chose. Nothing of the participants’ values.
share-summaries = Summaries
share-summaries-more = For a colleague without the file: n, means and covariances of each arm, from which the report is recomputed. Whoever has the link can read them. Share them once: two links with summaries of one trial must not differ by few people, whose scores are what is left when one is subtracted from the other.
share-fingerprint = Fingerprint of the data
share-fingerprint-more = For a colleague with a file: tells whether it holds the same values. Who could guess all of the data could confirm the guess by it, slowly.
share-no-file = Summaries and a fingerprint are made from the file. Choose it above to add them.
share-carried = Everything that this link carries
share-never = Not in any link: rows, participants’ ids, who dropped out, file names, smallest and largest values. Names of columns, arms, occasions and outcomes are in every link, as they stand in your file.
share-stays = What stays here, and why
share-making = The link is being made.
share-making-fingerprint = The link is being made. A fingerprint takes about a second: that makes guessing slow.
share-failed = The link could not be made: { $detail }
    .hint = Change the design or load the file again.
share-link = The link, { $count } characters
share-copy = Copy link
share-copied-yes = Copied.
share-copied-refused = Your browser did not let the page copy. The link is selected: copy it with the keyboard.
share-hash = Browsers do not send what follows the <c>#</c> to a server. Whoever carries the link for you (mail, chat) can read it.
share-qr = QR code
share-qr-title = QR code of the link
share-qr-more = A camera that reads it opens the link.
share-qr-dense = A camera that reads it opens the link. It is dense: save it and show or print it large.
share-qr-long = With { $count } characters the link is too long for a QR code, which holds 2,953. Share fewer outcomes, or copy the link.
share-qr-save = Save the picture (SVG)
share-qr-file = link

## Registration

share-register = Register the plan
share-register-before = A plan that is deposited before there are data, where the day is kept, is a pre-registration. This is how:
share-register-late = The data are here already: a plan that is registered now is no pre-registration. It can still be put on record as what it is.
share-day = Day of registration
share-day-more = The day on which you deposit the plan. The link gives it as your word; left empty, the link says nothing of a registration.
share-deposit = Deposit the file <c>plan.json</c>, or its number below, where others can see the day: a registration on OSF or AsPredicted, or a dated e-mail to a colleague.
share-hash-of-plan = SHA-256 of the plan:
share-hash-check = Anyone can check it: <c>sha256sum plan.json</c> gives the number of the file that was deposited.
share-plan-file = Save plan.json
share-register-link = Copy the link above and keep it. Opened with the trial’s file, it gives the report by this plan, and lists where the analysis departs from it.
share-register-table = Enter the data into a table with these columns, one row per participant:
share-table = Save an empty table (CSV)
share-table-file = trial

## A link that was opened

page-opening = Opening
page-failed-opening = The link could not be opened
page-from-link-file = from-link
page-title-link = Analysis from a link
page-title-draft = Plan of a trial
page-design-linked = As in the link
page-design-drafted = Drawn up by you
link-heading = From a link
link-title = Someone shared a plan with you
link-sender = Nobody but its sender can say where it comes from.
link-registered = Registered on <b>{ $day }</b>, by the sender’s word.
link-carries = Everything that it carries
link-leave = Leave this link
link-file = Choose the trial’s file
link-before-file = The design is that of a plan that was opened before the file.
link-guess = Guess the design from the file instead
link-design = Arms, occasions and columns came with the summaries and cannot be changed without the file. The direction of benefit, roles, margins, claims and options can.
link-recomputed = Recomputed from summaries that came with a link; no participant’s values. Nobody but its sender can say where they come from.
link-offered = A link was opened
link-offered-more = If it is shown, what is on this page goes: the report, and the changes that you made to the design.
link-show = Show the link
link-decline = Stay here
link-paste = Open a link
link-paste-label = Link
link-paste-more = The whole of it, or what follows the #. Line breaks from a mail do no harm.
link-open = Open it

## A trial without data

draft-title = Plan a trial without data
draft-more = Name who will be measured, when and on what. You get the plan of the analysis to edit, to register before there are data, and an empty table for them.
draft-arms = Arms
draft-arms-more = The control first; in lines or with commas. None for one group.
draft-occasions = Occasions
draft-occasions-more = In their order, such as pre, post, follow-up.
draft-outcomes = Outcomes
draft-outcomes-more = Such as resilience, exhaustion.
draft-lacks = Name at least one outcome
draft-make = Make the plan
draft-no-data = No data yet: this is the plan of a trial to come. Once the file is here, it is analysed by this plan.
draft-file = Choose the file
draft-back = Change arms, occasions and outcomes
draft-counts = { $arms ->
    [one] one arm
   *[other] { $arms } arms
}, { $occasions ->
    [one] one occasion
   *[other] { $occasions } occasions
}, { $outcomes ->
    [one] one outcome
   *[other] { $outcomes } outcomes
}

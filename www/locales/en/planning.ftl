# Planning a trial: power and sample size, before there are data.

## A file of designs

power-columns-missing = The file has no { $n ->
    [one] column
   *[other] columns
} { $columns }
    .hint = A file of designs has the columns effect, f, alpha, N_total, groups, measurements, rho and epsilon, and option where f is not in G*Power’s default convention
power-no-cases = The file has a header and no row below it
    .hint = Write one design a row
power-not-a-number = Row { $row } (line { $line }), column <c>{ $name }</c>: { $blank ->
    [one] the cell is blank
   *[other] <c>{ $text }</c> is not a number
}
    .hint = Every design needs a number there; the other rows are computed
power-unknown-word = Row { $row } (line { $line }), column <c>{ $name }</c>: { $blank ->
    [one] the cell is blank
   *[other] <c>{ $text }</c> is not known
}
    .hint = Write { $names }: one of them
power-option-unused = Row { $row } (line { $line }), column <c>option</c>: the effect between groups has one convention only, so that <c>{ $option }</c> changes nothing
power-input = { $row ->
    [0] Option <c>{ $name }</c>
   *[other] Row { $row } (line { $line }), column <c>{ $name }</c>
}: { $value } { $why ->
    [alpha] is not a significance level
    [f] is not an effect size f
    [f-too-large] is too large for the power to be computed
    [n-total] is too few participants, or not a whole number
    [groups] is not a number of groups that can be compared
    [groups-within] is not a number of groups
    [measurements] is not a number of measurements that can be compared
    [measurements-between] is not a number of measurements
    [rho] is not a correlation that so many measurements can have
   *[epsilon] is not a nonsphericity that so many measurements can have
}
    .hint = { $why ->
    [alpha] Between 0 and 1, such as .05
    [f] 0 or more, such as .25
    [f-too-large] Make f, N or the correlation smaller
    [n-total] A whole number of participants in all, more than there are groups
    [groups] A whole number, 2 or more
    [groups-within] A whole number, 1 or more
    [measurements] A whole number, 2 or more
    [measurements-between] A whole number, 1 or more
    [rho] Above −1/(m − 1) for m measurements, and below 1
   *[epsilon] From 1/(m − 1) for m measurements to 1, which is sphericity
}

# Did it last: equivalence, non-inferiority, the retained fraction.

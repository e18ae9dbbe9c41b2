# The claims that a study makes, checked.

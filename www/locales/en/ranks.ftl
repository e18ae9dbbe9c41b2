# Analyses by ranks.

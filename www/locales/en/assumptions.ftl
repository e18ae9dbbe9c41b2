# What the analysis takes for granted, and what follows where it does not hold.

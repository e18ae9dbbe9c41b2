# Effect sizes.

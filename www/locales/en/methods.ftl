# Messages of methods.

# Messages of design.

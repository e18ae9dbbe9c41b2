# Messages of reading.

//! Estimators: numbers only, never the Table.

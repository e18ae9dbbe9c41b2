//! Prepost.

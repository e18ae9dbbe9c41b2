//! What a model must give so that all else follows.

mod second_model;

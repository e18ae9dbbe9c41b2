//! What a model must give so that all else follows.

mod mixed;
mod second_model;

//! Properties that hold for any trial, tried on many.

mod agreement;
mod ancova;
mod any_trial;
mod bad_input;
mod bayes;
mod crossover;
mod distributions;
mod individual;
mod lasting;
mod links;
mod moments;
mod ranks;
mod reading;
mod resampling;
mod sentences;

//! The trial's questions, answered: the head of the report.
//!
//! Every sentence is made from an effect and its verdict (`comparisons::effects`), and names the row of the table that it
//! was made from: text and table cannot disagree. Nothing is computed here. Where nobody has confirmed the direction of
//! benefit or the control, the words are neutral: higher and lower, not better and worse.

mod caveats;
mod crossover;
mod data;
mod gather;
mod headline;
mod lasted;
mod row;
mod subject;
mod which;
mod worked;

pub use gather::answered;

//! What the tables give, asked through the public functions.

mod figure;
mod key;
mod names;
mod tables;

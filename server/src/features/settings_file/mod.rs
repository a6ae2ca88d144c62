//! `onomast.toml` as a language: what may be written at a place, and what a key means. Keys and their meaning are those of
//! the settings reference, which comes from the types.

mod completion;
mod hover;
mod place;

pub use completion::completion;
pub use hover::meaning;

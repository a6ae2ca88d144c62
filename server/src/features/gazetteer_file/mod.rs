//! The gazetteer file as a language of its own: what an editor gets in it besides findings.

pub mod completion;
pub mod conflict;
mod place;

//! The engine from a text to its mentions.

mod article;
mod builtin;
mod decisions;
mod incremental;
mod long;
mod mentions;
mod reference;
mod spellings;
mod standing;
mod support;

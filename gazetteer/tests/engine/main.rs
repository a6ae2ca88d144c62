//! The engine from a text to its mentions.

mod builtin;
mod decisions;
mod incremental;
mod mentions;
mod reference;
mod spellings;
mod standing;
mod support;
mod work;

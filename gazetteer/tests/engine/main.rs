//! The engine from a text to its mentions.

mod builtin;
mod incremental;
mod mentions;
mod reference;
mod spellings;
mod standing;
mod support;
mod work;

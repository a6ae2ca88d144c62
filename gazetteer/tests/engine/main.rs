//! The engine from a text to its mentions.

mod builtin;
mod doubt;
mod fragments;
mod incremental;
mod mentions;
mod reference;
mod spellings;
mod standing;
mod support;

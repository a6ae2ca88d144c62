//! The engine from a text to its mentions.

mod builtin;
mod decisions;
mod doubt;
mod fragments;
mod incremental;
mod mentions;
mod reference;
mod russian;
mod spellings;
mod standing;
mod support;
mod work;

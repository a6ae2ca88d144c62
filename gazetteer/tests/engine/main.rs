//! The engine from a text to its mentions.

mod article;
mod builtin;
mod decisions;
mod doubt;
mod fragments;
mod incremental;
mod long;
mod mentions;
mod reference;
mod russian;
mod spellings;
mod standing;
mod support;
mod work;

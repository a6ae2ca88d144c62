//! The engine from a text to its mentions.

mod article;
mod author;
mod builtin;
mod decisions;
mod doubt;
mod explain;
mod folding;
mod fragments;
mod generated;
mod incremental;
mod long;
mod markup;
mod mentions;
mod places;
mod reference;
mod rules;
mod russian;
mod spellings;
mod standing;
mod support;
mod titles;
mod work;

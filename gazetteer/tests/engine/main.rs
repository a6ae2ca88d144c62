//! The engine from a text to its mentions.

mod incremental;
mod mentions;
mod support;

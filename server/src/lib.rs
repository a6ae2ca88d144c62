//! The language server and the command line. [`features`] knows snapshots and byte offsets, [`index`] all documents of
//! a project; [`lsp`] and [`cli`] translate.

pub mod cli;
pub mod features;
pub mod index;
pub mod lsp;
pub mod message;
pub mod project;

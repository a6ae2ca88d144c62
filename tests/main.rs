//! End to end: the real program, and the real server over pipes in memory, under a client of our own that is stricter
//! than any editor.

mod cli;
mod documents;
mod extension;
mod lsp;
mod support;

//! One file a notification. Those that edit have an `apply`, which runs in the order of the wire and must not wait or
//! read files; those that ask have an `ask`, which may wait for the client.
//!
//! Edits have parameters of their own: a URI is kept as the client wrote it.

use serde::Deserialize;

pub(super) mod did_change;
pub(super) mod did_change_configuration;
pub(super) mod did_change_watched_files;
pub(super) mod did_change_workspace_folders;
pub(super) mod did_close;
pub(super) mod did_open;
pub(super) mod did_save;
pub(super) mod initialized;
pub(super) mod set_trace;

/// A document as the client names it.
#[derive(Debug, Deserialize)]
pub(in crate::lsp) struct Identifier {
    uri: String,
}

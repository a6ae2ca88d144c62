//! `workspace/didChangeWatchedFiles`

use serde::Deserialize;

use super::Identifier;
use crate::lsp::session::Session;
use crate::lsp::uri;

#[derive(Debug, Deserialize)]
pub(in crate::lsp) struct Params {
    changes: Vec<Identifier>,
}

pub(in crate::lsp) fn apply(session: &mut Session, params: Params) {
    for change in &params.changes {
        session.changed_on_disk(&uri::to_path(&change.uri));
    }
}

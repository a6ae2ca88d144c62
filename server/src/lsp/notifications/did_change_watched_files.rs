//! `workspace/didChangeWatchedFiles`

use serde::Deserialize;

use super::{Identifier, makes_a_project};
use crate::lsp::session::Session;
use crate::lsp::uri;

#[derive(Debug, Deserialize)]
pub(in crate::lsp) struct Params {
    changes: Vec<Identifier>,
}

pub(in crate::lsp) fn apply(session: &mut Session, params: Params) {
    if params
        .changes
        .iter()
        .any(|change| makes_a_project(&uri::to_path(&change.uri)))
    {
        session.renew_projects(session.folders().to_vec());
    }
}

//! `textDocument/didSave`: with it a gazetteer comes into force also where the client watches no files.

use serde::Deserialize;

use super::Identifier;
use crate::lsp::session::Session;
use crate::lsp::uri;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::lsp) struct Params {
    text_document: Identifier,
}

pub(in crate::lsp) fn apply(session: &mut Session, params: Params) {
    session.saved(&uri::to_path(&params.text_document.uri));
}

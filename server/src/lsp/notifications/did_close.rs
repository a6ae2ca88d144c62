//! `textDocument/didClose`

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
    let uri = params.text_document.uri;
    if !session.close(&uri::to_path(&uri)) {
        tracing::warn!(uri, "closing a document that is not open");
    }
}

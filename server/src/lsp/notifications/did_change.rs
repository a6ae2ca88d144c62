//! `textDocument/didChange`

use serde::Deserialize;
use tower_lsp::ls_types::TextDocumentContentChangeEvent;

use crate::lsp::session::Session;
use crate::lsp::uri;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::lsp) struct Params {
    text_document: Versioned,
    content_changes: Vec<TextDocumentContentChangeEvent>,
}

#[derive(Debug, Deserialize)]
struct Versioned {
    uri: String,
    /// Older clients may send null.
    version: Option<i32>,
}

pub(in crate::lsp) fn apply(session: &mut Session, params: Params) {
    let Versioned { uri, version } = params.text_document;
    let Some(document) = session.document(&uri::to_path(&uri)) else {
        tracing::warn!(uri, "a change to a document that is not open");
        return;
    };
    let version = version.unwrap_or(document.version);
    let next = document.change(version, &params.content_changes, session.client.encoding);
    session.put(next);
}

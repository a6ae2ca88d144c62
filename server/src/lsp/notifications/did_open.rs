//! `textDocument/didOpen`

use serde::Deserialize;

use crate::lsp::document::Document;
use crate::lsp::session::Session;
use crate::lsp::uri;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::lsp) struct Params {
    text_document: Item,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    uri: String,
    #[serde(default)]
    language_id: String,
    version: i32,
    text: String,
}

pub(in crate::lsp) fn apply(session: &mut Session, params: Params) {
    let item = params.text_document;
    let Ok(address) = uri::repair(&item.uri).parse() else {
        tracing::warn!(uri = item.uri, "not a URI");
        return;
    };
    let path = uri::to_path(&item.uri);
    session.put(Document::open(
        item.uri,
        address,
        path,
        item.language_id,
        item.version,
        &item.text,
    ));
}

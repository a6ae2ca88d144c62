//! `textDocument/documentLink`: the identifiers of a gazetteer file.

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    ClientCapabilities, DocumentLink, DocumentLinkOptions, DocumentLinkParams, ServerCapabilities,
};

use crate::features::document_link::{self, Link};
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;
use crate::lsp::{convert, uri};

pub(in crate::lsp) fn advertise(_: &ClientCapabilities, server: &mut ServerCapabilities) {
    server.document_link_provider = Some(DocumentLinkOptions {
        resolve_provider: None,
        work_done_progress_options: Default::default(),
    });
}

pub(in crate::lsp) fn handle(
    _: &Shared,
    snapshot: &Snapshot,
    params: DocumentLinkParams,
) -> Result<Option<Vec<DocumentLink>>> {
    let document = snapshot.document(&uri::to_path(params.text_document.uri.as_str()));
    let Some(document) = document.filter(|document| document.in_step && snapshot.is_of_project(document)) else {
        return Ok(None);
    };
    let text = &document.text.0;
    let to_lsp = |link: Link| {
        Some(DocumentLink {
            range: convert::range_to_lsp(text, &link.range, snapshot.client.encoding),
            target: Some(link.target.parse().ok()?),
            tooltip: None,
            data: None,
        })
    };
    let links = document_link::document_link(&document.file().text).into_iter();
    let links: Vec<DocumentLink> = links.filter_map(to_lsp).collect();
    Ok((!links.is_empty()).then_some(links))
}

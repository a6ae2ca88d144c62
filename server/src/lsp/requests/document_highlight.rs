//! `textDocument/documentHighlight`

use std::ops::Range;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{ClientCapabilities, DocumentHighlight, DocumentHighlightParams, OneOf, ServerCapabilities};

use crate::features::document_highlight;
use crate::lsp::convert;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;

pub(in crate::lsp) fn advertise(_: &ClientCapabilities, server: &mut ServerCapabilities) {
    server.document_highlight_provider = Some(OneOf::Left(true));
}

pub(in crate::lsp) fn handle(
    _: &Shared,
    snapshot: &Snapshot,
    params: DocumentHighlightParams,
) -> Result<Option<Vec<DocumentHighlight>>> {
    let Some((open, at)) = snapshot.open_at(&params.text_document_position_params) else {
        return Ok(None);
    };
    let found = document_highlight::document_highlight(&open.view(), at).into_iter();
    let highlight = |range: Range<usize>| DocumentHighlight {
        range: convert::range_to_lsp(&open.document.text.0, &range, snapshot.client.encoding),
        kind: None,
    };
    let highlights: Vec<DocumentHighlight> = found.map(highlight).collect();
    Ok((!highlights.is_empty()).then_some(highlights))
}

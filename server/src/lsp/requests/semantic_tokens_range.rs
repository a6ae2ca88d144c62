//! `textDocument/semanticTokens/range`

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    ClientCapabilities, SemanticTokens, SemanticTokensRangeParams, SemanticTokensRangeResult, ServerCapabilities,
};

use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;
use crate::lsp::{convert, tokens};

/// Said with [`super::semantic_tokens_full`].
pub(in crate::lsp) fn advertise(_: &ClientCapabilities, _: &mut ServerCapabilities) {}

pub(in crate::lsp) fn handle(
    _: &Shared,
    snapshot: &Snapshot,
    params: SemanticTokensRangeParams,
) -> Result<Option<SemanticTokensRangeResult>> {
    let Some(open) = snapshot.open(&params.text_document.uri) else {
        return Ok(None);
    };
    let (text, encoding) = (&open.document.text.0, snapshot.client.encoding);
    let start = convert::offset_from_lsp(text, params.range.start, encoding);
    let end = convert::offset_from_lsp(text, params.range.end, encoding);
    let tokens = SemanticTokens {
        result_id: None,
        data: tokens::tokens(snapshot, &open, Some(start..end.max(start))),
    };
    Ok(Some(tokens.into()))
}

//! `textDocument/semanticTokens/full/delta`

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    ClientCapabilities, SemanticTokensDelta, SemanticTokensDeltaParams, SemanticTokensFullDeltaResult,
    ServerCapabilities,
};

use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;
use crate::lsp::tokens;

/// Said with [`super::semantic_tokens_full`].
pub(in crate::lsp) fn advertise(_: &ClientCapabilities, _: &mut ServerCapabilities) {}

pub(in crate::lsp) fn handle(
    shared: &Shared,
    snapshot: &Snapshot,
    params: SemanticTokensDeltaParams,
) -> Result<Option<SemanticTokensFullDeltaResult>> {
    let Some(open) = snapshot.open(&params.text_document.uri) else {
        return Ok(None);
    };
    let before = shared.tokens.before(&open, &params.previous_result_id);
    let now = shared.tokens.all(snapshot, &open);
    Ok(Some(match before {
        Some(before) => SemanticTokensDelta {
            edits: tokens::difference(&before, &now.data),
            result_id: now.result_id,
        }
        .into(),
        None => now.into(),
    }))
}

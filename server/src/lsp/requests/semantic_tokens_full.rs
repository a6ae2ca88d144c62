//! `textDocument/semanticTokens/full`

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    ClientCapabilities, SemanticTokensFullOptions, SemanticTokensOptions, SemanticTokensParams, SemanticTokensResult,
    ServerCapabilities,
};

use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;
use crate::lsp::tokens;

pub(in crate::lsp) fn advertise(_: &ClientCapabilities, server: &mut ServerCapabilities) {
    let options = SemanticTokensOptions {
        legend: tokens::legend(),
        full: Some(SemanticTokensFullOptions::Delta { delta: Some(true) }),
        range: Some(true),
        ..SemanticTokensOptions::default()
    };
    server.semantic_tokens_provider = Some(options.into());
}

pub(in crate::lsp) fn handle(
    shared: &Shared,
    snapshot: &Snapshot,
    params: SemanticTokensParams,
) -> Result<Option<SemanticTokensResult>> {
    let open = snapshot.open(&params.text_document.uri);
    Ok(open.map(|open| shared.tokens.all(snapshot, &open).into()))
}

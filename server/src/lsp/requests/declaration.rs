//! `textDocument/declaration`: the first mention in the document.

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::request::{GotoDeclarationParams, GotoDeclarationResponse};
use tower_lsp::ls_types::{ClientCapabilities, DeclarationCapability, Location, LocationLink, ServerCapabilities};

use crate::features::declaration;
use crate::lsp::convert;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;

pub(in crate::lsp) fn advertise(_: &ClientCapabilities, server: &mut ServerCapabilities) {
    server.declaration_provider = Some(DeclarationCapability::Simple(true));
}

pub(in crate::lsp) fn handle(
    _: &Shared,
    snapshot: &Snapshot,
    params: GotoDeclarationParams,
) -> Result<Option<GotoDeclarationResponse>> {
    let Some((open, at)) = snapshot.open_at(&params.text_document_position_params) else {
        return Ok(None);
    };
    let Some(found) = declaration::declaration(&open.view(), at) else {
        return Ok(None);
    };
    let to_lsp = |range| convert::range_to_lsp(&open.document.text.0, range, snapshot.client.encoding);
    let (uri, range) = (open.document.address.clone(), to_lsp(&found.first));
    if !snapshot.client.declaration_links {
        return Ok(Some(GotoDeclarationResponse::Scalar(Location { uri, range })));
    }
    Ok(Some(GotoDeclarationResponse::Link(vec![LocationLink {
        origin_selection_range: Some(to_lsp(&found.range)),
        target_uri: uri,
        target_range: range,
        target_selection_range: range,
    }])))
}

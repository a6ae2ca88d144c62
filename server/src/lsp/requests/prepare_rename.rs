//! `textDocument/prepareRename`: the range of the name, and its dictionary form to be written anew.

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    ClientCapabilities, OneOf, PrepareRenameResponse, RenameOptions, ServerCapabilities, TextDocumentPositionParams,
};

use super::rename;
use crate::lsp::convert;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;

pub(in crate::lsp) fn advertise(client: &ClientCapabilities, server: &mut ServerCapabilities) {
    let renames = client.text_document.as_ref().and_then(|text| text.rename.as_ref());
    let prepares = renames.and_then(|rename| rename.prepare_support) == Some(true);
    server.rename_provider = Some(match prepares {
        true => OneOf::Right(RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: Default::default(),
        }),
        false => OneOf::Left(true),
    });
}

pub(in crate::lsp) fn handle(
    _: &Shared,
    snapshot: &Snapshot,
    place: TextDocumentPositionParams,
) -> Result<Option<PrepareRenameResponse>> {
    let Some((open, at)) = snapshot.open_at(&place) else {
        return Ok(None);
    };
    let Some(mention) = open.reading.analysis.mention_at(at) else {
        return Ok(None);
    };
    let (from, range) = rename::spelling_at(&open, &mention, at)?;
    let gazetteer = open.reading.analysis.gazetteer();
    Ok(Some(PrepareRenameResponse::RangeWithPlaceholder {
        range: convert::range_to_lsp(&open.document.text.0, &range, snapshot.client.encoding),
        placeholder: gazetteer.spelling(from).text.clone(),
    }))
}

//! `textDocument/implementation`: the counterpart. Where the entity is first named in each document of another language.

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::request::{GotoImplementationParams, GotoImplementationResponse};
use tower_lsp::ls_types::{ClientCapabilities, ImplementationProviderCapability, LocationLink, ServerCapabilities};

use super::definition;
use super::references::in_project;
use crate::features::references;
use crate::lsp::convert;
use crate::lsp::elsewhere::Standing;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;

pub(in crate::lsp) fn advertise(_: &ClientCapabilities, server: &mut ServerCapabilities) {
    server.implementation_provider = Some(ImplementationProviderCapability::Simple(true));
}

pub(in crate::lsp) fn handle(
    shared: &Shared,
    snapshot: &Snapshot,
    params: GotoImplementationParams,
) -> Result<Option<GotoImplementationResponse>> {
    let Some((open, at)) = snapshot.open_at(&params.text_document_position_params) else {
        return Ok(None);
    };
    let Some(subject) = references::subject(&open.view(), at) else {
        return Ok(None);
    };
    let encoding = snapshot.client.encoding;
    let origin = convert::range_to_lsp(&open.document.text.0, &subject.range, encoding);
    let own = open.reading.summary();
    let first = |standing: &Standing| -> Vec<LocationLink> {
        if !references::is_of_another_language(&standing.summary, own) {
            return Vec::new();
        }
        let first = references::mentions(&standing.summary, &subject.ids).into_iter().next();
        first
            .map(|range| definition::link(standing, &range, origin, encoding))
            .into_iter()
            .collect()
    };
    let places = in_project(shared, snapshot, &open.reading.project, &subject.ids, first);
    Ok(definition::answer(snapshot.client.implementation_links, places))
}

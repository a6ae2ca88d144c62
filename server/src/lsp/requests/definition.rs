//! `textDocument/definition`: from a text to the entries of the gazetteer, from a gazetteer to the texts.

use std::sync::Arc;

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::gazetteer::Source;
use ropey::Rope;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    ClientCapabilities, GotoDefinitionParams, GotoDefinitionResponse, Location, LocationLink, OneOf, Range,
    ServerCapabilities,
};

use crate::features::definition::{self, Entry};
use crate::lsp::document::Document;
use crate::lsp::session::{Open, Shared, Snapshot};
use crate::lsp::{builtin, convert, uri};
use crate::project::Project;

pub(in crate::lsp) fn advertise(_: &ClientCapabilities, server: &mut ServerCapabilities) {
    server.definition_provider = Some(OneOf::Left(true));
}

pub(in crate::lsp) fn handle(
    shared: &Shared,
    snapshot: &Snapshot,
    params: GotoDefinitionParams,
) -> Result<Option<GotoDefinitionResponse>> {
    let place = params.text_document_position_params;
    let Some(document) = snapshot.document(&uri::to_path(place.text_document.uri.as_str())) else {
        return Ok(None);
    };
    let links = if snapshot.is_of_project(document) {
        let at = convert::offset_from_lsp(&document.text.0, place.position, snapshot.client.encoding);
        to_texts(shared, snapshot, document, at)
    } else if let Some((open, at)) = snapshot.open_at(&place) {
        to_entries(shared, snapshot, &open, at)
    } else {
        Vec::new()
    };
    Ok(answer(snapshot, links))
}

/// Empty is `null`, so that several servers can share a buffer.
fn answer(snapshot: &Snapshot, links: Vec<LocationLink>) -> Option<GotoDefinitionResponse> {
    if links.is_empty() {
        return None;
    }
    if snapshot.client.links {
        return Some(GotoDefinitionResponse::Link(links));
    }
    let location = |link: LocationLink| Location {
        uri: link.target_uri,
        range: link.target_selection_range,
    };
    Some(GotoDefinitionResponse::Array(links.into_iter().map(location).collect()))
}

fn to_entries(shared: &Shared, snapshot: &Snapshot, open: &Open<'_>, at: usize) -> Vec<LocationLink> {
    let Some(definition) = definition::definition(&open.view(), at) else {
        return Vec::new();
    };
    let origin = convert::range_to_lsp(&open.document.text.0, &definition.range, snapshot.client.encoding);
    let entries = definition.entries.iter();
    entries
        .filter_map(|entry| to_entry(shared, snapshot, &open.reading.project, entry, origin))
        .collect()
}

fn to_entry(
    shared: &Shared,
    snapshot: &Snapshot,
    project: &Project,
    entry: &Entry,
    origin: Range,
) -> Option<LocationLink> {
    let source = project.gazetteer.sources().get(entry.source)?;
    let path = builtin::path_of(project, source, shared.options.cache.as_deref())?;
    if source.builtin
        && let Err(error) = builtin::write(&project.gazetteer, shared.options.cache.as_deref()?)
    {
        tracing::warn!(%error, path = %path.display(), "the built-in gazetteer cannot be written");
        return None;
    }
    let text = Rope::from_str(&source.text);
    let range = convert::range_to_lsp(&text, &entry.range, snapshot.client.encoding);
    Some(LocationLink {
        origin_selection_range: Some(origin),
        target_uri: uri::from_path(&path)?,
        target_range: range,
        target_selection_range: range,
    })
}

/// From an entry to the first mention in each open text.
fn to_texts(shared: &Shared, snapshot: &Snapshot, from: &Document, at: usize) -> Vec<LocationLink> {
    let Some((gazetteer, source)) = gazetteer_of(shared, snapshot, from) else {
        return Vec::new();
    };
    let Some((entity, range)) = definition::entity_at(&gazetteer, source, at) else {
        return Vec::new();
    };
    let id = &gazetteer.entity(entity).id;
    let encoding = snapshot.client.encoding;
    let origin = convert::range_to_lsp(&from.text.0, &range, encoding);
    let first = |document: &Arc<Document>| {
        let open = snapshot.read(document)?;
        let mention = definition::first_mention(&open.view(), id)?;
        let range = convert::range_to_lsp(&document.text.0, &mention, encoding);
        Some(LocationLink {
            origin_selection_range: Some(origin),
            target_uri: document.address.clone(),
            target_range: range,
            target_selection_range: range,
        })
    };
    snapshot.documents().filter_map(first).collect()
}

/// The gazetteer that has this document among its sources, and which: of all projects, since the built-in one lies in
/// none. The positions of entries are those of the text as it was loaded; of another text nothing is said.
fn gazetteer_of(shared: &Shared, snapshot: &Snapshot, document: &Document) -> Option<(Arc<Gazetteer>, usize)> {
    let own = snapshot.projects().made_of(&document.path);
    let others = snapshot.projects().loaded();
    let mut projects = std::iter::once(own).chain(others);
    projects.find_map(|project| {
        let cache = shared.options.cache.as_deref();
        let lies_there = |source: &Source| builtin::path_of(&project, source, cache).as_ref() == Some(&document.path);
        let sources = project.gazetteer.sources();
        let source = sources.iter().position(lies_there)?;
        (document.text.0 == *sources[source].text).then(|| (project.gazetteer.clone(), source))
    })
}

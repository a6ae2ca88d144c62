//! `textDocument/definition`: from a text to the entries of the gazetteer, from a gazetteer to the texts.

use std::sync::Arc;

use onomast_gazetteer::gazetteer::Source;
use ropey::Rope;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    ClientCapabilities, GotoDefinitionParams, GotoDefinitionResponse, Location, LocationLink, OneOf, Range,
    ServerCapabilities,
};

use super::references::in_project;
use crate::features::definition::{self, Entry};
use crate::features::references;
use crate::lsp::convert::Encoding;
use crate::lsp::document::Document;
use crate::lsp::elsewhere::Standing;
use crate::lsp::session::{Open, Shared, Snapshot};
use crate::lsp::{builtin, convert, say, uri};
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
    Ok(answer(snapshot.client.links, links))
}

/// Places, as links where the client reads such. None is `null`, so that several servers can share a buffer.
pub(super) fn answer(as_links: bool, links: Vec<LocationLink>) -> Option<GotoDefinitionResponse> {
    if links.is_empty() {
        return None;
    }
    if as_links {
        return Some(GotoDefinitionResponse::Link(links));
    }
    let location = |link: LocationLink| Location {
        uri: link.target_uri,
        range: link.target_selection_range,
    };
    Some(GotoDefinitionResponse::Array(links.into_iter().map(location).collect()))
}

/// The way to a place in another document.
pub(super) fn link(
    standing: &Standing,
    range: &std::ops::Range<usize>,
    origin: Range,
    encoding: Encoding,
) -> LocationLink {
    let Location { uri, range } = standing.location(range, encoding);
    LocationLink {
        origin_selection_range: Some(origin),
        target_uri: uri,
        target_range: range,
        target_selection_range: range,
    }
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
        let path = path.display().to_string();
        say::log(
            shared,
            "log-no-cache",
            &[("path", path.into()), ("error", error.to_string().into())],
        );
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

/// What an entry of a gazetteer is about.
pub(super) struct About {
    /// The id of the entity.
    pub id: String,
    /// Where the entry says so: bytes of the gazetteer.
    pub range: std::ops::Range<usize>,
    /// The projects that the gazetteer is in force in.
    pub projects: Vec<Arc<Project>>,
}

/// From an entry to the first mention in each text of the projects that the gazetteer is in force in.
fn to_texts(shared: &Shared, snapshot: &Snapshot, from: &Document, at: usize) -> Vec<LocationLink> {
    let Some(about) = entry_at(shared, snapshot, from, at) else {
        return Vec::new();
    };
    let encoding = snapshot.client.encoding;
    let origin = convert::range_to_lsp(&from.text.0, &about.range, encoding);
    let ids = [about.id];
    let first = |standing: &Standing| -> Vec<LocationLink> {
        let first = references::mentions(&standing.summary, &ids).into_iter().next();
        first
            .map(|range| link(standing, &range, origin, encoding))
            .into_iter()
            .collect()
    };
    let places = about.projects.iter();
    places
        .flat_map(|project| in_project(shared, snapshot, project, &ids, first))
        .collect()
}

/// What the entry at a byte of a gazetteer is about. All projects are asked whether the document is among the sources of
/// their gazetteer, since the built-in one lies in none. The positions of entries are those of the text as it was loaded;
/// of another text nothing is said.
pub(super) fn entry_at(shared: &Shared, snapshot: &Snapshot, document: &Document, at: usize) -> Option<About> {
    let own = snapshot.projects().made_of(&document.path);
    let others = snapshot.projects().loaded();
    let mut projects: Vec<Arc<Project>> = std::iter::once(own).chain(others).collect();
    projects.sort_by(|one, other| one.root.cmp(&other.root));
    projects.dedup_by(|one, other| one.root == other.root);
    let cache = shared.options.cache.as_deref();
    let source_of = |project: &Project| {
        let lies_there = |source: &Source| builtin::path_of(project, source, cache).as_ref() == Some(&document.path);
        let sources = project.gazetteer.sources();
        let source = sources.iter().position(lies_there)?;
        (document.text.0 == *sources[source].text).then_some(source)
    };
    projects.retain(|project| source_of(project).is_some());
    let first = projects.first()?;
    let (entity, range) = definition::entity_at(&first.gazetteer, source_of(first)?, at)?;
    Some(About {
        id: first.gazetteer.entity(entity).id.clone(),
        range,
        projects,
    })
}

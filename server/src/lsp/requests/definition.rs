//! `textDocument/definition`: from a text to the entries of the gazetteer, from a gazetteer to the texts.

use ropey::Rope;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    ClientCapabilities, GotoDefinitionParams, GotoDefinitionResponse, Location, LocationLink, OneOf, Range,
    ServerCapabilities,
};

use super::references::in_project;
use crate::features::definition::{self, Entry};
use crate::features::gazetteer_file::subject::Standing;
use crate::features::{decisions_file, references};
use crate::lsp::convert::Encoding;
use crate::lsp::project_file::ProjectFile;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::{Open, Snapshot};
use crate::lsp::{builtin, convert, edits, elsewhere, say, uri};
use crate::project::{Project, read, text_file};

pub(in crate::lsp) fn advertise(_: &ClientCapabilities, server: &mut ServerCapabilities) {
    server.definition_provider = Some(OneOf::Left(true));
}

pub(in crate::lsp) fn handle(
    shared: &Shared,
    snapshot: &Snapshot,
    params: GotoDefinitionParams,
) -> Result<Option<GotoDefinitionResponse>> {
    let place = params.text_document_position_params;
    let links = if let Some((open, at)) = snapshot.open_at(&place) {
        to_entries(shared, snapshot, &open, at)
    } else if let Some((file, at)) = ProjectFile::open_at(shared, snapshot, &place) {
        from_file(shared, snapshot, &file, at)
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
    standing: &elsewhere::Standing,
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
    // While it is being written in, here or by another program, what was read of it is not what stands there.
    let open = snapshot.document(&path).filter(|document| document.in_step);
    let now = match source.builtin && open.is_none() {
        true => None,
        false => Some(edits::text_of(snapshot, &path)?),
    };
    let (text, entry) = match now.filter(|now| *now != *source.text) {
        Some(now) => (Rope::from_str(&now), edits::followed(&entry.range, &source.text, &now)),
        None => (Rope::from_str(&source.text), entry.range.clone()),
    };
    let range = convert::range_to_lsp(&text, &entry, snapshot.client.encoding);
    Some(LocationLink {
        origin_selection_range: Some(origin),
        target_uri: open.map_or_else(|| uri::from_path(&path), |document| Some(document.address.clone()))?,
        target_range: range,
        target_selection_range: range,
    })
}

/// From an id to the entries of its entity: from its own entry to those of other layers. From an entry, then, to the first
/// mention in each text of the projects that it is in force in.
fn from_file(shared: &Shared, snapshot: &Snapshot, file: &ProjectFile<'_>, at: usize) -> Vec<LocationLink> {
    let Some(subject) = file.subject(at) else {
        return decided_about(snapshot, file, at).into_iter().collect();
    };
    let origin = file.range(snapshot, &subject.range);
    let is_spelling = matches!(subject.standing, Standing::Spelling { .. });
    let entries = match is_spelling {
        true => Vec::new(),
        false => definition::entries(&file.project.gazetteer, &subject.id),
    };
    let links = entries.iter();
    let links = links.filter_map(|entry| to_entry(shared, snapshot, &file.project, entry, origin));
    let is_own = |link: &LocationLink| link.target_uri == file.document.address && link.target_range == origin;
    let mut links: Vec<LocationLink> = links.filter(|link| !is_own(link)).collect();
    if subject.standing != Standing::Named {
        links.extend(to_texts(shared, snapshot, file, &subject.id, origin));
    }
    links
}

/// From a decision to the words that it is about.
fn decided_about(snapshot: &Snapshot, file: &ProjectFile<'_>, at: usize) -> Option<LocationLink> {
    let (decision, path) = decisions_file::decision_at(&file.project, &file.file.text, at)?;
    let origin = file.range(snapshot, &decision.line);
    let (target_uri, text) = match snapshot.document(&path) {
        Some(document) => (document.address.clone(), document.text.0.clone()),
        None => {
            let bytes = read::project_file(&path).ok()?;
            let text = text_file::decoded(&file.project, &path, &bytes)?;
            (uri::from_path(&path)?, Rope::from_str(&text))
        }
    };
    let place = decisions_file::place_of(decision.clone(), &text.to_string())?;
    let range = convert::range_to_lsp(&text, &place, snapshot.client.encoding);
    Some(LocationLink {
        origin_selection_range: Some(origin),
        target_uri,
        target_range: range,
        target_selection_range: range,
    })
}

fn to_texts(
    shared: &Shared,
    snapshot: &Snapshot,
    file: &ProjectFile<'_>,
    id: &str,
    origin: Range,
) -> Vec<LocationLink> {
    let ids = [id.to_owned()];
    let first = |standing: &elsewhere::Standing| -> Vec<LocationLink> {
        let first = references::mentions(&standing.summary, &ids).into_iter().next();
        first
            .map(|range| link(standing, &range, origin, snapshot.client.encoding))
            .into_iter()
            .collect()
    };
    let places = file.projects.iter();
    places
        .flat_map(|project| in_project(shared, snapshot, project, &ids, first))
        .collect()
}

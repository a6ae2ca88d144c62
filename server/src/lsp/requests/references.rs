//! `textDocument/references`: every mention of the entity in the project, in every language and form.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    ClientCapabilities, Location, OneOf, ReferenceParams, ServerCapabilities, TextDocumentPositionParams,
};

use super::definition;
use crate::features::references;
use crate::lsp::elsewhere::{self, Standing};
use crate::lsp::session::{Shared, Snapshot};
use crate::lsp::{convert, uri};
use crate::project::Project;

pub(in crate::lsp) fn advertise(_: &ClientCapabilities, server: &mut ServerCapabilities) {
    server.references_provider = Some(OneOf::Left(true));
}

pub(in crate::lsp) fn handle(
    shared: &Shared,
    snapshot: &Snapshot,
    params: ReferenceParams,
) -> Result<Option<Vec<Location>>> {
    let (projects, ids) = asked_about(shared, snapshot, &params.text_document_position);
    let all = |standing: &Standing| {
        let mentions = references::mentions(&standing.summary, &ids).into_iter();
        let locations = mentions.map(|range| standing.location(&range, snapshot.client.encoding));
        locations.collect::<Vec<_>>()
    };
    let in_each = projects
        .iter()
        .map(|project| in_project(shared, snapshot, project, &ids, all));
    let locations: Vec<Location> = in_each.flatten().collect();
    Ok(Some(locations).filter(|locations| !locations.is_empty()))
}

/// The ids that a mention, or an entry of a gazetteer, is about, and the projects to look in.
fn asked_about(
    shared: &Shared,
    snapshot: &Snapshot,
    place: &TextDocumentPositionParams,
) -> (Vec<Arc<Project>>, Vec<String>) {
    if let Some((open, at)) = snapshot.open_at(place) {
        let subject = references::subject(&open.view(), at);
        let ids = subject.map(|subject| subject.ids).unwrap_or_default();
        return (vec![open.reading.project.clone()], ids);
    }
    let document = snapshot.document(&uri::to_path(place.text_document.uri.as_str()));
    let Some(document) = document.filter(|document| snapshot.is_of_project(document)) else {
        return (Vec::new(), Vec::new());
    };
    let at = convert::offset_from_lsp(&document.text.0, place.position, snapshot.client.encoding);
    match definition::entry_at(shared, snapshot, document, at) {
        Some(about) => (about.projects, vec![about.id]),
        None => (Vec::new(), Vec::new()),
    }
}

/// What `wanted` picks out of each document of a project that names one of these entities, in the order of paths.
pub(in crate::lsp) fn in_project<T>(
    shared: &Shared,
    snapshot: &Snapshot,
    project: &Project,
    ids: &[String],
    wanted: impl Fn(&Standing) -> Vec<T>,
) -> Vec<T> {
    let corpus = snapshot.corpus(project);
    let documents = references::documents(&corpus, ids).into_iter();
    let standing = documents.filter_map(|(path, known)| elsewhere::standing(shared, snapshot, project, path, known));
    standing.flat_map(|standing| wanted(&standing)).collect()
}

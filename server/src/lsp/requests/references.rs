//! `textDocument/references`: every mention of the entity in the project, in every language and form.

use std::ops::Range;
use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    ClientCapabilities, Location, OneOf, ReferenceParams, ServerCapabilities, TextDocumentPositionParams,
};

use crate::features::declaration::declaration;
use crate::features::references;
use crate::lsp::elsewhere::{self, Standing};
use crate::lsp::project_file::ProjectFile;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;
use crate::project::Project;

pub(in crate::lsp) fn advertise(_: &ClientCapabilities, server: &mut ServerCapabilities) {
    server.references_provider = Some(OneOf::Left(true));
}

pub(in crate::lsp) fn handle(
    shared: &Shared,
    snapshot: &Snapshot,
    params: ReferenceParams,
) -> Result<Option<Vec<Location>>> {
    let place = &params.text_document_position;
    let (projects, ids) = asked_about(shared, snapshot, place);
    let declared = || {
        let (open, at) = snapshot.open_at(place)?;
        Some((open.document.address.clone(), declaration(&open.view(), at)?.first))
    };
    // A declaration is what `textDocument/declaration` leads to, so asked from a gazetteer there is none.
    let left_out = (!params.context.include_declaration).then(declared).flatten();
    let is_left_out = |standing: &Standing, range: &Range<usize>| {
        let declaration = left_out.as_ref();
        declaration.is_some_and(|(uri, first)| *uri == standing.uri && first == range)
    };
    let all = |standing: &Standing| {
        let mentions = references::mentions(&standing.summary, &ids).into_iter();
        let mentions = mentions.filter(|range| !is_left_out(standing, range));
        let locations = mentions.map(|range| standing.location(&range, snapshot.client.encoding));
        locations.collect::<Vec<_>>()
    };
    let in_each = projects
        .iter()
        .map(|project| in_project(shared, snapshot, project, &ids, all));
    let locations: Vec<Location> = in_each.flatten().collect();
    Ok(Some(locations).filter(|locations| !locations.is_empty()))
}

/// The ids that a mention, or a place in a file of a project, is about, and the projects to look in.
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
    let file = ProjectFile::open_at(shared, snapshot, place);
    let subject = file.as_ref().and_then(|(file, at)| file.subject(*at));
    match (file, subject) {
        (Some((file, _)), Some(subject)) => (file.projects, vec![subject.id]),
        _ => (Vec::new(), Vec::new()),
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

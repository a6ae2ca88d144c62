//! An open document that is no text but a file of a project: a gazetteer, the built-in one included, settings, decisions.

use std::sync::Arc;

use onomast_gazetteer::gazetteer::Source;
use tower_lsp::ls_types::{Position, TextDocumentPositionParams, Uri};

use super::document::Document;
use super::projects::is_made_of;
use super::session::Shared;
use super::snapshot::Snapshot;
use super::{builtin, convert, uri};
use crate::features::gazetteer_file::outlined::Outlined;
use crate::features::gazetteer_file::subject::{self, Subject};
use crate::index::Counts;
use crate::project::Project;
use crate::project::root::SETTINGS_FILE;

/// The file.
#[derive(Debug)]
pub(super) struct ProjectFile<'a> {
    pub document: &'a Document,
    /// Its text, and what it says.
    pub file: &'a Outlined,
    /// The project that answers for it.
    pub project: Arc<Project>,
    /// All that are made of it, sorted by root: the built-in gazetteer is in force in many.
    pub projects: Vec<Arc<Project>>,
}

impl<'a> ProjectFile<'a> {
    /// The file of this URI. `None` for a text, for what is not open and for what is out of step.
    pub(super) fn open(shared: &Shared, snapshot: &'a Snapshot, uri: &Uri) -> Option<ProjectFile<'a>> {
        let document = snapshot.document(&uri::to_path(uri.as_str()))?;
        if !document.in_step || !snapshot.is_of_project(document) {
            return None;
        }
        let own = snapshot.projects().made_of(&document.path);
        let cache = shared.options.cache.as_deref();
        let lies_there = |project: &Project, source: &Source| {
            builtin::path_of(project, source, cache).as_ref() == Some(&document.path)
        };
        let is_of = |project: &Arc<Project>| {
            let mut sources = project.gazetteer.sources().iter();
            is_made_of(project, &document.path) || sources.any(|source| lies_there(project, source))
        };
        let projects: Vec<Arc<Project>> = snapshot.projects().loaded().into_iter().filter(is_of).collect();
        Some(ProjectFile {
            document,
            file: document.file(),
            project: projects.first().cloned().unwrap_or(own),
            projects,
        })
    }

    /// The file at a place, and the byte of it.
    pub(super) fn open_at(
        shared: &Shared,
        snapshot: &'a Snapshot,
        place: &TextDocumentPositionParams,
    ) -> Option<(ProjectFile<'a>, usize)> {
        let file = ProjectFile::open(shared, snapshot, &place.text_document.uri)?;
        let at = file.offset(snapshot, place.position);
        Some((file, at))
    }

    /// Whether it is JSON, and not settings or lines of decisions.
    pub(super) fn is_json(&self) -> bool {
        self.document
            .path
            .extension()
            .is_some_and(|extension| extension == "json")
    }

    /// Whether it holds settings.
    pub(super) fn is_settings(&self) -> bool {
        self.document.path.file_name().is_some_and(|name| name == SETTINGS_FILE)
    }

    /// What a byte of it is about.
    pub(super) fn subject(&self, at: usize) -> Option<Subject> {
        match self.file.is_gazetteer {
            true => subject::in_gazetteer(self.file.entries(), at),
            false => subject::in_lines(&self.file.text, at, &self.project.gazetteer),
        }
    }

    /// The byte of a position.
    pub(super) fn offset(&self, snapshot: &Snapshot, position: Position) -> usize {
        convert::offset_from_lsp(&self.document.text.0, position, snapshot.client.encoding)
    }

    /// Bytes of it as the protocol has them.
    pub(super) fn range(&self, snapshot: &Snapshot, range: &std::ops::Range<usize>) -> tower_lsp::ls_types::Range {
        convert::range_to_lsp(&self.document.text.0, range, snapshot.client.encoding)
    }

    /// Counts entities of an id in its projects. `None` until the one that answers for it has been read.
    pub(super) fn counts(&self, snapshot: &Snapshot) -> Option<impl Fn(&str) -> Counts> {
        let corpus = snapshot.whole_corpus_of(&self.project)?;
        Some(move |id: &str| corpus.counts(id))
    }
}

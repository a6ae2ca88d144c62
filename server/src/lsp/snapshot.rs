//! The session at one place in the stream of messages: what a handler sees of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Map, Value};
use tower_lsp::ls_types::{TextDocumentPositionParams, TraceValue, Uri};

use crate::features::View;
use crate::features::diagnostics::Findings;
use crate::index::{Corpus, Index, Summary};
use crate::message::Locale;
use crate::project::{Project, Role};

use super::capabilities::ClientFacts;
use super::document::{Document, Pair, Reading};
use super::indexing::Indexes;
use super::projects::Projects;
use super::session::Shared;
use super::settings::EditorSettings;
use super::{Options, convert, uri};

/// The session at one place in the stream of messages.
#[derive(Debug, Clone)]
pub(super) struct Snapshot {
    pub(super) documents: Arc<BTreeMap<PathBuf, Arc<Document>>>,
    /// What the client can do.
    pub client: Arc<ClientFacts>,
    /// What the editor's settings say.
    pub settings: Arc<EditorSettings>,
    /// How much the client wants to be told of each answer.
    pub trace: TraceValue,
    pub(super) projects: Arc<Projects>,
    /// Which projects those are.
    pub(super) pair: Pair,
    pub(super) indexes: Arc<Indexes>,
    pub(super) cache: Option<Arc<Path>>,
    /// Bytes of the longest text that is read.
    pub(super) longest: u64,
}

/// What is known of a project as a whole.
pub(super) enum Sums {
    /// All of it, as of the last quiet moment.
    Ready(Arc<Index>),
    /// It is being read.
    Coming,
    /// It is not read.
    None,
}

/// An open document whose text can be trusted, read.
#[derive(Debug)]
pub(super) struct Open<'a> {
    /// The document.
    pub document: &'a Document,
    /// What was made of it.
    pub reading: &'a Reading,
    /// What its project uses, as of the last quiet moment.
    pub index: Option<Arc<Index>>,
}

impl Snapshot {
    /// All open documents, sorted by path.
    pub(super) fn documents(&self) -> impl Iterator<Item = &Arc<Document>> {
        self.documents.values()
    }

    pub(super) fn document(&self, path: &Path) -> Option<&Arc<Document>> {
        self.documents.get(path)
    }

    /// The reader's language.
    pub(super) fn locale(&self) -> Locale {
        self.settings.locale(self.client.locale.as_deref())
    }

    pub(super) fn projects(&self) -> &Projects {
        &self.projects
    }

    /// Waits until the project of a document is loaded: before a permit is taken, so that a project that takes its time
    /// holds up nobody who asks about another.
    pub(super) async fn loaded(&self, path: &Path) {
        self.projects.loading(path).await;
    }

    /// A text that can be spoken of: open, in step, not too long, not ignored, and no file of a project. It is read if nobody has
    /// read it yet, so this is not for the protocol's threads.
    pub(super) fn open(&self, uri: &Uri) -> Option<Open<'_>> {
        let document = self.document(&uri::to_path(uri.as_str()))?;
        self.read(document)
    }

    /// A text and a byte of it.
    pub(super) fn open_at(&self, place: &TextDocumentPositionParams) -> Option<(Open<'_>, usize)> {
        let open = self.open(&place.text_document.uri)?;
        let at = convert::offset_from_lsp(&open.document.text.0, place.position, self.client.encoding);
        Some((open, at))
    }

    /// The same for a document at hand.
    pub(super) fn read<'a>(&self, document: &'a Document) -> Option<Open<'a>> {
        if !document.in_step || document.is_longer_than(self.longest) || self.is_of_project(document) {
            return None;
        }
        let reading = self.reading(document);
        let index = || self.indexes.sums(&reading.project.root, reading.analysis.gazetteer());
        (reading.settings.role != Role::Ignore).then(|| Open {
            document,
            reading,
            index: index(),
        })
    }

    /// What has been made of a document; made here, by the first who asks.
    pub(super) fn reading<'a>(&self, document: &'a Document) -> &'a Arc<Reading> {
        document.reading(&self.projects, self.pair)
    }

    /// What other documents are to know of one that is open; `None` where nothing can be said of it.
    pub(super) fn summary(&self, document: &Document) -> Option<Arc<Summary>> {
        Some(self.read(document)?.reading.summary().clone())
    }

    /// What is open of a project, by path.
    pub(super) fn open_in(&self, project: &Project) -> BTreeMap<PathBuf, Option<Arc<Summary>>> {
        let open = self
            .documents()
            .filter(|document| self.projects.root_of(&document.path) == project.root);
        open.map(|document| (document.path.clone(), self.summary(document)))
            .collect()
    }

    /// What is known of a project as a whole.
    pub(super) fn sums(&self, project: &Project) -> Sums {
        match self.indexes.sums(&project.root, &project.gazetteer) {
            Some(index) => Sums::Ready(index),
            None if self.indexes.of(&project.root).is_some() => Sums::Coming,
            None => Sums::None,
        }
    }

    /// The projects whose texts are known: those that are indexed, and those of what is open. Sorted by root.
    pub(super) fn all_projects(&self) -> Vec<Arc<Project>> {
        let open = self.documents().map(|document| self.projects.of(&document.path));
        let indexed = self.indexes.roots().into_iter().filter_map(|root| {
            let project = self.projects.of(&root.join("untitled"));
            (project.root == root).then_some(project)
        });
        let by_root = |project: Arc<Project>| (project.root.clone(), project);
        let projects: BTreeMap<PathBuf, Arc<Project>> = open.chain(indexed).map(by_root).collect();
        projects.into_values().collect()
    }

    /// All documents of a project as they are now: what is open, and the index of the rest as far as it is made. What is
    /// open is read for it, so this is not for the protocol's threads, nor for what runs at each key.
    pub(super) fn corpus(&self, project: &Project) -> Corpus {
        Corpus::new(self.indexes.of(&project.root), self.open_in(project))
    }

    /// The same of the project of an open document, once all of it has been read: for counts, which would else grow while
    /// one looks at them.
    pub(super) fn whole_corpus(&self, open: &Open<'_>) -> Option<Corpus> {
        open.index.as_ref()?;
        Some(self.corpus(&open.reading.project))
    }

    /// The same of a project where no text of it is at hand.
    pub(super) fn whole_corpus_of(&self, project: &Project) -> Option<Corpus> {
        self.indexes.sums(&project.root, &project.gazetteer)?;
        Some(self.corpus(project))
    }

    /// The same for what may leave none out. `None` until all of it has been read.
    pub(super) fn every_text(&self, project: &Project) -> Option<Corpus> {
        self.is_settled(project).then(|| self.corpus(project))
    }

    /// Waits until then, or until the projects are others.
    pub(super) async fn settled(&self, shared: &Shared, path: &Path) {
        let mut settling = self.indexes.settling();
        let project = self.projects.of(path);
        while !self.is_settled(&project) && shared.session().is_of(self) {
            if settling.changed().await.is_err() {
                return;
            }
        }
    }

    /// Whether all texts of a project are known, as far as they are read at all.
    pub(super) fn is_settled(&self, project: &Project) -> bool {
        !project.root.is_absolute() || self.indexes.are_settled(&project.root, &project.gazetteer)
    }

    /// Whether a document is no text but a file of a project, the built-in gazetteer included. Projects are loaded first:
    /// settings can make any file a gazetteer. So this too is not for the protocol's threads.
    pub(super) fn is_of_project(&self, document: &Document) -> bool {
        let cached = self
            .cache
            .as_ref()
            .is_some_and(|cache| document.path.starts_with(cache));
        cached || self.projects.is_of_one(&document.path)
    }

    /// Whether some document was opened with a URI that the types refuse.
    pub(super) fn has_rewritten_uris(&self) -> bool {
        self.documents()
            .any(|document| document.uri != document.address.as_str())
    }

    /// Writes the URIs of open documents as the client wrote them.
    pub(super) fn write_uris_as_opened(&self, value: &mut Value) {
        match value {
            Value::Object(members) => {
                for (name, value) in members {
                    match value {
                        Value::Object(changes) if name == "changes" => self.write_keys_as_opened(changes),
                        Value::String(uri) if matches!(name.as_str(), "uri" | "targetUri") => {
                            if let Some(document) = self.document(&uri::to_path(uri)) {
                                uri.clone_from(&document.uri);
                            }
                        }
                        value => self.write_uris_as_opened(value),
                    }
                }
            }
            Value::Array(values) => values.iter_mut().for_each(|value| self.write_uris_as_opened(value)),
            _ => {}
        }
    }

    /// The same of the changes of a plain edit, by URI.
    fn write_keys_as_opened(&self, changes: &mut Map<String, Value>) {
        let as_opened = |(uri, edits): (String, Value)| match self.document(&uri::to_path(&uri)) {
            Some(document) => (document.uri.clone(), edits),
            None => (uri, edits),
        };
        *changes = std::mem::take(changes).into_iter().map(as_opened).collect();
    }
}

impl Open<'_> {
    /// The document as the features see it.
    pub(super) fn view(&self) -> View<'_> {
        View {
            index: self.index.as_deref(),
            ..self.document.view(self.reading)
        }
    }

    /// Its findings; `view` is its view. What was found in a version before is not looked for again, and what is found now is
    /// kept.
    pub(super) fn findings<'v>(&self, options: &Options, view: &'v View<'v>) -> Findings<'v> {
        let before = self.reading.spots();
        (options.before_findings)(view);
        let found = Findings::new(view, before.as_deref());
        self.reading.keep(found.spots().clone());
        found
    }
}

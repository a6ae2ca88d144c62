//! What the server knows of its client's side: the open documents, the settings, the capabilities.
//!
//! A std mutex around it, held briefly and never across an await. Readers take a [`Snapshot`], which costs a few counts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::Value;
use tokio::sync::mpsc::UnboundedSender;
use tokio::sync::{Notify, Semaphore, watch};
use tower_lsp::Client;
use tower_lsp::ls_types::{TextDocumentPositionParams, TraceValue, Uri};

use crate::features::View;
use crate::index::{Corpus, Index, Summary};
use crate::message::Locale;
use crate::project::{Enable, Project, Role, remembered};

use super::beginnings::Beginnings;
use super::capabilities::ClientFacts;
use super::closed::Closed;
use super::document::{Document, Reading};
use super::indexing::{self, Indexes};
use super::notices::Notices;
use super::projects::Projects;
use super::publish::Note;
use super::settings::EditorSettings;
use super::tokens::LastTokens;
use super::{Options, convert, uri};

/// What handlers, the ordering service and the publisher share.
#[derive(Debug)]
pub(super) struct Shared {
    /// The way to the client. Never waited for in a handler.
    pub client: Client,
    /// What the server is made of.
    pub options: Options,
    /// As many as answers may be worked on at once.
    pub permits: Arc<Semaphore>,
    /// The tokens that were sent last.
    pub tokens: LastTokens,
    /// The tables that completion looks names up in.
    pub beginnings: Beginnings,
    /// Hears of everything that may change a finding. True once the session is over.
    pub changes: watch::Sender<bool>,
    /// What was found in files that are not open.
    pub closed: Closed,
    /// What the reader was told and asked by the server itself.
    pub notices: Notices,
    /// What the projects say as a whole, as far as they have been read.
    pub indexes: Arc<Indexes>,
    /// Told when the process that started the server is no more.
    pub orphaned: Notify,
    session: Mutex<Session>,
}

/// The session, changed by edits only.
#[derive(Debug)]
pub(super) struct Session {
    documents: Arc<BTreeMap<PathBuf, Arc<Document>>>,
    /// What the client can do.
    pub client: Arc<ClientFacts>,
    /// What the editor's settings say.
    pub settings: Arc<EditorSettings>,
    /// How much the client wants to be told of each answer.
    pub trace: TraceValue,
    /// Where the reader wants names to be marked, if he was ever asked.
    answer: Option<Enable>,
    folders: Vec<PathBuf>,
    projects: Arc<Projects>,
    cache: Option<Arc<Path>>,
    phase: Phase,
    /// The document that was spoken of last.
    turned_to: String,
    listeners: Listeners,
}

/// The tasks that hear of what changes.
#[derive(Debug)]
pub(super) struct Listeners {
    /// Publishes findings.
    pub publisher: UnboundedSender<Note>,
    /// Keeps the indexes up.
    pub indexer: UnboundedSender<indexing::Note>,
    /// For those who wait for anything to change.
    pub changes: watch::Sender<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Before,
    Running,
    ShutDown,
}

/// The session at one place in the stream of messages.
#[derive(Debug, Clone)]
pub(super) struct Snapshot {
    documents: Arc<BTreeMap<PathBuf, Arc<Document>>>,
    /// What the client can do.
    pub client: Arc<ClientFacts>,
    /// What the editor's settings say.
    pub settings: Arc<EditorSettings>,
    /// How much the client wants to be told of each answer.
    pub trace: TraceValue,
    projects: Arc<Projects>,
    indexes: Arc<Indexes>,
    cache: Option<Arc<Path>>,
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

impl Shared {
    pub(super) fn new(client: Client, options: Options, listeners: Listeners) -> Shared {
        let changes = listeners.changes.clone();
        let session = Session {
            documents: Arc::default(),
            client: Arc::default(),
            settings: Arc::default(),
            trace: TraceValue::Off,
            answer: options.state.as_deref().and_then(remembered::enable),
            folders: Vec::new(),
            projects: Arc::new(Projects::new(options.load.clone())),
            cache: options.cache.as_deref().map(Arc::from),
            phase: Phase::Before,
            turned_to: String::new(),
            listeners,
        };
        Shared {
            client,
            permits: Arc::new(Semaphore::new(options.permits.max(1))),
            options,
            tokens: LastTokens::default(),
            beginnings: Beginnings::default(),
            changes,
            closed: Closed::default(),
            notices: Notices::default(),
            indexes: Arc::default(),
            orphaned: Notify::new(),
            session: Mutex::new(session),
        }
    }

    /// Whoever waits for something to change need not wait any longer: the session is over.
    pub(super) fn end(&self) {
        self.changes.send_replace(true);
    }

    /// The session. A panic while it was held has left it whole: edits replace documents, they do not change them.
    pub(super) fn session(&self) -> MutexGuard<'_, Session> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The session as it is now.
    pub(super) fn snapshot(&self) -> Snapshot {
        let session = self.session();
        Snapshot {
            documents: session.documents.clone(),
            client: session.client.clone(),
            settings: session.settings.clone(),
            trace: session.trace,
            projects: session.projects.clone(),
            indexes: self.indexes.clone(),
            cache: session.cache.clone(),
        }
    }
}

impl Session {
    /// `initialize` has come.
    pub(super) fn start(&mut self, client: ClientFacts, settings: EditorSettings, folders: Vec<PathBuf>) {
        self.client = Arc::new(client);
        self.settings = Arc::new(settings);
        self.folders = folders;
        self.phase = Phase::Running;
        self.renew_projects();
    }

    pub(super) fn is_running(&self) -> bool {
        self.phase == Phase::Running
    }

    /// `shutdown` has come.
    pub(super) fn shut_down(&mut self) {
        if self.phase == Phase::Running {
            self.phase = Phase::ShutDown;
        }
    }

    pub(super) fn was_shut_down(&self) -> bool {
        self.phase == Phase::ShutDown
    }

    pub(super) fn document(&self, path: &Path) -> Option<&Arc<Document>> {
        self.documents.get(path)
    }

    pub(super) fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    /// Puts a document, new or in place of its last version.
    pub(super) fn put(&mut self, document: Document) {
        let path = document.path.clone();
        if !document.in_step && self.documents.get(&path).is_none_or(|before| before.in_step) {
            self.publish(Note::OutOfStep(document.uri.clone()));
        }
        if !self.documents.contains_key(&path) {
            self.publish(Note::Opened(path.clone()));
        }
        let makes_projects = self.projects.are_made_of(&path) && !self.projects.have_read(&path, &document.text.0);
        Arc::make_mut(&mut self.documents).insert(path.clone(), Arc::new(document));
        if makes_projects {
            self.renew_projects();
        }
        self.index(indexing::Note::Text(path.clone()));
        self.publish(Note::Changed(path));
    }

    /// Takes a document away.
    pub(super) fn close(&mut self, path: &Path) -> bool {
        let closed = Arc::make_mut(&mut self.documents).remove(path);
        if let Some(document) = &closed {
            self.publish(Note::Closed(document.uri.clone()));
            self.index(indexing::Note::Text(path.to_owned()));
            if self.projects.are_made_of(path) {
                self.renew_projects();
            }
        }
        closed.is_some()
    }

    /// A file has changed on disk. Of one that is open, the editor's text holds.
    pub(super) fn changed_on_disk(&mut self, path: &Path) {
        let open = self.documents.get(path);
        let known = open.is_some_and(|document| self.projects.have_read(path, &document.text.0));
        if self.projects.are_made_of(path) {
            if !known {
                self.renew_projects();
            }
            self.publish(Note::Written(path.to_owned()));
        }
        self.index(indexing::Note::Disk(path.to_owned()));
    }

    /// The reader sees to this document, by its URI, now.
    pub(super) fn turn_to(&mut self, uri: &str) {
        if self.turned_to != uri {
            uri.clone_into(&mut self.turned_to);
            self.index(indexing::Note::Turned);
        }
    }

    /// A text was saved.
    pub(super) fn saved(&mut self, path: &Path) {
        self.changed_on_disk(path);
        self.index(indexing::Note::Turned);
    }

    /// Any file may have changed on disk, and nobody knows which.
    pub(super) fn look_everywhere(&self) {
        self.index(indexing::Note::Everywhere);
    }

    /// The client watches no files.
    pub(super) fn watch(&self) {
        self.index(indexing::Note::Watch);
    }

    /// Takes other settings.
    pub(super) fn set_settings(&mut self, settings: EditorSettings) {
        if settings != *self.settings {
            self.settings = Arc::new(settings);
            self.renew_projects();
        }
    }

    /// The reader has answered where names are to be marked.
    pub(super) fn answered(&mut self, enable: Enable) {
        self.answer = Some(enable);
        self.renew_projects();
    }

    /// Takes other workspace folders.
    pub(super) fn set_folders(&mut self, folders: Vec<PathBuf>) {
        self.folders = folders;
        self.renew_projects();
    }

    /// Begins another generation of projects: something that they are made of has changed.
    fn renew_projects(&mut self) {
        let open = self.documents.values();
        let unsaved = open.filter(|document| document.in_step && self.projects.are_made_of(&document.path));
        let unsaved = unsaved
            .map(|document| (document.path.clone(), document.text.0.clone()))
            .collect();
        let layers = Arc::new(self.settings.layers(self.client.locale.as_deref(), self.answer));
        self.projects = Arc::new(self.projects.renewed(self.folders.clone(), layers, unsaved));
        self.replace_all(Document::read_again);
        if !self.documents.is_empty() {
            self.publish(Note::Everything);
        }
        for folder in &self.folders {
            self.index(indexing::Note::Folder(folder.clone()));
        }
        self.index(indexing::Note::Projects);
    }

    /// Nothing is known of a text any more, until the whole of it comes.
    pub(super) fn distrust(&mut self, path: &Path) {
        if let Some(document) = self.documents.get(path) {
            let document = document.out_of_step();
            self.put(document);
        }
    }

    /// Nothing is known of any text any more.
    pub(super) fn distrust_all(&mut self) {
        self.replace_all(Document::out_of_step);
        self.publish(Note::Everything);
    }

    fn replace_all(&mut self, next: impl Fn(&Document) -> Document) {
        for document in Arc::make_mut(&mut self.documents).values_mut() {
            *document = Arc::new(next(document));
        }
    }

    /// Whether the projects are still those of a snapshot.
    pub(super) fn is_of(&self, snapshot: &Snapshot) -> bool {
        Arc::ptr_eq(&self.projects, &snapshot.projects)
    }

    /// Tells the task that publishes. It fails only at the end, when nobody listens any more.
    pub(super) fn publish(&self, note: Note) {
        let _ = self.listeners.publisher.send(note);
        self.listeners.changes.send_modify(|_| {});
    }

    /// Tells the task that keeps the indexes up.
    fn index(&self, note: indexing::Note) {
        let _ = self.listeners.indexer.send(note);
    }
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

    /// A text that can be spoken of: open, in step, not ignored, and no file of a project. It is read if nobody has
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
        if !document.in_step || self.is_of_project(document) {
            return None;
        }
        let reading = document.reading(&self.projects);
        let index = || self.indexes.sums(&reading.project.root, reading.analysis.gazetteer());
        (reading.settings.role != Role::Ignore).then(|| Open {
            document,
            reading,
            index: index(),
        })
    }

    /// What other documents are to know of one that is open; `None` where nothing can be said of it.
    pub(super) fn summary(&self, document: &Document) -> Option<Arc<Summary>> {
        Some(self.read(document)?.reading.summary().clone())
    }

    /// What is open of a project, by path.
    pub(super) fn open_in(&self, project: &Project) -> BTreeMap<PathBuf, Option<Arc<Summary>>> {
        let open = self
            .documents()
            .filter(|document| self.projects.of(&document.path).root == project.root);
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
}

impl Open<'_> {
    /// The document as the features see it.
    pub(super) fn view(&self) -> View<'_> {
        View {
            index: self.index.as_deref(),
            ..self.document.view(self.reading)
        }
    }
}

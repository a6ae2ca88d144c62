//! What the server knows of its client's side: the open documents, the settings, the capabilities.
//!
//! A std mutex around it, held briefly and never across an await. Readers take a [`Snapshot`], which costs a few counts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::mpsc::UnboundedSender;
use tokio::sync::{Notify, Semaphore, watch};
use tower_lsp::Client;
use tower_lsp::ls_types::TraceValue;

use crate::project::{Enable, remembered};

use super::Options;
use super::asking::Asking;
use super::beginnings::Beginnings;
use super::capabilities::ClientFacts;
use super::closed::Closed;
use super::document::{Document, Pair};
use super::indexing::{self, Indexes};
use super::notices::Notices;
use super::projects::Projects;
use super::publish::Note;
use super::settings::EditorSettings;
use super::snapshot::Snapshot;
use super::tokens::LastTokens;

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
    /// How the client asks for names to complete.
    pub asking: Asking,
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
    /// Those before, where all that is open was loaded: they answer until the new ones are loaded too.
    before: Option<Arc<Projects>>,
    cache: Option<Arc<Path>>,
    /// Bytes of the longest text that is read.
    longest: u64,
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
            before: None,
            cache: options.cache.as_deref().map(Arc::from),
            longest: options.limits.bytes,
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
            asking: Asking::default(),
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

    /// Nothing of a project is held any longer: no folder holds it, and no text of it is open.
    pub(super) fn forget(&self, root: &Path) {
        self.indexes.forget(root);
        self.closed.forget(root);
        self.session().projects.forget(root);
    }

    /// The session. A panic while it was held has left it whole: edits replace documents, they do not change them.
    pub(super) fn session(&self) -> MutexGuard<'_, Session> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The session as it is now, with the projects as their files are now.
    pub(super) fn snapshot(&self) -> Snapshot {
        self.snapshot_of(&self.session(), Pair::New)
    }

    /// The same for those who would rather have an old answer than wait: while the project of a document, or without one
    /// any of what is open, is being loaded anew, with the projects before. A file of a project is always of the new ones.
    pub(super) fn snapshot_at_once(&self, document: Option<&Path>) -> Snapshot {
        let mut session = self.session();
        if session.before.is_some() && session.has_loaded(None) {
            session.before = None;
        }
        let pair = match &session.before {
            Some(before) if !session.has_loaded(document) && !document.is_some_and(|path| before.are_made_of(path)) => {
                Pair::Before
            }
            _ => Pair::New,
        };
        self.snapshot_of(&session, pair)
    }

    fn snapshot_of(&self, session: &Session, pair: Pair) -> Snapshot {
        let before = session.before.as_ref().filter(|_| pair == Pair::Before);
        Snapshot {
            documents: session.documents.clone(),
            client: session.client.clone(),
            settings: session.settings.clone(),
            trace: session.trace,
            projects: before.unwrap_or(&session.projects).clone(),
            pair,
            indexes: self.indexes.clone(),
            cache: session.cache.clone(),
            longest: session.longest,
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
        let before = self.documents.get(&path);
        if !document.in_step && before.is_none_or(|before| before.in_step) {
            self.publish(Note::OutOfStep(document.uri.clone()));
        }
        let is_too_long = document.is_longer_than(self.longest) && !self.projects.are_made_of(&path);
        if is_too_long && before.is_none_or(|before| !before.is_longer_than(self.longest)) {
            self.publish(Note::TooLong(path.clone()));
        }
        if !self.documents.contains_key(&path) {
            self.publish(Note::Opened(path.clone()));
        }
        let makes_projects = self.projects.are_made_of(&path) && !self.projects.have_read(&path, &document.text.0);
        Arc::make_mut(&mut self.documents).insert(path.clone(), Arc::new(document));
        if makes_projects {
            self.reload_projects();
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
                self.reload_projects();
            }
        }
        closed.is_some()
    }

    /// A file has changed on disk. Of one that is open, the editor's text holds.
    pub(super) fn changed_on_disk(&mut self, path: &Path) {
        let open = self.documents.get(path);
        let known = open.is_some_and(|document| self.projects.have_read(path, &document.text.0));
        if self.projects.are_made_of(path) || self.projects.have_files_in(path) {
            if !known {
                self.reload_projects();
            }
            self.publish(Note::Written(path.to_owned()));
        }
        self.index(indexing::Note::Disk(path.to_owned()));
    }

    /// Texts that people decided about in this file have gone or come.
    pub(super) fn decided_texts_moved(&mut self, decisions: &Path) {
        self.reload_projects();
        self.publish(Note::Written(decisions.to_owned()));
    }

    /// A folder has come in which a project begins.
    pub(super) fn has_come(&mut self, project: &Path) {
        if !self.projects.have_files_in(project) {
            self.reload_projects();
        }
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
            self.publish(Note::Settings);
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

    /// Begins another generation of projects: a file that they are made of has changed. Until the new ones are loaded,
    /// those answer with which all that is open has been read.
    fn reload_projects(&mut self) {
        if self.has_loaded(None) {
            self.before = Some(self.projects.clone()).filter(|_| !self.documents.is_empty());
        }
        self.begin_projects();
    }

    /// The same where the editor has said something else: what the reader sets holds at once.
    fn renew_projects(&mut self) {
        self.before = None;
        self.begin_projects();
    }

    fn begin_projects(&mut self) {
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

    /// Whether the project of a document, or without one those of all that is open, are loaded.
    fn has_loaded(&self, document: Option<&Path>) -> bool {
        match document {
            Some(path) => self.projects.has_loaded(path),
            None => self.documents.keys().all(|path| self.projects.has_loaded(path)),
        }
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
        for document in self.documents.values().filter(|document| document.in_step) {
            self.publish(Note::OutOfStep(document.uri.clone()));
        }
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

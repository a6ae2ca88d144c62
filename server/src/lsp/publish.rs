//! Findings, pushed: at a quiet moment, with their version, thrown away when the version has moved on, cleared on close.
//!
//! One task for the session says everything, so that what is said of a document stays in order. A client that asks for
//! findings, tokens, hints or lenses is only told to ask again when something other than its edits has changed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use futures::future;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::task::JoinHandle;
use tokio::time::{Duration, Instant, sleep_until, timeout};
use tower_lsp::ls_types::notification::Notification;

use super::document::Document;
use super::notices;
use super::push_closed::{self, Pushed, ToSend};
use super::read;
use super::requests::diagnostic;
use super::say::{self, log};
use super::session::Shared;
use crate::features::diagnostics::settings_message;
use crate::message::Messages;

/// A client that does not answer a request to pull again is not waited for.
const REFRESH: Duration = Duration::from_secs(10);

/// What the publisher is told.
#[derive(Debug)]
pub(super) enum Note {
    /// A document was opened: there may be something to say of its project.
    Opened(PathBuf),
    /// A file of a project was written: the same.
    Written(PathBuf),
    /// A document has a new version.
    Changed(PathBuf),
    /// A document, known by this URI, is closed.
    Closed(String),
    /// Nothing can be said of the document with this URI until the whole of it comes.
    OutOfStep(String),
    /// The editor has said what its settings are.
    Settings,
    /// A text has become longer than what is read.
    TooLong(PathBuf),
    /// Something that every document depends on has changed.
    Everything,
    /// What a project as a whole uses has changed.
    Corpus,
    /// How often it uses anything may have changed.
    Counts,
}

impl Note {
    /// Whether findings of files that are not open may be others now.
    fn is_about_what_is_closed(&self) -> bool {
        matches!(self, Note::Closed(_) | Note::Everything | Note::Corpus | Note::Counts)
    }
}

/// What waits for a quiet moment.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Due {
    /// The findings of a document.
    Findings(PathBuf),
    /// The client is to ask again.
    Refresh,
    /// What the reader is to be told of a project; whether the file was written.
    Look(PathBuf, bool),
    /// The client is to ask for lenses again.
    Lenses,
    /// The findings of what is not open.
    Closed,
}

struct Made {
    document: Arc<Document>,
    diagnostics: Value,
}

/// What was published last, by URI. Of the same document the same is not said again.
type Last = BTreeMap<String, (Arc<Document>, Value)>;

/// Publishes until the task is ended.
pub(super) async fn run(shared: Arc<Shared>, mut notes: UnboundedReceiver<Note>) {
    let (done, mut made) = mpsc::unbounded_channel();
    let (found, mut closed) = mpsc::unbounded_channel();
    let mut pushed = Pushed::default();
    let mut due: BTreeMap<Due, Instant> = BTreeMap::new();
    let mut last = Last::new();
    let mut asking: BTreeMap<Due, JoinHandle<()>> = BTreeMap::new();
    loop {
        let next = due.values().min().copied();
        tokio::select! {
            note = notes.recv() => match note {
                Some(note) => {
                    match &note {
                        Note::Closed(uri) => drop(last.remove(uri)),
                        Note::Opened(path) => send(&shared, pushed.opened(path)).await,
                        _ => {}
                    }
                    if note.is_about_what_is_closed() && pushed.is_concerned(&shared) {
                        due.insert(Due::Closed, Instant::now() + shared.options.quiet);
                    }
                    hear(&shared, note, &mut due).await;
                }
                None => return,
            },
            Some(found) = closed.recv() => send(&shared, pushed.news(&shared, found)).await,
            Some(made) = made.recv() => say(&shared, made, &mut last).await,
            () = sleep_until(next.unwrap_or_else(Instant::now)), if next.is_some() => {
                let now = Instant::now();
                let mut waiting = Vec::new();
                for (what, _) in due.extract_if(.., |_, when| *when <= now) {
                    match what {
                        Due::Findings(path) => make(&shared, &path, &done),
                        // One at a time: to a client that does not answer questions would pile up.
                        Due::Refresh | Due::Lenses | Due::Closed if asking.get(&what).is_some_and(|task| !task.is_finished()) => {
                            waiting.push(what);
                        }
                        Due::Refresh => drop(asking.insert(what, refresh(&shared))),
                        Due::Lenses => drop(asking.insert(what, refresh_lenses(&shared))),
                        Due::Closed => {
                            let (found, shared) = (found.clone(), shared.clone());
                            let task = tokio::spawn(async move {
                                let all = push_closed::find(shared).await;
                                all.into_iter().for_each(|all| drop(found.send(all)));
                            });
                            drop(asking.insert(what, task));
                        }
                        Due::Look(path, written) => notices::look_at(&shared, path, written),
                    }
                }
                due.extend(waiting.into_iter().map(|what| (what, now + shared.options.quiet)));
            }
        }
    }
}

async fn hear(shared: &Arc<Shared>, note: Note, due: &mut BTreeMap<Due, Instant>) {
    let snapshot = shared.snapshot();
    let when = Instant::now() + shared.options.quiet;
    match note {
        Note::Closed(uri) if !snapshot.client.pulls => publish(shared, uri, None, Value::Array(Vec::new())).await,
        Note::Changed(path) if !snapshot.client.pulls => {
            due.insert(Due::Findings(path), when);
        }
        Note::Everything | Note::Corpus => {
            due.insert(Due::Refresh, when);
            if !snapshot.client.pulls {
                let documents = snapshot.documents();
                due.extend(documents.map(|document| (Due::Findings(document.path.clone()), when)));
            }
        }
        Note::Opened(path) => drop(due.insert(Due::Look(path, false), when)),
        Note::Written(path) => drop(due.insert(Due::Look(path, true), when)),
        // Lenses stand in gazetteers alone, and most of the time none is open.
        Note::Counts => {
            let is_json = |document: &Arc<Document>| document.path.extension().is_some_and(|end| end == "json");
            if snapshot.client.refreshes_lenses && snapshot.documents().any(is_json) {
                due.insert(Due::Lenses, when);
            }
        }
        Note::TooLong(path) => {
            let most = shared.options.limits.bytes / (1024 * 1024);
            let path = path.display().to_string();
            say::say(shared, "text-too-long", &[("path", path.into()), ("most", most.into())]);
        }
        Note::Settings => {
            let messages = Messages::of(snapshot.locale());
            for problem in &snapshot.settings.problems {
                let problem = settings_message(problem, messages);
                log(shared, "log-settings", &[("problem", problem.into())]);
            }
        }
        Note::OutOfStep(uri) => log(shared, "log-out-of-step", &[("uri", uri.into())]),
        Note::Closed(_) | Note::Changed(_) => {}
    }
}

/// Tells the client to ask again for what it has asked for, in a task of its own.
fn refresh(shared: &Arc<Shared>) -> JoinHandle<()> {
    let client = shared.client.clone();
    let snapshot = shared.snapshot();
    let facts = snapshot.client.clone();
    tokio::spawn(async move {
        // Until then the answers would be the old ones. Nor does anybody else see to it that the new ones come.
        let open = snapshot.documents();
        future::join_all(open.map(|document| snapshot.loaded(&document.path))).await;
        let findings = async {
            if facts.pulls && facts.refreshes {
                let _ = timeout(REFRESH, client.workspace_diagnostic_refresh()).await;
            }
        };
        let tokens = async {
            if facts.refreshes_tokens {
                let _ = timeout(REFRESH, client.semantic_tokens_refresh()).await;
            }
        };
        let hints = async {
            if facts.refreshes_hints {
                let _ = timeout(REFRESH, client.inlay_hint_refresh()).await;
            }
        };
        future::join3(findings, tokens, hints).await;
    })
}

fn refresh_lenses(shared: &Arc<Shared>) -> JoinHandle<()> {
    let client = shared.client.clone();
    tokio::spawn(async move { drop(timeout(REFRESH, client.code_lens_refresh()).await) })
}

/// Makes the findings of a document, elsewhere.
fn make(shared: &Arc<Shared>, path: &Path, done: &UnboundedSender<Made>) {
    let snapshot = shared.snapshot();
    let Some(document) = snapshot.document(path).cloned() else {
        return;
    };
    let (shared, done) = (shared.clone(), done.clone());
    tokio::spawn(async move {
        snapshot.loaded(&document.path).await;
        let asked = document.clone();
        let options = shared.options.clone();
        let diagnostics = read::work(shared.clone(), move || {
            // While it waited for its turn somebody may have typed on.
            if !is_current(&shared, &asked) {
                return Ok(Value::Null);
            }
            let mut diagnostics = serde_json::to_value(diagnostic::diagnostics(&options, &snapshot, &asked));
            if let Ok(diagnostics) = &mut diagnostics {
                snapshot.write_uris_as_opened(diagnostics);
            }
            diagnostics
        });
        if let Ok(Ok(diagnostics)) = diagnostics.await {
            let _ = done.send(Made { document, diagnostics });
        }
    });
}

/// Says what was made, unless the document is another by now: then a newer note is on its way.
async fn say(shared: &Arc<Shared>, made: Made, last: &mut Last) {
    let uri = made.document.uri.clone();
    let said = last.get(&uri).is_some_and(|(document, diagnostics)| {
        Arc::ptr_eq(document, &made.document) && *diagnostics == made.diagnostics
    });
    if !said && is_current(shared, &made.document) {
        last.insert(uri.clone(), (made.document.clone(), made.diagnostics.clone()));
        let versions = shared.session().client.versions;
        let version = versions.then_some(made.document.version);
        publish(shared, uri, version, made.diagnostics).await;
    }
}

fn is_current(shared: &Shared, document: &Arc<Document>) -> bool {
    let current = shared.session().document(&document.path).cloned();
    current.is_some_and(|current| Arc::ptr_eq(&current, document))
}

async fn send(shared: &Arc<Shared>, news: impl IntoIterator<Item = ToSend>) {
    for (uri, diagnostics) in news {
        publish(shared, uri, None, diagnostics).await;
    }
}

async fn publish(shared: &Arc<Shared>, uri: String, version: Option<i32>, diagnostics: Value) {
    let params = Published {
        uri,
        version,
        diagnostics,
    };
    shared.client.send_notification::<Publish>(params).await;
}

/// `textDocument/publishDiagnostics` with the URI as the client wrote it, which the crate's type may refuse.
enum Publish {}

#[derive(Serialize, Deserialize)]
struct Published {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i32>,
    diagnostics: Value,
}

impl Notification for Publish {
    type Params = Published;
    const METHOD: &'static str = "textDocument/publishDiagnostics";
}

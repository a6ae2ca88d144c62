//! Order by construction: a service around the crate's own that sees every message in the order of the wire.
//!
//! Edits are applied here, at once, and end here. Every other message takes its snapshot here and carries it to its
//! handler, whenever and wherever that runs. So an answer belongs to the text that its positions came from.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::task::{Context, Poll};

use futures::future::{self, BoxFuture, FutureExt};
use serde_json::Value;
use tokio::sync::mpsc::{self, UnboundedReceiver};
use tokio::sync::watch;
use tower::Service;
use tower_lsp::jsonrpc::{Error, Id, Request, Response};
use tower_lsp::{ClientSocket, ExitedError, LspService};

use super::publish::Note;
use super::session::{Listeners, Shared};
use super::snapshot::Snapshot;
use super::table::{self, Backend, Way};
use super::wire::Lost;
use super::{Options, commands, indexing, uri};

/// The place of a message in the stream.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// What the session was there.
    pub snapshot: Snapshot,
    /// The document that the message is about.
    pub document: Option<PathBuf>,
    /// Whether every text of the project has to be known first, because all that name something are changed or shown.
    pub of_every_text: bool,
}

tokio::task_local! {
    static PLACE: Place;
}

/// The place of the message that is being handled. An error where no message is: that would be a mistake of ours.
pub(super) fn place() -> Result<Place, Error> {
    PLACE.try_with(Place::clone).map_err(|_| Error::internal_error())
}

/// The service.
#[derive(Debug)]
pub(super) struct Order {
    inner: LspService<Backend>,
    shared: Arc<Shared>,
}

/// What the tasks of the session are to hear.
#[derive(Debug)]
pub(super) struct Notes {
    /// For the publisher.
    pub findings: UnboundedReceiver<Note>,
    /// For the indexer.
    pub index: UnboundedReceiver<indexing::Note>,
}

/// The service, its way to the client, what is shared, and what the tasks of the session are to hear.
pub(super) fn build(options: Options) -> (Order, ClientSocket, Arc<Shared>, Notes) {
    let (publisher, findings) = mpsc::unbounded_channel();
    let (indexer, index) = mpsc::unbounded_channel();
    let (changes, _) = watch::channel(false);
    let listeners = Listeners {
        publisher,
        indexer,
        changes,
    };
    let (inner, socket) = LspService::new(|client| Backend(Arc::new(Shared::new(client, options, listeners))));
    let shared = inner.inner().0.clone();
    let order = Order {
        inner,
        shared: shared.clone(),
    };
    (order, socket, shared, Notes { findings, index })
}

impl Service<Request> for Order {
    type Response = Option<Response>;
    type Error = ExitedError;
    type Future = BoxFuture<'static, Result<Option<Response>, ExitedError>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), ExitedError>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        if let Some(uri) = request.params().and_then(uri_of) {
            self.shared.session().turn_to(uri);
        }
        if table::way(request.method()) == Some(Way::Edit) {
            return future::ok(self.edit(request)).boxed();
        }
        if request.method() == "shutdown" {
            self.shared.session().shut_down();
            self.shared.end();
        }
        let cancels = request.method() == "$/cancelRequest";
        let mut answer = self.pass_on(request);
        // What waits is to leave the queue before anything that comes after it enters.
        match cancels.then(|| (&mut answer).now_or_never()).flatten() {
            Some(done) => future::ready(done).boxed(),
            None => answer,
        }
    }
}

impl Order {
    /// Something has come that cannot be read. If that was an edit, nothing is known any more of what the client has: of
    /// which text it was, nobody can tell either.
    pub(super) fn lose(&self, lost: &Lost) {
        let may_be_edit = match lost {
            Lost::Nothing => false,
            Lost::Notification(method) => table::way(method) == Some(Way::Edit),
            Lost::Anything => true,
        };
        if may_be_edit {
            tracing::error!(?lost, "an edit may be lost; waiting for the text of every document");
            self.shared.session().distrust_all();
        }
    }

    /// Applies an edit. A client that waits for an answer to a notification gets one that says so.
    fn edit(&self, request: Request) -> Option<Response> {
        let (method, id, params) = request.into_parts();
        if let Some(id) = id {
            return Some(Response::from_error(id, Error::invalid_request()));
        }
        let mut session = self.shared.session();
        if !session.is_running() {
            tracing::warn!(%method, "not between initialize and shutdown");
            return None;
        }
        let params = params.unwrap_or(Value::Null);
        let uri = uri_of(&params).map(str::to_owned);
        match catch_unwind(AssertUnwindSafe(|| table::edit(&mut session, &method, params))) {
            Ok(Ok(())) => {}
            Ok(Err(error)) => {
                tracing::error!(%method, %error, "parameters that do not fit");
                // The client has changed its text, and we cannot tell how.
                if let Some(uri) = uri.filter(|_| method == "textDocument/didChange") {
                    session.distrust(&uri::to_path(&uri));
                }
            }
            Err(_) => {
                tracing::error!(%method, "an edit panicked; waiting for the text of every document");
                session.distrust_all();
            }
        }
        None
    }

    /// Whether a request is better answered of the projects before than when those are loaded that have come in their
    /// place. What a client shows until it asks again may be, if it can be told to ask again; not findings, which it shows
    /// anyway until others come: behind a rename those of the list before would be found in texts that no longer fit it.
    fn may_be_old(&self, method: &str) -> bool {
        let client = self.shared.session().client.clone();
        table::way(method) == Some(Way::Read)
            && match method {
                "textDocument/diagnostic" => false,
                "textDocument/inlayHint" => client.refreshes_hints,
                method if method.starts_with("textDocument/semanticTokens/") => client.refreshes_tokens,
                _ => true,
            }
    }

    fn pass_on(&mut self, request: Request) -> BoxFuture<'static, Result<Option<Response>, ExitedError>> {
        let of_every_text = rests_on_every_text(&request);
        let document = request.params().and_then(uri_of).map(uri::to_path);
        let snapshot = match self.may_be_old(request.method()) {
            true => self.shared.snapshot_at_once(document.as_deref()),
            false => self.shared.snapshot(),
        };
        let place = Place {
            snapshot: snapshot.clone(),
            document,
            of_every_text,
        };
        let id = request.id().cloned();
        let worked_out = worked_out(&request);
        let handled = self.inner.call(repaired(request));
        let guarded = AssertUnwindSafe(PLACE.scope(place, handled)).catch_unwind();
        async move {
            let response = match guarded.await {
                Ok(response) => response?,
                Err(_) => id.clone().map(|id| Response::from_error(id, Error::internal_error())),
            };
            let response = response.map(|response| match worked_out {
                Some(action) if response.is_ok() => Response::from_ok(response.id().clone(), action),
                _ => response,
            });
            Ok(exactly_one(response, id).map(|response| as_opened(response, &snapshot)))
        }
        .boxed()
    }
}

/// The document that a message, the argument of a command or an action that is worked out later is about.
fn uri_of(params: &Value) -> Option<&str> {
    let places = ["/textDocument/uri", "/arguments/0/textDocument/uri", "/data/uri"];
    places.iter().find_map(|place| params.pointer(place))?.as_str()
}

/// Whether an answer that left out texts of a project would pass for the whole: a name is changed wherever it stands, or
/// somebody asks once for all places.
fn rests_on_every_text(request: &Request) -> bool {
    match request.method() {
        "textDocument/rename" | "textDocument/references" | "textDocument/implementation" => true,
        // From a text it leads to the gazetteer, from a gazetteer to the texts.
        "textDocument/definition" => request
            .params()
            .and_then(uri_of)
            .is_some_and(|uri| uri.ends_with(".json")),
        "codeAction/resolve" => {
            let work = request.params().and_then(|params| params.pointer("/data/work"));
            work.is_some_and(|work| work == "inProject")
        }
        "workspace/executeCommand" => {
            let command = request.params().and_then(|params| params.get("command"));
            command.is_some_and(|command| command == commands::REPLACE)
        }
        _ => false,
    }
}

/// An action that is to be worked out and is already: the answer as it came. The types of the crate read an annotated edit
/// as a plain one, and a client would make it unasked.
fn worked_out(request: &Request) -> Option<Value> {
    let action = request.params().filter(|_| request.method() == "codeAction/resolve")?;
    action.get("data").is_none_or(Value::is_null).then(|| action.clone())
}

/// The request with URIs that the types accept.
fn repaired(request: Request) -> Request {
    let (method, id, params) = request.into_parts();
    let mut repaired = Request::build(method);
    if let Some(mut params) = params {
        uri::repair_all(&mut params);
        repaired = repaired.params(params);
    }
    if let Some(id) = id {
        repaired = repaired.id(id);
    }
    repaired.finish()
}

/// The crate is silent on some requests (`$/anything`, a notification sent with an id); a client would wait for ever.
fn exactly_one(response: Option<Response>, id: Option<Id>) -> Option<Response> {
    response.or_else(|| id.map(|id| Response::from_error(id, Error::method_not_found())))
}

/// The response with the URIs of open documents as the client wrote them.
fn as_opened(response: Response, snapshot: &Snapshot) -> Response {
    if !snapshot.has_rewritten_uris() {
        return response;
    }
    let (id, body) = response.into_parts();
    let body = body.map(|mut result| {
        snapshot.write_uris_as_opened(&mut result);
        result
    });
    Response::from_parts(id, body)
}

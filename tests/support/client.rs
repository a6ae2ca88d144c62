//! A client that reads every byte of the server itself, believes nothing, and forgets nothing.
//!
//! Each message is checked for its framing, envelope, type and place: a response answers one open request, a request or
//! notification is one that this client's capabilities allow. When the test ends nothing may be unanswered or unread.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::Write;
use std::process::Child;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread::JoinHandle;
use std::time::Duration;

use serde_json::{Value, json};

use super::strict::places::Documents;
use super::text::Encoding;

mod answers;
mod documents;
mod end;
mod heard;
mod judge;
mod start;
mod transport;

pub(crate) use start::everything;

use transport::Received;

/// Longer than any answer takes on a loaded machine; reached only when a test fails.
const PATIENCE: Duration = Duration::from_secs(120);

/// An error of the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub code: i64,
    pub message: String,
}

/// The client.
pub(crate) struct Client {
    input: Option<Box<dyn Write + Send>>,
    output: Receiver<Received>,
    server: Server,
    next: i64,
    /// Requests without their answers.
    open: BTreeMap<i64, Vec<Asked>>,
    answers: BTreeMap<i64, Result<Value, Refusal>>,
    /// Answers to what had no id that could be read.
    nobodys: VecDeque<Refusal>,
    published: VecDeque<Value>,
    refreshes: usize,
    /// The requests by which the server asked to be asked again.
    told_again: BTreeSet<String>,
    /// What the server has registered for.
    registered: BTreeSet<String>,
    /// What the server said to the reader.
    shown: VecDeque<String>,
    /// What the server asked the reader, with the ids to answer with.
    put: VecDeque<(Value, Value)>,
    /// What stands in the editor's log: nobody has to read it.
    logged: Vec<String>,
    /// What was told of each answer.
    traced: Vec<Value>,
    /// Whether that is wanted: by `initialize` or `$/setTrace`.
    trace: Value,
    /// Work that the server tells about, by token: what was told, in order.
    progress: BTreeMap<String, Vec<Value>>,
    pub capabilities: Value,
    /// What the server said of itself.
    pub server_capabilities: Value,
    /// The encoding agreed on.
    pub encoding: Encoding,
    documents: Documents,
    /// The ids of what the server has asked.
    questions: BTreeSet<String>,
    /// What stands before each message.
    header: &'static str,
    /// Whether the server is never answered.
    silent: bool,
    phase: Phase,
    /// Whether `exit` was said: the server need not read on.
    left: bool,
    finished: bool,
}

/// A request without its answer.
#[derive(Debug)]
struct Asked {
    /// The method, or the command.
    method: String,
    position: Value,
    /// The document asked about.
    about: String,
    /// The documents as they were when it was asked.
    documents: Documents,
}

/// How far the session is, by the answers that have come.
#[derive(Debug, PartialEq, Eq)]
enum Phase {
    Before,
    Running,
    ShutDown,
}

enum Server {
    Program(Child),
    Memory(Option<JoinHandle<bool>>),
}

impl Client {
    /// Sends a notification.
    pub(crate) fn notify(&mut self, method: &str, params: Value) {
        let mut message = json!({ "jsonrpc": "2.0", "method": method });
        if !params.is_null() {
            message["params"] = params;
        }
        self.left |= method == "exit";
        if method == "$/setTrace" {
            self.trace = message["params"]["value"].clone();
        }
        self.send(&message);
    }

    /// Puts this header, with its length, before every message from here on.
    pub(crate) fn frame_as(&mut self, header: &'static str) {
        self.header = header;
    }

    /// Sends bytes as they are.
    pub(crate) fn send_bytes(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("an open input");
        input.write_all(bytes).expect("the server reads");
        input.flush().expect("the server reads");
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        let header = self.header.replace("{}", &body.len().to_string());
        self.send_bytes(format!("{header}{body}").as_bytes());
    }

    fn receive(&mut self) -> Received {
        match self.output.recv_timeout(PATIENCE) {
            Ok(read) => read,
            Err(RecvTimeoutError::Timeout) => panic!("nothing comes; unanswered: {:?}", self.open),
            Err(RecvTimeoutError::Disconnected) => Received::End,
        }
    }

    fn read_one(&mut self) {
        match self.receive() {
            Received::Message(message) => self.take(message),
            Received::Violation(violation) => panic!("{violation}"),
            Received::End => panic!("the server has ended; unanswered: {:?}", self.open),
        }
    }
}

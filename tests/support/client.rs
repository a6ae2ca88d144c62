//! A client that reads every byte of the server itself, believes nothing, and forgets nothing.
//!
//! Each message is checked for its framing, envelope, type and place: a response answers one open request, a request or
//! notification is one that this client's capabilities allow. When the test ends nothing may be unanswered or unread.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::{BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use onomast::lsp::Options;
use serde_json::{Value, json};
use tokio::runtime::Builder;

use super::strict::places::{self, Documents, Known};
use super::text::{self, Encoding};
use super::workspace::Workspace;

mod judge;
mod transport;

use transport::{Pipe, Received, read_all};

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
    /// Work that the server tells about, by token: the kinds of what was told, in order.
    progress: BTreeMap<String, Vec<String>>,
    capabilities: Value,
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
    /// Starts `onomast lsp`.
    pub(crate) fn program(workspace: &Workspace) -> Client {
        let mut command = Command::new(env!("CARGO_BIN_EXE_onomast"));
        command.env("XDG_CACHE_HOME", workspace.path(".cache"));
        Client::started(command.env("XDG_STATE_HOME", workspace.path(".state")))
    }

    /// The same, for a reader whose home folder the workspace is.
    pub(crate) fn program_at_home(workspace: &Workspace) -> Client {
        Client::started(Command::new(env!("CARGO_BIN_EXE_onomast")).env("HOME", workspace.root()))
    }

    fn started(command: &mut Command) -> Client {
        let mut child = command
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let input = child.stdin.take().expect("its input");
        let output = child.stdout.take().expect("its output");
        Client::new(Box::new(input), Box::new(output), Server::Program(child))
    }

    /// Serves in this process, with parts that the test has put in place.
    pub(crate) fn memory(options: Options) -> Client {
        let options = Options { state: None, ..options };
        let (input, server_input) = tokio::io::duplex(64 * 1024);
        let (output, server_output) = tokio::io::duplex(64 * 1024);
        let server = std::thread::spawn(move || {
            let runtime = Builder::new_multi_thread().enable_all().build().expect("a runtime");
            let orderly = runtime.block_on(onomast::lsp::serve(server_input, server_output, options));
            runtime.shutdown_background();
            orderly
        });
        Client::new(
            Box::new(Pipe::new(input)),
            Box::new(Pipe::new(output)),
            Server::Memory(Some(server)),
        )
    }

    /// Says `initialize` with these parameters, waits, and says `initialized`.
    pub(crate) fn initialize(&mut self, params: Value) -> Value {
        self.capabilities = params["capabilities"].clone();
        self.trace = params["trace"].clone();
        let result = self.request("initialize", params);
        self.server_capabilities = result["capabilities"].clone();
        let encoding = self.server_capabilities["positionEncoding"]
            .as_str()
            .unwrap_or("utf-16")
            .to_owned();
        let offered = &self.capabilities["general"]["positionEncodings"];
        let offered = offered.as_array().map_or_else(|| vec![json!("utf-16")], Clone::clone);
        assert!(
            offered.contains(&json!(encoding)) || encoding == "utf-16",
            "{encoding} was not offered"
        );
        self.encoding = Encoding::parse(&encoding).expect("an encoding");
        self.notify("initialized", json!({}));
        result
    }

    /// The same, as a client that can do everything and pulls.
    pub(crate) fn start(&mut self, workspace: &Workspace) {
        self.initialize(everything(workspace, true));
    }

    /// The same, as a client that is pushed to.
    pub(crate) fn start_pushed(&mut self, workspace: &Workspace) {
        self.initialize(everything(workspace, false));
    }

    /// Opens a document.
    pub(crate) fn open(&mut self, uri: &str, text: &str) {
        let language = if uri.ends_with(".md") { "markdown" } else { "plaintext" };
        let item = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": item }));
        let known = Known {
            text: Arc::new(text.to_owned()),
            version: 1,
            is_changed: false,
        };
        self.documents.insert(uri.to_owned(), known);
    }

    /// Replaces a range of bytes of a document.
    pub(crate) fn edit(&mut self, uri: &str, range: std::ops::Range<usize>, inserted: &str) {
        let known = self.documents.get_mut(uri).expect("an open document");
        let change = json!({ "range": text::range(&known.text, range.clone(), self.encoding), "text": inserted });
        Arc::make_mut(&mut known.text).replace_range(range, inserted);
        known.version += 1;
        let version = known.version;
        self.notify_change(uri, version, json!([change]));
    }

    /// Sends changes as they are, behind the back of the client's own text.
    pub(crate) fn change(&mut self, uri: &str, version: i32, changes: Value) {
        if let Some(known) = self.documents.get_mut(uri) {
            known.version = version;
            known.is_changed = true;
        }
        self.notify_change(uri, version, changes);
    }

    fn notify_change(&mut self, uri: &str, version: i32, changes: Value) {
        let document = json!({ "uri": uri, "version": version });
        self.notify(
            "textDocument/didChange",
            json!({ "textDocument": document, "contentChanges": changes }),
        );
    }

    /// Closes a document.
    pub(crate) fn close(&mut self, uri: &str) {
        self.documents.remove(uri);
        self.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    }

    /// Whether a document is open.
    pub(crate) fn is_open(&self, uri: &str) -> bool {
        self.documents.contains_key(uri)
    }

    /// The client's text of a document.
    pub(crate) fn text(&self, uri: &str) -> &str {
        &self.documents[uri].text
    }

    /// Parameters for a byte of an open document.
    pub(crate) fn at(&self, uri: &str, at: usize) -> Value {
        let position = text::position(self.text(uri), at, self.encoding);
        json!({ "textDocument": { "uri": uri }, "position": position })
    }

    /// The text that the answer's range covers, and the card. `None` off a name.
    pub(crate) fn hover(&mut self, uri: &str, at: usize) -> Option<(String, String)> {
        let hover = self.request("textDocument/hover", self.at(uri, at));
        self.read_hover(uri, &hover)
    }

    /// The same of an answer at hand.
    pub(crate) fn read_hover(&self, uri: &str, hover: &Value) -> Option<(String, String)> {
        let card = hover["contents"]["value"].as_str()?.to_owned();
        let covered = text::covered(self.text(uri), &hover["range"], self.encoding).expect("a range of the text");
        Some((covered, card))
    }

    /// What is offered at a byte of a document: the answer, as it came.
    pub(crate) fn complete(&mut self, uri: &str, at: usize) -> Vec<Value> {
        let list = self.request("textDocument/completion", self.at(uri, at));
        list["items"].as_array().cloned().unwrap_or_default()
    }

    /// The findings of a document, pulled: what they cover, their codes and messages.
    pub(crate) fn pull(&mut self, uri: &str) -> Vec<(String, String, String)> {
        let report = self.request("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }));
        self.read_diagnostics(uri, &report["items"])
    }

    /// The findings of this version of a document, pushed. Earlier versions may be left out, later ones not come. To a
    /// client that knows no versions, the next findings that come.
    pub(crate) fn published(&mut self, uri: &str, version: Option<i32>) -> Vec<(String, String, String)> {
        let versions = self.capabilities["textDocument"]["publishDiagnostics"]["versionSupport"] == true;
        loop {
            let mine = self.published.iter().position(|published| published["uri"] == uri);
            if let Some(published) = mine.and_then(|at| self.published.remove(at)) {
                let came = published["version"].as_i64();
                let wanted = version.filter(|_| versions).map(i64::from);
                assert!(
                    came <= wanted || wanted.is_none(),
                    "version {came:?}, where {wanted:?} is the last"
                );
                if came == wanted {
                    return self.read_diagnostics(uri, &published["diagnostics"]);
                }
            } else {
                self.read_one();
            }
        }
    }

    /// All sets of findings of a document, as they are pushed, until this one.
    pub(crate) fn published_until(&mut self, uri: &str, last: impl Fn(&Value) -> bool) -> Vec<Value> {
        let mut sets = Vec::new();
        while !sets.last().is_some_and(&last) {
            let mine = self.published.iter().position(|published| published["uri"] == uri);
            match mine.and_then(|at| self.published.remove(at)) {
                Some(set) => sets.push(set),
                None => self.read_one(),
            }
        }
        sets
    }

    /// Waits until the server asks to be pulled from again.
    pub(crate) fn refreshed(&mut self) {
        while self.refreshes == 0 {
            self.read_one();
        }
        self.refreshes = 0;
    }

    /// Asks again and again, without a pause, until the answer is right. For what the server does by itself and tells
    /// nobody about.
    #[track_caller]
    pub(crate) fn until(&mut self, mut ask: impl FnMut(&mut Client) -> Result<(), String>) {
        let deadline = Instant::now() + PATIENCE;
        while let Err(wrong) = ask(self) {
            assert!(Instant::now() < deadline, "still {wrong}");
        }
    }

    /// Waits until so many works that the server tells about have ended.
    pub(crate) fn worked(&mut self, times: usize) {
        let ended = |told: &&Vec<String>| told.last().is_some_and(|kind| kind == "end");
        while self.progress.values().filter(ended).count() < times {
            self.read_one();
        }
    }

    /// Waits for what the server says to the reader.
    pub(crate) fn shown(&mut self) -> String {
        loop {
            if let Some(shown) = self.shown.pop_front() {
                return shown;
            }
            self.read_one();
        }
    }

    /// Waits for a question of the server to the reader: its id, its words, the answers to choose from.
    pub(crate) fn asked(&mut self) -> (Value, String, Vec<String>) {
        loop {
            if let Some((id, params)) = self.put.pop_front() {
                let actions = params["actions"].as_array().into_iter().flatten();
                let titles = actions.map(|action| action["title"].as_str().expect("a title").to_owned());
                let message = params["message"].as_str().expect("a question").to_owned();
                return (id, message, titles.collect());
            }
            self.read_one();
        }
    }

    /// Answers a question of the server.
    pub(crate) fn reply(&mut self, id: &Value, answer: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "result": answer }));
    }

    /// From here on the server gets no answer to what it asks.
    pub(crate) fn fall_silent(&mut self) {
        self.silent = true;
    }

    /// How much the server has asked so far.
    pub(crate) fn questions(&self) -> usize {
        self.questions.len()
    }

    /// Whether an answer has come and was not read.
    pub(crate) fn has_answer(&self, id: i64) -> bool {
        self.answers.contains_key(&id)
    }

    /// Sends a request and waits for its result.
    #[track_caller]
    pub(crate) fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params);
        match self.answer(id) {
            Ok(result) => result,
            Err(refusal) => panic!("{method}: {refusal:?}"),
        }
    }

    /// Runs a command of the server.
    #[track_caller]
    pub(crate) fn run(&mut self, command: &str, argument: Value) -> Value {
        let params = json!({ "command": format!("onomast.server.{command}"), "arguments": [argument] });
        self.request("workspace/executeCommand", params)
    }

    /// Waits until an answer was told of.
    pub(crate) fn traced(&mut self) -> Value {
        while self.traced.is_empty() {
            self.read_one();
        }
        self.traced.remove(0)
    }

    /// Waits until something stands in the log.
    pub(crate) fn logged(&mut self) -> String {
        while self.logged.is_empty() {
            self.read_one();
        }
        self.logged.remove(0)
    }

    /// Sends a request.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> i64 {
        self.next += 1;
        let id = self.next;
        self.ask_as(id, method, params);
        id
    }

    /// Sends a request with an id of the test's choice.
    pub(crate) fn ask_as(&mut self, id: i64, method: &str, params: Value) {
        let of_command = &params["arguments"][0];
        let about = [of_command, &params].map(|of| of["textDocument"]["uri"].as_str());
        let asked = Asked {
            method: params["command"].as_str().unwrap_or(method).to_owned(),
            position: params["position"].clone(),
            about: about.into_iter().flatten().next().unwrap_or_default().to_owned(),
            documents: self.documents.clone(),
        };
        // Whether an answer fits a place that is none, nobody can tell.
        let asked = match places::outside("", &asked.position, &asked.about, &asked.documents, self.encoding).is_empty()
        {
            true => asked,
            false => Asked {
                position: Value::Null,
                ..asked
            },
        };
        self.open.entry(id).or_default().push(asked);
        let mut message = json!({ "jsonrpc": "2.0", "id": id, "method": method });
        if !params.is_null() {
            message["params"] = params;
        }
        self.send(&message);
    }

    /// Waits for the answer to a request.
    pub(crate) fn answer(&mut self, id: i64) -> Result<Value, Refusal> {
        loop {
            if let Some(answer) = self.answers.remove(&id) {
                return answer;
            }
            self.read_one();
        }
    }

    /// Waits for an answer to what had no id that could be read.
    pub(crate) fn answer_to_nobody(&mut self) -> Refusal {
        loop {
            if let Some(refusal) = self.nobodys.pop_front() {
                return refusal;
            }
            self.read_one();
        }
    }

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

    /// Shuts down, says `exit` with the input left open, and checks that all is said.
    pub(crate) fn finish(mut self) {
        self.request("shutdown", Value::Null);
        self.notify("exit", Value::Null);
        assert!(self.wait(), "exit after shutdown is orderly");
        self.check_nothing_left();
    }

    /// Ends the input and waits; whether the end was orderly.
    pub(crate) fn end_input(mut self) -> bool {
        self.input = None;
        let orderly = self.wait();
        self.check_nothing_left();
        orderly
    }

    /// Waits for the end; whether it was orderly. The input stays as it is.
    pub(crate) fn wait(&mut self) -> bool {
        loop {
            match self.receive() {
                Received::Message(message) => self.take(message),
                Received::Violation(violation) => panic!("{violation}"),
                Received::End => break,
            }
        }
        self.finished = true;
        match &mut self.server {
            Server::Memory(server) => server.take().expect("a server").join().expect("no panic"),
            Server::Program(child) => {
                let deadline = Instant::now() + PATIENCE;
                loop {
                    if let Some(status) = child.try_wait().expect("its status") {
                        return match status.code() {
                            Some(0) => true,
                            Some(1) => false,
                            code => panic!("exit code {code:?}"),
                        };
                    }
                    assert!(
                        Instant::now() < deadline,
                        "the program has closed its output and does not exit"
                    );
                    std::thread::yield_now();
                }
            }
        }
    }

    fn new(input: Box<dyn Write + Send>, output: Box<dyn Read + Send>, server: Server) -> Client {
        let (sender, receiver) = channel();
        std::thread::spawn(move || read_all(BufReader::new(output), &sender));
        Client {
            input: Some(input),
            output: receiver,
            server,
            next: 0,
            open: BTreeMap::new(),
            answers: BTreeMap::new(),
            nobodys: VecDeque::new(),
            published: VecDeque::new(),
            refreshes: 0,
            shown: VecDeque::new(),
            put: VecDeque::new(),
            logged: Vec::new(),
            traced: Vec::new(),
            trace: Value::Null,
            progress: BTreeMap::new(),
            capabilities: Value::Null,
            server_capabilities: Value::Null,
            encoding: Encoding::Utf16,
            documents: Documents::new(),
            questions: BTreeSet::new(),
            header: "Content-Length: {}\r\n\r\n",
            silent: false,
            phase: Phase::Before,
            left: false,
            finished: false,
        }
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

    fn read_diagnostics(&self, uri: &str, diagnostics: &Value) -> Vec<(String, String, String)> {
        let published = &self.capabilities["textDocument"]["publishDiagnostics"];
        let read = |diagnostic: &Value| {
            for (member, support) in [
                ("relatedInformation", "relatedInformation"),
                ("codeDescription", "codeDescriptionSupport"),
            ] {
                assert!(
                    diagnostic.get(member).is_none() || published[support] == true,
                    "{member} not asked for"
                );
            }
            let text = &self.documents[uri].text;
            let covered = text::covered(text, &diagnostic["range"], self.encoding).expect("a range of the text");
            let member = |name: &str| diagnostic[name].as_str().unwrap_or_default().to_owned();
            (covered, member("code"), member("message"))
        };
        diagnostics.as_array().into_iter().flatten().map(read).collect()
    }

    fn check_nothing_left(&self) {
        assert!(self.open.is_empty(), "unanswered: {:?}", self.open);
        assert!(self.answers.is_empty(), "unread: {:?}", self.answers);
        assert!(self.nobodys.is_empty(), "unread: {:?}", self.nobodys);
        assert!(self.published.is_empty(), "unread: {:?}", self.published);
        assert!(self.shown.is_empty(), "unread: {:?}", self.shown);
        assert!(self.put.is_empty(), "unread: {:?}", self.put);
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        if let Server::Program(child) = &mut self.server {
            let _ = child.kill();
            let _ = child.wait();
        }
        assert!(
            self.finished || std::thread::panicking(),
            "the test must wait for the end of its server"
        );
    }
}

/// The parameters of a client that can do everything.
pub(crate) fn everything(workspace: &Workspace, pulls: bool) -> Value {
    let mut params = json!({
        "processId": null,
        "rootUri": workspace.uri(""),
        "locale": "en",
        "capabilities": {
            "general": { "positionEncodings": ["utf-16"] },
            "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } },
            "textDocument": {
                "hover": { "contentFormat": ["markdown", "plaintext"] },
                "definition": { "linkSupport": true },
                "implementation": { "linkSupport": true },
                "publishDiagnostics": {
                    "relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true,
                },
            },
        },
    });
    if pulls {
        params["capabilities"]["textDocument"]["diagnostic"] = json!({});
        params["capabilities"]["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    }
    params
}

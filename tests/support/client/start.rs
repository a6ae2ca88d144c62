//! How a client comes to a server, and what it says of itself.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::{BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;

use onomast::lsp::Options;
use serde_json::{Value, json};
use tokio::runtime::Builder;

use super::transport::{Pipe, read_all};
use super::{Client, Phase, Server};
use crate::support::strict::places::Documents;
use crate::support::text::Encoding;
use crate::support::workspace::Workspace;

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

    /// The same, started with a language.
    pub(crate) fn program_in(workspace: &Workspace, locale: &str) -> Client {
        let mut command = Command::new(env!("CARGO_BIN_EXE_onomast"));
        command.env("XDG_CACHE_HOME", workspace.path(".cache"));
        Client::started(command.args(["--locale", locale]))
    }

    /// The same, started as the protocol describes it by an editor of this process number.
    pub(crate) fn program_of(workspace: &Workspace, editor: u32) -> Client {
        let mut command = Command::new(env!("CARGO_BIN_EXE_onomast"));
        command.env("XDG_CACHE_HOME", workspace.path(".cache"));
        Client::started_with(&mut command, &["--stdio", &format!("--clientProcessId={editor}")])
    }

    fn started(command: &mut Command) -> Client {
        Client::started_with(command, &[])
    }

    fn started_with(command: &mut Command, arguments: &[&str]) -> Client {
        let mut child = command
            .arg("lsp")
            .args(arguments)
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

    pub(super) fn new(input: Box<dyn Write + Send>, output: Box<dyn Read + Send>, server: Server) -> Client {
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
            told_again: BTreeSet::new(),
            registered: BTreeSet::new(),
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
                "codeAction": {
                    "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } }, "isPreferredSupport": true,
                },
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

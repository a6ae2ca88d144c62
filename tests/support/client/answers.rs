//! What the client asks, and the answers.

use serde_json::{Value, json};

use super::{Asked, Client, Refusal};
use crate::support::strict::places;
use crate::support::text;

impl Client {
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

    /// Sends a request.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> i64 {
        self.next += 1;
        let id = self.next;
        self.ask_as(id, method, params);
        id
    }

    /// Waits from here on for the answer to a request that is sent as bytes.
    pub(crate) fn expect(&mut self, id: i64, method: &str) {
        self.note(id, method, &Value::Null);
    }

    /// Sends a request with an id of the test's choice.
    pub(crate) fn ask_as(&mut self, id: i64, method: &str, params: Value) {
        self.note(id, method, &params);
        let mut message = json!({ "jsonrpc": "2.0", "id": id, "method": method });
        if !params.is_null() {
            message["params"] = params;
        }
        self.send(&message);
    }

    fn note(&mut self, id: i64, method: &str, params: &Value) {
        let of_command = &params["arguments"][0];
        let about = [of_command, params].map(|of| of["textDocument"]["uri"].as_str());
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

    /// Whether an answer has come and was not read.
    pub(crate) fn has_answer(&self, id: i64) -> bool {
        self.answers.contains_key(&id)
    }

    pub(super) fn read_diagnostics(&self, uri: &str, diagnostics: &Value) -> Vec<(String, String, String)> {
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
}

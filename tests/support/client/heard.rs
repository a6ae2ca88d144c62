//! What the server says by itself.

use std::time::Instant;

use serde_json::{Value, json};

use super::{Client, PATIENCE};

impl Client {
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

    /// The next findings that are pushed, of whatever document.
    pub(crate) fn pushed(&mut self) -> Value {
        loop {
            if let Some(set) = self.published.pop_front() {
                return set;
            }
            self.read_one();
        }
    }

    /// Waits until the server asks to be pulled from again.
    pub(crate) fn refreshed(&mut self) {
        while self.refreshes == 0 {
            self.read_one();
        }
        self.refreshes = 0;
    }

    /// Waits until the server has asked by this request to be asked again, now or before.
    pub(crate) fn told_again(&mut self, method: &str) {
        while !self.told_again.contains(method) {
            self.read_one();
        }
    }

    /// Waits until the server has registered for this, now or before.
    pub(crate) fn registered(&mut self, method: &str) {
        while !self.registered.contains(method) {
            self.read_one();
        }
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
        let ended = |told: &&Vec<Value>| told.last().is_some_and(|last| last["kind"] == "end");
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
}

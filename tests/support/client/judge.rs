//! What the client does with a message: it judges it, keeps it for the test, and answers it.

use serde_json::{Value, json};

use super::{Client, Phase, Refusal};
use crate::support::strict;
use crate::support::strict::places;

impl Client {
    /// Takes a message of the server. Panics where it is not as it should be.
    pub(super) fn take(&mut self, message: Value) {
        let violations = strict::envelope(&message);
        assert!(violations.is_empty(), "{violations:?} in {message}");
        if message.get("method").is_some() {
            self.take_question(message);
        } else {
            self.take_answer(&message);
        }
    }

    fn take_answer(&mut self, message: &Value) {
        let refusal = message.get("error").map(|error| Refusal {
            code: error["code"].as_i64().unwrap_or_default(),
            message: error["message"].as_str().unwrap_or_default().to_owned(),
        });
        let Some(id) = message["id"].as_i64() else {
            self.nobodys
                .push_back(refusal.expect("an answer to nobody is an error"));
            return;
        };
        let asked = self.open.get_mut(&id).and_then(Vec::pop);
        let asked = asked.unwrap_or_else(|| panic!("answers no request: {message}"));
        self.open.retain(|_, asked| !asked.is_empty());
        if refusal.is_none() {
            let (method, result) = (asked.method.as_str(), &message["result"]);
            let mut violations = strict::result(method, result);
            violations.extend(self.unsupported(method, result, &asked.position));
            let (about, documents) = (&asked.about, &asked.documents);
            violations.extend(places::outside(method, result, about, documents, self.encoding));
            assert!(violations.is_empty(), "{violations:?} in {message}");
            match method {
                "initialize" => self.phase = Phase::Running,
                "shutdown" => self.phase = Phase::ShutDown,
                _ => {}
            }
        }
        self.answers
            .insert(id, refusal.map_or_else(|| Ok(message["result"].clone()), Err));
    }

    fn take_question(&mut self, message: Value) {
        let method = message["method"].as_str().unwrap_or_default().to_owned();
        assert_eq!(self.phase, Phase::Running, "the server speaks by itself: {message}");
        if let Some(id) = message.get("id") {
            assert!(self.questions.insert(id.to_string()), "an id comes twice: {message}");
        }
        let violations = strict::from_server(&method, &message["params"]);
        assert!(violations.is_empty(), "{violations:?} in {message}");
        let can = |pointer: &str| self.capabilities.pointer(pointer) == Some(&json!(true));
        match method.as_str() {
            "client/registerCapability" => {
                assert!(can("/workspace/didChangeWatchedFiles/dynamicRegistration"));
                let registrations = message["params"]["registrations"].as_array().into_iter().flatten();
                let methods = registrations.filter_map(|one| one["method"].as_str());
                self.registered.extend(methods.map(str::to_owned));
            }
            "workspace/diagnostic/refresh"
            | "workspace/semanticTokens/refresh"
            | "workspace/inlayHint/refresh"
            | "workspace/codeLens/refresh" => {
                let kind = method.split('/').nth(1).unwrap_or_default();
                let kind = if kind == "diagnostic" { "diagnostics" } else { kind };
                assert!(can(&format!("/workspace/{kind}/refreshSupport")), "{method}");
                self.refreshes += 1;
                self.told_again.insert(method.clone());
            }
            "window/workDoneProgress/create" => {
                assert!(can("/window/workDoneProgress"));
                let token = message["params"]["token"].to_string();
                assert!(self.progress.insert(token, Vec::new()).is_none(), "a token comes once");
            }
            "$/progress" => self.take_progress(&message["params"]),
            "window/showMessage" => {
                let text = message["params"]["message"].as_str().unwrap_or_default();
                self.shown.push_back(text.to_owned());
            }
            "window/showMessageRequest" => {
                assert!(self.capabilities["window"].get("showMessage").is_some());
                // The reader answers when he likes, or never.
                self.put.push_back((message["id"].clone(), message["params"].clone()));
                return;
            }
            "window/logMessage" => {
                let text = message["params"]["message"].as_str().unwrap_or_default();
                self.logged.push(text.to_owned());
            }
            "$/logTrace" => {
                assert!(
                    ["messages", "verbose"].iter().any(|wanted| self.trace == *wanted),
                    "{message}"
                );
                assert_eq!(
                    message["params"].get("verbose").is_some(),
                    self.trace == "verbose",
                    "{message}"
                );
                self.traced.push(message["params"].clone());
            }
            _ => {
                // Of a file that is not open the client may never ask.
                let (uri, pushed) = (&message["params"]["uri"], &message["params"]["diagnostics"]);
                let is_pulled = self.is_open(uri.as_str().unwrap_or_default()) && *pushed != json!([]);
                assert!(
                    self.server_capabilities.get("diagnosticProvider").is_none() || !is_pulled,
                    "pulled and pushed"
                );
                self.judge_published(&message["params"]);
                self.published.push_back(message["params"].clone());
            }
        }
        let notifications = [
            "textDocument/publishDiagnostics",
            "$/progress",
            "$/logTrace",
            "window/showMessage",
            "window/logMessage",
        ];
        assert_eq!(
            message.get("id").is_some(),
            !notifications.contains(&method.as_str()),
            "{message}"
        );
        // Nobody can answer once the input has ended, and nobody is there to read an answer behind `exit`.
        let listens = self.input.is_some() && !self.left && !self.silent;
        if let Some(id) = message.get("id").filter(|_| listens) {
            self.send(&json!({ "jsonrpc": "2.0", "id": id, "result": null }));
        }
    }

    /// Findings are of a version that the client has sent; those of the last one lie in its text.
    fn judge_published(&self, params: &Value) {
        let uri = params["uri"].as_str().unwrap_or_default();
        let (Some(known), Some(version)) = (self.documents.get(uri), params["version"].as_i64()) else {
            return;
        };
        let last = i64::from(known.version);
        assert!(
            version <= last || known.is_changed,
            "version {version}, where {last} is the last: {params}"
        );
        if version == last {
            let outside = places::outside("", &params["diagnostics"], uri, &self.documents, self.encoding);
            assert!(outside.is_empty(), "{outside:?} in {params}");
        }
    }

    /// Work is created, begins, goes on, ends, in this order.
    fn take_progress(&mut self, params: &Value) {
        let told = self.progress.get_mut(&params["token"].to_string());
        let told = told.unwrap_or_else(|| panic!("progress of nothing: {params}"));
        let value = &params["value"];
        let kind = value["kind"].as_str().unwrap_or_default();
        let last = told.last();
        let fits = match last.and_then(|last| last["kind"].as_str()) {
            None => kind == "begin",
            Some("end") => false,
            Some(_) => kind != "begin",
        };
        assert!(fits, "{kind} behind {told:?}");
        if kind != "end" {
            let [done, all] = counted(value);
            let [before, of_all] = last.map_or([0, all], counted);
            assert!(
                done <= all && before <= done && all == of_all,
                "{value} behind {told:?}"
            );
            assert_eq!(value["percentage"].as_u64(), Some(done * 100 / all), "{value}");
        }
        told.push(value.clone());
    }

    /// What this client has not said it understands.
    fn unsupported(&self, method: &str, result: &Value, position: &Value) -> Vec<String> {
        let text = &self.capabilities["textDocument"];
        let mut bad = Vec::new();
        if method == "textDocument/hover" && !result.is_null() {
            let formats = text["hover"]["contentFormat"].as_array().cloned().unwrap_or_default();
            let kind = &result["contents"]["kind"];
            if !formats.contains(kind) && kind != "plaintext" {
                bad.push(format!("hover in {kind}"));
            }
            let key = |position: &Value| (position["line"].as_u64(), position["character"].as_u64());
            let range = &result["range"];
            let holds = key(&range["start"]) <= key(position) && key(position) <= key(&range["end"]);
            if !position.is_null() && !holds {
                bad.push(format!("hover of {range} for {position}"));
            }
        }
        let actions = result
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|action| action.get("edit"));
        let whole = [result, &result["edit"]]
            .into_iter()
            .filter(|edit| !edit["documentChanges"].is_null());
        for edit in actions.chain(whole) {
            strict::edits::unsupported(edit, &self.capabilities, &mut bad);
        }
        if let Some(items) = result["items"]
            .as_array()
            .filter(|_| method == "textDocument/completion")
        {
            bad.extend(strict::completion::unsupported(&text["completion"], items, position));
        }
        if method == "completionItem/resolve" {
            let items = std::slice::from_ref(result);
            bad.extend(strict::completion::unsupported(&text["completion"], items, position));
        }
        if method == "textDocument/documentSymbol"
            && text["documentSymbol"]["hierarchicalDocumentSymbolSupport"] != true
            && result.get(0).is_some_and(|symbol| symbol.get("location").is_none())
        {
            bad.push("nested symbols".to_owned());
        }
        let link = result.get(0).is_some_and(|first| first.get("targetUri").is_some());
        let kind = method.strip_prefix("textDocument/").unwrap_or_default();
        if link && text[kind]["linkSupport"] != true {
            bad.push("a link".to_owned());
        }
        bad
    }
}

/// `3/12`: how much is done, and how much there is.
fn counted(value: &Value) -> [u64; 2] {
    let message = value["message"].as_str().unwrap_or_default();
    let counts = message.split_once('/').expect("so many of so many");
    [counts.0, counts.1].map(|count| count.parse().expect("a number"))
}

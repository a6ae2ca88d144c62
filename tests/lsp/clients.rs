//! What each editor gets of every request: the recorded ones, and a client that says nothing of itself. The page
//! `docs/clients.md` is what is seen here, so it cannot say anything else.

use std::path::Path;

use serde_json::{Value, json};

use super::editors::RECORDED;
use crate::support::client::Client;
use crate::support::text;
use crate::support::workspace::{GAZETTEER, Workspace};

/// With a name broken over two lines, a deprecated spelling, and the same in somebody else's words.
const TEXT: &str = "\
👩 Вчера в городе говорили о том, что Чичерин писал ноту, что Чичерин в Анкаре, а Чиче-\r\nрину отвечали.\r\n\r
Потом в городе говорили о том, что Анкара ждёт.\r\n\r
А после этого в городе говорили о том, что будет в Анкаре.\r\n\r
Tchitcherine’in mektubu dün akşam Ankara’ya geldi ve herkes onu okudu.\r\n\r
> Tchitcherine’in sözü bugün de hatırlanıyor ve bu söz herkes için bir ders olarak kalıyor.\r\n";
const CLOSED: &str = "Tchitcherine’in mektubu dün akşam geldi ve herkes onu okudu.\n";

/// Says in a few words what an editor gets of something.
type See = fn(&mut Session) -> String;

/// What is looked at, and how.
const ROWS: [(&str, See); 25] = [
    ("positions are counted in", |session| {
        word(&session.client.server_capabilities["positionEncoding"])
    }),
    ("`textDocument/hover`", hover),
    ("`textDocument/definition`", |session| {
        session.places("definition", "Чичерин")
    }),
    ("`textDocument/declaration`", |session| {
        session.places("declaration", "Tchitcherine")
    }),
    ("`textDocument/implementation`", |session| {
        session.places("implementation", "Чичерин")
    }),
    ("`textDocument/references`", references),
    ("`textDocument/documentHighlight`", |session| {
        let found = session.at("documentHighlight", "Чичерин");
        seen(found.as_array().map(Vec::len) == Some(5), "all mentions", &found)
    }),
    ("`textDocument/documentSymbol`", |session| {
        let found = session.of_text("documentSymbol");
        one_of(&found[0], [("children", "nested"), ("location", "flat")])
    }),
    ("`workspace/symbol`", |session| {
        let found = session.client.request("workspace/symbol", json!({ "query": "чичер" }));
        seen(found[0]["location"].get("range").is_some(), "with their places", &found)
    }),
    ("`textDocument/semanticTokens/full`", |session| {
        let found = session.of_text("semanticTokens/full");
        let numbers = found["data"].as_array().map_or(0, Vec::len);
        seen(numbers == 10 * 5, "a token a line", &found)
    }),
    ("`textDocument/semanticTokens/full/delta`", tokens_delta),
    ("`textDocument/semanticTokens/range`", |session| {
        let found = session.of_whole("semanticTokens/range");
        seen(
            found["data"].as_array().is_some_and(|data| !data.is_empty()),
            "given",
            &found,
        )
    }),
    ("`textDocument/inlayHint`", |session| {
        let found = session.of_whole("inlayHint");
        seen(found[0].get("label").is_some(), "given", &found)
    }),
    ("`textDocument/documentLink`", |session| {
        let found = session.of_gazetteer("documentLink");
        seen(found[0].get("target").is_some(), "given", &found)
    }),
    ("`textDocument/codeLens`", |session| {
        let found = session.of_gazetteer("codeLens");
        seen(found[0]["command"].get("title").is_some(), "given", &found)
    }),
    ("`textDocument/completion`", completion),
    ("`completionItem/resolve`", |session| {
        let found = session.complete("Чиче");
        let item = session.client.request("completionItem/resolve", found[0].clone());
        word(&item["documentation"]["kind"])
    }),
    ("`textDocument/codeAction`", code_action),
    ("… a name over the project", |session| {
        let later = session
            .actions()
            .into_iter()
            .find(|action| action["data"]["work"] == "inProject");
        let Some(later) = later else { return "–".to_owned() };
        let resolved = session.client.request("codeAction/resolve", later);
        seen(
            resolved["edit"].to_string().contains("closed.txt"),
            "when it is chosen",
            &resolved,
        )
    }),
    ("`textDocument/rename`", rename),
    ("findings of what is open", findings),
    ("findings of what is not", closed_findings),
    ("files on disk are watched by", watching),
    ("is told how far the reading of a project is", |session| {
        // Without it none may come: every message is judged.
        if session.can("/window/workDoneProgress") {
            "yes"
        } else {
            "–"
        }
        .to_owned()
    }),
    ("is told to ask again for", refreshed),
];

/// A client at work: with the index made, a text and the gazetteer open.
struct Session {
    client: Client,
    workspace: Workspace,
}

#[test]
fn what_each_editor_gets() {
    let bare = json!({ "processId": null, "rootUri": "file:///workspace", "capabilities": {} }).to_string();
    let all: Vec<(&str, &str)> = RECORDED.into_iter().chain([("says nothing", bare.as_str())]).collect();
    let mut table = vec![Vec::new(); ROWS.len()];
    for (_, recorded) in &all {
        let mut session = Session::new(recorded);
        for ((name, see), line) in ROWS.iter().zip(&mut table) {
            let cell = see(&mut session);
            assert!(!cell.is_empty(), "{name}");
            line.push(cell);
        }
        session.end();
    }
    let names: String = all.iter().map(|(name, _)| format!(" {name} |")).collect();
    let rules = "---|".repeat(all.len());
    let (mut differ, mut same) = (String::new(), String::new());
    for ((name, _), cells) in ROWS.iter().zip(&table) {
        match cells.iter().all(|cell| *cell == cells[0]) {
            true => same.push_str(&format!("- {name}: {}\n", cells[0])),
            false => differ.push_str(&format!("| {name} | {} |\n", cells.join(" | "))),
        }
    }
    hold(&format!(
        "| |{names}\n|---|{rules}\n{differ}\nThe same for all of them:\n\n{same}"
    ));
}

/// Holds the table against the page; `UPDATE=1` writes it.
fn hold(table: &str) {
    const BEGINS: &str = "<!-- Made by tests/lsp/clients.rs; `UPDATE=1 cargo test` writes it anew. -->\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/clients.md");
    let page = std::fs::read_to_string(&path).expect("the page").replace("\r\n", "\n");
    let (before, _) = page.split_once(BEGINS).expect("the mark of the table");
    let expected = format!("{before}{BEGINS}\n{table}");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &expected).expect("the page");
    } else {
        assert_eq!(page, expected, "docs/clients.md is out of date: UPDATE=1 cargo test");
    }
}

impl Session {
    fn new(recorded: &str) -> Session {
        let workspace = Workspace::new(&[("a.md", TEXT), ("closed.txt", CLOSED)]);
        let here = recorded.replace("file:///workspace", workspace.uri("").trim_end_matches('/'));
        let mut params: Value = serde_json::from_str(&here).expect("JSON");
        params["initializationOptions"] =
            json!({ "locale": "en", "hints": ["en", "tr", "ru"], "diagnostics": { "scope": "workspace" } });
        let mut client = Client::program(&workspace);
        client.initialize(params);
        client.open(&workspace.uri("a.md"), TEXT);
        client.open(&workspace.uri("names.gazetteer.json"), GAZETTEER);
        let mut session = Session { client, workspace };
        if session.can("/window/workDoneProgress") {
            session.client.worked(1);
        }
        session.client.until(|client| {
            let found = client.request("workspace/symbol", json!({ "query": "чичер" }));
            match found[0]["containerName"]
                .as_str()
                .is_some_and(|counts| counts.contains('6'))
            {
                true => Ok(()),
                false => Err(found.to_string()),
            }
        });
        session
    }

    /// What is pushed of closed files comes when it likes, so there may be more to read.
    fn end(mut self) {
        self.client.request("shutdown", Value::Null);
        self.client.notify("exit", Value::Null);
        assert!(self.client.wait(), "an orderly end");
    }

    fn can(&self, pointer: &str) -> bool {
        self.client.capabilities.pointer(pointer) == Some(&json!(true))
    }

    fn uri(&self) -> String {
        self.workspace.uri("a.md")
    }

    fn at(&mut self, request: &str, name: &str) -> Value {
        let at = TEXT.find(name).expect("in the text");
        let mut params = self.client.at(&self.uri(), at);
        params["context"] = json!({ "includeDeclaration": true });
        self.client.request(&format!("textDocument/{request}"), params)
    }

    fn of_text(&mut self, request: &str) -> Value {
        let params = json!({ "textDocument": { "uri": self.uri() } });
        self.client.request(&format!("textDocument/{request}"), params)
    }

    fn of_whole(&mut self, request: &str) -> Value {
        let range = text::range(TEXT, 0..TEXT.len(), self.client.encoding);
        let params = json!({ "textDocument": { "uri": self.uri() }, "range": range });
        self.client.request(&format!("textDocument/{request}"), params)
    }

    fn of_gazetteer(&mut self, request: &str) -> Value {
        let uri = self.workspace.uri("names.gazetteer.json");
        let params = json!({ "textDocument": { "uri": uri } });
        self.client.request(&format!("textDocument/{request}"), params)
    }

    fn places(&mut self, request: &str, name: &str) -> String {
        let found = self.at(request, name);
        // One place may come by itself.
        one_of(
            found.get(0).unwrap_or(&found),
            [("targetUri", "links"), ("uri", "locations")],
        )
    }

    /// What is offered where so much of a name stands.
    fn complete(&mut self, typed: &str) -> Vec<Value> {
        let at = TEXT.find(typed).expect("in the text") + typed.len();
        let uri = self.uri();
        self.client.complete(&uri, at)
    }

    fn actions(&mut self) -> Vec<Value> {
        let knows = &self.client.capabilities["textDocument"]["codeAction"]["codeActionLiteralSupport"];
        let offered = self.client.server_capabilities.get("codeActionProvider").is_some();
        assert_eq!(
            offered,
            !knows.is_null(),
            "options are for those who know actions with a kind"
        );
        let at = TEXT.find("Tchitcherine").expect("in the text");
        let range = text::range(TEXT, at..at, self.client.encoding);
        let params = json!({ "textDocument": { "uri": self.uri() }, "range": range, "context": { "diagnostics": [] } });
        let found = self.client.request("textDocument/codeAction", params);
        found.as_array().cloned().unwrap_or_default()
    }
}

fn hover(session: &mut Session) -> String {
    let card = session.at("hover", "Чичерин");
    let is_marked = card["contents"]["value"].as_str().unwrap_or_default().contains("**");
    match word(&card["contents"]["kind"]).as_str() {
        "markdown" if is_marked => "Markdown".to_owned(),
        "plaintext" if !is_marked => "plain text".to_owned(),
        _ => panic!("{card}"),
    }
}

fn references(session: &mut Session) -> String {
    let found = session.at("references", "Чичерин");
    seen(found.to_string().contains("closed.txt"), "of the whole project", &found)
}

fn tokens_delta(session: &mut Session) -> String {
    let id = session.of_text("semanticTokens/full")["resultId"].clone();
    let params = json!({ "textDocument": { "uri": session.uri() }, "previousResultId": id });
    let found = session.client.request("textDocument/semanticTokens/full/delta", params);
    seen(found["edits"] == json!([]), "edits", &found)
}

fn completion(session: &mut Session) -> String {
    let items = [session.complete("Чиче"), session.complete("Tchi")].concat();
    let first = items.first().expect("an item");
    let any = |member: &str| items.iter().any(|item| item.get(member).is_some());
    let mut cell = vec![one_of(
        &first["textEdit"],
        [("range", "inserts"), ("insert", "inserts or replaces")],
    )];
    for (member, words) in [
        ("labelDetails", "details"),
        ("tags", "strikes out"),
        ("deprecated", "strikes out"),
        ("documentation", "cards at once"),
    ] {
        if any(member) {
            cell.push(words.to_owned());
        }
    }
    cell.dedup();
    cell.join(", ")
}

fn code_action(session: &mut Session) -> String {
    let actions = session.actions();
    if actions.is_empty() {
        return "–".to_owned();
    }
    let worked_out = |action: Value| match action["data"]["work"] == "inText" {
        true => session.client.request("codeAction/resolve", action),
        false => action,
    };
    let all = Value::from_iter(actions.into_iter().map(worked_out)).to_string();
    let mut cell = vec![match all.contains("\"documentChanges\"") {
        true => "versions",
        false => "plain changes",
    }];
    for (sign, words) in [
        ("needsConfirmation", "asks before changing other people’s words"),
        ("\"kind\":\"create\"", "makes files"),
        ("isPreferred", "marks the best"),
    ] {
        if all.contains(sign) {
            cell.push(words);
        }
    }
    cell.join(", ")
}

fn rename(session: &mut Session) -> String {
    let at = TEXT.find("Чичерин").expect("in the text");
    let mut params = session.client.at(&session.uri(), at);
    let prepares = session.client.server_capabilities["renameProvider"]["prepareProvider"] == true;
    if prepares {
        let prepared = session.client.request("textDocument/prepareRename", params.clone());
        assert_eq!(prepared["placeholder"], "Чичерин", "{prepared}");
    }
    params["newName"] = json!("Чечерин");
    let edit = session.client.request("textDocument/rename", params);
    let edit = one_of(&edit, [("documentChanges", "versions"), ("changes", "plain changes")]);
    match prepares {
        true => format!("prepared, {edit}"),
        false => edit,
    }
}

fn findings(session: &mut Session) -> String {
    let uri = session.uri();
    let pulls = session.client.server_capabilities.get("diagnosticProvider").is_some();
    let (mut cell, items) = match pulls {
        true => (vec!["asks"], session.of_text("diagnostic")["items"].clone()),
        false => {
            let sets = session
                .client
                .published_until(&uri, |set| set["diagnostics"] != json!([]));
            let last = sets.last().expect("a set");
            let way = if last.get("version").is_some() {
                "is told, with version"
            } else {
                "is told"
            };
            (vec![way], last["diagnostics"].clone())
        }
    };
    let deprecated = items.as_array().into_iter().flatten();
    let deprecated = deprecated.filter(|item| item["code"] == "deprecated-spelling").count();
    assert!(deprecated >= 1, "{items}");
    for (member, words) in [("relatedInformation", "evidence"), ("codeDescription", "explained")] {
        if items.to_string().contains(member) {
            cell.push(words);
        }
    }
    cell.join(", ")
}

fn closed_findings(session: &mut Session) -> String {
    let uri = session.workspace.uri("closed.txt");
    if session.client.server_capabilities["diagnosticProvider"]["workspaceDiagnostics"] == true {
        let params = json!({ "previousResultIds": [] });
        let report = session.client.request("workspace/diagnostic", params);
        return seen(report.to_string().contains(&uri), "asks", &report);
    }
    session
        .client
        .published_until(&uri, |set| set["diagnostics"] != json!([]));
    "is told".to_owned()
}

fn watching(session: &mut Session) -> String {
    if !session.can("/workspace/didChangeWatchedFiles/dynamicRegistration") {
        return "the server".to_owned();
    }
    session.client.registered("workspace/didChangeWatchedFiles");
    "the editor".to_owned()
}

/// Last, since it changes the gazetteer.
fn refreshed(session: &mut Session) -> String {
    let kinds = [
        ("semanticTokens", "tokens"),
        ("inlayHint", "hints"),
        ("codeLens", "lenses"),
        ("diagnostics", "findings"),
    ];
    let pulls = session.client.server_capabilities.get("diagnosticProvider").is_some();
    let can = |(kind, _): &(&str, &str)| session.can(&format!("/workspace/{kind}/refreshSupport"));
    let expected: Vec<_> = kinds
        .into_iter()
        .filter(can)
        .filter(|(kind, _)| pulls || *kind != "diagnostics")
        .collect();
    let gazetteer = session.workspace.uri("names.gazetteer.json");
    let place = GAZETTEER.find("\"Ankara\"").expect("in the gazetteer");
    session.client.edit(&gazetteer, place + 1..place + 7, "Trabzon");
    for (kind, _) in &expected {
        let kind = if *kind == "diagnostics" { "diagnostic" } else { kind };
        session.client.told_again(&format!("workspace/{kind}/refresh"));
    }
    match expected.is_empty() {
        true => "–".to_owned(),
        false => expected.iter().map(|(_, words)| *words).collect::<Vec<_>>().join(", "),
    }
}

/// The words of the member that is there.
fn one_of(value: &Value, members: [(&str, &str); 2]) -> String {
    let there: Vec<&str> = members
        .iter()
        .filter(|(member, _)| value.get(member).is_some())
        .map(|(_, words)| *words)
        .collect();
    assert_eq!(there.len(), 1, "{value}");
    there.concat()
}

fn seen(is_seen: bool, words: &str, value: &Value) -> String {
    assert!(is_seen, "{words}: {value}");
    words.to_owned()
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value}")).to_owned()
}

//! `workspace/diagnostic`: the findings of files that are not open, told when there is something to tell.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::{Value, json};

use super::corpus::project;
use super::index::watching_work;
use crate::support::client::{Client, everything};
use crate::support::workspace::Workspace;

const FILES: &[(&str, &str)] = &[
    ("a.tr.txt", "İzmir, İzmir, Karss.\n"),
    ("b.tr.txt", "Smyrna, Kars.\n"),
    ("c.tr.txt", "Kars.\n"),
];

/// What a client knows of files that are not open.
struct Panel<'a> {
    workspace: &'a Workspace,
    client: Client,
    /// By URI: the id, and the findings.
    known: BTreeMap<String, (String, Value)>,
}

impl Panel<'_> {
    fn new<'a>(workspace: &'a Workspace, options: Value) -> Panel<'a> {
        let mut client = Client::program(workspace);
        let mut params = watching_work(workspace);
        params["initializationOptions"] = options;
        client.initialize(params);
        Panel {
            workspace,
            client,
            known: BTreeMap::new(),
        }
    }

    fn of_all(workspace: &Workspace) -> Panel<'_> {
        Panel::new(workspace, json!({ "diagnostics": { "scope": "workspace" } }))
    }

    /// Asks, with what is known.
    fn ask(&mut self) -> i64 {
        let known = self.known.iter();
        let known: Vec<Value> = known.map(|(uri, (id, _))| json!({ "uri": uri, "value": id })).collect();
        self.client
            .ask("workspace/diagnostic", json!({ "previousResultIds": known }))
    }

    /// What an answer says, file by file: what is covered, or that nothing is new.
    #[track_caller]
    fn take(&mut self, id: i64) -> Vec<String> {
        let report = self.client.answer(id).expect("an answer");
        let mut lines = Vec::new();
        for item in report["items"].as_array().expect("a list") {
            let uri = item["uri"].as_str().expect("a URI").to_owned();
            let name = uri
                .strip_prefix(&self.workspace.uri(""))
                .expect("in the workspace")
                .to_owned();
            let result = item["resultId"].as_str().expect("an id").to_owned();
            assert_eq!(item["version"], Value::Null);
            if item["kind"] == "unchanged" {
                assert_eq!(self.known.get(&uri).map(|known| &known.0), Some(&result), "{uri}");
                lines.push(format!("{name} unchanged"));
                continue;
            }
            let codes = item["items"].as_array().expect("a list").iter();
            let codes: Vec<&str> = codes.filter_map(|item| item["code"].as_str()).collect();
            lines.push(format!("{name} {}", codes.join(" ")).trim_end().to_owned());
            self.known.insert(uri, (result, item["items"].clone()));
        }
        lines
    }

    #[track_caller]
    fn told(&mut self) -> Vec<String> {
        let id = self.ask();
        self.take(id)
    }

    fn changed(&mut self, names: &[&str]) {
        let change = |name: &&str| json!({ "uri": self.workspace.uri(name), "type": 2 });
        let changes: Vec<Value> = names.iter().map(change).collect();
        self.client
            .notify("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
    }
}

#[test]
fn closed_files_are_told_when_they_change() {
    let workspace = project(FILES);
    let mut panel = Panel::of_all(&workspace);
    assert_eq!(
        panel.told(),
        ["a.tr.txt misspelling", "b.tr.txt inconsistent-across-corpus"]
    );

    let waiting = panel.ask();
    workspace.write("c.tr.txt", "Kars, Karss.\n");
    panel.changed(&["c.tr.txt"]);
    assert_eq!(
        panel.take(waiting),
        ["a.tr.txt unchanged", "b.tr.txt unchanged", "c.tr.txt misspelling"]
    );

    let waiting = panel.ask();
    workspace.write("a.tr.txt", "İzmir, İzmir, Kars, İzmir.\n");
    fs::remove_file(workspace.path("c.tr.txt")).expect("a file");
    panel.changed(&["a.tr.txt", "c.tr.txt"]);
    let mut told = panel.take(waiting);
    // The two may be seen at two quiet moments.
    while told.len() < 3 || !told.contains(&"a.tr.txt".to_owned()) {
        told = panel.told();
    }
    let message = |panel: &Panel<'_>, name: &str| {
        let (_, items) = &panel.known[&workspace.uri(name)];
        items[0]["message"].as_str().unwrap_or_default().to_owned()
    };
    assert!(message(&panel, "b.tr.txt").contains("(İzmir 3, Smyrna 1)"), "{told:?}");
    assert_eq!(message(&panel, "c.tr.txt"), "");
    panel.client.finish();
}

#[test]
fn what_is_open_is_told_elsewhere() {
    let workspace = project(FILES);
    let mut panel = Panel::of_all(&workspace);
    let b = workspace.uri("b.tr.txt");
    panel.client.open(&b, "Smyrna, Kars.\n");
    assert_eq!(panel.told(), ["a.tr.txt misspelling"]);
    let waiting = panel.ask();
    panel.client.close(&b);
    assert_eq!(
        panel.take(waiting),
        ["a.tr.txt unchanged", "b.tr.txt inconsistent-across-corpus"]
    );
    panel.client.finish();
}

#[test]
fn it_waits_holds_nothing_and_is_cancelled_at_once() {
    let workspace = project(FILES);
    let mut panel = Panel::of_all(&workspace);
    panel.told();
    // More than there are threads.
    let waiting: Vec<i64> = (0..20).map(|_| panel.ask()).collect();
    let c = workspace.uri("c.tr.txt");
    panel.client.open(&c, "Kars.\n");
    assert!(panel.client.hover(&c, 0).is_some(), "others are answered");
    let (cancelled, others) = waiting.split_at(10);
    for id in cancelled {
        panel.client.notify("$/cancelRequest", json!({ "id": id }));
    }
    for id in cancelled {
        let answer = panel.client.answer(*id).map_err(|refusal| refusal.code);
        assert_eq!(answer, Err(-32800));
    }
    panel.client.request("shutdown", Value::Null);
    for id in others {
        let answer = panel.client.answer(*id).map_err(|refusal| refusal.code);
        assert_eq!(answer, Err(-32802), "the session ends");
    }
    panel.client.notify("exit", Value::Null);
    assert!(panel.client.wait());
}

#[test]
fn only_open_files_are_told_of_unless_settings_say_otherwise() {
    let workspace = project(FILES);
    let mut panel = Panel::new(&workspace, Value::Null);
    panel.client.worked(1);
    let waiting = panel.ask();
    workspace.write("c.tr.txt", "Karss.\n");
    panel.changed(&["c.tr.txt"]);
    let a = workspace.uri("a.tr.txt");
    panel.client.open(&a, FILES[0].1);
    assert_eq!(panel.client.pull(&a).len(), 1);
    let set = |panel: &mut Panel<'_>, scope: &str| {
        let settings = json!({ "settings": { "onomast": { "diagnostics": { "scope": scope } } } });
        panel.client.notify("workspace/didChangeConfiguration", settings);
    };
    set(&mut panel, "workspace");
    assert_eq!(
        panel.take(waiting),
        ["b.tr.txt inconsistent-across-corpus", "c.tr.txt misspelling"]
    );
    let waiting = panel.ask();
    set(&mut panel, "open");
    assert_eq!(panel.take(waiting), ["b.tr.txt", "c.tr.txt"], "taken back");
    let waiting = panel.ask();
    panel.client.notify("$/cancelRequest", json!({ "id": waiting }));
    assert!(panel.client.answer(waiting).is_err());
    panel.client.finish();
}

#[test]
fn settings_baseline_and_decisions_hold_for_closed_files_too() {
    let workspace = project(FILES);
    workspace.write("onomast.toml", "baseline = 'known.jsonl'\n");
    let known = r#"{"path":"a.tr.txt","code":"misspelling","entity":"place/kars","quote":"Karss","before":"İzmir, İzmir, ","after":"."}"#;
    workspace.write("known.jsonl", known);
    let mut panel = Panel::of_all(&workspace);
    assert_eq!(panel.told(), ["b.tr.txt inconsistent-across-corpus"], "a is known");
    let waiting = panel.ask();
    workspace.write("known.jsonl", "");
    panel.changed(&["known.jsonl"]);
    assert_eq!(panel.take(waiting), ["a.tr.txt misspelling", "b.tr.txt unchanged"]);
    let waiting = panel.ask();
    let decision = r#"{"path":"a.tr.txt","quote":"Karss","before":"İzmir, İzmir, ","after":".","kind":"not-a-name"}"#;
    workspace.write("onomast.decisions.jsonl", decision);
    panel.changed(&["onomast.decisions.jsonl"]);
    assert_eq!(panel.take(waiting), ["a.tr.txt", "b.tr.txt unchanged"]);
    let waiting = panel.ask();
    workspace.write(
        "onomast.toml",
        "[severity]\ninconsistent-across-corpus = 'off'\ncolour = 1\n",
    );
    panel.changed(&["onomast.toml"]);
    assert_eq!(
        panel.take(waiting),
        ["onomast.toml settings", "a.tr.txt unchanged", "b.tr.txt"]
    );
    panel.client.finish();
}

/// A text that goes takes nothing with it in silence: what was decided about it is reported, until it comes back.
#[test]
fn decisions_about_texts_that_go_and_come_are_told_of_at_once() {
    let workspace = project(FILES);
    let decision = r#"{"path":"b.tr.txt","quote":"Karss","before":"","after":"","kind":"not-a-name"}"#;
    workspace.write("onomast.decisions.jsonl", decision);
    let text = std::fs::read_to_string(workspace.path("b.tr.txt")).expect("a text");
    let mut panel = Panel::of_all(&workspace);
    let told = panel.told();
    assert!(!told.iter().any(|line| line.contains("decisions")), "{told:?}");
    for is_there in [false, true, false] {
        let mut waiting = panel.ask();
        match is_there {
            true => workspace.write("b.tr.txt", &text),
            false => std::fs::remove_file(workspace.path("b.tr.txt")).expect("a file"),
        }
        panel.changed(&["b.tr.txt"]);
        let expected = match is_there {
            true => "onomast.decisions.jsonl",
            false => "onomast.decisions.jsonl settings",
        };
        while !panel.take(waiting).iter().any(|line| line == expected) {
            waiting = panel.ask();
        }
    }
    panel.client.finish();
}

#[test]
fn a_large_workspace_is_told_in_parts() {
    let workspace = project(&[]);
    for number in 0..1200 {
        let text = if number % 3 == 0 { "Karss.\n" } else { "Kars.\n" };
        workspace.write(&format!("many/{number}.txt"), text);
    }
    let mut panel = Panel::of_all(&workspace);
    let mut parts = Vec::new();
    while panel.known.len() < 400 {
        let told = panel.told();
        let new = told.iter().filter(|line| line.ends_with("misspelling")).count();
        assert!(new > 0, "an answer without news: {told:?}");
        parts.push(new);
    }
    assert!(parts.len() > 1, "{parts:?}");
    assert_eq!(parts.iter().sum::<usize>(), 400, "each once: {parts:?}");
    let waiting = panel.ask();
    workspace.write("many/1.txt", "Karss.\n");
    panel.changed(&["many/1.txt"]);
    let told = panel.take(waiting);
    assert_eq!(told.len(), 401);
    let news: Vec<&String> = told.iter().filter(|line| !line.ends_with("unchanged")).collect();
    assert_eq!(news, ["many/1.txt misspelling"]);
    panel.client.finish();
}

#[test]
fn at_most_a_thousand_of_a_file_and_that_is_said() {
    let text = "Karss.\n".repeat(1003);
    let workspace = project(&[("a.tr.txt", &text)]);
    let mut panel = Panel::of_all(&workspace);
    panel.told();
    let closed = panel.known[&workspace.uri("a.tr.txt")]
        .1
        .as_array()
        .expect("a list")
        .clone();
    let uri = workspace.uri("a.tr.txt");
    panel.client.open(&uri, &text);
    let open = panel.client.pull(&uri);
    assert_eq!((closed.len(), open.len()), (1000, 1000));
    let (last, said) = (&open[999].2, "(3 more findings are not shown)");
    assert!(last.ends_with(said) && closed[999]["message"] == **last, "{last}");
    panel.client.finish();
}

/// Codes of the findings that are pushed of a file, when they are other than these.
fn pushed_next(client: &mut Client, uri: &str) -> Vec<String> {
    let sets = client.published_until(uri, |_| true);
    let items = sets.last().and_then(|set| set["diagnostics"].as_array().cloned());
    let codes = items.into_iter().flatten();
    codes
        .map(|item| item["code"].as_str().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn who_does_not_ask_is_told_of_closed_files() {
    let workspace = project(FILES);
    let mut client = Client::program(&workspace);
    let mut params = everything(&workspace, false);
    params["initializationOptions"] = json!({ "diagnostics": { "scope": "workspace" } });
    client.initialize(params);
    let (a, b, c) = (
        workspace.uri("a.tr.txt"),
        workspace.uri("b.tr.txt"),
        workspace.uri("c.tr.txt"),
    );
    assert_eq!(pushed_next(&mut client, &a), ["misspelling"]);
    assert_eq!(pushed_next(&mut client, &b), ["inconsistent-across-corpus"]);

    // What is changed on disk is told, and what has stayed as it was is not.
    workspace.write("c.tr.txt", "Karss.\n");
    let changed = json!({ "changes": [{ "uri": c, "type": 2 }] });
    client.notify("workspace/didChangeWatchedFiles", changed);
    assert_eq!(pushed_next(&mut client, &c), ["misspelling"]);

    // What is opened is told of as it is there, and what is closed as it is on disk.
    client.open(&c, "Kars.\n");
    assert_eq!(pushed_next(&mut client, &c), [""; 0], "taken back");
    assert_eq!(client.published(&c, Some(1)), []);
    client.close(&c);
    assert_eq!(pushed_next(&mut client, &c), [""; 0]);
    assert_eq!(pushed_next(&mut client, &c), ["misspelling"]);

    // Nothing of it when the settings say so.
    let settings = json!({ "settings": { "onomast": { "diagnostics": { "scope": "open" } } } });
    client.notify("workspace/didChangeConfiguration", settings);
    for uri in [&a, &b, &c] {
        assert_eq!(pushed_next(&mut client, uri), [""; 0]);
    }
    client.finish();
}

#[test]
fn of_closed_files_at_most_five_hundred_are_told_and_that_is_logged() {
    let workspace = project(&[]);
    for number in 0..503 {
        workspace.write(&format!("many/{number}.txt"), "Karss.\n");
    }
    let mut client = Client::program(&workspace);
    let mut params = everything(&workspace, false);
    params["initializationOptions"] = json!({ "diagnostics": { "scope": "workspace" } });
    client.initialize(params);
    let mut told = BTreeSet::new();
    for _ in 0..500 {
        let set = client.pushed();
        assert_eq!(set["diagnostics"].as_array().map(Vec::len), Some(1), "{set}");
        told.insert(set["uri"].to_string());
    }
    assert_eq!(told.len(), 500, "each once");
    let logged = client.logged();
    assert!(logged.contains("500") && logged.contains("3 more files"), "{logged}");
    // Nothing of the rest comes, and nothing is logged again.
    client.finish();
}

#[test]
fn who_asks_for_open_files_alone_is_told_of_the_others_until_it_asks_for_them() {
    let workspace = project(FILES);
    let mut client = Client::program(&workspace);
    let mut params = everything(&workspace, true);
    params["initializationOptions"] = json!({ "diagnostics": { "scope": "workspace" } });
    client.initialize(params);
    assert_eq!(
        client.server_capabilities["diagnosticProvider"]["workspaceDiagnostics"],
        true
    );
    let (a, b) = (workspace.uri("a.tr.txt"), workspace.uri("b.tr.txt"));
    assert_eq!(pushed_next(&mut client, &a), ["misspelling"]);
    assert_eq!(pushed_next(&mut client, &b), ["inconsistent-across-corpus"]);
    let report = client.request("workspace/diagnostic", json!({ "previousResultIds": [] }));
    assert_eq!(report["items"].as_array().map(Vec::len), Some(2));
    assert_eq!(pushed_next(&mut client, &a), [""; 0], "one channel a file");
    assert_eq!(pushed_next(&mut client, &b), [""; 0]);
    client.finish();
}

#[test]
fn closed_files_are_offered_where_the_settings_want_them() {
    let workspace = project(FILES);
    for (options, offered) in [
        (Value::Null, false),
        (json!({ "diagnostics": { "scope": "open" } }), false),
        (json!({ "diagnostics": { "scope": "workspace" } }), true),
    ] {
        let panel = Panel::new(&workspace, options.clone());
        let provider = &panel.client.server_capabilities["diagnosticProvider"];
        assert_eq!(provider["workspaceDiagnostics"], offered, "{options}");
        panel.client.finish();
    }
}

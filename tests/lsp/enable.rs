//! `enable`: where names are marked, and *Only in projects*, which is offered once, outside of projects.

use serde_json::{Value, json};

use crate::support::client::{Client, everything};
use crate::support::workspace::Workspace;

const TEXT: &str = "Чичерин писал ноту, а Чечерин отвечал на неё.\n";

/// A folder that is no project.
fn no_project() -> Workspace {
    let workspace = Workspace::new(&[]);
    std::fs::remove_file(workspace.path("names.gazetteer.json")).expect("a file");
    workspace
}

/// A client that shows questions, tokens and hints.
fn asking(workspace: &Workspace) -> Value {
    let mut params = everything(workspace, true);
    params["capabilities"]["window"] = json!({ "showMessage": {} });
    params["capabilities"]["workspace"]["semanticTokens"] = json!({ "refreshSupport": true });
    params["capabilities"]["workspace"]["inlayHint"] = json!({ "refreshSupport": true });
    params["capabilities"]["textDocument"]["inlayHint"] = json!({});
    params["capabilities"]["textDocument"]["semanticTokens"] = json!({
        "requests": { "full": { "delta": true }, "range": true },
        "tokenTypes": ["class", "namespace", "type", "variable"], "tokenModifiers": [], "formats": ["relative"],
    });
    params["initializationOptions"] = json!({ "hints": "tr" });
    params
}

/// Whether names are marked: tokens, a part of them, hints. They are all there or none is.
fn is_marked(client: &mut Client, uri: &str) -> bool {
    let document = json!({ "uri": uri });
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 1, "character": 0 } });
    let tokens = client.request("textDocument/semanticTokens/full", json!({ "textDocument": document }));
    let of_range = json!({ "textDocument": document, "range": range });
    let part = client.request("textDocument/semanticTokens/range", of_range.clone());
    let hints = client.request("textDocument/inlayHint", of_range);
    let there = |value: &Value| {
        let list = value.get("data").unwrap_or(value);
        list.as_array().is_some_and(|list| !list.is_empty())
    };
    let marked = [tokens, part, hints].map(|answer| there(&answer));
    assert!(marked.iter().all(|one| *one == marked[0]), "{marked:?}");
    marked[0]
}

/// Waits until there are tokens, or none. Until a project is read anew it is what it was.
fn until_marked(client: &mut Client, uri: &str, marked: bool) {
    client.until(|client| {
        let document = json!({ "textDocument": { "uri": uri } });
        let tokens = client.request("textDocument/semanticTokens/full", document);
        match tokens["data"].as_array().is_some_and(|data| !data.is_empty()) == marked {
            true => Ok(()),
            false => Err(format!("marked: {}", !marked)),
        }
    });
}

/// What is answered whatever `enable` says.
fn answers(client: &mut Client, uri: &str) {
    assert!(client.hover(uri, 0).is_some());
    assert!(!client.pull(uri).is_empty());
    let symbols = client.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": uri } }));
    assert_ne!(symbols, Value::Null);
}

#[test]
fn only_in_projects_is_offered_once_and_remembered() {
    let workspace = no_project();
    let mut client = Client::program(&workspace);
    client.initialize(asking(&workspace));
    let (a, b) = (workspace.uri("a.txt"), workspace.uri("b.txt"));
    client.open(&a, TEXT);
    let (question, said, titles) = client.asked();
    assert!(said.contains("only in projects"), "{said}");
    assert_eq!(titles, ["Only in projects", "In every text"]);
    // Nothing waits for the answer.
    client.open(&b, TEXT);
    answers(&mut client, &b);
    assert!(is_marked(&mut client, &a));
    client.reply(&question, json!({ "title": titles[0] }));
    // One question at a time: the answer may come between two.
    until_marked(&mut client, &a, false);
    client.refreshed();
    assert!(!is_marked(&mut client, &a));
    answers(&mut client, &a);
    // In a project they are marked.
    workspace.write("onomast.toml", "");
    let created = json!({ "changes": [{ "uri": workspace.uri("onomast.toml"), "type": 1 }] });
    client.notify("workspace/didChangeWatchedFiles", created);
    until_marked(&mut client, &a, true);
    assert!(is_marked(&mut client, &a));
    std::fs::remove_file(workspace.path("onomast.toml")).expect("a file");
    client.until(|_| match workspace.path(".state/onomast/answers.toml").exists() {
        true => Ok(()),
        false => Err("not remembered".to_owned()),
    });
    client.finish();

    let mut client = Client::program(&workspace);
    client.initialize(asking(&workspace));
    client.open(&a, TEXT);
    answers(&mut client, &a);
    assert!(!is_marked(&mut client, &a), "in the next session");
    // What is said elsewhere is stronger.
    let settings = json!({ "settings": { "onomast": { "enable": "always", "hints": "tr" } } });
    client.notify("workspace/didChangeConfiguration", settings);
    assert!(is_marked(&mut client, &a));
    client.finish();
}

#[test]
fn an_answer_that_never_comes_or_is_none_changes_nothing() {
    for answer in [None, Some(Value::Null), Some(json!({ "title": "What?" }))] {
        let workspace = no_project();
        let mut client = Client::program(&workspace);
        client.initialize(asking(&workspace));
        let uri = workspace.uri("a.txt");
        client.open(&uri, TEXT);
        let (question, _, _) = client.asked();
        if let Some(answer) = answer {
            client.reply(&question, answer);
        }
        for name in ["c.txt", "d.txt"] {
            client.open(&workspace.uri(name), TEXT);
        }
        answers(&mut client, &uri);
        assert!(is_marked(&mut client, &uri));
        client.finish();
        assert!(!workspace.path(".state/onomast/answers.toml").exists());
    }
}

#[test]
fn every_text_is_an_answer_too() {
    let workspace = no_project();
    let uri = workspace.uri("a.txt");
    let mut client = Client::program(&workspace);
    client.initialize(asking(&workspace));
    client.open(&uri, TEXT);
    let (question, _, titles) = client.asked();
    client.reply(&question, json!({ "title": titles[1] }));
    client.until(|_| match workspace.path(".state/onomast/answers.toml").exists() {
        true => Ok(()),
        false => Err("not remembered".to_owned()),
    });
    assert!(is_marked(&mut client, &uri));
    client.finish();
    let mut client = Client::program(&workspace);
    client.initialize(asking(&workspace));
    client.open(&uri, TEXT);
    assert!(is_marked(&mut client, &uri));
    client.finish();
}

#[test]
fn the_question_is_asked_in_the_language_of_the_reader() {
    for (locale, title) in [
        ("ru", "Только в проектах"),
        ("tr", "Yalnızca projelerde"),
        ("en", "Only in projects"),
    ] {
        let workspace = no_project();
        let mut client = Client::program(&workspace);
        let mut params = asking(&workspace);
        params["locale"] = json!(locale);
        client.initialize(params);
        client.open(&workspace.uri("a.txt"), TEXT);
        assert_eq!(client.asked().2[0], title);
        client.finish();
    }
}

#[test]
fn nobody_is_asked_who_has_a_project_or_said_it_or_cannot_answer() {
    let decided = |params: &mut Value, options: Value| params["initializationOptions"] = options;
    let mut cases: Vec<(&str, Workspace, Value)> = Vec::new();
    let workspace = Workspace::new(&[]);
    let params = asking(&workspace);
    cases.push(("a project", workspace, params));
    for enable in ["always", "project"] {
        let workspace = no_project();
        let mut params = asking(&workspace);
        decided(&mut params, json!({ "enable": enable }));
        cases.push(("settings", workspace, params));
    }
    let workspace = no_project();
    let mut params = asking(&workspace);
    params["capabilities"]["window"] = json!({});
    cases.push(("no questions", workspace, params));
    for (name, workspace, params) in cases {
        let mut client = Client::program(&workspace);
        client.initialize(params);
        let uri = workspace.uri("a.txt");
        client.open(&uri, TEXT);
        // Its findings come at the same quiet moment, behind what would have been asked.
        client.until(|client| match client.pull(&uri).is_empty() {
            true => Err(format!("{name}: no findings")),
            false => Ok(()),
        });
        client.finish();
    }
}

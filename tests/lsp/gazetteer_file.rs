//! A gazetteer file in the editor: completion, and the conflicts that a merge leaves.

use serde_json::{Value, json};

use crate::support::client::{Client, everything};
use crate::support::text::{self, covered};
use crate::support::workspace::{GAZETTEER, Workspace};

#[test]
fn keys_values_and_ids_are_offered() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("names.gazetteer.json");
    client.open(&uri, GAZETTEER);
    let at = GAZETTEER.find("masculine").expect("in the gazetteer") + 3;
    let items = client.complete(&uri, at);
    let labels: Vec<&str> = items.iter().filter_map(|item| item["label"].as_str()).collect();
    assert_eq!(labels, ["masculine", "feminine", "neuter"]);
    let range = &items[0]["textEdit"]["range"];
    assert_eq!(covered(GAZETTEER, range, client.encoding).as_deref(), Ok("mas"));

    let at = GAZETTEER.find("true").expect("in the gazetteer");
    client.edit(&uri, at..at + 4, "[\"анк\"]");
    let items = client.complete(&uri, at + "[\"анк".len());
    assert_eq!(items.len(), 1, "{items:?}");
    assert_eq!(
        (&items[0]["label"], &items[0]["filterText"]),
        (&json!("place/ankara"), &json!("анк"))
    );
    assert_eq!(items[0]["textEdit"]["newText"], json!("place/ankara"));
    client.finish();
}

#[test]
fn an_editor_with_the_schema_is_told_the_rest() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    let mut params = everything(&workspace, true);
    params["initializationOptions"] = json!({ "jsonSchema": true });
    client.initialize(params);
    let uri = workspace.uri("names.gazetteer.json");
    let unknown = GAZETTEER.replace("\"gender\": \"masculine\"", "\"gender\": \"x\"");
    client.open(&uri, &unknown);
    // What an editor can do it says once; settings that come later say nothing of it.
    client.notify(
        "workspace/didChangeConfiguration",
        json!({ "settings": { "onomast": { "locale": "en" } } }),
    );
    assert_eq!(client.pull(&uri), []);
    let at = unknown.find("\"x\"").expect("in the gazetteer") + 1;
    assert_eq!(client.complete(&uri, at), [] as [serde_json::Value; 0]);
    let at = |word: &str| unknown.find(word).expect("in the gazetteer") + 1;
    assert!(client.hover(&uri, at("\"gender\"")).is_none(), "the schema says it");
    assert!(client.hover(&uri, at("\"Чичерин\"")).is_some(), "no schema knows it");
    client.finish();
}

#[test]
fn a_conflict_is_explained_once_and_the_last_good_version_holds() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let (uri, text) = (workspace.uri("names.gazetteer.json"), workspace.uri("a.txt"));
    client.open(&text, "Ankara\n");
    client.open(&uri, GAZETTEER);
    assert!(client.hover(&text, 0).is_some());
    let title = "  \"title\": \"Test names\",\n";
    let at = GAZETTEER.find(title).expect("in the gazetteer");
    let conflict = format!("<<<<<<< HEAD\n{title}=======\n  \"title\": \"Names\",\n>>>>>>> theirs\n");
    client.edit(&uri, at..at + title.len(), &conflict);
    let findings = client.pull(&uri);
    let [(covered, code, message)] = findings.as_slice() else {
        panic!("{findings:?}")
    };
    assert_eq!((covered.as_str(), code.as_str()), ("<<<<<<< HEAD", "gazetteer"));
    assert!(
        message.contains("=======") && message.contains("last good version"),
        "{message}"
    );
    assert!(
        client.hover(&text, 0).is_some(),
        "what does not parse keeps its last good version in force"
    );
    let range = text::range(client.text(&uri), at..at, client.encoding);
    let context = json!({ "diagnostics": [] });
    let params = json!({ "textDocument": { "uri": uri }, "range": range, "context": context });
    let actions = client.request("textDocument/codeAction", params);
    let drawn: Vec<(&str, &str)> = actions
        .as_array()
        .into_iter()
        .flatten()
        .map(|action| {
            // Of a client without `documentChanges`.
            let new = &action["edit"]["changes"][&uri][0]["newText"];
            (
                action["title"].as_str().unwrap_or_default(),
                new.as_str().unwrap_or_default(),
            )
        })
        .collect();
    let other = "  \"title\": \"Names\",\n";
    let both = format!("{title}{other}");
    let expected = [
        ("Keep what stood here", title),
        ("Take what came in", other),
        ("Keep both", both.as_str()),
    ];
    assert_eq!(drawn, expected);
    let theirs = &actions[1]["edit"]["changes"][&uri][0];
    assert_eq!(
        text::covered(client.text(&uri), &theirs["range"], client.encoding).as_deref(),
        Ok(conflict.as_str())
    );
    client.edit(&uri, at..at + conflict.len(), other);
    assert_eq!(client.pull(&uri), []);
    client.finish();
}

/// A file over the built-in gazetteer, with a relation.
const OVERLAY: &str = r#"{
  "onomast": 1,
  "extends": "builtin",
  "entities": [
    {
      "id": "person/georgy-chicherin",
      "relations": { "ally": ["place/ankara"] },
      "names": [ { "part": "surname", "spellings": { "de": ["Tschitscherin"] } } ]
    },
    {
      "id": "publication/notes",
      "relations": { "author": ["person/georgy-chicherin"] },
      "names": [ { "spellings": { "tr": [ { "text": "Notlar", "alone": "yes" } ], "ru": ["Заметки"] } } ]
    }
  ]
}
"#;

fn at(needle: &str) -> usize {
    OVERLAY.find(needle).expect("in the file")
}

#[test]
fn ids_spellings_keys_and_words_are_explained() {
    let workspace = Workspace::new(&[("names.gazetteer.json", OVERLAY), ("a.txt", "Notlar’ı okudum.\n")]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("names.gazetteer.json");
    client.open(&uri, OVERLAY);
    let id = at("\"author\"") + "\"author\": [\"".len();
    let (covered, card) = client.hover(&uri, id).expect("a card");
    assert_eq!(covered, "person/georgy-chicherin");
    assert!(card.contains("Георгий Васильевич Чичерин"), "{card}");
    client.until(|client| {
        let (covered, card) = client.hover(&uri, at("Notlar")).expect("a card");
        assert_eq!(covered, "Notlar");
        assert!(card.contains("**Notlar** (tr)") && card.contains("Notlar’ın"), "{card}");
        card.contains("1 mention").then_some(()).ok_or(card)
    });
    let (covered, meaning) = client.hover(&uri, at("alone")).expect("a meaning");
    assert_eq!(covered, "alone");
    assert!(meaning.contains("stand for the entity by itself"), "{meaning}");
    let (covered, meaning) = client.hover(&uri, at("yes")).expect("a meaning");
    assert_eq!((covered.as_str(), meaning.as_str()), ("yes", "Always."));
    assert_eq!(client.hover(&uri, at("{")), None);
    client.finish();
}

#[test]
fn an_entry_leads_to_the_one_it_lies_over_and_back() {
    let workspace = Workspace::new(&[
        ("names.gazetteer.json", OVERLAY),
        ("a.txt", "Çiçerin geldi.\n"),
        ("b.txt", "Чичерин уехал.\n"),
    ]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("names.gazetteer.json");
    client.open(&uri, OVERLAY);
    let targets = |found: &Value| -> Vec<String> {
        let links = found.as_array().into_iter().flatten();
        links
            .filter_map(|link| Some(link["targetUri"].as_str()?.to_owned()))
            .collect()
    };
    // From another entry: to the entries of both layers, the topmost first, and to no text.
    let relation = at("\"author\"") + "\"author\": [\"".len();
    let found = client.request("textDocument/definition", client.at(&uri, relation));
    let entries = targets(&found);
    assert_eq!(entries.len(), 2, "{found}");
    assert_eq!(entries[0], uri);
    let builtin = entries[1].clone();
    assert!(builtin.ends_with("persons.json"), "{builtin}");
    // From its own entry: to the one below, and to the texts.
    client.until(|client| {
        let found = client.request(
            "textDocument/definition",
            client.at(&uri, at("person/georgy-chicherin")),
        );
        let expected = [builtin.clone(), workspace.uri("a.txt"), workspace.uri("b.txt")];
        (targets(&found) == expected).then_some(()).ok_or(found.to_string())
    });
    // And back.
    let path = builtin.strip_prefix("file://").expect("a file");
    let below = std::fs::read_to_string(path).expect("a file that is there");
    client.open(&builtin, &below);
    let entry = below.find("person/georgy-chicherin").expect("in the file");
    let found = client.request("textDocument/definition", client.at(&builtin, entry));
    assert_eq!(targets(&found).first(), Some(&uri), "{found}");
    // All mentions, from wherever the entity is named.
    for place in [relation, at("person/georgy-chicherin"), at("Tschitscherin")] {
        let mut params = client.at(&uri, place);
        params["context"] = json!({ "includeDeclaration": true });
        let found = client.request("textDocument/references", params);
        assert_eq!(found.as_array().map(Vec::len), Some(2), "{found}");
    }
    client.finish();
}

#[test]
fn a_gazetteer_has_an_outline() {
    for nested in [true, false] {
        let workspace = Workspace::new(&[("names.gazetteer.json", OVERLAY)]);
        let mut client = Client::program(&workspace);
        let mut params = everything(&workspace, true);
        params["capabilities"]["textDocument"]["documentSymbol"] =
            json!({ "hierarchicalDocumentSymbolSupport": nested });
        client.initialize(params);
        let uri = workspace.uri("names.gazetteer.json");
        client.open(&uri, OVERLAY);
        let symbols = client.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": uri } }));
        let names: Vec<&str> = symbols
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|symbol| symbol["name"].as_str())
            .collect();
        assert_eq!(names, ["Tschitscherin", "Notlar"]);
        match nested {
            true => {
                let below = &symbols[1]["children"][0];
                assert_eq!(
                    (&below["name"], &below["detail"]),
                    (&json!("Notlar · Заметки"), &json!("full"))
                );
            }
            false => assert_eq!(symbols[1]["containerName"], json!("publication/notes")),
        }
        client.finish();
    }
}

#[test]
fn above_each_entry_stands_how_often_it_is_mentioned() {
    let workspace = Workspace::new(&[("a.txt", "Ankara ve Ankara.\n"), ("b.txt", "Анкара.\n")]);
    let mut client = Client::program(&workspace);
    let mut params = everything(&workspace, true);
    params["capabilities"]["workspace"]["codeLens"] = json!({ "refreshSupport": true });
    client.initialize(params);
    let uri = workspace.uri("names.gazetteer.json");
    client.open(&uri, GAZETTEER);
    let ask = |client: &mut Client| client.request("textDocument/codeLens", json!({ "textDocument": { "uri": uri } }));
    while ask(&mut client).is_null() {
        client.refreshed();
    }
    let lenses = ask(&mut client);
    let drawn: Vec<(String, &str)> = lenses
        .as_array()
        .into_iter()
        .flatten()
        .map(|lens| {
            let covered = covered(GAZETTEER, &lens["range"], client.encoding).expect("a range");
            (covered, lens["command"]["title"].as_str().unwrap_or_default())
        })
        .collect();
    assert_eq!(drawn.len(), 4);
    assert_eq!(
        (drawn[0].0.as_str(), drawn[0].1),
        ("person/georgy-chicherin", "not mentioned")
    );
    assert_eq!(
        (drawn[3].0.as_str(), drawn[3].1),
        ("place/ankara", "3 mentions in 2 texts: ru 1, tr 2")
    );
    // It counts along.
    let text = workspace.uri("a.txt");
    client.open(&text, "Ankara ve Ankara.\n");
    client.edit(&text, 0..0, "Ankara, ");
    client.until(|client| {
        let lenses = ask(client);
        let title = lenses[3]["command"]["title"].as_str().unwrap_or_default();
        (title == "4 mentions in 2 texts: ru 1, tr 3")
            .then_some(())
            .ok_or(title.to_owned())
    });
    // What stands there can be asked for.
    let command = &lenses[3]["command"];
    let argument = command["arguments"][0].clone();
    assert_eq!(command["command"], json!("onomast.server.showEntity"));
    let page = client.run("showEntity", argument);
    assert_eq!(page["title"], json!("Анкара"));
    client.finish();
}

#[test]
fn without_a_project_there_is_nothing_above_entries_where_the_settings_say_so() {
    let workspace = Workspace::new(&[("a.txt", "Çiçerin’in notası.\n")]);
    std::fs::remove_file(workspace.path("names.gazetteer.json")).expect("a file");
    let mut client = Client::program(&workspace);
    let mut params = everything(&workspace, true);
    params["initializationOptions"] = json!({ "enable": "project" });
    client.initialize(params);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Çiçerin’in notası.\n");
    let definition = client.request("textDocument/definition", client.at(&uri, 0));
    let builtin = definition[0]["targetUri"].as_str().expect("a URI").to_owned();
    let text = std::fs::read_to_string(builtin.strip_prefix("file://").expect("a file")).expect("a file");
    client.open(&builtin, &text);
    let lenses = client.request("textDocument/codeLens", json!({ "textDocument": { "uri": builtin } }));
    assert_eq!(lenses, Value::Null);
    client.finish();
}

#[test]
fn decisions_and_settings_name_entities_too() {
    let decision = r#"{"path":"a.txt","quote":"Ankara","before":"","after":".","kind":"is","entity":"place/ankara"}"#;
    let settings = "[style.old]\nprefer = { \"place/ankara#full\" = { tr = \"Ankara\" } }\n";
    let files = [
        ("a.txt", "Ankara.\n"),
        ("onomast.decisions.jsonl", decision),
        ("onomast.toml", settings),
    ];
    let workspace = Workspace::new(&files);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    for (name, text) in &files[1..] {
        let uri = workspace.uri(name);
        client.open(&uri, text);
        let at = text.find("place/ankara").expect("in the file") + 3;
        let (covered, card) = client.hover(&uri, at).expect("a card");
        assert_eq!(covered, "place/ankara");
        assert!(card.contains("**Анкара** (ru)"), "{card}");
        let found = client.request("textDocument/definition", client.at(&uri, at));
        assert_eq!(
            found[0]["targetUri"],
            json!(workspace.uri("names.gazetteer.json")),
            "{found}"
        );
        assert_eq!(client.hover(&uri, 0), None);
    }
    client.finish();
}

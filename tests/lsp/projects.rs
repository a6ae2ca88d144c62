//! Which project a document belongs to, and what becomes of open texts when its files change.

use serde_json::json;

use crate::support::client::{Client, everything};
use crate::support::workspace::{GAZETTEER, Workspace};

const TEXT: &str = "Tchitcherine’in notası.\n";

fn codes(found: Vec<(String, String, String)>) -> Vec<String> {
    found.into_iter().map(|(_, code, _)| code).collect()
}

/// A gazetteer that knows one place.
fn knowing(place: &str) -> String {
    format!(
        r#"{{ "onomast": 1, "title": "t", "entities": [ {{ "id": "place/x", "names": [ {{ "spellings": {{ "tr": ["{place}"] }} }} ] }} ] }}"#
    )
}

#[test]
fn a_gazetteer_that_breaks_on_disk_stays_in_force_until_it_is_mended() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start_pushed(&workspace);
    let (text, gazetteer) = (workspace.uri("a.txt"), workspace.uri("names.gazetteer.json"));
    let changed = json!({ "changes": [{ "uri": gazetteer, "type": 2 }] });
    client.open(&text, TEXT);
    assert_eq!(codes(client.published(&text, Some(1))), ["deprecated-spelling"]);
    client.open(&gazetteer, GAZETTEER);
    assert_eq!(codes(client.published(&gazetteer, Some(1))), Vec::<String>::new());
    client.close(&gazetteer);
    assert_eq!(client.published(&gazetteer, None), []);
    assert_eq!(codes(client.published(&text, Some(1))), ["deprecated-spelling"]);

    let mut first = true;
    // Half written, emptied, garbled from the first byte.
    for broken in [&GAZETTEER[..GAZETTEER.len() / 2], "", "#", "{ \"on"] {
        workspace.write("names.gazetteer.json", broken);
        client.notify("workspace/didChangeWatchedFiles", changed.clone());
        if std::mem::take(&mut first) {
            let shown = client.shown();
            assert!(shown.contains("is broken"), "said once");
            assert!(
                !shown.contains(&*workspace.root().to_string_lossy()),
                "the whole path stands before what is wrong: {shown}"
            );
        }
        assert_eq!(
            codes(client.published(&text, Some(1))),
            ["deprecated-spelling"],
            "{broken}"
        );
        client.open(&gazetteer, broken);
        let problems = client.published(&gazetteer, Some(1));
        assert_eq!(codes(problems), ["gazetteer"], "once, at the file: {broken}");
        client.close(&gazetteer);
        assert_eq!(client.published(&gazetteer, None), []);
        assert_eq!(
            codes(client.published(&text, Some(1))),
            ["deprecated-spelling"],
            "{broken}"
        );
    }

    workspace.write("names.gazetteer.json", &knowing("Tchitcherine"));
    client.notify("workspace/didChangeWatchedFiles", changed);
    assert!(client.shown().contains("in force again"));
    assert_eq!(codes(client.published(&text, Some(1))), Vec::<String>::new());
    client.finish();
}

#[test]
fn settings_take_effect_at_once() {
    let workspace = Workspace::new(&[("onomast.toml", "")]);
    let mut client = Client::program(&workspace);
    client.start_pushed(&workspace);
    let (text, settings) = (workspace.uri("a.txt"), workspace.uri("onomast.toml"));
    client.open(&text, TEXT);
    assert_eq!(codes(client.published(&text, Some(1))), ["deprecated-spelling"]);

    workspace.write("onomast.toml", "[severity]\ndeprecated-spelling = 'off'\n");
    let changed = json!({ "changes": [{ "uri": settings, "type": 2 }] });
    client.notify("workspace/didChangeWatchedFiles", changed);
    assert_eq!(client.published(&text, Some(1)), [], "changed behind the editor's back");

    workspace.write("onomast.toml", "");
    client.notify("textDocument/didSave", json!({ "textDocument": { "uri": settings } }));
    assert_eq!(
        codes(client.published(&text, Some(1))),
        ["deprecated-spelling"],
        "saved"
    );

    client.open(&settings, "");
    assert_eq!(client.published(&settings, Some(1)), []);
    client.edit(&settings, 0..0, "[[documents]]\nfiles = ['*.txt']\nrole = 'ignore'\n");
    assert_eq!(client.published(&text, Some(1)), [], "typed");
    assert_eq!(client.published(&settings, Some(2)), []);

    std::fs::remove_file(workspace.path("onomast.toml")).expect("a file");
    client.close(&settings);
    assert_eq!(client.published(&settings, None), []);
    assert_eq!(codes(client.published(&text, Some(1))), ["deprecated-spelling"], "gone");
    client.finish();
}

#[test]
fn findings_that_become_known_are_gone_at_once() {
    let known = r#"{"path":"a.txt","code":"deprecated-spelling","entity":"person/georgy-chicherin","quote":"Tchitcherine","before":"","after":"’in notası."}"#;
    let workspace = Workspace::new(&[("onomast.toml", "baseline = 'lists/known.jsonl'\n")]);
    for watches in [true, false] {
        let mut client = Client::program(&workspace);
        let mut params = everything(&workspace, false);
        if !watches {
            params["capabilities"]["workspace"] = json!({});
        }
        client.initialize(params);
        let (text, baseline) = (workspace.uri("a.txt"), workspace.uri("lists/known.jsonl"));
        workspace.write("lists/known.jsonl", "");
        client.open(&text, TEXT);
        assert_eq!(codes(client.published(&text, Some(1))), ["deprecated-spelling"]);
        workspace.write("lists/known.jsonl", known);
        if watches {
            let changed = json!({ "changes": [{ "uri": baseline, "type": 2 }] });
            client.notify("workspace/didChangeWatchedFiles", changed);
        } else {
            client.notify("textDocument/didSave", json!({ "textDocument": { "uri": baseline } }));
        }
        assert_eq!(client.published(&text, Some(1)), [], "on disk");

        // In the editor it counts as it is typed, and what is wrong in it is said there.
        client.open(&baseline, known);
        assert_eq!(client.published(&baseline, Some(1)), []);
        client.edit(&baseline, 0..1, "[");
        assert_eq!(codes(client.published(&text, Some(1))), ["deprecated-spelling"]);
        assert_eq!(codes(client.published(&baseline, Some(2))), ["settings"]);
        client.close(&baseline);
        assert_eq!(client.published(&baseline, None), []);
        assert_eq!(client.published(&text, Some(1)), [], "what is on disk holds again");
        client.finish();
    }
}

#[test]
fn every_document_has_the_project_of_its_folder() {
    let (one, other, outside) = (Workspace::new(&[]), Workspace::new(&[]), Workspace::new(&[]));
    one.write("names.gazetteer.json", &knowing("Kars"));
    other.write("names.gazetteer.json", &knowing("Batum"));
    other.write("inner/names.gazetteer.json", &knowing("Ardahan"));
    outside.write("names.gazetteer.json", &knowing("Van"));
    let mut client = Client::program(&one);
    let mut params = everything(&one, true);
    params["workspaceFolders"] =
        json!([{ "uri": one.uri(""), "name": "one" }, { "uri": other.uri(""), "name": "other" }]);
    client.initialize(params);

    let text = "Kars, Batum, Ardahan, Van.\n";
    let known = |client: &mut Client, uri: &str| -> Vec<&str> {
        let words = ["Kars", "Batum", "Ardahan", "Van"].into_iter();
        let mut known = |word: &&str| client.hover(uri, text.find(*word).expect("in the text")).is_some();
        words.filter(|word| known(word)).collect()
    };
    for (uri, expected) in [
        (one.uri("a.txt"), "Kars"),
        (one.uri("not/there/yet.txt"), "Kars"),
        (other.uri("a.txt"), "Batum"),
        (other.uri("inner/a.txt"), "Ardahan"),
        (outside.uri("a.txt"), "Van"),
        ("untitled:Untitled-1".to_owned(), "Kars"),
    ] {
        client.open(&uri, text);
        assert_eq!(known(&mut client, &uri), [expected], "{uri}");
    }

    let event = json!({ "event": { "added": [], "removed": [{ "uri": one.uri(""), "name": "one" }] } });
    client.notify("workspace/didChangeWorkspaceFolders", event);
    assert_eq!(
        known(&mut client, "untitled:Untitled-1"),
        ["Batum"],
        "the first folder left"
    );
    assert_eq!(
        known(&mut client, &one.uri("a.txt")),
        ["Kars"],
        "outside of all folders now"
    );
    client.finish();
}

#[test]
fn an_unsaved_document_is_what_the_editor_says_it_is() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = "untitled:Untitled-1";
    let text = "---\nonomast: { role: source }\n---\n\nTchitcherine’in notası, `Tchitcherine`, Cicerin.\n";
    let item = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": text });
    client.open(uri, text);
    client.close(uri);
    client.notify("textDocument/didOpen", json!({ "textDocument": item }));
    let report = client.request("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }));
    let items = report["items"].as_array().expect("a list");
    let codes: Vec<_> = items.iter().map(|item| &item["code"]).collect();
    assert_eq!(codes, ["misspelling"], "the front matter says that it is a source");
    client.finish();
}

#[test]
fn decisions_follow_the_text_they_are_about() {
    let decision = r#"{"path":"a.txt","quote":"Tchitcherine","before":"","after":"’in notası.","kind":"not-a-name"}"#;
    let workspace = Workspace::new(&[("onomast.decisions.jsonl", decision)]);
    let mut client = Client::program(&workspace);
    client.start_pushed(&workspace);
    let (text, decisions) = (workspace.uri("a.txt"), workspace.uri("onomast.decisions.jsonl"));
    client.open(&text, TEXT);
    assert_eq!(codes(client.published(&text, Some(1))), Vec::<String>::new());

    client.change(&text, 2, json!([{ "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } }, "text": "Eski " }]));
    assert_eq!(codes(client.published(&text, Some(2))), Vec::<String>::new(), "moved");

    workspace.write("onomast.decisions.jsonl", "");
    let changed = json!({ "changes": [{ "uri": decisions, "type": 2 }] });
    client.notify("workspace/didChangeWatchedFiles", changed);
    assert_eq!(codes(client.published(&text, Some(2))), ["deprecated-spelling"]);
    client.finish();
}

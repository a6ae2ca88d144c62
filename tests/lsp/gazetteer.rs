//! Gazetteers that change while texts are open, and the built-in one as a file.

use serde_json::{Value, json};

use crate::support::client::{Client, everything};
use crate::support::text;
use crate::support::workspace::{GAZETTEER, Workspace};

#[test]
fn a_saved_gazetteer_comes_into_force() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start_pushed(&workspace);
    let uri = workspace.uri("a.txt");
    let text = "Çiçerin Ankara’da.\n";
    client.open(&uri, text);
    assert_eq!(client.published(&uri, Some(1)), []);
    let other = workspace.uri("b.txt");
    client.open(&other, "Bugün Ankara’ya gittim.\n");
    assert_eq!(client.published(&other, Some(1)), []);
    let changed = GAZETTEER.replace(
        "\"Ankara\"",
        "\"Angora\", { \"text\": \"Ankara\", \"status\": \"deprecated\" }",
    );
    workspace.write("names.gazetteer.json", &changed);
    let change = json!({ "changes": [{ "uri": workspace.uri("names.gazetteer.json"), "type": 2 }] });
    client.notify("workspace/didChangeWatchedFiles", change);
    let findings = client.published(&uri, Some(1));
    assert_eq!(
        findings
            .first()
            .map(|(covered, code, _)| (covered.as_str(), code.as_str())),
        Some(("Ankara", "deprecated-spelling"))
    );
    assert_eq!(client.published(&other, Some(1)).len(), 1, "in every open text");

    workspace.write("names.gazetteer.json", GAZETTEER);
    let saved = json!({ "textDocument": { "uri": workspace.uri("names.gazetteer.json") } });
    client.notify("textDocument/didSave", saved);
    assert_eq!(client.published(&uri, Some(1)), []);
    assert_eq!(client.published(&other, Some(1)), []);
    client.finish();
}

#[test]
fn a_gazetteer_is_in_force_while_it_is_typed() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let (uri, gazetteer) = (workspace.uri("a.txt"), workspace.uri("names.gazetteer.json"));
    client.open(&uri, "Trabzon Ankara’da.\n");
    assert_eq!(client.hover(&uri, 0), None);
    client.open(&gazetteer, GAZETTEER);
    assert_eq!(client.pull(&gazetteer), []);

    let place = GAZETTEER.find("\"Ankara\"").expect("in the gazetteer");
    client.edit(&gazetteer, place + 1..place + 7, "Trabzon");
    client.refreshed();
    assert!(
        client.hover(&uri, 0).is_some(),
        "the editor's text holds, not the file's"
    );
    assert_eq!(client.hover(&uri, 8), None);

    let end = client.text(&gazetteer).rfind('}').expect("the last brace");
    client.edit(&gazetteer, end..end + 1, "");
    let problems = client.pull(&gazetteer);
    assert_eq!(
        problems.first().map(|(_, code, _)| code.as_str()),
        Some("gazetteer"),
        "{problems:?}"
    );
    assert!(
        client.hover(&uri, 0).is_some(),
        "what does not parse keeps its last good version in force"
    );

    client.edit(&gazetteer, end..end, "}");
    assert_eq!(client.pull(&gazetteer), []);
    client.close(&gazetteer);
    // Until it is read again the old one answers.
    client.until(|client| match client.hover(&uri, 0) {
        None => Ok(()),
        Some(_) => Err("the editor's text, and not the file's".to_owned()),
    });
    assert!(client.hover(&uri, 8).is_some());
    client.finish();
}

#[test]
fn a_mistake_in_the_settings_is_shown_where_it_is() {
    let text = "gazeteers = []\n";
    let workspace = Workspace::new(&[("onomast.toml", text)]);
    let mut client = Client::program(&workspace);
    client.start_pushed(&workspace);
    let uri = workspace.uri("onomast.toml");
    client.open(&uri, text);
    let findings = client.published(&uri, Some(1));
    let found = findings
        .first()
        .map(|(covered, code, _)| (covered.as_str(), code.as_str()));
    assert_eq!(found, Some(("gazeteers", "settings")));
    client.finish();
}

#[test]
fn a_definition_leads_to_where_the_entry_stands_now() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Ankara’da.\n");
    assert!(client.hover(&uri, 0).is_some());
    let spelling = |client: &mut Client, text: &str| {
        let definition = client.request("textDocument/definition", client.at(&uri, 0));
        let range = definition.get(0).map(|link| link["targetSelectionRange"].clone())?;
        Some(text::covered(text, &range, client.encoding).expect("a place in the file"))
    };
    let before = spelling(&mut client, GAZETTEER).expect("an entry");
    assert!(before.contains("Ankara"), "{before}");
    // Nobody has told of it yet.
    let changed = GAZETTEER.replace("\"title\"", "\n\n\n  \"title\"");
    workspace.write("names.gazetteer.json", &changed);
    assert_eq!(spelling(&mut client, &changed), Some(before));
    std::fs::remove_file(workspace.path("names.gazetteer.json")).expect("a file");
    assert_eq!(spelling(&mut client, ""), None, "it is gone");
    client.finish();
}

#[test]
fn the_built_in_gazetteer_can_be_opened() {
    let workspace = Workspace::new(&[]);
    std::fs::remove_file(workspace.path("names.gazetteer.json")).expect("a file");
    let mut client = Client::program(&workspace);
    client.initialize(everything(&workspace, true));
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Çiçerin’in notası.\n");
    let (_, card) = client.hover(&uri, 0).expect("a hover");
    assert!(card.contains("built-in"), "{card}");
    let definition = client.request("textDocument/definition", client.at(&uri, 0));
    let target = definition[0]["targetUri"].as_str().expect("a URI");
    let path = target.strip_prefix("file://").expect("a file");
    assert!(path.starts_with(&*workspace.path(".cache").to_string_lossy()), "{path}");
    let written = std::fs::read_to_string(path).expect("a file that is there");
    assert!(std::fs::metadata(path).expect("a file").permissions().readonly());
    assert_ne!(written, "");

    client.open(target, &written);
    let place = client.at(target, written.find("Çiçerin\"").expect("the spelling"));
    let back = client.request("textDocument/definition", place);
    assert_eq!(back[0]["targetUri"], json!(uri));
    client.request("shutdown", Value::Null);
    client.notify("exit", Value::Null);
    assert!(client.wait());
}

#[test]
fn without_a_folder_for_it_the_built_in_entry_is_named_and_not_opened() {
    let workspace = Workspace::new(&[]);
    std::fs::remove_file(workspace.path("names.gazetteer.json")).expect("a file");
    std::fs::write(workspace.path(".cache"), "no folder").expect("a file");
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Çiçerin’in notası.\n");
    let definition = client.request("textDocument/definition", client.at(&uri, 0));
    assert_eq!(definition, Value::Null);
    assert!(client.logged().contains("built-in gazetteer"));
    let (_, card) = client.hover(&uri, 0).expect("a hover");
    let entry = card.lines().find(|line| line.starts_with("*Entry:*"));
    assert!(
        entry.is_some_and(|entry| entry.contains("built-in gazetteer (persons.json, line ")),
        "{card}"
    );
    client.finish();
}

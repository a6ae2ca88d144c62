//! A gazetteer file in the editor: completion, and the conflicts that a merge leaves.

use serde_json::json;

use crate::support::client::{Client, everything};
use crate::support::text::covered;
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
    assert_eq!(client.pull(&uri), []);
    let at = unknown.find("\"x\"").expect("in the gazetteer") + 1;
    assert_eq!(client.complete(&uri, at), [] as [serde_json::Value; 0]);
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
    client.edit(&uri, at..at + conflict.len(), title);
    assert_eq!(client.pull(&uri), []);
    client.finish();
}

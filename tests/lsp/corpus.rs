//! `inconsistent-across-corpus` in the editor: once the project has been read, and at quiet moments.

use serde_json::{Value, json};

use super::index::watching_work;
use crate::support::client::{Client, everything};
use crate::support::workspace::Workspace;

pub(super) const NAMES: &str = r#"{ "onomast": 1, "title": "Test names", "entities": [
  { "id": "place/izmir", "names": [ { "spellings": { "ru": ["Измир", "Смирна"], "tr": ["İzmir", "Smyrna"] } } ] },
  { "id": "place/kars", "names": [ { "spellings": {
      "ru": ["Карс"], "tr": ["Kars", { "text": "Karss", "status": "misspelling" }] } } ] } ] }
"#;

/// A project with these texts.
pub(super) fn project(files: &[(&str, &str)]) -> Workspace {
    let workspace = Workspace::new(files);
    workspace.write("names.gazetteer.json", NAMES);
    workspace
}

/// The same parameters for a client that is pushed to.
fn pushed(workspace: &Workspace) -> Value {
    let mut params = everything(workspace, false);
    params["capabilities"]["window"] = json!({ "workDoneProgress": true });
    params
}

fn said(counts: &str) -> (String, String, String) {
    let message = format!("“Smyrna” here, mostly “İzmir” in this project ({counts})");
    ("Smyrna".to_owned(), "inconsistent-across-corpus".to_owned(), message)
}

#[test]
fn it_follows_what_is_typed_in_other_texts() {
    let workspace = project(&[("a.tr.txt", "İzmir.\n"), ("b.tr.txt", "Smyrna, Kars, Smyrna.\n")]);
    let mut client = Client::program(&workspace);
    client.initialize(pushed(&workspace));
    client.worked(1);
    let (a, b) = (workspace.uri("a.tr.txt"), workspace.uri("b.tr.txt"));
    client.open(&b, "Smyrna, Kars, Smyrna.\n");
    assert_eq!(client.published(&b, Some(1)), [], "the project spells as it does");
    workspace.write("a.tr.txt", "İzmir, İzmir, İzmir.\n");
    client.notify(
        "workspace/didChangeWatchedFiles",
        json!({ "changes": [{ "uri": a, "type": 2 }] }),
    );
    assert_eq!(
        client.published(&b, Some(1)),
        [said("İzmir 3, Smyrna 2")],
        "changed on disk"
    );
    client.open(&a, "İzmir, İzmir, İzmir.\n");
    assert_eq!(client.published(&a, Some(1)), []);
    client.edit(&a, 0..0, "İzmir, ");
    assert_eq!(client.published(&b, Some(1)), [said("İzmir 4, Smyrna 2")], "typed");
    client.edit(&b, 0..0, "Smyrna, Smyrna, Smyrna, Smyrna, Smyrna, ");
    // What is typed counts at the next quiet moment, in every text.
    while client.published(&a, Some(2)).is_empty() {}
    while !client.published(&b, Some(2)).is_empty() {}
    client.finish();
}

#[test]
fn a_client_that_pulls_is_told_to_and_hears_no_more_than_it_knows() {
    let workspace = project(&[("a.tr.txt", "İzmir, İzmir, İzmir.\n")]);
    let mut client = Client::program(&workspace);
    client.initialize(watching_work(&workspace));
    client.worked(1);
    let b = workspace.uri("b.tr.txt");
    client.open(&b, "Smyrna, Kars, Smyrna.\n");
    client.refreshed();
    let pull = |client: &mut Client, known: Value| {
        let mut params = json!({ "textDocument": { "uri": b } });
        if !known.is_null() {
            params["previousResultId"] = known;
        }
        client.request("textDocument/diagnostic", params)
    };
    let first = pull(&mut client, Value::Null);
    assert_eq!(first["items"].as_array().map(Vec::len), Some(1), "{first}");
    assert_eq!(first["items"][0]["code"], "inconsistent-across-corpus");
    let again = pull(&mut client, first["resultId"].clone());
    assert_eq!(again, json!({ "kind": "unchanged", "resultId": first["resultId"] }));
    assert_eq!(pull(&mut client, json!("of another session")), first);
    client.edit(&b, 0..0, "Karss, ");
    let other = pull(&mut client, first["resultId"].clone());
    assert_eq!(other["items"].as_array().map(Vec::len), Some(2), "{other}");
    assert_ne!(other["resultId"], first["resultId"]);
    client.finish();
}

//! What changes a name everywhere, while not everything has been read: it waits, it can be cancelled, and it says what it
//! leaves.

use std::sync::Arc;
use std::time::Duration;

use onomast::lsp::{Limits, Options, Wanted};
use serde_json::{Value, json};

use super::actions::{all, with_edits};
use crate::support::client::Client;
use crate::support::gate::Gate;
use crate::support::workspace::{GAZETTEER, Workspace};

const TEXT: &str = "Чичерин приехал.\n";
const CANCELLED: i64 = -32800;
const FAILED: i64 = -32803;

/// Two projects, of which that in `slow` is read first, and is not read while the gate is shut.
fn client(workspace: &Workspace, gate: &Arc<Gate>, patience: Duration) -> Client {
    let gate = gate.clone();
    let mut client = Client::memory(Options {
        load: Arc::new(move |wanted: Wanted<'_>| {
            if wanted.root.folder.ends_with("slow") {
                gate.pass();
            }
            wanted.load()
        }),
        cache: None,
        quiet: Duration::from_millis(1),
        patience,
        ..Options::default()
    });
    let mut params = with_edits(workspace, all());
    let folders = ["slow", "work"].map(|name| json!({ "uri": workspace.uri(name), "name": name }));
    params["workspaceFolders"] = json!(folders);
    client.initialize(params);
    client
}

fn workspace() -> Workspace {
    Workspace::new(&[
        ("slow/names.gazetteer.json", GAZETTEER),
        ("work/names.gazetteer.json", GAZETTEER),
        ("work/b.md", TEXT),
    ])
}

fn rename(client: &mut Client, uri: &str) -> i64 {
    let mut params = client.at(uri, 0);
    params["newName"] = json!("Чечерин");
    client.ask("textDocument/rename", params)
}

#[test]
fn a_rename_waits_until_every_text_is_known_and_can_be_cancelled() {
    let (workspace, gate) = (workspace(), Arc::new(Gate::default()));
    let mut client = client(&workspace, &gate, Duration::from_secs(3600));
    let uri = workspace.uri("work/a.md");
    client.open(&uri, TEXT);
    gate.reached();
    let [first, second] = [(); 2].map(|()| rename(&mut client, &uri));
    assert!(client.hover(&uri, 0).is_some(), "it holds up nobody");
    assert!(!client.has_answer(first) && !client.has_answer(second));
    client.notify("$/cancelRequest", json!({ "id": first }));
    assert_eq!(client.answer(first).map_err(|refusal| refusal.code), Err(CANCELLED));
    assert!(!client.has_answer(second));
    gate.open();
    let edit = client.answer(second).expect("an edit");
    assert!(edit.to_string().contains("work/b.md"), "{edit}");
    client.finish();
}

/// What is asked once and shown as the whole: all mentions, and from a gazetteer the first of each text.
#[test]
fn who_asks_for_all_places_gets_all_of_them() {
    let (workspace, gate) = (workspace(), Arc::new(Gate::default()));
    let mut client = client(&workspace, &gate, Duration::from_secs(3600));
    let (uri, names) = (workspace.uri("work/a.md"), workspace.uri("work/names.gazetteer.json"));
    client.open(&uri, TEXT);
    client.open(&names, GAZETTEER);
    gate.reached();
    let mut place = client.at(&uri, 0);
    place["context"] = json!({ "includeDeclaration": true });
    let references = client.ask("textDocument/references", place.clone());
    let entry = client.at(&names, GAZETTEER.find("person/").expect("an entry"));
    let definition = client.ask("textDocument/definition", entry);
    let to_entry = client.request("textDocument/definition", client.at(&uri, 0));
    place["textDocument"]["uri"] = json!(workspace.uri("work/closed.md"));
    let closed = client.request("textDocument/references", place);
    assert!(closed.is_null(), "nobody waits to hear nothing: {closed}");
    assert!(!to_entry.is_null(), "it is the same however many texts there are");
    assert!(!client.has_answer(references) && !client.has_answer(definition));
    // Symbols are asked for at every key: they say what they are.
    let symbols = client.request("workspace/symbol", json!({ "query": "чич" }));
    let count = symbols[0]["containerName"].as_str().unwrap_or_default();
    assert!(count.ends_with("1 mention so far"), "{symbols}");
    gate.open();
    for asked in [references, definition] {
        let places = client.answer(asked).expect("places").to_string();
        assert!(places.contains("work/a.md") && places.contains("work/b.md"), "{places}");
    }
    client.finish();
}

#[test]
fn where_nothing_comes_forward_a_rename_is_refused_and_says_how_far_it_is() {
    let (workspace, gate) = (workspace(), Arc::new(Gate::default()));
    let mut client = client(&workspace, &gate, Duration::from_millis(1));
    let uri = workspace.uri("work/a.md");
    client.open(&uri, TEXT);
    gate.reached();
    let asked = rename(&mut client, &uri);
    let refusal = client.answer(asked).expect_err("names would be left out");
    assert_eq!(refusal.code, FAILED);
    assert!(refusal.message.contains("(0 of 0 texts)"), "{}", refusal.message);
    gate.open();
    client.until(|client| {
        let asked = rename(client, &uri);
        client.answer(asked).map(drop).map_err(|refusal| refusal.message)
    });
    client.finish();
}

#[test]
fn a_rename_says_that_there_are_texts_which_are_not_read() {
    let workspace = Workspace::new(&[("a.md", TEXT), ("b.md", TEXT)]);
    let mut client = Client::memory(Options {
        limits: Limits {
            files: 1,
            ..Limits::default()
        },
        cache: None,
        ..Options::default()
    });
    client.initialize(with_edits(&workspace, all()));
    let uri = workspace.uri("a.md");
    client.open(&uri, TEXT);
    let asked = rename(&mut client, &uri);
    let edit: Value = client.answer(asked).expect("an edit");
    assert!(!edit.to_string().contains("b.md"), "{edit}");
    let said = [client.shown(), client.shown()];
    assert!(said.iter().any(|said| said.contains("stay as they are")), "{said:?}");
    client.finish();
}

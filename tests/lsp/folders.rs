//! Folders that are opened and closed: what is in none of them, and is not open either, is spoken of no longer.

use serde_json::{Value, json};

use super::index::watching_work;
use crate::support::client::{Client, everything};
use crate::support::workspace::Workspace;

const TEXT: &str = "Чичерин, Tchitcherine.\n";

/// Waits until the projects that have these files, and no others, are searched for names.
#[track_caller]
fn searched(client: &mut Client, expected: &[String]) {
    client.until(|client| {
        let symbols = client.request("workspace/symbol", json!({ "query": "чич" }));
        let symbols = symbols.as_array().into_iter().flatten();
        let uris = symbols.filter_map(|symbol| symbol["location"]["uri"].as_str());
        let mut uris: Vec<&str> = uris.collect();
        uris.sort_unstable();
        let mut expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        expected.sort_unstable();
        (uris == expected).then_some(()).ok_or_else(|| format!("{uris:?}"))
    });
}

/// Parameters of a client with these folders that wants the findings of all files.
fn params(folders: &[&Workspace], pulls: bool) -> Value {
    let mut params = everything(folders[0], pulls);
    params["capabilities"]["window"] = json!({ "workDoneProgress": true });
    params["initializationOptions"] = json!({ "diagnostics": { "scope": "workspace" } });
    let folders = folders.iter();
    let folders: Vec<Value> = folders
        .map(|folder| json!({ "uri": folder.uri(""), "name": "folder" }))
        .collect();
    params["workspaceFolders"] = json!(folders);
    params
}

fn removal(folder: &Workspace) -> Value {
    json!({ "event": { "added": [], "removed": [{ "uri": folder.uri(""), "name": "folder" }] } })
}

#[test]
fn a_folder_that_is_removed_is_searched_no_longer_and_its_findings_are_taken_back() {
    let (one, other) = (
        Workspace::new(&[("a.txt", TEXT)]),
        Workspace::new(&[("b.txt", TEXT), ("inner/onomast.toml", ""), ("inner/c.txt", TEXT)]),
    );
    other.write("inner/names.gazetteer.json", crate::support::workspace::GAZETTEER);
    let mut client = Client::program(&one);
    client.initialize(params(&[&one, &other], true));
    let (a, b, c) = (one.uri("a.txt"), other.uri("b.txt"), other.uri("inner/c.txt"));
    searched(&mut client, &[a.clone(), b.clone(), c.clone()]);
    let mut known: Vec<Value> = Vec::new();
    client.until(|client| {
        let report = client.request("workspace/diagnostic", json!({ "previousResultIds": known }));
        for item in report["items"].as_array().into_iter().flatten() {
            known.retain(|known| known["uri"] != item["uri"]);
            known.push(json!({ "uri": item["uri"], "value": item["resultId"] }));
        }
        (known.len() == 3).then_some(()).ok_or_else(|| format!("{known:?}"))
    });

    let waiting = client.ask("workspace/diagnostic", json!({ "previousResultIds": known }));
    client.notify("workspace/didChangeWorkspaceFolders", removal(&other));
    searched(&mut client, std::slice::from_ref(&a));
    let mut back: Vec<String> = Vec::new();
    let mut report = client.answer(waiting).expect("an answer");
    loop {
        for item in report["items"].as_array().into_iter().flatten() {
            let uri = item["uri"].as_str().expect("a URI");
            if item["kind"] == "full" {
                assert_eq!(item["items"], json!([]), "{uri}");
                back.push(uri.to_owned());
                known.retain(|known| known["uri"] != item["uri"]);
            }
        }
        if back.len() == 2 {
            break;
        }
        report = client.request("workspace/diagnostic", json!({ "previousResultIds": known }));
    }
    back.sort_unstable();
    let mut expected = [b.clone(), c];
    expected.sort_unstable();
    assert_eq!(back, expected);

    // What is open of it is spoken of, with what lies beside it, as of any file outside of all folders.
    client.open(&b, TEXT);
    searched(&mut client, &[a, b, other.uri("inner/c.txt")]);
    client.finish();
}

#[test]
fn the_folder_of_a_file_outside_of_all_folders_goes_with_the_last_text_of_it() {
    let (workspace, outside) = (
        Workspace::new(&[("a.txt", TEXT)]),
        Workspace::new(&[("b.txt", TEXT), ("c.txt", TEXT)]),
    );
    let mut client = Client::program(&workspace);
    client.initialize(watching_work(&workspace));
    let a = workspace.uri("a.txt");
    let (b, c) = (outside.uri("b.txt"), outside.uri("c.txt"));
    searched(&mut client, std::slice::from_ref(&a));
    client.open(&b, TEXT);
    client.open(&c, TEXT);
    searched(&mut client, &[a.clone(), b.clone()]);
    client.close(&b);
    client.worked(2);
    // The names of the project are those of its first file, be it open or not.
    searched(&mut client, &[a.clone(), b]);
    client.close(&c);
    searched(&mut client, &[a]);
    client.finish();
}

#[test]
fn findings_that_were_sent_of_a_folder_are_taken_back_with_it() {
    let (one, other) = (Workspace::new(&[]), Workspace::new(&[("b.txt", TEXT)]));
    let mut client = Client::program(&one);
    client.initialize(params(&[&one, &other], false));
    let set = client.pushed();
    assert_eq!(
        (&set["uri"], set["diagnostics"].as_array().map(Vec::len)),
        (&json!(other.uri("b.txt")), Some(1))
    );
    client.notify("workspace/didChangeWorkspaceFolders", removal(&other));
    let set = client.pushed();
    assert_eq!(
        (&set["uri"], &set["diagnostics"]),
        (&json!(other.uri("b.txt")), &json!([]))
    );
    client.finish();
}

//! A client that never answers what the server asks.

use std::time::Instant;

use serde_json::json;

use crate::support::client::{Client, everything};
use crate::support::workspace::{GAZETTEER, Workspace};

/// A client that can do everything that makes a server ask, and answers nothing.
fn silent(workspace: &Workspace, pulls: bool) -> Client {
    let mut client = Client::program(workspace);
    client.fall_silent();
    let mut params = everything(workspace, pulls);
    params["capabilities"]["window"] =
        json!({ "workDoneProgress": true, "showMessage": {}, "showDocument": { "support": true } });
    let own = &mut params["capabilities"]["workspace"];
    own["configuration"] = json!(true);
    own["applyEdit"] = json!(true);
    own["semanticTokens"] = json!({ "refreshSupport": true });
    own["codeLens"] = json!({ "refreshSupport": true });
    own["inlayHint"] = json!({ "refreshSupport": true });
    client.initialize(params);
    client
}

/// Changes the gazetteer again and again: each time the server has something to ask.
fn rename_and_hover(client: &mut Client, workspace: &Workspace, uri: &str, times: usize) {
    for count in 0..times {
        let id = format!("person/number-{count}");
        workspace.write(
            "names.gazetteer.json",
            &GAZETTEER.replace("person/georgy-chicherin", &id),
        );
        let gazetteer = workspace.uri("names.gazetteer.json");
        let changes = json!({ "changes": [{ "uri": gazetteer, "type": 2 }] });
        client.notify("workspace/didChangeWatchedFiles", changes);
        client.edit(uri, 0..0, "я ");
        let entities = client.run("entities", json!({ "textDocument": { "uri": uri } }));
        assert_eq!(entities["entities"][0]["id"], json!(id));
    }
}

#[test]
fn a_client_that_never_answers_misses_nothing_else() {
    for pulls in [false, true] {
        let workspace = Workspace::new(&[("b.txt", "Чичерин.\n"), ("c.txt", "Ankara.\n")]);
        let begun = Instant::now();
        let mut client = silent(&workspace, pulls);
        let uri = workspace.uri("a.txt");
        client.open(&uri, "Чичерин и Tchitcherine.\n");
        rename_and_hover(&mut client, &workspace, &uri, 40);
        if pulls {
            let found = client.pull(&uri);
            assert!(found.iter().any(|(covered, ..)| covered == "Tchitcherine"), "{found:?}");
        } else {
            client.published_until(&uri, |set| set["version"] == 41);
            client.close(&uri);
            client.published_until(&uri, |set| set["version"].is_null());
        }
        // To watch files and to show progress once; to refresh findings, tokens, hints and lenses again when ten seconds are over.
        let most = 2 + 4 * (1 + begun.elapsed().as_secs() as usize / 10);
        let asked = client.questions();
        assert!((1..=most).contains(&asked), "{asked} questions wait for an answer");
        client.finish();
    }
}

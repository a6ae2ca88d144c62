//! What the editor's settings say: over one another, and what is wrong in them.

use serde_json::{Value, json};

use crate::support::client::{Client, everything};
use crate::support::workspace::{GAZETTEER, Workspace};

const TEXT: &str = "Нарком Чичерин. Tchitcherine’e yazdı.\n";

fn started(workspace: &Workspace, initial: &Value) -> (Client, String) {
    let mut client = Client::program(workspace);
    let mut params = everything(workspace, true);
    params["initializationOptions"] = initial.clone();
    client.initialize(params);
    let uri = workspace.uri("a.txt");
    client.open(&uri, TEXT);
    (client, uri)
}

fn set(client: &mut Client, settings: &Value) {
    client.notify("workspace/didChangeConfiguration", json!({ "settings": settings }));
}

/// The language that cards are in, and whether anything is found.
fn in_force(client: &mut Client, uri: &str) -> (&'static str, bool) {
    let at = TEXT.find("Чичерин").expect("in the text");
    let (_, card) = client.hover(uri, at).expect("a hover");
    let languages = [("ru", "именительный"), ("tr", "kişi"), ("en", "nominative")];
    let language = languages.iter().find(|(_, word)| card.contains(word));
    let (language, _) = language.unwrap_or_else(|| panic!("{card}"));
    (language, !client.pull(uri).is_empty())
}

#[test]
fn what_was_said_at_the_start_holds_until_something_else_is() {
    let workspace = Workspace::new(&[]);
    let (mut client, uri) = started(&workspace, &json!({ "locale": "ru", "diagnostics": false }));
    assert_eq!(in_force(&mut client, &uri), ("ru", false));
    for (settings, expected) in [
        (json!({}), ("ru", false)),
        (json!({ "pyright": { "locale": "tr" } }), ("ru", false)),
        (json!({ "onomast": { "locale": "tr" } }), ("tr", false)),
        (json!({}), ("tr", false)),
        (json!({ "diagnostics": true }), ("ru", true)),
        (json!({ "onomast": { "locale": null } }), ("en", false)),
        (json!({ "onomast": {} }), ("ru", false)),
    ] {
        set(&mut client, &settings);
        assert_eq!(in_force(&mut client, &uri), expected, "{settings}");
    }
    client.finish();
}

#[test]
fn every_key_of_the_settings_file_counts_and_a_null_in_it_says_nothing() {
    let workspace = Workspace::new(&[]);
    workspace.write("other/list.json", &GAZETTEER.replace("Чичерин", "Чечерин"));
    let known = |client: &mut Client, uri: &str| client.hover(uri, TEXT.find("Чичерин").expect("in it")).is_some();
    let (mut client, uri) = started(
        &workspace,
        &json!({ "gazetteers": ["other/list.json"], "documents": [{ "files": ["b.txt"], "role": null }] }),
    );
    assert!(!known(&mut client, &uri), "the null did not cost the rest");
    set(&mut client, &json!({ "gazetteers": null }));
    assert!(known(&mut client, &uri));

    let suffixes = "Çiçerin’e ve Çiçerin’den.\n";
    let b = workspace.uri("b.txt");
    client.open(&b, suffixes);
    let count = |client: &mut Client| client.pull(&b).len();
    assert_eq!(count(&mut client), 0);
    set(
        &mut client,
        &json!({ "onomast": { "suffix": { "apostrophe": "never" }, "gazetteers": null } }),
    );
    assert_eq!(count(&mut client), 2);
    client.finish();
}

#[test]
fn what_is_wrong_is_logged_once() {
    let workspace = Workspace::new(&[]);
    let (mut client, uri) = started(&workspace, &json!({ "severity": { "mispelling": "off" }, "other": 5 }));
    let logged = client.logged();
    assert!(logged.contains("“mispelling” in “severity”"), "{logged}");
    let wrong = json!({ "onomast": { "severity": null, "diagnostics": { "scope": "everything" } } });
    set(&mut client, &wrong);
    let logged = client.logged();
    assert!(
        logged.contains("“diagnostics.scope”") && logged.contains("\"workspace\""),
        "{logged}"
    );
    let status = client.run("status", json!({ "textDocument": { "uri": uri } }));
    let problems = status["editor"]["problems"].as_array().expect("a list");
    let [problem] = problems.as_slice() else {
        panic!("{problems:?}")
    };
    let problem = problem.as_str().expect("a text");
    assert!(problem.contains("“diagnostics.scope”"), "{problem}");
    let text = status["text"].as_str().expect("a text");
    assert!(text.ends_with(&format!("settings of the editor: {problem}")), "{text}");
    // The same once more is no news.
    set(&mut client, &wrong);
    set(&mut client, &json!({ "locale": 5, "severity": null }));
    let logged = client.logged();
    assert!(logged.contains("“locale”"), "{logged}");
    assert_eq!(in_force(&mut client, &uri).0, "en");
    client.finish();
}

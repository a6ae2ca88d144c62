//! What no sound client says: places that are none, documents that nobody opened, versions that go back.

use serde_json::{Value, json};

use crate::support::client::{Client, everything};
use crate::support::text::Encoding;
use crate::support::workspace::Workspace;

const TEXT: &str = "👩 Чичерин\r\nAnkara’da 👩\n";

fn started(workspace: &Workspace, encoding: &str) -> Client {
    let mut params = everything(workspace, true);
    params["capabilities"]["general"]["positionEncodings"] = json!([encoding]);
    let mut client = Client::program(workspace);
    client.initialize(params);
    assert_eq!(Encoding::parse(encoding), Some(client.encoding));
    client
}

fn place(line: u64, character: u64) -> Value {
    json!({ "line": line, "character": character })
}

/// Places of [`TEXT`] that are none: behind a line, behind the text, inside a character where units can be.
const NOWHERE: [(u64, u64); 9] = [
    (0, 1),
    (0, 2),
    (0, 3),
    (0, 99),
    (1, 2_147_483_647),
    (2, 1),
    (3, 0),
    (9, 9),
    (2_147_483_647, 2_147_483_647),
];

#[test]
fn places_that_are_none_get_an_answer() {
    let workspace = Workspace::new(&[]);
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let mut client = started(&workspace, encoding);
        let uri = workspace.uri("a.txt");
        client.open(&uri, TEXT);
        for (line, character) in NOWHERE {
            let at = json!({ "textDocument": { "uri": uri }, "position": place(line, character) });
            for (method, more) in [
                ("textDocument/hover", json!({})),
                ("textDocument/definition", json!({})),
                ("textDocument/declaration", json!({})),
                ("textDocument/implementation", json!({})),
                ("textDocument/documentHighlight", json!({})),
                (
                    "textDocument/references",
                    json!({ "context": { "includeDeclaration": true } }),
                ),
                ("textDocument/prepareRename", json!({})),
                ("textDocument/completion", json!({ "context": { "triggerKind": 1 } })),
            ] {
                let mut params = at.clone();
                for (name, value) in more.as_object().expect("an object") {
                    params[name] = value.clone();
                }
                // The client judges the answer; a refusal would be one too.
                let id = client.ask(method, params);
                drop(client.answer(id));
            }
            for (other_line, other_character) in NOWHERE {
                let range = json!({ "start": place(line, character), "end": place(other_line, other_character) });
                for (method, more) in [
                    ("textDocument/inlayHint", Value::Null),
                    ("textDocument/semanticTokens/range", Value::Null),
                    ("textDocument/codeAction", json!({ "diagnostics": [] })),
                ] {
                    let mut params = json!({ "textDocument": { "uri": uri }, "range": range });
                    if !more.is_null() {
                        params["context"] = more;
                    }
                    let id = client.ask(method, params);
                    drop(client.answer(id));
                }
            }
        }
        let ankara = TEXT.find("Ankara").expect("in the text");
        assert!(client.hover(&uri, ankara).is_some(), "{encoding}");
        client.finish();
    }
}

/// Behind the end of a line is its end, as the protocol has it; all other lies make the text one that nobody knows.
#[test]
fn changes_of_places_that_are_none() {
    let workspace = Workspace::new(&[]);
    let inside = [("utf-8", 1), ("utf-8", 2), ("utf-8", 3), ("utf-16", 1)];
    let cases = inside.map(|(encoding, character)| (encoding, place(0, character), place(0, 5)));
    let everywhere = ["utf-8", "utf-16", "utf-32"].into_iter().flat_map(|encoding| {
        [
            (encoding, place(1, 3), place(1, 2)),
            (encoding, place(1, 0), place(0, 0)),
            (encoding, place(4, 0), place(4, 0)),
            (encoding, place(0, 0), place(9, 0)),
            (encoding, place(2_147_483_647, 0), place(2_147_483_647, 2_147_483_647)),
        ]
    });
    for (encoding, start, end) in cases.into_iter().chain(everywhere) {
        let case = format!("{encoding}: {start} to {end}");
        let mut client = started(&workspace, encoding);
        let (uri, other) = (workspace.uri("a.txt"), workspace.uri("b.txt"));
        client.open(&uri, TEXT);
        client.open(&other, TEXT);
        let changes = json!([{ "range": { "start": start, "end": end }, "text": "x" }]);
        client.change(&uri, 2, changes);
        let at = json!({ "textDocument": { "uri": uri }, "position": place(1, 0) });
        assert_eq!(client.request("textDocument/hover", at.clone()), Value::Null, "{case}");
        let ankara = TEXT.find("Ankara").expect("in the text");
        assert!(client.hover(&other, ankara).is_some(), "{case}: another document");
        client.change(&uri, 3, json!([{ "text": TEXT }]));
        assert_ne!(
            client.request("textDocument/hover", at),
            Value::Null,
            "{case}: all of it"
        );
        client.finish();
    }
}

/// Versions are names: what counts is the order in which changes come.
#[test]
fn versions_that_lie() {
    let workspace = Workspace::new(&[]);
    for (name, versions) in [
        ("falling", [9, 5, 2, 1]),
        ("equal", [1, 1, 1, 1]),
        ("jumping", [1000, 2_147_483_647, -2_147_483_648, 7]),
    ] {
        let mut client = Client::program(&workspace);
        client.start_pushed(&workspace);
        let uri = workspace.uri("a.txt");
        client.open(&uri, "");
        let mut text = String::new();
        for version in versions {
            let range = json!({ "start": place(0, 0), "end": place(0, 0) });
            client.change(&uri, version, json!([{ "range": range, "text": "Tchitcherine. " }]));
            text.insert_str(0, "Tchitcherine. ");
            let at = json!({ "textDocument": { "uri": uri }, "position": place(0, 0) });
            assert_ne!(client.request("textDocument/hover", at), Value::Null, "{name}");
        }
        let status = client.run("status", json!({ "textDocument": { "uri": uri } }));
        assert_eq!(
            (&status["document"]["version"], &status["document"]["mentions"]),
            (&json!(versions[3]), &json!(4)),
            "{name}"
        );
        let all = |set: &Value| set["diagnostics"].as_array().is_some_and(|found| found.len() == 4);
        let sets = client.published_until(&uri, all);
        assert_eq!(
            sets.last().map(|set| &set["version"]),
            Some(&json!(versions[3])),
            "{name}"
        );
        client.finish();
    }
}

#[test]
fn opened_twice_and_closed_twice() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Ankara Ankara");
    client.open(&uri, "Чичерин");
    assert_eq!(
        client.hover(&uri, 0).map(|(covered, _)| covered).as_deref(),
        Some("Чичерин")
    );
    client.edit(&uri, 0..0, "я ");
    assert_eq!(
        client.hover(&uri, 3).map(|(covered, _)| covered).as_deref(),
        Some("Чичерин")
    );
    for _ in 0..2 {
        client.close(&uri);
        let at = json!({ "textDocument": { "uri": uri }, "position": place(0, 3) });
        assert_eq!(client.request("textDocument/hover", at), Value::Null);
    }
    client.open(&uri, "Ankara");
    assert!(client.hover(&uri, 0).is_some());
    client.finish();
}

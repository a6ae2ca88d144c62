//! Settings and decisions as languages: what may be written, what it means, where it leads.

use serde_json::{Value, json};

use crate::support::client::{Client, everything};
use crate::support::text;
use crate::support::workspace::Workspace;

const DECISIONS: &str = concat!(
    r#"{"path":"a.txt","quote":"Ankara","before":"Bugün ","after":".","kind":"is","entity":"place/ankara"}"#,
    "\n",
    r#"{"path":"closed.txt","quote":"Ankara","before":"Dün ","after":".","kind":"not-a-name"}"#,
    "\n",
    r#"{"path":"gone.txt","quote":"Ankara","before":"","after":"","kind":"not-a-name"}"#,
    "\n",
);
const SETTINGS: &str = "enable = 'always'\n[severity]\nsuffix = 'off'\n";

fn workspace() -> Workspace {
    Workspace::new(&[
        ("a.txt", "Ankara. Bugün Ankara.\n"),
        ("closed.txt", "Ankara. Dün Ankara.\n"),
        ("onomast.decisions.jsonl", DECISIONS),
        ("onomast.toml", SETTINGS),
    ])
}

fn labels(items: &[Value]) -> Vec<&str> {
    items.iter().filter_map(|item| item["label"].as_str()).collect()
}

#[test]
fn keys_and_words_of_settings_are_offered_and_explained() {
    let workspace = workspace();
    for format in ["markdown", "plaintext"] {
        let mut client = Client::program(&workspace);
        let mut params = everything(&workspace, true);
        params["capabilities"]["textDocument"]["hover"] = json!({ "contentFormat": [format] });
        client.initialize(params);
        let uri = workspace.uri("onomast.toml");
        client.open(&uri, SETTINGS);
        let (covered, meaning) = client.hover(&uri, 2).expect("a meaning");
        assert_eq!(covered, "enable");
        let expected = match format {
            "markdown" => "`enable = \"always\" | \"project\"`\n\nWhere the editor shows",
            _ => "enable = \"always\" | \"project\"\n\nWhere the editor shows",
        };
        assert!(meaning.starts_with(expected), "{meaning}");
        assert_eq!(client.hover(&uri, SETTINGS.find("suffix").expect("a code")), None);

        client.edit(&uri, SETTINGS.len()..SETTINGS.len(), "ne");
        let items = client.complete(&uri, SETTINGS.len() + 2);
        assert!(labels(&items).contains(&"near-miss"), "{items:?}");
        assert!(!labels(&items).contains(&"suffix"), "it is there already");
        client.edit(&uri, SETTINGS.len() + 2..SETTINGS.len() + 2, "ar-miss = '");
        let items = client.complete(&uri, SETTINGS.len() + 13);
        assert_eq!(labels(&items), ["error", "warning", "information", "hint", "off"]);
        client.finish();
    }
}

#[test]
fn a_line_of_decisions_is_written_with_help() {
    let workspace = workspace();
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("onomast.decisions.jsonl");
    client.open(&uri, DECISIONS);
    let line = r#"{"path":"a.txt","entity":""#;
    client.edit(&uri, DECISIONS.len()..DECISIONS.len(), line);
    let items = client.complete(&uri, DECISIONS.len() + line.len());
    assert!(labels(&items).contains(&"place/ankara"), "{items:?}");
    client.finish();
}

#[test]
fn a_decision_leads_to_its_words() {
    let workspace = workspace();
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("onomast.decisions.jsonl");
    client.open(&uri, DECISIONS);
    let open = workspace.uri("a.txt");
    client.open(&open, "Yeni satır.\nAnkara. Bugün Ankara.\n");
    let mut leads = |line: usize| {
        let at: usize = DECISIONS.split_inclusive('\n').take(line).map(str::len).sum();
        let found = client.request("textDocument/definition", client.at(&uri, at + 3));
        found.as_array().cloned().unwrap_or_default()
    };
    let to_open = leads(0);
    assert_eq!(to_open.len(), 1);
    assert_eq!(to_open[0]["targetUri"], json!(open));
    assert_eq!(
        to_open[0]["targetRange"]["start"],
        json!({ "line": 1, "character": 14 })
    );
    let to_closed = leads(1);
    assert_eq!(to_closed[0]["targetUri"], json!(workspace.uri("closed.txt")));
    assert_eq!(
        to_closed[0]["targetRange"]["start"],
        json!({ "line": 0, "character": 12 })
    );
    assert_eq!(leads(2), [Value::Null; 0], "the text is gone");
    let origin = &to_closed[0]["originSelectionRange"];
    let covered = text::covered(DECISIONS, origin, client.encoding).expect("a line");
    assert_eq!(Some(covered.as_str()), DECISIONS.lines().nth(1));
    client.finish();
}

//! What a keystroke costs, counted, and what many of them in a row lead to.

use serde_json::json;

use crate::support::client::Client;
use crate::support::workspace::Workspace;

const PARAGRAPH: &str =
    "Вчера в городе говорили о том, что Чичерин приехал и что погода переменится, как всегда в эту пору.\n\n";

/// A text of so many bytes at least.
fn text_of(bytes: usize) -> String {
    PARAGRAPH.repeat(bytes.div_ceil(PARAGRAPH.len()))
}

#[test]
fn a_keystroke_in_a_long_text_reads_no_more_than_one_in_a_short_text() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let mut scanned = Vec::new();
    for (name, bytes) in [("short.txt", 10 * 1024), ("long.txt", 10 * 1024 * 1024)] {
        let uri = workspace.uri(name);
        client.open(&uri, &text_of(bytes));
        let argument = json!({ "textDocument": { "uri": uri } });
        let opened = client.run("status", argument.clone())["document"]["scanned"].clone();
        assert_eq!(opened, json!(bytes.div_ceil(PARAGRAPH.len())), "{name}: the whole text");
        let middle = client.text(&uri).len() / PARAGRAPH.len() / 2 * PARAGRAPH.len();
        let mut each = Vec::new();
        for key in ["Ч", "и", " ", "\n"] {
            client.edit(&uri, middle..middle, key);
            each.push(client.run("status", argument.clone())["document"]["scanned"].clone());
        }
        scanned.push(each);
    }
    assert_eq!(
        scanned[0], scanned[1],
        "blocks for each key in the short and in the long text"
    );
    assert!(
        scanned[1]
            .iter()
            .all(|blocks| blocks.as_u64().is_some_and(|blocks| blocks <= 3)),
        "{scanned:?}"
    );
    client.finish();
}

/// Where nobody breaks the line it is cut; what is typed costs the piece it is typed in.
#[test]
fn a_keystroke_in_a_long_line_reads_no_more_either() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("line.txt");
    client.open(&uri, &text_of(10 * 1024 * 1024).replace("\n\n", " "));
    let argument = json!({ "textDocument": { "uri": uri } });
    let scanned = |client: &mut Client| {
        let status = client.run("status", argument.clone());
        status["document"]["scanned"].as_u64().expect("a number")
    };
    assert!(scanned(&mut client) >= 160, "pieces of 64 KiB");
    let mut middle = client.text(&uri).floor_char_boundary(client.text(&uri).len() / 2);
    for key in ["Ч", "и", " ", "."] {
        client.edit(&uri, middle..middle, key);
        middle += key.len();
        let pieces = scanned(&mut client);
        assert!((1..=3).contains(&pieces), "{key:?}: {pieces}");
    }
    client.finish();
}

#[test]
fn after_fifty_edits_findings_are_published_once() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start_pushed(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Tchitcherine.\n");
    assert_eq!(client.published(&uri, Some(1)).len(), 1);
    for _ in 0..50 {
        client.edit(&uri, 0..0, "Tchitcherine. ");
    }
    let sets = client.published_until(&uri, |set| set["version"] == 51);
    assert_eq!(sets.len(), 1, "{sets:?}");
    assert_eq!(sets[0]["diagnostics"].as_array().map(Vec::len), Some(51));
    // Nothing is said of it once more.
    client.finish();
}

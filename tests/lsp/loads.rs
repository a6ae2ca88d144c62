//! How often a project is loaded while its gazetteer is being typed.

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use onomast::lsp::{Options, Wanted};
use serde_json::{Value, json};

use crate::support::client::{Client, everything};
use crate::support::gate::Gate;
use crate::support::workspace::{GAZETTEER, Workspace};

const SERVER_CANCELLED: i64 = -32802;

/// A client whose projects wait at a gate, which is open.
fn client(gate: &Arc<Gate>) -> Client {
    let at_the_gate = gate.clone();
    gate.open();
    Client::memory(Options {
        load: Arc::new(move |wanted: Wanted<'_>| {
            at_the_gate.pass();
            wanted.load()
        }),
        cache: None,
        quiet: Duration::from_millis(1),
        ..Options::default()
    })
}

/// A text and the gazetteer of its workspace, both open.
fn opened(workspace: &Workspace, gate: &Arc<Gate>, said: &str) -> (Client, String, String) {
    let mut client = client(gate);
    client.start(workspace);
    let (text, gazetteer) = (workspace.uri("a.txt"), workspace.uri("names.gazetteer.json"));
    client.open(&text, said);
    client.open(&gazetteer, GAZETTEER);
    (client, text, gazetteer)
}

/// Asks for findings, and does not wait.
fn ask_for_findings(client: &mut Client, uri: &str) -> i64 {
    client.ask("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }))
}

/// The place of the spelling that is typed in the gazetteer.
fn typed(text: &str) -> Range<usize> {
    let at = text.find("\"Ankara").expect("in the gazetteer") + "\"Ankara".len();
    at..at
}

#[test]
fn of_the_keys_in_a_gazetteer_the_last_alone_is_waited_for() {
    let workspace = Workspace::new(&[]);
    let gate = Arc::new(Gate::default());
    let (mut client, text, gazetteer) = opened(&workspace, &gate, "Ankaraxxxxxxxxxxxxxxxxxxxxx Ankara’da.\n");
    assert_eq!(client.pull(&gazetteer), []);
    assert_eq!(client.hover(&text, 0), None);

    gate.close();
    let mut pulls = Vec::new();
    for key in 0..21 {
        client.edit(&gazetteer, typed(client.text(&gazetteer)), "x");
        pulls.push(ask_for_findings(&mut client, &gazetteer));
        if key == 0 {
            gate.reached();
        }
        let (covered, _) = client.hover(&text, 29).expect("the last good one is in force");
        assert_eq!(covered, "Ankara’da");
        client.edit(&text, 0..0, " ");
        client.edit(&text, 0..1, "");
    }
    assert_eq!(gate.came(), 1, "no load beside the one that runs");
    gate.open();
    let last = pulls.pop().expect("one for each key");
    let first = pulls.remove(0);
    assert_eq!(client.answer(last).expect("an answer")["items"], json!([]));
    assert!(client.answer(first).is_ok(), "it was loaded");
    for pull in pulls {
        let refusal = client.answer(pull).expect_err("that text is no more");
        assert_eq!(refusal.code, SERVER_CANCELLED);
    }
    client.until(|client| match client.hover(&text, 0) {
        Some(_) => Ok(()),
        None => Err("the old one".to_owned()),
    });
    assert_eq!(
        gate.came(),
        2,
        "what came between the first and the last was not loaded"
    );
    client.finish();
}

#[test]
fn findings_of_a_gazetteer_are_pushed_for_its_last_text() {
    let workspace = Workspace::new(&[]);
    let gate = Arc::new(Gate::default());
    let mut client = client(&gate);
    client.initialize(everything(&workspace, false));
    let gazetteer = workspace.uri("names.gazetteer.json");
    client.open(&gazetteer, GAZETTEER);
    assert_eq!(client.published(&gazetteer, Some(1)), []);
    gate.close();
    let end = GAZETTEER.rfind('}').expect("the last brace");
    client.edit(&gazetteer, end..end + 1, "");
    gate.reached();
    for _ in 0..10 {
        client.edit(&gazetteer, end..end, "]");
        client.edit(&gazetteer, end..end + 1, "");
    }
    client.edit(&gazetteer, end..end, "}");
    let read = client.ask("textDocument/guess", json!({}));
    assert!(client.answer(read).is_err(), "all edits before it have been seen");
    gate.open();
    let sets = client.published_until(&gazetteer, |set| set["version"] == 23);
    assert!(
        sets.iter().all(|set: &Value| set["diagnostics"] == json!([])),
        "{sets:?}"
    );
    client.finish();
}

#[test]
fn of_findings_that_waited_for_a_list_those_of_the_last_text_alone_are_made() {
    let workspace = Workspace::new(&[]);
    let gate = Arc::new(Gate::default());
    let (mut client, text, gazetteer) = opened(&workspace, &gate, "Dün Tchitcherine geldi.\n");
    assert_eq!(client.pull(&text).len(), 1);
    gate.close();
    client.edit(&gazetteer, typed(GAZETTEER), "x");
    let pull = |client: &mut Client| {
        client.edit(&text, 0..0, " ");
        ask_for_findings(client, &text)
    };
    let pulls = [(); 3].map(|()| pull(&mut client));
    gate.open();
    let [first, second, last] = pulls.map(|pull| client.answer(pull));
    for refused in [first, second] {
        assert_eq!(refused.expect_err("that text is no more").code, SERVER_CANCELLED);
    }
    let items = last.expect("an answer")["items"].clone();
    assert_eq!(items.as_array().map(Vec::len), Some(1), "{items}");
    client.finish();
}

/// Behind a rename that changes the gazetteer too, what the list before says of the new text is not shown.
#[test]
fn findings_of_a_new_text_are_those_of_the_new_list() {
    let workspace = Workspace::new(&[]);
    let gate = Arc::new(Gate::default());
    let (mut client, text, gazetteer) = opened(&workspace, &gate, "Dün Çiçerin geldi.\n");
    assert_eq!(client.pull(&text), []);
    let words = |text: &str, words: &str| {
        let start = text.find(words).expect("in the text");
        start..start + words.len()
    };
    gate.close();
    client.edit(&text, words(client.text(&text), "Çiçerin"), "Tchitcherine");
    client.edit(&gazetteer, words(GAZETTEER, "deprecated"), "accepted");
    let pulled = ask_for_findings(&mut client, &text);
    gate.reached();
    let (covered, _) = client.hover(&text, 5).expect("the last good one is in force");
    assert_eq!(covered, "Tchitcherine", "nothing else is held up");
    assert!(!client.has_answer(pulled));
    gate.open();
    assert_eq!(client.answer(pulled).expect("an answer")["items"], json!([]));
    client.finish();
}

//! Order, slow answers, answers that panic: the session itself, with parts that fail on purpose.

use std::sync::Arc;
use std::time::Duration;

use onomast::features::View;
use onomast::lsp::{Options, Wanted};
use serde_json::{Value, json};

use crate::support::client::{Client, Refusal, everything};
use crate::support::gate::Gate;
use crate::support::workspace::{GAZETTEER, Workspace};

/// Projects of `slow` wait at the gate, those of `panic` never come.
fn options(gate: &Arc<Gate>, permits: usize) -> Options {
    let gate = gate.clone();
    Options {
        load: Arc::new(move |wanted: Wanted<'_>| {
            if wanted.root.folder.ends_with("slow") {
                gate.pass();
            }
            assert!(!wanted.root.folder.ends_with("panic"), "on purpose");
            wanted.load()
        }),
        permits,
        cache: None,
        quiet: Duration::from_millis(1),
        ..Options::default()
    }
}

fn workspace() -> Workspace {
    Workspace::new(&[
        ("slow/names.gazetteer.json", GAZETTEER),
        ("panic/names.gazetteer.json", GAZETTEER),
    ])
}

/// A client with one text open in `slow`, whose project waits at the gate.
fn waiting(permits: usize, text: &str) -> (Workspace, Arc<Gate>, Client, String) {
    let workspace = workspace();
    let gate = Arc::new(Gate::default());
    let mut client = Client::memory(options(&gate, permits));
    client.start(&workspace);
    let uri = workspace.uri("slow/a.txt");
    client.open(&uri, text);
    (workspace, gate, client, uri)
}

/// A client, not yet started, whose findings wait at the gate.
fn findings_wait(permits: usize) -> (Workspace, Arc<Gate>, Client) {
    let gate = Arc::new(Gate::default());
    let at_the_gate = gate.clone();
    let client = Client::memory(Options {
        before_findings: Arc::new(move |_: &View<'_>| at_the_gate.pass()),
        ..options(&Arc::default(), permits)
    });
    (workspace(), gate, client)
}

#[test]
fn an_answer_that_panics_costs_that_answer() {
    let workspace = workspace();
    let mut client = Client::memory(options(&Arc::default(), 2));
    client.start(&workspace);
    let (bad, good) = (workspace.uri("panic/a.txt"), workspace.uri("a.txt"));
    client.open(&bad, "Чичерин");
    client.open(&good, "Чичерин");
    for _ in 0..5 {
        for method in [
            "textDocument/hover",
            "textDocument/definition",
            "textDocument/diagnostic",
        ] {
            let id = client.ask(method, client.at(&bad, 0));
            let refusal = client.answer(id).expect_err("an error");
            assert_eq!(refusal.code, -32603, "{method}");
        }
        assert!(client.hover(&good, 0).is_some());
    }
    client.edit(&bad, 0..0, "x");
    client.close(&bad);
    assert!(client.hover(&good, 0).is_some());
    client.finish();
}

#[test]
fn findings_that_panic_are_not_published() {
    let workspace = workspace();
    let mut client = Client::memory(options(&Arc::default(), 2));
    client.start_pushed(&workspace);
    let (bad, good) = (workspace.uri("panic/a.txt"), workspace.uri("a.txt"));
    client.open(&bad, "Tchitcherine");
    client.open(&good, "Tchitcherine");
    assert_eq!(client.published(&good, Some(1)).len(), 1);
    client.close(&bad);
    assert_eq!(client.published(&bad, None), []);
    client.finish();
}

#[test]
fn findings_of_a_text_that_has_moved_on_are_thrown_away() {
    // Findings that wait at the gate each hold a permit; the hover wants one too.
    let (workspace, gate, mut client) = findings_wait(8);
    client.start_pushed(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Tchitcherine");
    // They are being made when somebody types on.
    gate.reached();
    client.edit(&uri, 0..0, "Tchitcherine. ");
    assert!(client.hover(&uri, 0).is_some(), "the server knows of it");
    gate.open();
    let sets = client.published_until(&uri, |set| set["version"] == 2);
    assert_eq!(sets.len(), 1, "{sets:?}");
    assert_eq!(sets[0]["diagnostics"].as_array().map(Vec::len), Some(2));
    client.finish();
}

#[test]
fn answers_belong_to_the_text_they_were_asked_of() {
    let (_workspace, gate, mut client, uri) = waiting(1, "");
    let mut asked = Vec::new();
    for word in ["Чичерин ", "Ankara ", "мир "] {
        for letter in word.chars().rev() {
            client.edit(&uri, 0..0, &letter.to_string());
        }
        asked.push((word.trim(), client.ask("textDocument/hover", client.at(&uri, 0))));
    }
    gate.open();
    let texts = ["Чичерин", "Ankara"];
    for (word, id) in asked {
        let hover = client.answer(id).expect("an answer");
        let expected = texts.contains(&word).then(|| word.chars().count());
        assert_eq!(
            hover["range"]["end"]["character"].as_u64().map(|end| end as usize),
            expected,
            "{word}"
        );
    }
    client.finish();
}

#[test]
fn slow_answers_do_not_hold_up_the_reading() {
    let (_workspace, gate, mut client, uri) = waiting(2, "Чичерин\n");
    let slow: Vec<i64> = (0..500)
        .map(|_| client.ask("textDocument/hover", client.at(&uri, 0)))
        .collect();
    for _ in 0..500 {
        let end = client.text(&uri).len();
        client.edit(&uri, end..end, "Ankara ");
    }
    // Answered at once, behind all the edits: so they have been read, though no hover can be answered yet.
    let unknown = client.ask("textDocument/guess", Value::Null);
    assert!(client.answer(unknown).is_err());
    gate.open();
    for id in slow {
        let hover = client.answer(id).expect("an answer");
        assert_eq!(hover["range"]["end"]["character"], 7);
    }
    let last = client.text(&uri).len() - 2;
    assert_eq!(
        client.hover(&uri, last).map(|(covered, _)| covered).as_deref(),
        Some("Ankara")
    );
    client.finish();
}

/// Types before the first name of a text, and hovers over it at once.
fn type_and_hover(client: &mut Client, uri: &str) {
    for count in 1..=20 {
        client.edit(uri, 0..0, "я ");
        let at = client.text(uri).find("Чичерин").expect("in the text");
        assert_eq!(at, 3 * count, "the test types");
        let (covered, _) = client.hover(uri, at).expect("a name");
        assert_eq!(covered, "Чичерин");
    }
}

#[test]
fn a_project_that_loads_holds_up_no_other() {
    let (workspace, gate, mut client, slow) = waiting(1, "Чичерин");
    let uri = workspace.uri("b.txt");
    client.open(&uri, "Чичерин");
    let asked: Vec<i64> = (0..600)
        .map(|_| client.ask("textDocument/hover", client.at(&slow, 0)))
        .collect();
    gate.reached();
    type_and_hover(&mut client, &uri);
    assert!(
        asked.iter().all(|id| !client.has_answer(*id)),
        "none has passed the gate"
    );
    // Those that wait no longer leave no thread behind that does.
    for id in &asked {
        client.notify("$/cancelRequest", json!({ "id": id }));
        assert_eq!(client.answer(*id).map_err(|refusal| refusal.code), Err(-32800));
    }
    client.edit(&slow, 0..0, "Ankara ");
    assert!(
        client
            .hover(&uri, client.text(&uri).find("Чичерин").expect("in the text"))
            .is_some()
    );
    gate.open();
    let (covered, _) = client.hover(&slow, 0).expect("a name");
    assert_eq!(covered, "Ankara");
    client.finish();
}

#[test]
fn the_old_names_answer_until_the_new_ones_are_loaded() {
    let workspace = workspace();
    let gate = Arc::new(Gate::default());
    gate.open();
    let mut client = Client::memory(options(&gate, 2));
    client.start(&workspace);
    let (uri, names) = (workspace.uri("slow/a.txt"), workspace.uri("slow/names.gazetteer.json"));
    client.open(&uri, "Ankara, Trabzon.\n");
    assert!(client.hover(&uri, 0).is_some());

    gate.close();
    workspace.write(
        "slow/names.gazetteer.json",
        &GAZETTEER.replace("\"Ankara\"", "\"Trabzon\""),
    );
    let changes = json!({ "changes": [{ "uri": names, "type": 2 }] });
    client.notify("workspace/didChangeWatchedFiles", changes);
    // Typed on meanwhile, and answered of what was typed.
    client.edit(&uri, 0..0, "Dün ");
    gate.reached();
    assert_eq!(
        client.hover(&uri, 5).map(|(covered, _)| covered),
        Some("Ankara".to_owned())
    );
    assert_eq!(client.hover(&uri, 13), None);
    // What an edit is made of must be what lies on disk.
    let mut params = client.at(&uri, 13);
    params["newName"] = json!("Tirebolu");
    let rename = client.ask("textDocument/rename", params);
    let lines = client.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": uri } }));
    assert_eq!(lines.as_array().map(Vec::len), Some(1));
    assert!(!client.has_answer(rename));

    gate.open();
    let edit = client.answer(rename).expect("an edit");
    assert!(edit.to_string().contains("Tirebolu"), "{edit}");
    client.until(|client| match client.hover(&uri, 5) {
        None => Ok(()),
        Some(_) => Err("the old name".to_owned()),
    });
    assert_eq!(
        client.hover(&uri, 13).map(|(covered, _)| covered),
        Some("Trabzon".to_owned())
    );
    client.finish();
}

#[test]
fn an_index_that_is_made_holds_up_nothing() {
    let workspace = workspace();
    let gate = Arc::new(Gate::default());
    let mut client = Client::memory(options(&gate, 1));
    let mut params = everything(&workspace, true);
    params["workspaceFolders"] = json!([
        { "uri": workspace.uri("slow"), "name": "slow" },
        { "uri": workspace.uri(""), "name": "all" },
    ]);
    client.initialize(params);
    gate.reached();
    let uri = workspace.uri("b.txt");
    client.open(&uri, "Чичерин");
    type_and_hover(&mut client, &uri);
    gate.open();
    client.finish();
}

#[test]
fn cancelled_requests_leave_the_queue_before_anybody_comes_behind_them() {
    let (workspace, gate, mut client) = findings_wait(1);
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Чичерин");
    let pull = |client: &mut Client| {
        let about = json!({ "textDocument": { "uri": uri } });
        client.ask("textDocument/diagnostic", about)
    };
    let first = pull(&mut client);
    gate.reached();
    let waiting: Vec<i64> = (0..2000).map(|_| pull(&mut client)).collect();
    for id in &waiting {
        client.notify("$/cancelRequest", json!({ "id": id }));
    }
    let hover = client.ask("textDocument/hover", client.at(&uri, 0));
    for id in waiting {
        let refusal = client
            .answer(id)
            .expect_err("cancelled, with the only permit still taken");
        assert_eq!(refusal.code, -32800);
    }
    gate.open();
    assert!(client.answer(hover).is_ok_and(|hover| !hover.is_null()));
    assert!(client.answer(first).is_ok());
    assert_eq!(gate.came(), 1, "none of them was worked on");
    client.finish();
}

#[test]
fn a_cancelled_request_gets_one_answer() {
    let (_workspace, gate, mut client, uri) = waiting(1, "Чичерин");
    let working = client.ask("textDocument/hover", client.at(&uri, 0));
    let waiting = client.ask("textDocument/hover", client.at(&uri, 0));
    for id in [
        json!(working),
        json!(waiting),
        json!(waiting),
        json!(99),
        json!("a"),
        Value::Null,
    ] {
        client.notify("$/cancelRequest", json!({ "id": id }));
    }
    for id in [working, waiting] {
        assert_eq!(client.answer(id).map_err(|refusal| refusal.code), Err(-32800));
    }
    gate.open();
    let answered = client.ask("textDocument/hover", client.at(&uri, 0));
    assert!(client.answer(answered).is_ok(), "the permit was given back");
    client.notify("$/cancelRequest", json!({ "id": answered }));
    assert!(client.hover(&uri, 0).is_some(), "an answer that was given stays given");
    client.finish();
}

#[test]
fn exit_does_not_wait_for_slow_answers() {
    let (_workspace, gate, mut client, uri) = waiting(1, "Чичерин");
    let asked = client.ask("textDocument/hover", client.at(&uri, 0));
    client.notify("exit", Value::Null);
    let answer: Result<Value, Refusal> = client.answer(asked);
    assert_eq!(answer.map_err(|refusal| refusal.code), Err(-32800));
    assert!(!client.wait());
    gate.open();
}

#[test]
fn the_same_id_twice() {
    let (_workspace, gate, mut client, uri) = waiting(1, "Чичерин");
    let id = client.ask("textDocument/hover", client.at(&uri, 0));
    client.ask_as(id, "textDocument/hover", client.at(&uri, 0));
    assert_eq!(
        client.answer(id).map_err(|refusal| refusal.code),
        Err(-32600),
        "the second"
    );
    gate.open();
    assert!(client.answer(id).is_ok(), "the first");
    client.finish();
}

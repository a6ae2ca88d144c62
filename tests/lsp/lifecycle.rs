//! Beginning and end, and one answer for every request.

use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::support::client::{Client, Refusal, everything};
use crate::support::workspace::Workspace;

#[test]
fn exit_ends_the_program_with_its_input_open() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    client.finish();
}

#[test]
fn exit_without_shutdown_is_not_orderly() {
    let workspace = Workspace::new(&[]);
    for initialized in [false, true] {
        let mut client = Client::program(&workspace);
        if initialized {
            client.start(&workspace);
        }
        client.notify("exit", Value::Null);
        assert!(!client.wait());
    }
}

#[test]
fn the_end_of_input_ends_the_program() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    assert!(!client.end_input());

    let mut client = Client::program(&workspace);
    client.start(&workspace);
    client.request("shutdown", Value::Null);
    assert!(client.end_input());
}

/// Something else may hold the pipe open: no end of input comes. `initialize` names the editor, or the command line does.
#[cfg(unix)]
#[test]
fn the_death_of_the_editor_ends_the_program() {
    let workspace = Workspace::new(&[]);
    for by_initialize in [true, false] {
        let mut editor = Command::new(env!("CARGO_BIN_EXE_onomast"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("a process");
        let mut params = everything(&workspace, true);
        let mut client = match by_initialize {
            true => Client::program(&workspace),
            false => Client::program_of(&workspace, editor.id()),
        };
        if by_initialize {
            params["processId"] = json!(editor.id());
        }
        client.initialize(params);
        let uri = workspace.uri("a.txt");
        client.open(&uri, "Чичерин");
        assert!(client.hover(&uri, 0).is_some());
        editor.kill().expect("a process");
        editor.wait().expect("a process");
        assert!(!client.wait());
    }
}

#[test]
fn what_comes_before_initialize_and_behind_shutdown_changes_nothing() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Чичерин");
    client.start_pushed(&workspace);
    let place = json!({ "textDocument": { "uri": uri }, "position": { "line": 0, "character": 0 } });
    assert_eq!(client.request("textDocument/hover", place), Value::Null);
    client.open(&uri, "Tchitcherine");
    assert_eq!(client.published(&uri, Some(1)).len(), 1);
    client.edit(&uri, 0..0, "Ankara, ");
    // The client fails where something is said behind the answer.
    client.request("shutdown", Value::Null);
    client.edit(&uri, 0..0, "Ankara, ");
    client.close(&uri);
    let again = client.ask("shutdown", Value::Null);
    assert_eq!(code(client.answer(again)), -32600);
    client.notify("exit", Value::Null);
    assert!(client.wait());
}

#[test]
fn requests_outside_the_session_are_refused() {
    let workspace = Workspace::new(&[("a.txt", "")]);
    let mut client = Client::program(&workspace);
    let place = json!({ "textDocument": { "uri": workspace.uri("a.txt") }, "position": { "line": 0, "character": 0 } });
    let before = client.ask("textDocument/hover", place.clone());
    assert_eq!(code(client.answer(before)), -32002);
    client.start(&workspace);
    let again = client.ask("initialize", everything(&workspace, true));
    assert_eq!(code(client.answer(again)), -32600);
    client.request("shutdown", Value::Null);
    let after = client.ask("textDocument/hover", place);
    assert_eq!(code(client.answer(after)), -32600);
    client.notify("exit", Value::Null);
    assert!(client.wait());
}

#[test]
fn every_request_gets_one_answer() {
    let workspace = Workspace::new(&[("a.txt", "")]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    for (name, method, params, expected) in [
        ("unknown", "textDocument/guess", json!({}), -32601),
        ("optional", "$/guess", json!({}), -32601),
        ("without a row", "textDocument/references", json!({}), -32602),
        ("no method at all", "", json!({}), -32601),
        ("no parameters", "textDocument/hover", Value::Null, -32602),
        (
            "wrong parameters",
            "textDocument/hover",
            json!({ "textDocument": 5 }),
            -32602,
        ),
        ("parameters in a list", "textDocument/definition", json!([1, 2]), -32602),
        ("a notification that waits", "textDocument/didClose", json!({}), -32600),
        (
            "a notification of the crate that waits",
            "initialized",
            json!({}),
            -32600,
        ),
    ] {
        let id = client.ask(method, params);
        assert_eq!(code(client.answer(id)), expected, "{name}");
    }
    client.finish();
}

#[test]
fn unknown_notifications_and_answers_are_ignored() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    client.notify("$/setTrace", json!({ "value": "off" }));
    client.notify("textDocument/guess", json!({}));
    client.notify("textDocument/hover", json!({}));
    client.notify("textDocument/didOpen", json!({ "textDocument": 5 }));
    client.notify("$/cancelRequest", json!({ "id": 77 }));
    let answer = r#"{"jsonrpc":"2.0","id":99,"result":null}"#;
    client.send_bytes(format!("Content-Length: {}\r\n\r\n{answer}", answer.len()).as_bytes());
    client.finish();
}

#[track_caller]
fn code(answer: Result<Value, Refusal>) -> i64 {
    answer.expect_err("an error").code
}

#[test]
fn how_long_answers_took_is_told_to_who_wants_it() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Чичерин писал.\n");
    assert!(client.hover(&uri, 0).is_some());
    client.notify("$/setTrace", json!({ "value": "verbose" }));
    assert!(client.hover(&uri, 0).is_some());
    let told = client.traced();
    let message = told["message"].as_str().expect("a message");
    assert!(
        message.starts_with("textDocument/hover in ") && message.ends_with(" ms"),
        "{message}"
    );
    client.notify("$/setTrace", json!({ "value": "off" }));
    assert!(client.hover(&uri, 0).is_some());
    client.finish();
}

#[test]
fn a_text_that_nothing_can_be_said_of_stands_in_the_log() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Чичерин\n");
    let place = json!({ "line": 7, "character": 0 });
    client.change(
        &uri,
        2,
        json!([{ "range": { "start": place, "end": place }, "text": "x" }]),
    );
    let logged = client.logged();
    assert!(logged.starts_with(&uri), "{logged}");
    assert_eq!(client.hover(&uri, 0), None);
    client.finish();
}

//! What a broken client or a broken pipe sends.

use serde_json::{Value, json};

use crate::support::client::Client;
use crate::support::workspace::Workspace;

#[test]
fn the_session_survives_what_is_no_message() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let cases: [(&str, &[u8], i64); 12] = [
        ("broken JSON", b"Content-Length: 10\r\n\r\n{\"jsonrpc\"", -32700),
        ("no version", b"Content-Length: 14\r\n\r\n{\"method\":\"a\"}", -32600),
        ("no UTF-8", b"Content-Length: 4\r\n\r\n\"\xFF\xFE\"", -32700),
        ("nothing", b"Content-Length: 0\r\n\r\n", -32700),
        ("a batch", b"Content-Length: 2\r\n\r\n[]", -32600),
        ("a header of words", b"Content-Length: many\r\n\r\n", -32700),
        ("a negative length", b"Content-Length: -5\r\n\r\n", -32700),
        (
            "no length",
            b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n",
            -32700,
        ),
        (
            "an absurd length",
            b"Content-Length: 18446744073709551615\r\n\r\n",
            -32700,
        ),
        ("more than a terabyte", b"Content-Length: 1099511627776\r\n\r\n", -32700),
        (
            "a length too small",
            b"Content-Length: 3\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"a\"}",
            -32700,
        ),
        (
            "a length too great",
            b"Content-Length: 90\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"a\"}",
            -32700,
        ),
    ];
    for (name, bytes, code) in cases {
        client.send_bytes(bytes);
        let id = client.ask(
            "textDocument/guess",
            json!({ "name": name, "padding": "x".repeat(100) }),
        );
        assert_eq!(client.answer_to_nobody().code, code, "{name}");
        assert!(client.answer(id).is_err(), "{name}");
    }
    client.finish();
}

#[test]
fn headers_in_other_letters_and_with_more_in_them() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Чичерин");
    for header in [
        "content-length: {}\r\n\r\n",
        "CONTENT-LENGTH:{}\r\n\r\n",
        "Content-Length: {}\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n",
        "Content-Type: application/vscode-jsonrpc; charset=utf8\r\nX: Content-Length\r\nContent-Length:  {} \r\n\r\n",
    ] {
        client.frame_as(header);
        client.edit(&uri, 0..0, "Ж");
        let at = client.text(&uri).find("Чичерин").expect("in the text");
        client.edit(&uri, 0..at, "");
        assert!(client.hover(&uri, 0).is_some(), "{header}");
    }
    client.finish();
}

#[test]
fn half_a_message_at_the_end() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    client.send_bytes(b"Content-Length: 100\r\n\r\n{\"jsonrpc\":");
    assert!(!client.end_input());
}

#[test]
fn a_message_byte_by_byte() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let body = r#"{"jsonrpc":"2.0","method":"$/Чичерин"}"#;
    for byte in format!("Content-Length: {}\r\n\r\n{body}", body.len()).bytes() {
        client.send_bytes(&[byte]);
    }
    client.finish();
}

/// A message as a client writes it that can send what no string of ours holds.
fn frame(body: &str) -> Vec<u8> {
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// A change of version 2 that inserts what stands between the quotes at the beginning.
fn insertion(uri: &str, escaped: &str) -> Vec<u8> {
    let place = r#"{"start":{"line":0,"character":0},"end":{"line":0,"character":0}}"#;
    let change = format!(r#"{{"range":{place},"text":"{escaped}"}}"#);
    let document = format!(r#"{{"uri":"{uri}","version":2}}"#);
    frame(&format!(
        r#"{{"jsonrpc":"2.0","method":"textDocument/didChange","params":{{"textDocument":{document},"contentChanges":[{change}]}}}}"#
    ))
}

#[test]
fn half_a_pair_is_one_unit() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Чичерин");
    let text = "a\u{fffd}🔥Чичерин";
    client.change_by(&uri, &insertion(&uri, r"a\ud83d\ud83d\udd25"), text);
    let at = text.find("Чичерин").expect("in the text");
    assert_eq!(client.hover(&uri, at - "🔥".len()), None);
    assert_eq!(
        client.hover(&uri, at).map(|(covered, _)| covered).as_deref(),
        Some("Чичерин")
    );

    let id = 4711;
    client.expect(id, "workspace/symbol");
    let symbols = r#"{"jsonrpc":"2.0","id":4711,"method":"workspace/symbol","params":{"query":"\ude00"}}"#;
    client.send_bytes(&frame(symbols));
    assert!(client.answer(id).is_ok());
    client.finish();
}

#[test]
fn a_request_that_breaks_off_behind_its_id_is_answered() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Чичерин");
    client.expect(4711, "workspace/symbol");
    client.send_bytes(&frame(
        r#"{"jsonrpc":"2.0","id":4711,"method":"workspace/symbol","params":{"query":"a}}"#,
    ));
    assert_eq!(client.answer(4711).map_err(|refusal| refusal.code), Err(-32700));
    assert!(client.hover(&uri, 0).is_some(), "no edit is lost");
    client.finish();
}

#[test]
fn behind_an_edit_that_cannot_be_read_nothing_is_said_until_the_whole_text_comes() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let (uri, other) = (workspace.uri("a.txt"), workspace.uri("b.txt"));
    client.open(&uri, "Чичерин");
    for (name, lost) in [
        ("an edit", insertion(&uri, r"\x")),
        ("of another version of the protocol", {
            let edit = String::from_utf8(insertion(&uri, "a")).expect("a text");
            frame(&edit[edit.find('{').expect("a body")..].replace("2.0", "3.0"))
        }),
        ("something", frame("{\"jsonrpc\":")),
        ("a header without a length", b"Content-Type: a\r\n\r\n".to_vec()),
    ] {
        client.open(&other, "Чичерин");
        assert!(
            client.hover(&uri, 0).is_some() && client.hover(&other, 0).is_some(),
            "{name}"
        );
        client.send_bytes(&lost);
        client.answer_to_nobody();
        assert_eq!(client.hover(&uri, 0), None, "{name}");
        assert_eq!(
            client.hover(&other, 0),
            None,
            "{name}: nobody knows of which text it was"
        );
        client.change(&uri, 3, json!([{ "text": "Чичерин" }]));
        client.close(&other);
        assert!(client.hover(&uri, 0).is_some(), "{name}");
    }
    client.send_bytes(&frame(r#"{"jsonrpc":"2.0","method":"$/progress","params":}"#));
    client.answer_to_nobody();
    assert!(client.hover(&uri, 0).is_some(), "no edit");
    assert_eq!(
        client.request("workspace/symbol", json!({ "query": "nobody" })),
        Value::Null
    );
    client.finish();
}

//! What a broken client or a broken pipe sends.

use serde_json::json;

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

//! What a broken client or a broken pipe sends.

use serde_json::json;

use crate::support::client::Client;
use crate::support::workspace::Workspace;

#[test]
fn the_session_survives_what_is_no_message() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    for (name, bytes, code) in [
        ("broken JSON", "Content-Length: 10\r\n\r\n{\"jsonrpc\"", -32700),
        ("no version", "Content-Length: 14\r\n\r\n{\"method\":\"a\"}", -32600),
        ("a header of words", "Content-Length: many\r\n\r\n", -32700),
        (
            "an absurd length",
            "Content-Length: 18446744073709551615\r\n\r\n",
            -32700,
        ),
        (
            "a length too small",
            "Content-Length: 3\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"a\"}",
            -32700,
        ),
        (
            "a length too great",
            "Content-Length: 90\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"a\"}",
            -32700,
        ),
    ] {
        client.send_bytes(bytes.as_bytes());
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

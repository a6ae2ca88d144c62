//! What real editors say in `initialize`, recorded, and a session with each of them in every encoding it offers.

use serde_json::{Value, json};

use crate::support::client::Client;
use crate::support::text::{self, Encoding};
use crate::support::workspace::Workspace;

const TEXT: &str = "👩 Вчера говорили с Чичериным, о Чичерине и об Ankara’da.\r\nTchitcherine’in notası.\n";

pub(super) const RECORDED: [(&str, &str); 8] = [
    (
        "VS Code",
        include_str!("../fixtures/initialize/code-server-1.139.1.json"),
    ),
    ("Emacs", include_str!("../fixtures/initialize/eglot-1.17.30.json")),
    ("Helix 25.01", include_str!("../fixtures/initialize/helix-25.01.1.json")),
    ("Helix 25.07", include_str!("../fixtures/initialize/helix-25.07.1.json")),
    (
        "Kakoune",
        include_str!("../fixtures/initialize/kakoune-lsp-22.0.0.json"),
    ),
    ("Neovim 0.10", include_str!("../fixtures/initialize/neovim-0.10.4.json")),
    ("Neovim 0.12", include_str!("../fixtures/initialize/neovim-0.12.4.json")),
    ("Vim with ALE", include_str!("../fixtures/initialize/vim-ale-3.3.json")),
];

#[test]
fn a_session_with_every_editor_in_every_encoding() {
    let workspace = Workspace::new(&[("a.txt", TEXT)]);
    for (editor, recorded) in RECORDED {
        let here = recorded.replace("file:///workspace", workspace.uri("").trim_end_matches('/'));
        let params: Value = serde_json::from_str(&here).expect("JSON");
        let offered = params["capabilities"]["general"]["positionEncodings"]
            .as_array()
            .cloned();
        session(editor, &workspace, params.clone(), None);
        for encoding in offered.into_iter().flatten() {
            let mut params = params.clone();
            params["capabilities"]["general"]["positionEncodings"] = json!([encoding]);
            session(editor, &workspace, params, encoding.as_str().and_then(Encoding::parse));
        }
    }
}

fn session(editor: &str, workspace: &Workspace, params: Value, encoding: Option<Encoding>) {
    let uri = workspace.uri("a.txt");
    let pulls = !params["capabilities"]["textDocument"]["diagnostic"].is_null();
    let plain = params["capabilities"]["textDocument"]["hover"]["contentFormat"][0] == "plaintext";
    let capabilities = params["capabilities"].clone();
    let mut client = Client::program(workspace);
    client.initialize(params);
    assert!(encoding.is_none_or(|encoding| client.encoding == encoding), "{editor}");
    client.open(&uri, TEXT);

    for name in ["Чичериным", "Ankara’da", "Tchitcherine’in"] {
        let at = TEXT.find(name).expect("in the text");
        for at in [at, at + name.len()] {
            let (covered, card) = client
                .hover(&uri, at)
                .unwrap_or_else(|| panic!("{editor}: no hover at {at}"));
            assert_eq!(covered, name, "{editor}");
            assert_eq!(card.contains("**"), !plain, "{editor}: {card}");
        }
    }
    assert_eq!(client.hover(&uri, 0), None, "{editor}");

    let at = TEXT.find("Чичерине").expect("in the text");
    let definition = client.request("textDocument/definition", client.at(&uri, at));
    let place = &definition[0];
    let target = place.get("targetUri").unwrap_or(&place["uri"]);
    assert_eq!(target, &json!(workspace.uri("names.gazetteer.json")), "{editor}");

    let chicherin = TEXT.find("Чичериным").expect("in the text");
    let at = chicherin + "Чиче".len();
    let items = client.complete(&uri, at);
    let edit = &items.first().unwrap_or_else(|| panic!("{editor}: nothing is offered"))["textEdit"];
    assert_eq!(edit["newText"], json!("Чичерин"), "{editor}");
    let insert = edit.get("range").unwrap_or(&edit["insert"]);
    assert_eq!(
        text::covered(TEXT, insert, client.encoding).as_deref(),
        Ok("Чиче"),
        "{editor}"
    );
    if let Some(replace) = edit.get("replace") {
        assert_eq!(
            text::covered(TEXT, replace, client.encoding).as_deref(),
            Ok("Чичериным"),
            "{editor}"
        );
    }
    let resolved = client.request("completionItem/resolve", items[0].clone());
    let card = resolved["documentation"]["value"].as_str().unwrap_or_default();
    assert!(card.contains("Georgiy Vasilyeviç Çiçerin"), "{editor}: {card}");

    let findings = if pulls {
        client.pull(&uri)
    } else {
        client.published(&uri, Some(1))
    };
    let deprecated =
        |(covered, code, _): &(String, String, String)| covered == "Tchitcherine" && code == "deprecated-spelling";
    assert!(findings.iter().any(deprecated), "{editor}: {findings:?}");

    changes(editor, &mut client, &uri, &capabilities);
    outline(editor, &mut client, &uri, &capabilities);
    client.close(&uri);
    if !pulls {
        assert_eq!(client.published(&uri, None), []);
    }
    client.finish();
}

/// What changes texts comes in the form that the editor knows: versions with documents, annotations, a range to rename.
fn changes(editor: &str, client: &mut Client, uri: &str, capabilities: &Value) {
    let can = |pointer: &str| capabilities.pointer(pointer) == Some(&json!(true));
    let prepares = can("/textDocument/rename/prepareSupport");
    let rename = &client.server_capabilities["renameProvider"];
    assert_eq!(rename["prepareProvider"] == json!(true), prepares, "{editor}: {rename}");

    let at = TEXT.find("Чичериным").expect("in the text");
    let mut params = client.at(uri, at);
    params["newName"] = json!("Чечерин");
    let edit = client.request("textDocument/rename", params);
    let versions = can("/workspace/workspaceEdit/documentChanges");
    assert_eq!(edit.get("documentChanges").is_some(), versions, "{editor}: {edit}");
    assert_eq!(edit.get("changes").is_some(), !versions, "{editor}: {edit}");
    assert!(edit.to_string().contains("Чечериным"), "{editor}: {edit}");

    let whole = text::range(TEXT, 0..TEXT.len(), client.encoding);
    let context = json!({ "diagnostics": [], "only": ["source.fixAll.onomast"] });
    let asked = json!({ "textDocument": { "uri": uri }, "range": whole, "context": context });
    let actions = client.request("textDocument/codeAction", asked);
    let fixed = actions.to_string();
    assert!(fixed.contains("Çiçerin"), "{editor}: {actions}");
    assert_eq!(fixed.contains("\"documentChanges\""), versions, "{editor}: {actions}");
}

/// Symbols lie in one another where the editor shows that.
fn outline(editor: &str, client: &mut Client, uri: &str, capabilities: &Value) {
    let nested = capabilities.pointer("/textDocument/documentSymbol/hierarchicalDocumentSymbolSupport");
    let symbols = client.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": uri } }));
    let is_nested = symbols[0].get("children").is_some();
    assert_eq!(is_nested, nested == Some(&json!(true)), "{editor}: {symbols}");
}

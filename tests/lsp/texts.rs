//! What is asked of one text besides hover and definition: tokens, symbols, highlights, hints, the first mention.

use serde_json::{Value, json};

use crate::support::client::{Client, everything};
use crate::support::text;
use crate::support::workspace::{GAZETTEER, Workspace};

const TEXT: &str =
    "👩 Чичерин писал. Халилов и Чиче-\r\nрин\u{301}у: «Tchitcherine’in».\r\n\r\nBugün Ankara’da Çiçerin vardı.\n";

/// Requests about a place, and about a text.
const OF_PLACES: [&str; 4] = [
    "textDocument/hover",
    "textDocument/definition",
    "textDocument/declaration",
    "textDocument/documentHighlight",
];
const OF_TEXTS: [&str; 3] = [
    "textDocument/documentSymbol",
    "textDocument/semanticTokens/full",
    "textDocument/documentLink",
];

fn started(workspace: &Workspace, encoding: &str, options: Value) -> (Client, String) {
    let mut client = Client::program(workspace);
    let mut params = everything(workspace, true);
    params["capabilities"]["general"]["positionEncodings"] = json!([encoding]);
    params["initializationOptions"] = options;
    client.initialize(params);
    let uri = workspace.uri("a.txt");
    client.open(&uri, TEXT);
    (client, uri)
}

/// What each token covers, its type and modifiers, by the legend.
fn read_tokens(client: &Client, uri: &str, data: &Value) -> Vec<String> {
    let numbers: Vec<u64> = data
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_u64)
        .collect();
    let legend = &client.server_capabilities["semanticTokensProvider"]["legend"];
    let (mut line, mut character) = (0, 0);
    let read = |token: &[u64]| {
        line += token[0];
        character = if token[0] == 0 { character + token[1] } else { token[1] };
        let place = |character: u64| json!({ "line": line, "character": character });
        let range = json!({ "start": place(character), "end": place(character + token[2]) });
        let covered = text::covered(client.text(uri), &range, client.encoding).expect("a range of the text");
        let kind = legend["tokenTypes"][token[3] as usize].as_str().expect("a type");
        let modifiers = legend["tokenModifiers"].as_array().expect("modifiers").iter().zip(0..);
        let set = modifiers.filter(|(_, bit)| token[4] >> bit & 1 == 1);
        let words: Vec<&str> = set.filter_map(|(word, _)| word.as_str()).collect();
        format!("{covered} {kind} {}", words.join(" ")).trim_end().to_owned()
    };
    numbers.chunks_exact(5).map(read).collect()
}

#[test]
fn a_token_a_mention_and_line_in_every_encoding() {
    let workspace = Workspace::new(&[]);
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let (mut client, uri) = started(&workspace, encoding, Value::Null);
        let document = json!({ "textDocument": { "uri": uri } });
        let found = client.request("textDocument/semanticTokens/full", document);
        let expected = [
            "Чичерин person",
            "Халилов person ambiguous",
            "Чиче- person",
            "рин\u{301}у person",
            "Tchitcherine’in person nonPreferred",
            "Ankara’da place",
            "Çiçerin person",
        ];
        assert_eq!(read_tokens(&client, &uri, &found["data"]), expected, "{encoding}");
        let range = text::range(
            TEXT,
            TEXT.find("рин\u{301}у").expect("in the text")..TEXT.len() - 25,
            client.encoding,
        );
        let some = client.request(
            "textDocument/semanticTokens/range",
            json!({ "textDocument": { "uri": uri }, "range": range }),
        );
        assert_eq!(read_tokens(&client, &uri, &some["data"]), expected[2..6], "{encoding}");
        client.finish();
    }
}

#[test]
fn every_modifier_of_the_legend_is_given() {
    let workspace = Workspace::new(&[]);
    let (mut client, _) = started(&workspace, "utf-8", Value::Null);
    let uri = workspace.uri("b.md");
    client.open(
        &uri,
        "> Вчера в городе говорили о Чичерине и о Халилове.\n\nTchitcherine.\n",
    );
    let document = json!({ "textDocument": { "uri": uri } });
    let found = client.request("textDocument/semanticTokens/full", document);
    let expected = [
        "Чичерине person quoted",
        "Халилове person ambiguous quoted",
        "Tchitcherine person nonPreferred",
    ];
    assert_eq!(read_tokens(&client, &uri, &found["data"]), expected);
    let legend = &client.server_capabilities["semanticTokensProvider"]["legend"];
    assert_eq!(
        legend["tokenModifiers"],
        json!(["ambiguous", "nonPreferred", "quoted"]),
        "no other"
    );
    client.finish();
}

#[test]
fn tokens_as_edits_of_the_last_answer() {
    let workspace = Workspace::new(&[]);
    let (mut client, uri) = started(&workspace, "utf-16", Value::Null);
    let document = json!({ "uri": uri });
    let mut last = client.request("textDocument/semanticTokens/full", json!({ "textDocument": document }));
    for (place, length, inserted) in [
        ("Чичерин", 0, "Ankara, "),
        ("Халилов", 14, "Вася"),
        ("Bugün", 0, ""),
        ("vardı", 0, "ve Ankara "),
    ] {
        let at = client.text(&uri).find(place).expect("in the text");
        client.edit(&uri, at..at + length, inserted);
        let params = json!({ "textDocument": document, "previousResultId": last["resultId"] });
        let delta = client.request("textDocument/semanticTokens/full/delta", params);
        let made = text::with_token_edits(&last, &delta);
        last = client.request("textDocument/semanticTokens/full", json!({ "textDocument": document }));
        assert_eq!(made["data"], last["data"], "{place}");
    }
    let params = json!({ "textDocument": document, "previousResultId": "never given" });
    let whole = client.request("textDocument/semanticTokens/full/delta", params);
    assert_eq!(whole["data"], last["data"]);
    client.finish();
}

#[test]
fn an_entity_a_symbol() {
    let workspace = Workspace::new(&[]);
    for nested in [true, false] {
        let mut client = Client::program(&workspace);
        let mut params = everything(&workspace, true);
        params["capabilities"]["textDocument"]["documentSymbol"] =
            json!({ "hierarchicalDocumentSymbolSupport": nested });
        client.initialize(params);
        let uri = workspace.uri("a.txt");
        client.open(&uri, TEXT);
        let found = client.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": uri } }));
        let symbols = found.as_array().expect("symbols");
        let names: Vec<_> = symbols.iter().map(|symbol| symbol["name"].as_str()).collect();
        assert_eq!(names, [Some("Георгий Васильевич Чичерин"), Some("Анкара")]);
        let first = &symbols[0];
        let (count, range) = match nested {
            true => (&first["detail"], &first["range"]),
            false => (&first["containerName"], &first["location"]["range"]),
        };
        assert_eq!(count, &json!("4 mentions"));
        assert_eq!(text::covered(TEXT, range, client.encoding).as_deref(), Ok("Чичерин"));
        if nested {
            let below: Vec<_> = first["children"]
                .as_array()
                .expect("mentions")
                .iter()
                .map(|one| one["name"].clone())
                .collect();
            assert_eq!(
                json!(below),
                json!(["Чичерин", "Чичерин\u{301}у", "Tchitcherine’in", "Çiçerin"])
            );
        }
        client.finish();
    }
}

#[test]
fn all_mentions_and_the_first() {
    let workspace = Workspace::new(&[]);
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let (mut client, uri) = started(&workspace, encoding, Value::Null);
        let place = client.at(&uri, TEXT.find("Çiçerin").expect("in the text"));
        let found = client.request("textDocument/documentHighlight", place.clone());
        let covered: Vec<String> = found
            .as_array()
            .expect("highlights")
            .iter()
            .map(|one| text::covered(TEXT, &one["range"], client.encoding).expect("a range of the text"))
            .collect();
        assert_eq!(
            covered,
            ["Чичерин", "Чиче-\r\nрин\u{301}у", "Tchitcherine’in", "Çiçerin"],
            "{encoding}"
        );
        let first = client.request("textDocument/declaration", place);
        let covered = text::covered(TEXT, &first["range"], client.encoding);
        assert_eq!(
            (covered.as_deref(), &first["uri"]),
            (Ok("Чичерин"), &json!(uri)),
            "{encoding}"
        );
        client.finish();
    }
}

#[test]
fn hints_where_they_are_wanted() {
    let workspace = Workspace::new(&[]);
    let (mut client, uri) = started(&workspace, "utf-16", Value::Null);
    let whole = json!({ "textDocument": { "uri": uri }, "range": text::range(TEXT, 0..TEXT.len(), client.encoding) });
    assert_eq!(client.request("textDocument/inlayHint", whole.clone()), Value::Null);
    let change = json!({ "settings": { "onomast": { "hints": ["ru"] } } });
    client.notify("workspace/didChangeConfiguration", change);
    let found = client.request("textDocument/inlayHint", whole);
    let hints: Vec<(Value, Value)> = found
        .as_array()
        .expect("hints")
        .iter()
        .map(|hint| (hint["label"].clone(), hint["position"].clone()))
        .collect();
    let behind = |name: &str| {
        text::position(
            TEXT,
            TEXT.find(name).expect("in the text") + name.len(),
            client.encoding,
        )
    };
    assert_eq!(
        hints,
        [
            (json!("Анкара"), behind("Ankara’da")),
            (json!("Чичерин"), behind("Çiçerin"))
        ]
    );
    client.finish();
}

#[test]
fn nothing_is_colored_outside_of_projects_if_so_wanted() {
    let workspace = Workspace::new(&[]);
    std::fs::remove_file(workspace.path("names.gazetteer.json")).expect("a file");
    for (enable, colored) in [("project", false), ("always", true)] {
        let (mut client, uri) = started(&workspace, "utf-16", json!({ "enable": enable, "hints": true }));
        let document = json!({ "textDocument": { "uri": uri } });
        let tokens = client.request("textDocument/semanticTokens/full", document);
        assert_eq!(
            tokens["data"].as_array().is_some_and(|data| !data.is_empty()),
            colored,
            "{enable}"
        );
        let range = text::range(TEXT, 0..TEXT.len(), client.encoding);
        let hints = client.request(
            "textDocument/inlayHint",
            json!({ "textDocument": { "uri": uri }, "range": range }),
        );
        assert_eq!(!hints.is_null(), colored, "{enable}");
        assert!(
            client.hover(&uri, TEXT.find("Чичерин").expect("in the text")).is_some(),
            "what is asked is answered"
        );
        client.finish();
    }
}

#[test]
fn a_client_with_names_on_its_screen_is_told_that_they_have_changed() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    let mut params = everything(&workspace, true);
    for refreshed in ["semanticTokens", "inlayHint"] {
        params["capabilities"]["workspace"][refreshed] = json!({ "refreshSupport": true });
    }
    params["capabilities"]["workspace"]["diagnostics"] = json!({});
    client.initialize(params);
    let uri = workspace.uri("a.txt");
    client.open(&uri, TEXT);
    let gazetteer = workspace.uri("names.gazetteer.json");
    client.open(&gazetteer, GAZETTEER);
    assert!(client.hover(&uri, TEXT.find("Чичерин").expect("in the text")).is_some());
    let place = GAZETTEER.find("\"Ankara\"").expect("in the gazetteer");
    client.edit(&gazetteer, place + 1..place + 7, "Trabzon");
    client.refreshed();
    client.refreshed();
    client.finish();
}

#[test]
fn the_identifiers_of_a_gazetteer_are_links() {
    let workspace = Workspace::new(&[]);
    let (mut client, uri) = started(&workspace, "utf-8", Value::Null);
    let gazetteer = workspace.uri("names.gazetteer.json");
    client.open(&gazetteer, GAZETTEER);
    let links = client.request(
        "textDocument/documentLink",
        json!({ "textDocument": { "uri": gazetteer } }),
    );
    assert_eq!(links.as_array().map(Vec::len), Some(1), "{links}");
    assert_eq!(links[0]["target"], json!("https://example.org/chicherin"));
    let covered = text::covered(GAZETTEER, &links[0]["range"], client.encoding);
    assert_eq!(covered.as_deref(), Ok("https://example.org/chicherin"));
    let of_text = client.request("textDocument/documentLink", json!({ "textDocument": { "uri": uri } }));
    assert_eq!(of_text, Value::Null);
    client.finish();
}

#[test]
fn off_a_name_and_of_unknown_documents_every_answer_is_null() {
    let workspace = Workspace::new(&[]);
    let (mut client, uri) = started(&workspace, "utf-16", Value::Null);
    let off = client.at(&uri, TEXT.find("писал").expect("in the text"));
    let unknown = json!({ "textDocument": { "uri": workspace.uri("b.txt") }, "position": off["position"] });
    for method in OF_PLACES {
        assert_eq!(client.request(method, off.clone()), Value::Null, "{method}");
        assert_eq!(client.request(method, unknown.clone()), Value::Null, "{method}");
    }
    for method in OF_TEXTS {
        let params = json!({ "textDocument": { "uri": workspace.uri("b.txt") } });
        assert_eq!(client.request(method, params), Value::Null, "{method}");
    }
    let place = json!({ "line": 0, "character": 0 });
    let params = json!({
        "textDocument": { "uri": workspace.uri("b.txt") }, "previousResultId": "1", "range": { "start": place, "end": place },
    });
    for method in [
        "textDocument/semanticTokens/full/delta",
        "textDocument/semanticTokens/range",
        "textDocument/inlayHint",
    ] {
        assert_eq!(client.request(method, params.clone()), Value::Null, "{method}");
    }
    client.finish();
}

/// Of a text that the editor has read in another encoding than that of its file it is said once in which it is written. Read
/// as it is written, nothing is said of it.
#[test]
fn a_text_in_another_encoding_than_the_editor_took_it_for_is_told_once() {
    let workspace = Workspace::new(&[]);
    let text = "Нарком писал послу, а Чичерин ждал его в Карсе.\n";
    let (written, _, _) = encoding_rs::WINDOWS_1251.encode(text);
    std::fs::write(workspace.path("old.txt"), &written).expect("a file");
    std::fs::write(workspace.path("new.txt"), text).expect("a file");
    let mut client = Client::program(&workspace);
    client.initialize(everything(&workspace, false));
    let (old, new) = (workspace.uri("old.txt"), workspace.uri("new.txt"));
    for _ in 0..2 {
        client.open(&new, text);
        client.open(&old, &String::from_utf8_lossy(&written));
        client.published(&old, Some(1));
        client.close(&old);
        client.published(&old, None);
        client.open(&old, text);
        client.published(&old, Some(1));
        client.close(&old);
        client.published(&old, None);
        client.close(&new);
        client.published(&new, None);
    }
    let shown = client.shown();
    assert!(shown.contains("/old.txt is a file in windows-1251"), "{shown}");
    client.finish();
}

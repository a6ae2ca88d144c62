//! Documents that are typed in, and edits that do not fit.

use serde_json::json;

use crate::support::client::{Client, everything};
use crate::support::text;
use crate::support::workspace::Workspace;

/// Pieces that make and break names, lines and characters.
const PIECES: [&str; 14] = [
    " Чичерин ",
    "ым",
    " ",
    "\n",
    "\r\n",
    " Tchitcherine",
    "’in",
    "👩",
    "а\u{301}",
    " Ankara’da",
    "’",
    "\n\n",
    " писал ",
    " yazdı. ",
];

/// Numbers that look random and are the same every time (the constants of Knuth's MMIX).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end.max(1)
    }
}

#[test]
fn three_thousand_edits_are_as_good_as_opening_the_result() {
    for (encoding, kind) in [("utf-8", "txt"), ("utf-16", "md"), ("utf-32", "txt")] {
        let workspace = Workspace::new(&[]);
        let mut client = Client::program(&workspace);
        let mut params = everything(&workspace, true);
        params["capabilities"]["general"]["positionEncodings"] = json!([encoding]);
        params["capabilities"]["textDocument"]["documentSymbol"] = json!({ "hierarchicalDocumentSymbolSupport": true });
        client.initialize(params);
        let (typed, whole) = (
            workspace.uri(&format!("typed.{kind}")),
            workspace.uri(&format!("whole.{kind}")),
        );
        client.open(&typed, "");
        let of_typed = json!({ "textDocument": { "uri": typed } });
        let mut tokens = client.request("textDocument/semanticTokens/full", of_typed);
        let mut numbers = Numbers(7);
        for count in 1..=3000 {
            let text = client.text(&typed);
            let boundaries: Vec<usize> = text
                .char_indices()
                .map(|(at, _)| at)
                .chain([text.len()])
                .filter(|at| !inside_line_end(text, *at))
                .collect();
            let start = numbers.below(boundaries.len());
            let longest = if text.len() > 3000 { 40 } else { 3 };
            let end = (start + numbers.below(longest)).min(boundaries.len() - 1);
            client.edit(
                &typed,
                boundaries[start]..boundaries[end],
                PIECES[numbers.below(PIECES.len())],
            );
            if count % 250 == 0 {
                client.pull(&typed);
                let before = &tokens["resultId"];
                let params = json!({ "textDocument": { "uri": typed }, "previousResultId": before });
                let delta = client.request("textDocument/semanticTokens/full/delta", params);
                tokens = text::with_token_edits(&tokens, &delta);
            }
        }
        let text = client.text(&typed).to_owned();
        client.open(&whole, &text);
        assert_eq!(client.pull(&typed), client.pull(&whole), "{encoding}");
        for method in ["textDocument/semanticTokens/full", "textDocument/documentSymbol"] {
            let [of_typed, of_whole] = [&typed, &whole].map(|uri| {
                let mut answer = client.request(method, json!({ "textDocument": { "uri": uri } }));
                assert!(!answer.is_null(), "{encoding}: {method}");
                if let Some(answer) = answer.as_object_mut() {
                    answer.remove("resultId");
                }
                answer
            });
            assert_eq!(of_typed, of_whole, "{encoding}: {method}");
            if method == "textDocument/semanticTokens/full" {
                assert_eq!(
                    tokens["data"], of_whole["data"],
                    "{encoding}: the tokens as edits of those before"
                );
            }
        }
        let mut names = 0;
        for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)).step_by(3) {
            let hover = client.hover(&typed, at);
            assert_eq!(hover, client.hover(&whole, at), "{encoding}, byte {at}");
            names += usize::from(hover.is_some());
        }
        assert!(names > 50, "{encoding}: {names}");
        client.finish();
    }
}

fn inside_line_end(text: &str, at: usize) -> bool {
    text[..at].ends_with('\r') && text[at..].starts_with('\n')
}

#[test]
fn a_change_that_does_not_fit_silences_the_document_until_all_of_it_comes() {
    let place = |line: u32, character: u32| json!({ "line": line, "character": character });
    for (name, range) in [
        ("reversed", json!({ "start": place(0, 5), "end": place(0, 2) })),
        ("no such line", json!({ "start": place(9, 0), "end": place(9, 1) })),
        (
            "inside a character",
            json!({ "start": place(1, 1), "end": place(1, 2) }),
        ),
    ] {
        let workspace = Workspace::new(&[]);
        let mut client = Client::program(&workspace);
        client.start_pushed(&workspace);
        let uri = workspace.uri("a.txt");
        client.open(&uri, "Tchitcherine.\n👩\n");
        assert_eq!(client.published(&uri, Some(1)).len(), 1, "{name}");
        client.change(&uri, 2, json!([{ "range": range, "text": "x" }]));
        assert_eq!(client.published(&uri, Some(2)), [], "{name}");
        assert_eq!(client.hover(&uri, 0), None, "{name}");
        client.change(
            &uri,
            3,
            json!([{ "range": { "start": place(0, 0), "end": place(0, 0) }, "text": "x" }]),
        );
        assert_eq!(client.hover(&uri, 0), None, "{name}: still");
        assert_eq!(client.published(&uri, Some(3)), [], "{name}");
        client.change(&uri, 4, json!([{ "text": "Tchitcherine.\n👩\n" }]));
        assert!(client.hover(&uri, 0).is_some(), "{name}: all of it");
        assert_eq!(client.published(&uri, Some(4)).len(), 1, "{name}");
        client.finish();
    }
}

#[test]
fn reopening_brings_a_document_back_in_step() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Ankara");
    client.change(&uri, 2, json!([{ "range": { "start": { "line": 5, "character": 0 }, "end": { "line": 5, "character": 0 } }, "text": "x" }]));
    assert_eq!(client.hover(&uri, 0), None);
    client.close(&uri);
    client.open(&uri, "Ankara");
    assert!(client.hover(&uri, 0).is_some());
    client.finish();
}

#[test]
fn a_change_that_cannot_be_read_is_a_change_all_the_same() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let (uri, other) = (workspace.uri("a.txt"), workspace.uri("b.txt"));
    for changes in [
        json!([{ "range": 5, "text": "x" }]),
        json!([{}]),
        json!("x"),
        json!(null),
    ] {
        client.open(&uri, "Ankara");
        client.open(&other, "Ankara");
        assert!(client.hover(&uri, 0).is_some());
        client.change(&uri, 2, changes.clone());
        assert_eq!(client.hover(&uri, 0), None, "{changes}");
        assert!(client.hover(&other, 0).is_some(), "{changes}");
        client.change(&uri, 3, json!([{ "text": "Ankara" }]));
        assert!(client.hover(&uri, 0).is_some(), "{changes}: all of it");
        client.close(&uri);
        client.close(&other);
    }
    client.finish();
}

#[test]
fn documents_that_are_not_open() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    client.change(&uri, 2, json!([{ "text": "Ankara" }]));
    client.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    let place = json!({ "textDocument": { "uri": uri }, "position": { "line": 0, "character": 0 } });
    assert!(client.request("textDocument/hover", place).is_null());
    assert_eq!(client.pull(&uri), []);
    client.finish();
}

#[test]
fn edits_past_the_end_of_a_line_and_of_the_text() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let (typed, whole) = (workspace.uri("typed.txt"), workspace.uri("whole.txt"));
    client.open(&typed, "Ankara\nx");
    let place = |line: u32, character: u32| json!({ "line": line, "character": character });
    client.change(
        &typed,
        2,
        json!([
            { "range": { "start": place(0, 6), "end": place(0, 99) }, "text": "’da" },
            { "range": { "start": place(1, 0), "end": place(2, 0) }, "text": "Чичерин\n" },
        ]),
    );
    client.open(&whole, "Ankara’da\nЧичерин\n");
    for (line, character) in [(0, 0), (0, 9), (1, 0), (1, 7), (7, 7)] {
        let mut hover = |uri: &str| {
            let place = json!({ "textDocument": { "uri": uri }, "position": place(line, character) });
            client.ask("textDocument/hover", place)
        };
        let (one, other) = (hover(&typed), hover(&whole));
        // Their cards may differ: what they say of the project comes with its index.
        let [one, other] = [one, other].map(|id| client.answer(id).expect("an answer")["range"].clone());
        assert_eq!(one, other, "{line}:{character}");
    }
    client.finish();
}

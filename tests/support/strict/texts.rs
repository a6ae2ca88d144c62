//! Results that speak of one text: symbols, tokens, highlights, hints, links.

use serde_json::Value;

use super::{Check, array, boolean, filled, location, object, position, range, string, uinteger};

/// `DocumentSymbol[] | SymbolInformation[]`
pub(super) fn symbols(value: &Value, path: &str, bad: &mut Vec<String>) {
    array(value, path, bad, &|value, path, bad| match value.get("location") {
        Some(_) => {
            let members: &[(&str, bool, Check<'_>)] = &[
                ("name", true, &filled),
                ("kind", true, &symbol_kind),
                ("location", true, &location),
                ("containerName", false, &string),
            ];
            object(value, path, bad, members);
        }
        None => symbol(value, path, bad),
    });
}

/// The ranges of symbols: the selection lies inside, and no name is blank.
fn symbol(value: &Value, path: &str, bad: &mut Vec<String>) {
    let below: Check<'_> = &|value, path, bad| array(value, path, bad, &symbol);
    let members: &[(&str, bool, Check<'_>)] = &[
        ("name", true, &filled),
        ("detail", false, &string),
        ("kind", true, &symbol_kind),
        ("range", true, &range),
        ("selectionRange", true, &range),
        ("children", false, below),
    ];
    object(value, path, bad, members);
    if value["name"].as_str().is_some_and(|name| name.trim().is_empty()) {
        bad.push(format!("{path}.name: blank"));
    }
    let key = |range: &str, end: &str| {
        (
            value[range][end]["line"].as_u64(),
            value[range][end]["character"].as_u64(),
        )
    };
    if key("selectionRange", "start") < key("range", "start") || key("selectionRange", "end") > key("range", "end") {
        bad.push(format!("{path}: the selection is not inside"));
    }
}

fn symbol_kind(value: &Value, path: &str, bad: &mut Vec<String>) {
    if !value.as_u64().is_some_and(|kind| (1..=26).contains(&kind)) {
        bad.push(format!("{path}: {value}"));
    }
}

/// `DocumentHighlight[]`
pub(super) fn highlights(value: &Value, path: &str, bad: &mut Vec<String>) {
    array(value, path, bad, &|value, path, bad| {
        object(value, path, bad, &[("range", true, &range)]);
    });
}

/// `CodeLens[]`, each with what it says: none is resolved later.
pub(super) fn lenses(value: &Value, path: &str, bad: &mut Vec<String>) {
    let command: Check<'_> = &|value, path, bad| {
        let members: &[(&str, bool, Check<'_>)] = &[
            ("title", true, &filled),
            ("command", true, &filled),
            ("arguments", false, &|value, path, bad| {
                array(value, path, bad, &|_, _, _| {});
            }),
        ];
        object(value, path, bad, members);
    };
    array(value, path, bad, &|value, path, bad| {
        object(value, path, bad, &[("range", true, &range), ("command", true, command)]);
    });
}

/// `InlayHint[]`
pub(super) fn hints(value: &Value, path: &str, bad: &mut Vec<String>) {
    array(value, path, bad, &|value, path, bad| {
        let members: &[(&str, bool, Check<'_>)] = &[
            ("position", true, &position),
            ("label", true, &filled),
            ("paddingLeft", false, &boolean),
        ];
        object(value, path, bad, members);
    });
}

/// `DocumentLink[]`, to the web only.
pub(super) fn links(value: &Value, path: &str, bad: &mut Vec<String>) {
    array(value, path, bad, &|value, path, bad| {
        object(value, path, bad, &[("range", true, &range), ("target", true, &filled)]);
        let target = value["target"].as_str().unwrap_or_default();
        if !target.starts_with("https://") && !target.starts_with("http://") {
            bad.push(format!("{path}: leads to {target}"));
        }
    });
}

/// `SemanticTokens`, with an id where all are asked for.
pub(super) fn all_tokens(value: &Value, path: &str, bad: &mut Vec<String>) {
    object(
        value,
        path,
        bad,
        &[("resultId", true, &filled), ("data", true, &tokens)],
    );
}

/// `SemanticTokens` of a range.
pub(super) fn some_tokens(value: &Value, path: &str, bad: &mut Vec<String>) {
    object(value, path, bad, &[("data", true, &tokens)]);
}

/// `SemanticTokens | SemanticTokensDelta`
pub(super) fn token_delta(value: &Value, path: &str, bad: &mut Vec<String>) {
    if value.get("edits").is_none() {
        return all_tokens(value, path, bad);
    }
    let edit: Check<'_> = &|value, path, bad| {
        let members: &[(&str, bool, Check<'_>)] = &[
            ("start", true, &uinteger),
            ("deleteCount", true, &uinteger),
            ("data", false, &numbers),
        ];
        object(value, path, bad, members);
    };
    let edits: Check<'_> = &|value, path, bad| array(value, path, bad, edit);
    object(value, path, bad, &[("resultId", true, &filled), ("edits", true, edits)]);
}

/// Five numbers a token, each token behind the one before and longer than nothing.
fn tokens(value: &Value, path: &str, bad: &mut Vec<String>) {
    numbers(value, path, bad);
    let data: Vec<u64> = value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_u64)
        .collect();
    if !data.len().is_multiple_of(5) {
        bad.push(format!("{path}: {} numbers", data.len()));
    }
    let mut end = 0;
    for token in data.chunks_exact(5) {
        if token[0] > 0 {
            end = 0;
        }
        if token[2] == 0 || (token[0] == 0 && token[1] < end) {
            bad.push(format!("{path}: {token:?} over the one before, or empty"));
        }
        end = token[2];
    }
}

fn numbers(value: &Value, path: &str, bad: &mut Vec<String>) {
    array(value, path, bad, &uinteger);
}

/// What the server offers of tokens.
pub(super) fn token_options(value: &Value, path: &str, bad: &mut Vec<String>) {
    let words: Check<'_> = &|value, path, bad| array(value, path, bad, &filled);
    let legend: Check<'_> = &|value, path, bad| {
        object(
            value,
            path,
            bad,
            &[("tokenTypes", true, words), ("tokenModifiers", true, words)],
        );
    };
    let full: Check<'_> = &|value, path, bad| object(value, path, bad, &[("delta", true, &boolean)]);
    let members: &[(&str, bool, Check<'_>)] = &[
        ("legend", true, legend),
        ("range", true, &boolean),
        ("full", true, full),
    ];
    object(value, path, bad, members);
}

/// The options of a request that has none.
pub(super) fn no_options(value: &Value, path: &str, bad: &mut Vec<String>) {
    object(value, path, bad, &[]);
}

/// Each of these has one fault.
#[test]
fn faults_are_found() {
    use serde_json::json;

    let at = |line: u64, from: u64, to: u64| json!({ "start": { "line": line, "character": from }, "end": { "line": line, "character": to } });
    let violations = |check: Check<'_>, value: Value| {
        let mut bad = Vec::new();
        check(&value, "it", &mut bad);
        bad
    };
    let symbol = |range: Value, selection: Value| json!([{ "name": "x", "kind": 5, "range": range, "selectionRange": selection }]);
    assert!(violations(&symbols, symbol(at(0, 0, 9), at(0, 2, 3))).is_empty());
    assert!(violations(&token_delta, json!({ "resultId": "1", "edits": [] })).is_empty());
    assert!(violations(&some_tokens, json!({ "data": [0, 1, 2, 0, 0, 0, 2, 1, 0, 0] })).is_empty());
    let checks: [(&str, Check<'_>, Value); 9] = [
        ("selection outside", &symbols, symbol(at(0, 0, 9), at(0, 2, 10))),
        (
            "kind",
            &symbols,
            json!([{ "name": "x", "kind": 99, "range": at(0, 0, 1), "selectionRange": at(0, 0, 1) }]),
        ),
        (
            "blank",
            &symbols,
            json!([{ "name": " ", "kind": 5, "range": at(0, 0, 1), "selectionRange": at(0, 0, 1) }]),
        ),
        ("four numbers", &some_tokens, json!({ "data": [0, 1, 2, 0] })),
        ("empty token", &some_tokens, json!({ "data": [0, 1, 0, 0, 0] })),
        (
            "overlap",
            &some_tokens,
            json!({ "data": [0, 1, 3, 0, 0, 0, 2, 1, 0, 0] }),
        ),
        ("no id", &all_tokens, json!({ "data": [] })),
        (
            "a link to a command",
            &links,
            json!([{ "range": at(0, 0, 1), "target": "command:x" }]),
        ),
        (
            "a hint without words",
            &hints,
            json!([{ "position": { "line": 0, "character": 0 }, "label": "" }]),
        ),
    ];
    for (name, check, value) in checks {
        assert!(!violations(check, value).is_empty(), "{name}");
    }
}

//! Completion: the parts of it that this server uses, and what a client must have said before it gets them.

use serde_json::{Value, json};

use super::{Check, array, boolean, filled, must, object, one_of, range, string};

/// A list, which may go on.
pub(super) fn list(value: &Value, path: &str, bad: &mut Vec<String>) {
    let items: Check<'_> = &|value, path, bad| array(value, path, bad, &item);
    let members: &[(&str, bool, Check<'_>)] = &[("isIncomplete", true, &boolean), ("items", true, items)];
    object(value, path, bad, members);
    if value["items"].as_array().is_some_and(Vec::is_empty) {
        bad.push(format!("{path}: empty, where null was agreed on"));
    }
}

/// An item, of a list or resolved.
pub(super) fn item(value: &Value, path: &str, bad: &mut Vec<String>) {
    let kind: Check<'_> = &|value, path, bad| {
        must(
            value.as_u64().is_some_and(|kind| (1..=25).contains(&kind)),
            value,
            path,
            bad,
        );
    };
    let tag: Check<'_> = &|value, path, bad| must(*value == json!(1), value, path, bad);
    let tags: Check<'_> = &|value, path, bad| array(value, path, bad, tag);
    let beside: Check<'_> = &|value, path, bad| {
        object(
            value,
            path,
            bad,
            &[("detail", false, &filled), ("description", false, &filled)],
        );
    };
    let documentation: Check<'_> = &|value, path, bad| {
        let kind: Check<'_> = &|value, path, bad| one_of(value, path, bad, &["markdown", "plaintext"]);
        object(value, path, bad, &[("kind", true, kind), ("value", true, &filled)]);
    };
    let format: Check<'_> = &|value, path, bad| must(*value == json!(1) || *value == json!(2), value, path, bad);
    let members: &[(&str, bool, Check<'_>)] = &[
        ("label", true, &filled),
        ("labelDetails", false, beside),
        ("kind", false, kind),
        ("tags", false, tags),
        ("detail", false, &filled),
        ("documentation", false, documentation),
        ("deprecated", false, &boolean),
        ("sortText", false, &filled),
        ("filterText", false, &string),
        ("insertTextFormat", false, format),
        ("textEdit", false, &edit),
        ("data", false, &|_, _, _| ()),
    ];
    object(value, path, bad, members);
}

fn edit(value: &Value, path: &str, bad: &mut Vec<String>) {
    if value.get("insert").is_none() {
        object(value, path, bad, &[("range", true, &range), ("newText", true, &string)]);
        return;
    }
    let members: &[(&str, bool, Check<'_>)] = &[
        ("newText", true, &string),
        ("insert", true, &range),
        ("replace", true, &range),
    ];
    object(value, path, bad, members);
    let (insert, replace) = (&value["insert"], &value["replace"]);
    if insert["start"] != replace["start"] || key(&insert["end"]) > key(&replace["end"]) {
        bad.push(format!(
            "{path}: what is inserted over is no beginning of what is replaced"
        ));
    }
}

/// What the options of the server may say.
pub(super) fn options(value: &Value, path: &str, bad: &mut Vec<String>) {
    let triggers: Check<'_> = &|value, path, bad| array(value, path, bad, &filled);
    let members: &[(&str, bool, Check<'_>)] = &[
        ("resolveProvider", false, &boolean),
        ("triggerCharacters", false, triggers),
    ];
    object(value, path, bad, members);
}

/// What a client with these capabilities (`textDocument.completion`) has not asked for, in the items of an answer about a
/// position. Ranges lie on one line and hold the position.
pub(crate) fn unsupported(capabilities: &Value, items: &[Value], position: &Value) -> Vec<String> {
    let mut bad = Vec::new();
    let can = |ability: &str| capabilities["completionItem"][ability] == true;
    let known = |pointer: &str, value: &Value| {
        let known = capabilities.pointer(pointer).and_then(Value::as_array);
        known.is_some_and(|known| known.contains(value))
    };
    for item in items {
        let mut must = |holds: bool, what: &str| {
            if !holds {
                bad.push(format!("{what} in {item}"));
            }
        };
        must(
            item.get("labelDetails").is_none() || can("labelDetailsSupport"),
            "label details",
        );
        must(
            item["textEdit"].get("insert").is_none() || can("insertReplaceSupport"),
            "two edits",
        );
        must(
            item["insertTextFormat"] != json!(2) || can("snippetSupport"),
            "a snippet",
        );
        must(
            item.get("deprecated").is_none() || can("deprecatedSupport"),
            "deprecated",
        );
        let tags = item["tags"].as_array().into_iter().flatten();
        for tag in tags {
            must(known("/completionItem/tagSupport/valueSet", tag), "a tag");
        }
        if let Some(kind) = item.get("kind") {
            let first_version =
                capabilities["completionItemKind"].get("valueSet").is_none() && kind.as_u64() <= Some(18);
            must(first_version || known("/completionItemKind/valueSet", kind), "a kind");
        }
        let format = &item["documentation"]["kind"];
        let formats = known("/completionItem/documentationFormat", format);
        must(format.is_null() || format == "plaintext" || formats, "documentation");
        for range in ["range", "insert", "replace"].map(|name| &item["textEdit"][name]) {
            if range.is_object() && !position.is_null() {
                must(range["start"]["line"] == range["end"]["line"], "several lines");
                let holds = key(&range["start"]) <= key(position) && key(position) <= key(&range["end"]);
                must(holds, "another place");
            }
        }
    }
    bad
}

fn key(position: &Value) -> (Option<u64>, Option<u64>) {
    (position["line"].as_u64(), position["character"].as_u64())
}

/// The checker itself is checked: each of these has one fault.
#[test]
fn faults_are_found() {
    let at = |from: u64, to: u64| json!({ "start": { "line": 1, "character": from }, "end": { "line": 1, "character": to } });
    let good = json!({ "label": "x", "kind": 6, "tags": [1], "labelDetails": { "description": "y" }, "sortText": "000",
        "textEdit": { "newText": "x", "insert": at(2, 4), "replace": at(2, 6) } });
    let faults = |value: &Value| {
        let mut bad = Vec::new();
        item(value, "item", &mut bad);
        bad
    };
    assert_eq!(faults(&good), Vec::<String>::new());
    let all = json!({ "completionItem": { "labelDetailsSupport": true, "insertReplaceSupport": true, "tagSupport": { "valueSet": [1] } } });
    let position = json!({ "line": 1, "character": 4 });
    assert_eq!(
        unsupported(&all, std::slice::from_ref(&good), &position),
        Vec::<String>::new()
    );
    assert_eq!(unsupported(&json!({}), std::slice::from_ref(&good), &position).len(), 3);
    assert_eq!(
        unsupported(&all, std::slice::from_ref(&good), &json!({ "line": 1, "character": 5 })).len(),
        1
    );
    let change = |pointer: &str, value: Value| {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        bad
    };
    for (name, bad) in [
        ("no label", change("/label", json!(""))),
        ("kind 0", change("/kind", json!(0))),
        ("kind 26", change("/kind", json!(26))),
        ("unknown tag", change("/tags", json!([2]))),
        ("another start", change("/textEdit/insert", at(1, 4))),
        ("insert is longer", change("/textEdit/insert", at(2, 7))),
        ("unknown member", change("/labelDetails", json!({ "more": "x" }))),
        (
            "mixed edits",
            change(
                "/textEdit",
                json!({ "newText": "x", "insert": at(2, 4), "range": at(2, 4) }),
            ),
        ),
    ] {
        assert_ne!(faults(&bad), Vec::<String>::new(), "{name}");
    }
    let mut bad = Vec::new();
    list(&json!({ "isIncomplete": true, "items": [] }), "list", &mut bad);
    list(&json!({ "items": [good] }), "list", &mut bad);
    assert_eq!(bad.len(), 2);
}

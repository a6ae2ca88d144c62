//! What a message of the server may look like: the parts of the specification that this server uses, member by member.
//! A member that the specification does not have is a violation, and so is a value of another type.

use serde_json::{Map, Value};

use super::page;

pub(crate) mod completion;
pub(crate) mod edits;
pub(crate) mod places;
mod texts;

/// Gathers violations. `path` says where.
type Check<'a> = &'a dyn Fn(&Value, &str, &mut Vec<String>);

/// The violations of a result of a request; of a command, by its id.
pub(crate) fn result(method: &str, value: &Value) -> Vec<String> {
    let mut bad = Vec::new();
    let check: Check<'_> = match method {
        "initialize" => &initialize,
        "textDocument/hover" => &|value, path, bad| nullable(value, path, bad, &hover),
        "textDocument/completion" => &|value, path, bad| nullable(value, path, bad, &completion::list),
        "completionItem/resolve" => &completion::item,
        "textDocument/declaration" => &|value, path, bad| nullable(value, path, bad, &declaration),
        "textDocument/documentHighlight" => &|value, path, bad| several(value, path, bad, &texts::highlights),
        "textDocument/documentSymbol" => &|value, path, bad| several(value, path, bad, &texts::symbols),
        "textDocument/codeLens" => &|value, path, bad| several(value, path, bad, &texts::lenses),
        "textDocument/inlayHint" => &|value, path, bad| several(value, path, bad, &texts::hints),
        "textDocument/documentLink" => &|value, path, bad| several(value, path, bad, &texts::links),
        "textDocument/semanticTokens/full" => &|value, path, bad| nullable(value, path, bad, &texts::all_tokens),
        "textDocument/semanticTokens/full/delta" => &|value, path, bad| nullable(value, path, bad, &texts::token_delta),
        "textDocument/semanticTokens/range" => &|value, path, bad| nullable(value, path, bad, &texts::some_tokens),
        "textDocument/definition" | "textDocument/implementation" => {
            &|value, path, bad| nullable(value, path, bad, &definition)
        }
        "workspace/symbol" => &|value, path, bad| nullable(value, path, bad, &symbols),
        "textDocument/references" => &|value, path, bad| nullable(value, path, bad, &locations),
        "textDocument/diagnostic" => &report,
        "workspace/diagnostic" => &workspace_report,
        "textDocument/codeAction" => &edits::actions,
        "codeAction/resolve" => &edits::action,
        "textDocument/prepareRename" => &edits::prepared,
        "textDocument/rename" => &|value, path, bad| nullable(value, path, bad, &edits::edit),
        "shutdown" => &null,
        command if command.starts_with("onomast.") => &|value, _, bad| page::answer(command, value, bad),
        _ => &|_, path, bad| bad.push(format!("{path}: a result for a method that has none")),
    };
    check(value, method, &mut bad);
    bad
}

/// The violations of a notification or request of the server.
pub(crate) fn from_server(method: &str, params: &Value) -> Vec<String> {
    let mut bad = Vec::new();
    let check: Check<'_> = match method {
        "textDocument/publishDiagnostics" => &published,
        "client/registerCapability" => &registrations,
        "workspace/diagnostic/refresh"
        | "workspace/semanticTokens/refresh"
        | "workspace/inlayHint/refresh"
        | "workspace/codeLens/refresh" => &null,
        "window/workDoneProgress/create" => &|value, path, bad| object(value, path, bad, &[("token", true, &id)]),
        "$/progress" => &progress,
        "window/showMessage" | "window/logMessage" => &shown,
        "window/showMessageRequest" => &question,
        "$/logTrace" => &|value, path, bad| {
            object(
                value,
                path,
                bad,
                &[("message", true, &filled), ("verbose", false, &filled)],
            );
        },
        _ => &|_, path, bad| bad.push(format!("{path}: not expected of this server")),
    };
    check(params, method, &mut bad);
    bad
}

/// The violations of the envelope of a message.
pub(crate) fn envelope(message: &Value) -> Vec<String> {
    let mut bad = Vec::new();
    let version: Check<'_> = &|value, path, bad| {
        if value != "2.0" {
            bad.push(format!("{path}: {value}"));
        }
    };
    if message.get("method").is_some() {
        let members: &[(&str, bool, Check<'_>)] = &[
            ("jsonrpc", true, version),
            ("method", true, &string),
            ("id", false, &id),
            ("params", false, &any),
        ];
        object(message, "message", &mut bad, members);
    } else {
        let members: &[(&str, bool, Check<'_>)] = &[
            ("jsonrpc", true, version),
            ("id", true, &id_or_null),
            ("result", false, &any),
            ("error", false, &error),
        ];
        object(message, "response", &mut bad, members);
        if message.get("result").is_some() == message.get("error").is_some() {
            bad.push("response: needs exactly one of result and error".to_owned());
        }
    }
    bad
}

fn initialize(value: &Value, path: &str, bad: &mut Vec<String>) {
    let info: Check<'_> = &|value, path, bad| {
        object(
            value,
            path,
            bad,
            &[("name", true, &string), ("version", false, &string)],
        );
    };
    object(
        value,
        path,
        bad,
        &[("capabilities", true, &capabilities), ("serverInfo", false, info)],
    );
}

fn capabilities(value: &Value, path: &str, bad: &mut Vec<String>) {
    let encoding: Check<'_> = &|value, path, bad| one_of(value, path, bad, &["utf-8", "utf-16", "utf-32"]);
    let save: Check<'_> = &|value, path, bad| object(value, path, bad, &[("includeText", false, &boolean)]);
    let sync: Check<'_> = &|value, path, bad| {
        let members: &[(&str, bool, Check<'_>)] = &[
            ("openClose", true, &boolean),
            ("change", true, &uinteger),
            ("save", false, save),
        ];
        object(value, path, bad, members);
    };
    let diagnostics: Check<'_> = &|value, path, bad| {
        let members: &[(&str, bool, Check<'_>)] = &[
            ("identifier", false, &string),
            ("interFileDependencies", true, &boolean),
            ("workspaceDiagnostics", true, &boolean),
        ];
        object(value, path, bad, members);
    };
    let commands: Check<'_> = &|value, path, bad| {
        let all: Check<'_> = &|value, path, bad| array(value, path, bad, &filled);
        object(value, path, bad, &[("commands", true, all)]);
    };
    let actions: Check<'_> = &|value, path, bad| {
        let kinds: Check<'_> = &|value, path, bad| array(value, path, bad, &filled);
        let members: &[(&str, bool, Check<'_>)] =
            &[("codeActionKinds", false, kinds), ("resolveProvider", false, &boolean)];
        object(value, path, bad, members);
    };
    let rename: Check<'_> = &|value, path, bad| {
        if !value.is_boolean() {
            object(value, path, bad, &[("prepareProvider", false, &boolean)]);
        }
    };
    let folders: Check<'_> = &|value, path, bad| {
        object(
            value,
            path,
            bad,
            &[("supported", false, &boolean), ("changeNotifications", false, &boolean)],
        );
    };
    let workspace: Check<'_> = &|value, path, bad| object(value, path, bad, &[("workspaceFolders", false, folders)]);
    let members: &[(&str, bool, Check<'_>)] = &[
        ("positionEncoding", true, encoding),
        ("textDocumentSync", true, sync),
        ("hoverProvider", true, &boolean),
        ("definitionProvider", true, &boolean),
        ("completionProvider", true, &completion::options),
        ("declarationProvider", true, &boolean),
        ("documentHighlightProvider", true, &boolean),
        ("documentSymbolProvider", true, &boolean),
        ("documentLinkProvider", true, &texts::no_options),
        ("inlayHintProvider", true, &boolean),
        ("codeLensProvider", true, &|value, path, bad| {
            object(value, path, bad, &[("resolveProvider", false, &boolean)]);
        }),
        ("semanticTokensProvider", true, &texts::token_options),
        ("implementationProvider", true, &boolean),
        ("referencesProvider", true, &boolean),
        ("workspaceSymbolProvider", true, &boolean),
        ("diagnosticProvider", false, diagnostics),
        ("executeCommandProvider", true, commands),
        ("codeActionProvider", false, actions),
        ("renameProvider", true, rename),
        ("workspace", false, workspace),
    ];
    object(value, path, bad, members);
}

fn hover(value: &Value, path: &str, bad: &mut Vec<String>) {
    let contents: Check<'_> = &|value, path, bad| {
        let kind: Check<'_> = &|value, path, bad| one_of(value, path, bad, &["markdown", "plaintext"]);
        object(value, path, bad, &[("kind", true, kind), ("value", true, &filled)]);
    };
    object(
        value,
        path,
        bad,
        &[("contents", true, contents), ("range", false, &range)],
    );
}

fn definition(value: &Value, path: &str, bad: &mut Vec<String>) {
    let place: Check<'_> = &|value, path, bad| {
        if value.get("targetUri").is_some() {
            let members: &[(&str, bool, Check<'_>)] = &[
                ("originSelectionRange", false, &range),
                ("targetUri", true, &filled),
                ("targetRange", true, &range),
                ("targetSelectionRange", true, &range),
            ];
            object(value, path, bad, members);
        } else {
            location(value, path, bad);
        }
    };
    several(value, path, bad, &|value, path, bad| array(value, path, bad, place));
}

/// `Location`, or `LocationLink[]` with one.
fn declaration(value: &Value, path: &str, bad: &mut Vec<String>) {
    match value.is_array() {
        true => definition(value, path, bad),
        false => location(value, path, bad),
    }
}

fn report(value: &Value, path: &str, bad: &mut Vec<String>) {
    report_with(value, path, bad, &[]);
}

fn workspace_report(value: &Value, path: &str, bad: &mut Vec<String>) {
    let version: Check<'_> = &|value, path, bad| nullable(value, path, bad, &integer);
    let of_file: Check<'_> = &|value, path, bad| {
        report_with(value, path, bad, &[("uri", true, &filled), ("version", true, version)]);
    };
    let items: Check<'_> = &|value, path, bad| array(value, path, bad, of_file);
    object(value, path, bad, &[("items", true, items)]);
}

/// All findings, or that they are those that the client has.
fn report_with(value: &Value, path: &str, bad: &mut Vec<String>, besides: &[(&str, bool, Check<'_>)]) {
    let is_full = value["kind"] == "full";
    let kind: Check<'_> = &|value, path, bad| one_of(value, path, bad, &["full", "unchanged"]);
    let items: Check<'_> = &|value, path, bad| array(value, path, bad, &diagnostic);
    let mut members: Vec<(&str, bool, Check<'_>)> = vec![("kind", true, kind), ("resultId", !is_full, &filled)];
    if is_full {
        members.push(("items", true, items));
    }
    members.extend(besides);
    object(value, path, bad, &members);
}

fn question(value: &Value, path: &str, bad: &mut Vec<String>) {
    let action: Check<'_> = &|value, path, bad| object(value, path, bad, &[("title", true, &filled)]);
    let actions: Check<'_> = &|value, path, bad| array(value, path, bad, action);
    let members: &[(&str, bool, Check<'_>)] = &[
        ("type", true, &uinteger),
        ("message", true, &filled),
        ("actions", false, actions),
    ];
    object(value, path, bad, members);
}

fn published(value: &Value, path: &str, bad: &mut Vec<String>) {
    let diagnostics: Check<'_> = &|value, path, bad| array(value, path, bad, &diagnostic);
    let members: &[(&str, bool, Check<'_>)] = &[
        ("uri", true, &filled),
        ("version", false, &integer),
        ("diagnostics", true, diagnostics),
    ];
    object(value, path, bad, members);
}

fn diagnostic(value: &Value, path: &str, bad: &mut Vec<String>) {
    let severity: Check<'_> = &|value, path, bad| {
        if !value.as_u64().is_some_and(|value| (1..=4).contains(&value)) {
            bad.push(format!("{path}: {value}"));
        }
    };
    let source: Check<'_> = &|value, path, bad| one_of(value, path, bad, &["onomast"]);
    let evidence: Check<'_> = &|value, path, bad| {
        object(
            value,
            path,
            bad,
            &[("location", true, &location), ("message", true, &filled)],
        );
    };
    let related: Check<'_> = &|value, path, bad| array(value, path, bad, evidence);
    let description: Check<'_> = &|value, path, bad| object(value, path, bad, &[("href", true, &filled)]);
    let members: &[(&str, bool, Check<'_>)] = &[
        ("range", true, &range),
        ("severity", true, severity),
        ("code", true, &filled),
        ("codeDescription", false, description),
        ("source", true, source),
        ("message", true, &filled),
        ("relatedInformation", false, related),
    ];
    object(value, path, bad, members);
}

fn registrations(value: &Value, path: &str, bad: &mut Vec<String>) {
    let registration: Check<'_> = &|value, path, bad| {
        let members: &[(&str, bool, Check<'_>)] = &[
            ("id", true, &filled),
            ("method", true, &filled),
            ("registerOptions", false, &any),
        ];
        object(value, path, bad, members);
    };
    let all: Check<'_> = &|value, path, bad| array(value, path, bad, registration);
    object(value, path, bad, &[("registrations", true, all)]);
}

fn symbols(value: &Value, path: &str, bad: &mut Vec<String>) {
    let kind: Check<'_> = &|value, path, bad| {
        must(
            value.as_u64().is_some_and(|value| (1..=26).contains(&value)),
            value,
            path,
            bad,
        );
    };
    let symbol: Check<'_> = &|value, path, bad| {
        let members: &[(&str, bool, Check<'_>)] = &[
            ("name", true, &filled),
            ("kind", true, kind),
            ("location", true, &location),
            ("containerName", false, &filled),
        ];
        object(value, path, bad, members);
    };
    array(value, path, bad, symbol);
}

fn locations(value: &Value, path: &str, bad: &mut Vec<String>) {
    array(value, path, bad, &location);
    if value.as_array().is_some_and(Vec::is_empty) {
        bad.push(format!("{path}: empty, where null was agreed on"));
    }
}

fn progress(value: &Value, path: &str, bad: &mut Vec<String>) {
    let work: Check<'_> = &|value, path, bad| {
        let percentage: Check<'_> = &|value, path, bad| {
            must(value.as_u64().is_some_and(|value| value <= 100), value, path, bad);
        };
        let kind: Check<'_> = &|value, path, bad| one_of(value, path, bad, &["begin", "report", "end"]);
        let members: &[(&str, bool, Check<'_>)] = match value["kind"].as_str() {
            Some("begin") => &[
                ("kind", true, kind),
                ("title", true, &filled),
                ("cancellable", false, &boolean),
                ("message", false, &string),
                ("percentage", false, percentage),
            ],
            Some("report") => &[
                ("kind", true, kind),
                ("cancellable", false, &boolean),
                ("message", false, &string),
                ("percentage", false, percentage),
            ],
            _ => &[("kind", true, kind), ("message", false, &string)],
        };
        object(value, path, bad, members);
    };
    object(value, path, bad, &[("token", true, &id), ("value", true, work)]);
}

fn shown(value: &Value, path: &str, bad: &mut Vec<String>) {
    let kind: Check<'_> = &|value, path, bad| {
        must(
            value.as_u64().is_some_and(|value| (1..=4).contains(&value)),
            value,
            path,
            bad,
        );
    };
    object(value, path, bad, &[("type", true, kind), ("message", true, &filled)]);
}

pub(crate) fn location(value: &Value, path: &str, bad: &mut Vec<String>) {
    object(value, path, bad, &[("uri", true, &filled), ("range", true, &range)]);
}

pub(crate) fn range(value: &Value, path: &str, bad: &mut Vec<String>) {
    object(
        value,
        path,
        bad,
        &[("start", true, &position), ("end", true, &position)],
    );
    let key = |end: &str| (value[end]["line"].as_u64(), value[end]["character"].as_u64());
    if key("start") > key("end") {
        bad.push(format!("{path}: reversed"));
    }
}

fn position(value: &Value, path: &str, bad: &mut Vec<String>) {
    object(
        value,
        path,
        bad,
        &[("line", true, &uinteger), ("character", true, &uinteger)],
    );
}

fn error(value: &Value, path: &str, bad: &mut Vec<String>) {
    let members: &[(&str, bool, Check<'_>)] = &[
        ("code", true, &integer),
        ("message", true, &filled),
        ("data", false, &any),
    ];
    object(value, path, bad, members);
}

fn object(value: &Value, path: &str, bad: &mut Vec<String>, members: &[(&str, bool, Check<'_>)]) {
    let none = Map::new();
    let Some(object) = value.as_object() else {
        bad.push(format!("{path}: {value} is no object"));
        return;
    };
    for (name, required, check) in members {
        match object.get(*name) {
            Some(value) => check(value, &format!("{path}.{name}"), bad),
            None if *required => bad.push(format!("{path}.{name}: missing")),
            None => {}
        }
    }
    let known = |name: &String| members.iter().any(|(known, ..)| known == name);
    let unknown = value.as_object().unwrap_or(&none).keys().filter(|name| !known(name));
    bad.extend(unknown.map(|name| format!("{path}.{name}: not in the specification")));
}

fn array(value: &Value, path: &str, bad: &mut Vec<String>, check: Check<'_>) {
    match value.as_array() {
        Some(values) => {
            for (at, value) in values.iter().enumerate() {
                check(value, &format!("{path}[{at}]"), bad);
            }
        }
        None => bad.push(format!("{path}: {value} is no array")),
    }
}

fn nullable(value: &Value, path: &str, bad: &mut Vec<String>, check: Check<'_>) {
    if !value.is_null() {
        check(value, path, bad);
    }
}

/// `null`, or not empty: that off a name the answer is `null` was agreed on.
fn several(value: &Value, path: &str, bad: &mut Vec<String>, check: Check<'_>) {
    nullable(value, path, bad, check);
    if value.as_array().is_some_and(Vec::is_empty) {
        bad.push(format!("{path}: empty, where null was agreed on"));
    }
}

fn one_of(value: &Value, path: &str, bad: &mut Vec<String>, allowed: &[&str]) {
    if !allowed.iter().any(|allowed| value == allowed) {
        bad.push(format!("{path}: {value} is none of {allowed:?}"));
    }
}

fn must(holds: bool, value: &Value, path: &str, bad: &mut Vec<String>) {
    if !holds {
        bad.push(format!("{path}: {value} is of another type"));
    }
}

fn any(_: &Value, _: &str, _: &mut Vec<String>) {}

fn null(value: &Value, path: &str, bad: &mut Vec<String>) {
    must(value.is_null(), value, path, bad);
}

fn string(value: &Value, path: &str, bad: &mut Vec<String>) {
    must(value.is_string(), value, path, bad);
}

fn filled(value: &Value, path: &str, bad: &mut Vec<String>) {
    must(value.as_str().is_some_and(|text| !text.is_empty()), value, path, bad);
}

fn boolean(value: &Value, path: &str, bad: &mut Vec<String>) {
    must(value.is_boolean(), value, path, bad);
}

fn integer(value: &Value, path: &str, bad: &mut Vec<String>) {
    must(
        value.as_i64().is_some_and(|value| i32::try_from(value).is_ok()),
        value,
        path,
        bad,
    );
}

fn uinteger(value: &Value, path: &str, bad: &mut Vec<String>) {
    must(
        value.as_u64().is_some_and(|value| value <= i32::MAX as u64),
        value,
        path,
        bad,
    );
}

fn id(value: &Value, path: &str, bad: &mut Vec<String>) {
    must(value.is_string() || value.is_i64(), value, path, bad);
}

fn id_or_null(value: &Value, path: &str, bad: &mut Vec<String>) {
    must(value.is_string() || value.is_i64() || value.is_null(), value, path, bad);
}

/// The checker itself is checked: each of these has one fault.
#[test]
fn faults_are_found() {
    use serde_json::json;

    let place = json!({ "start": { "line": 1, "character": 0 }, "end": { "line": 1, "character": 2 } });
    let good = json!({ "contents": { "kind": "markdown", "value": "x" }, "range": place });
    assert_eq!(result("textDocument/hover", &good), Vec::<String>::new());
    let change = |pointer: &str, value: Value| {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        bad
    };
    for (name, bad) in [
        ("contents of a number", change("/contents", json!(5))),
        ("kind html", change("/contents/kind", json!("html"))),
        ("empty", change("/contents/value", json!(""))),
        ("negative", change("/range/start/character", json!(-1))),
        ("fractional", change("/range/start/character", json!(1.5))),
        ("text", change("/range/start/character", json!("3"))),
        ("reversed", change("/range/start/line", json!(2))),
        (
            "range without end",
            change("/range", json!({ "start": { "line": 1, "character": 0 } })),
        ),
        (
            "unknown member",
            change("/contents", json!({ "kind": "markdown", "value": "x", "more": 1 })),
        ),
    ] {
        assert_ne!(result("textDocument/hover", &bad), Vec::<String>::new(), "{name}");
    }
    for (name, bad) in [
        ("no version", json!({ "id": 1, "result": null })),
        (
            "both",
            json!({ "jsonrpc": "2.0", "id": 1, "result": null, "error": { "code": 1, "message": "x" } }),
        ),
        ("neither", json!({ "jsonrpc": "2.0", "id": 1 })),
        ("no id", json!({ "jsonrpc": "2.0", "result": null })),
        ("error of a text", json!({ "jsonrpc": "2.0", "id": 1, "error": "x" })),
    ] {
        assert_ne!(envelope(&bad), Vec::<String>::new(), "{name}");
    }
}

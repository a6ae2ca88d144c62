//! The parts of the specification that change files: actions, renames and workspace edits, member by member.

use serde_json::Value;

use super::{Check, any, array, boolean, diagnostic, filled, integer, nullable, object, one_of, range, string};

/// `(Command | CodeAction)[] | null`, of which this server sends actions.
pub(crate) fn actions(value: &Value, path: &str, bad: &mut Vec<String>) {
    nullable(value, path, bad, &|value, path, bad| array(value, path, bad, &action));
    if value.as_array().is_some_and(Vec::is_empty) {
        bad.push(format!("{path}: empty, where null was agreed on"));
    }
}

/// `CodeAction`
pub(crate) fn action(value: &Value, path: &str, bad: &mut Vec<String>) {
    let kind: Check<'_> = &|value, path, bad| {
        one_of(
            value,
            path,
            bad,
            &["quickfix", "refactor.rewrite", "source.fixAll.onomast"],
        );
    };
    let diagnostics: Check<'_> = &|value, path, bad| array(value, path, bad, &diagnostic);
    let disabled: Check<'_> = &|value, path, bad| object(value, path, bad, &[("reason", true, &filled)]);
    let members: &[(&str, bool, Check<'_>)] = &[
        ("title", true, &filled),
        ("kind", true, kind),
        ("diagnostics", false, diagnostics),
        ("isPreferred", false, &boolean),
        ("edit", false, &edit),
        ("data", false, &any),
        ("disabled", false, disabled),
    ];
    object(value, path, bad, members);
    if !["edit", "data", "disabled"]
        .iter()
        .any(|does| value.get(*does).is_some())
    {
        bad.push(format!("{path}: does nothing"));
    }
}

/// `PrepareRenameResult | null`, of which this server sends a range with a placeholder.
pub(crate) fn prepared(value: &Value, path: &str, bad: &mut Vec<String>) {
    nullable(value, path, bad, &|value, path, bad| {
        object(
            value,
            path,
            bad,
            &[("range", true, &range), ("placeholder", true, &filled)],
        );
    });
}

/// `WorkspaceEdit`
pub(crate) fn edit(value: &Value, path: &str, bad: &mut Vec<String>) {
    let by_uri: Check<'_> = &|value, path, bad| {
        let files = value.as_object().into_iter().flatten();
        for (uri, edits) in files {
            if !uri.starts_with("file:") {
                bad.push(format!("{path}: {uri}"));
            }
            array(edits, path, bad, &|value, path, bad| {
                object(value, path, bad, &[("range", true, &range), ("newText", true, &string)]);
            });
        }
    };
    let operations: Check<'_> = &|value, path, bad| array(value, path, bad, &operation);
    let annotations: Check<'_> = &|value, path, bad| {
        for (id, annotation) in value.as_object().into_iter().flatten() {
            let members: &[(&str, bool, Check<'_>)] = &[
                ("label", true, &filled),
                ("needsConfirmation", false, &boolean),
                ("description", false, &string),
            ];
            object(annotation, &format!("{path}.{id}"), bad, members);
        }
    };
    let members: &[(&str, bool, Check<'_>)] = &[
        ("changes", false, by_uri),
        ("documentChanges", false, operations),
        ("changeAnnotations", false, annotations),
    ];
    object(value, path, bad, members);
    if value.get("changes").is_some() == value.get("documentChanges").is_some() {
        bad.push(format!("{path}: needs exactly one of changes and documentChanges"));
    }
}

fn operation(value: &Value, path: &str, bad: &mut Vec<String>) {
    if value.get("kind").is_some() {
        let kind: Check<'_> = &|value, path, bad| one_of(value, path, bad, &["create"]);
        let options: Check<'_> = &|value, path, bad| {
            let members: &[(&str, bool, Check<'_>)] =
                &[("overwrite", false, &boolean), ("ignoreIfExists", false, &boolean)];
            object(value, path, bad, members);
        };
        let members: &[(&str, bool, Check<'_>)] = &[
            ("kind", true, kind),
            ("uri", true, &filled),
            ("options", false, options),
            ("annotationId", false, &filled),
        ];
        return object(value, path, bad, members);
    }
    let document: Check<'_> = &|value, path, bad| {
        let version: Check<'_> = &|value, path, bad| nullable(value, path, bad, &integer);
        object(value, path, bad, &[("uri", true, &filled), ("version", true, version)]);
    };
    let edits: Check<'_> = &|value, path, bad| {
        array(value, path, bad, &|value, path, bad| {
            let members: &[(&str, bool, Check<'_>)] = &[
                ("range", true, &range),
                ("newText", true, &string),
                ("annotationId", false, &filled),
            ];
            object(value, path, bad, members);
        });
    };
    object(
        value,
        path,
        bad,
        &[("textDocument", true, document), ("edits", true, edits)],
    );
}

/// What of an edit a client with these capabilities does not understand.
pub(crate) fn unsupported(value: &Value, capabilities: &Value, bad: &mut Vec<String>) {
    let supports = &capabilities["workspace"]["workspaceEdit"];
    if value.get("documentChanges").is_some() && supports["documentChanges"] != true {
        bad.push("documentChanges not asked for".to_owned());
    }
    if value.get("changeAnnotations").is_some() && supports["changeAnnotationSupport"].is_null() {
        bad.push("changeAnnotations not asked for".to_owned());
    }
    let creates = supports["resourceOperations"]
        .as_array()
        .is_some_and(|kinds| kinds.contains(&"create".into()));
    let operations = value["documentChanges"].as_array().into_iter().flatten();
    if !creates && operations.clone().any(|operation| operation.get("kind").is_some()) {
        bad.push("makes a file".to_owned());
    }
    for edit in operations
        .filter_map(|operation| operation["edits"].as_array())
        .flatten()
    {
        let annotation = edit["annotationId"].as_str();
        if annotation.is_some_and(|id| value["changeAnnotations"].get(id).is_none()) {
            bad.push(format!("{annotation:?} is no annotation"));
        }
    }
}

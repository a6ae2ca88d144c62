//! Places in an answer: each must be a place of the text that was asked about, wherever in the answer it stands.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::support::text::Encoding;

/// A document as the client knew it when it asked.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    /// Its text.
    pub text: Arc<String>,
    /// Its version.
    pub version: i32,
    /// Whether the test has sent changes that the client did not make in its own text.
    pub is_changed: bool,
}

/// Open documents by URI.
pub(crate) type Documents = BTreeMap<String, Known>;

/// The places of an answer about a document that lie outside of the texts, and the versions of edits that are not those
/// of the texts.
pub(crate) fn outside(
    method: &str,
    answer: &Value,
    about: &str,
    documents: &Documents,
    encoding: Encoding,
) -> Vec<String> {
    let mut judge = Judge {
        documents,
        encoding,
        lines: BTreeMap::new(),
        bad: Vec::new(),
    };
    judge.value(answer, about);
    if method.starts_with("textDocument/semanticTokens/") && answer["edits"].is_null() {
        judge.tokens(&answer["data"], about);
    }
    judge.bad
}

struct Judge<'a> {
    documents: &'a Documents,
    encoding: Encoding,
    /// The lines of the texts that were spoken of, without their ends.
    lines: BTreeMap<&'a str, Arc<Vec<&'a str>>>,
    bad: Vec<String>,
}

impl<'a> Judge<'a> {
    fn value(&mut self, value: &Value, uri: &str) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| self.value(value, uri)),
            Value::Object(_) if value["line"].is_u64() && value["character"].is_u64() => self.position(value, uri),
            Value::Object(members) => {
                let own = value["uri"].as_str().or(value["textDocument"]["uri"].as_str());
                let uri = own.unwrap_or(uri);
                if value["edits"].is_array() && own.is_some() {
                    self.version(&value["textDocument"]["version"], uri);
                }
                for (name, value) in members {
                    match name.as_str() {
                        // What the server gives itself to remember.
                        "data" => {}
                        "targetRange" | "targetSelectionRange" => {
                            let target = members["targetUri"].as_str().unwrap_or_default();
                            self.value(value, target);
                        }
                        "changes" if value.is_object() => {
                            for (uri, edits) in value.as_object().into_iter().flatten() {
                                self.value(edits, uri);
                            }
                        }
                        _ => self.value(value, uri),
                    }
                }
            }
            _ => {}
        }
    }

    fn version(&mut self, version: &Value, uri: &str) {
        let expected = self.documents.get(uri).map(|known| known.version);
        if version.as_i64() != expected.map(i64::from) {
            self.bad
                .push(format!("an edit of version {version} of {uri}, which is {expected:?}"));
        }
    }

    fn position(&mut self, position: &Value, uri: &str) {
        let Some(lines) = self.lines(uri) else { return };
        let line = position["line"].as_u64().and_then(|line| lines.get(line as usize));
        let character = position["character"].as_u64().unwrap_or(u64::MAX) as usize;
        if !line.is_some_and(|line| has_boundary(line, character, self.encoding)) {
            self.bad.push(format!("no such place in {uri}: {position}"));
        }
    }

    fn tokens(&mut self, data: &Value, uri: &str) {
        let Some(lines) = self.lines(uri) else { return };
        let numbers: Vec<usize> = data
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_u64)
            .map(|n| n as usize)
            .collect();
        let (mut line, mut start) = (0, 0);
        for token in numbers.chunks_exact(5) {
            start = if token[0] == 0 { start + token[1] } else { token[1] };
            line += token[0];
            let fits = lines.get(line).is_some_and(|line| {
                [start, start + token[2]]
                    .into_iter()
                    .all(|at| has_boundary(line, at, self.encoding))
            });
            if !fits {
                self.bad.push(format!(
                    "no such place in {uri}: line {line}, {start} and {} more",
                    token[2]
                ));
            }
        }
    }

    /// `None` where nobody can tell: of a closed file, and of a text that the test has changed behind the client's back.
    fn lines(&mut self, uri: &str) -> Option<Arc<Vec<&'a str>>> {
        let (uri, known) = self.documents.get_key_value(uri)?;
        let lines = || {
            let lines = known.text.split("\r\n").flat_map(|part| part.split(['\n', '\r']));
            Arc::new(lines.collect())
        };
        (!known.is_changed).then(|| self.lines.entry(uri).or_insert_with(lines).clone())
    }
}

/// Whether a character of the line begins there, or the line ends.
fn has_boundary(line: &str, character: usize, encoding: Encoding) -> bool {
    let mut at = 0;
    for c in line.chars() {
        if at >= character {
            break;
        }
        at += encoding.length(c.encode_utf8(&mut [0; 4]));
    }
    at == character
}

/// Each of these has one fault.
#[test]
fn faults_are_found() {
    use serde_json::json;

    let known = |text: &str, version| Known {
        text: Arc::new(text.to_owned()),
        version,
        is_changed: false,
    };
    let documents = Documents::from([
        ("a".to_owned(), known("👩 x\r\nyy\rz", 3)),
        ("b".to_owned(), known("", 1)),
    ]);
    let at = |line: u64, character: u64| json!({ "line": line, "character": character });
    let range = |from: Value, to: Value| json!({ "start": from, "end": to });
    let edit = |uri: &str, version: Value| {
        json!({ "documentChanges": [
        { "textDocument": { "uri": uri, "version": version }, "edits": [{ "range": range(at(0, 0), at(0, 0)), "newText": "" }] },
    ] })
    };
    let faults = |method: &str, answer: &Value| outside(method, answer, "a", &documents, Encoding::Utf16);
    let hover = "textDocument/hover";
    for good in [
        json!({ "range": range(at(0, 0), at(2, 1)) }),
        json!([{ "uri": "b", "range": range(at(0, 0), at(0, 0)) }, { "uri": "closed", "range": range(at(9, 9), at(9, 9)) }]),
        edit("a", json!(3)),
        edit("closed", Value::Null),
        json!({ "data": { "range": range(at(9, 9), at(9, 9)) } }),
    ] {
        assert_eq!(faults(hover, &good), Vec::<String>::new());
    }
    for (name, bad) in [
        ("behind the line", json!({ "range": range(at(0, 0), at(0, 5)) })),
        ("no such line", json!({ "range": range(at(0, 0), at(3, 0)) })),
        ("inside a character", json!({ "range": range(at(0, 1), at(0, 2)) })),
        (
            "in another document",
            json!([{ "uri": "b", "range": range(at(0, 0), at(0, 1)) }]),
        ),
        (
            "of a target",
            json!([{ "targetUri": "b", "targetRange": range(at(0, 0), at(1, 0)) }]),
        ),
        (
            "an edit",
            json!({ "changes": { "b": [{ "range": range(at(0, 0), at(0, 1)), "newText": "" }] } }),
        ),
        ("an old version", edit("a", json!(2))),
        ("no version", edit("a", Value::Null)),
        ("a version of a closed file", edit("closed", json!(1))),
    ] {
        assert_eq!(faults(hover, &bad).len(), 1, "{name}");
    }
    let tokens = "textDocument/semanticTokens/full";
    assert!(faults(tokens, &json!({ "data": [0, 0, 2, 0, 0, 1, 0, 2, 0, 0] })).is_empty());
    for data in [json!([0, 0, 1, 0, 0]), json!([0, 0, 5, 0, 0]), json!([3, 0, 1, 0, 0])] {
        assert_eq!(faults(tokens, &json!({ "data": data })).len(), 1, "{data}");
    }
}

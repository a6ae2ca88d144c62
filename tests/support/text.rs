//! Positions and edits, the slow and obvious way, so that the server's own are not tested against themselves.

use serde_json::{Value, json};

/// What `character` counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf16,
    Utf32,
}

impl Encoding {
    /// By its name in the protocol.
    pub(crate) fn parse(name: &str) -> Option<Encoding> {
        match name {
            "utf-8" => Some(Encoding::Utf8),
            "utf-16" => Some(Encoding::Utf16),
            "utf-32" => Some(Encoding::Utf32),
            _ => None,
        }
    }

    /// The length of a text in it.
    pub(crate) fn length(self, text: &str) -> usize {
        match self {
            Encoding::Utf8 => text.len(),
            Encoding::Utf16 => text.encode_utf16().count(),
            Encoding::Utf32 => text.chars().count(),
        }
    }
}

/// The position of a byte.
pub(crate) fn position(text: &str, at: usize, encoding: Encoding) -> Value {
    let before = text[..at].replace("\r\n", "\n").replace('\r', "\n");
    let line = before.rsplit('\n').next().unwrap_or("");
    json!({ "line": before.matches('\n').count(), "character": encoding.length(line) })
}

/// The range of a range of bytes.
pub(crate) fn range(text: &str, range: std::ops::Range<usize>, encoding: Encoding) -> Value {
    json!({ "start": position(text, range.start, encoding), "end": position(text, range.end, encoding) })
}

/// The text that a range covers. Fails where either end is no position of the text.
pub(crate) fn covered(text: &str, range: &Value, encoding: Encoding) -> Result<String, String> {
    let start = offset(text, &range["start"], encoding)?;
    let end = offset(text, &range["end"], encoding)?;
    text.get(start..end)
        .map(str::to_owned)
        .ok_or_else(|| format!("reversed: {range}"))
}

/// A text with edits, which belong to it as it was and do not overlap.
pub(crate) fn edited(text: &str, edits: &[Value], encoding: Encoding) -> String {
    let place = |position: &Value| offset(text, position, encoding).expect("a position of the text");
    let mut edits: Vec<(usize, usize, &str)> = edits
        .iter()
        .map(|edit| {
            let range = &edit["range"];
            (
                place(&range["start"]),
                place(&range["end"]),
                edit["newText"].as_str().expect("a text"),
            )
        })
        .collect();
    edits.sort_unstable();
    let mut result = text.to_owned();
    let mut before = usize::MAX;
    for (start, end, new) in edits.into_iter().rev() {
        assert!(start <= end && end <= before, "edits overlap");
        result.replace_range(start..end, new);
        before = start;
    }
    result
}

/// The tokens that an answer to `semanticTokens/full/delta` makes of those before.
pub(crate) fn with_token_edits(before: &Value, delta: &Value) -> Value {
    let edits = delta["edits"].as_array().expect("edits");
    let mut data = before["data"].as_array().expect("numbers").clone();
    // Each counts in the numbers as they were.
    let mut edits: Vec<&Value> = edits.iter().collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit["start"].as_u64()));
    for edit in edits {
        let number = |name: &str| edit[name].as_u64().expect("a number") as usize;
        let inserted = edit["data"].as_array().cloned().unwrap_or_default();
        data.splice(number("start")..number("start") + number("deleteCount"), inserted);
    }
    json!({ "resultId": delta["resultId"], "data": data })
}

fn offset(text: &str, position: &Value, encoding: Encoding) -> Result<usize, String> {
    let wrong = || format!("no such position: {position}");
    let line = position["line"].as_u64().ok_or_else(wrong)? as usize;
    let character = position["character"].as_u64().ok_or_else(wrong)? as usize;
    let mut start = 0;
    for _ in 0..line {
        let rest = &text[start..];
        let end = rest.find(['\n', '\r']).ok_or_else(wrong)?;
        start += end + if rest[end..].starts_with("\r\n") { 2 } else { 1 };
    }
    let content = text[start..].split(['\n', '\r']).next().unwrap_or("");
    let ends = content.char_indices().map(|(at, _)| at).chain([content.len()]);
    let at = ends
        .into_iter()
        .find(|at| encoding.length(&content[..*at]) == character);
    at.map(|at| start + at).ok_or_else(wrong)
}

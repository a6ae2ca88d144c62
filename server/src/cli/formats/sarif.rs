//! `sarif`: the Static Analysis Results Interchange Format 2.1.0, with fixes, and with fingerprints by which a finding is
//! known again when lines before it have changed.
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::{Value, json};

use super::{Format, Sheet, Shown};
use crate::cli::Surroundings;
use crate::cli::positions::Positions;
use crate::features::finding::{Code, Severity};

pub(super) const FORMAT: Format = Format {
    name: "sarif",
    help: "SARIF 2.1.0",
    for_people: false,
    head,
    sheet,
    between: ",\n",
    tail,
};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const DOCUMENTATION: &str = "https://github.com/onomast/onomast/blob/main/docs/diagnostics.md";

/// Everything before the first result.
fn head(_: Surroundings) -> String {
    let rule = |code: &Code| {
        json!({
            "id": code.as_str(),
            "helpUri": format!("{DOCUMENTATION}#{}", code.as_str()),
        })
    };
    let driver = json!({
        "name": "onomast",
        "version": env!("CARGO_PKG_VERSION"),
        "informationUri": "https://github.com/onomast/onomast",
        "rules": Code::ALL.iter().map(rule).collect::<Vec<_>>(),
    });
    format!(
        "{{\"$schema\":{},\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{{\"driver\":{driver}}},\n\"columnKind\":\"unicodeCodePoints\",\"results\":[\n",
        json!(SCHEMA)
    )
}

fn tail() -> String {
    "\n]}]}\n".to_owned()
}

fn sheet(sheet: &Sheet<'_>) -> String {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let results = sheet.findings.iter().map(|shown| {
        let mark = fingerprint(sheet, shown);
        let again = seen.entry(mark.clone()).or_default();
        *again += 1;
        result(sheet, shown, &format!("{mark}:{again}")).to_string()
    });
    results.collect::<Vec<_>>().join(",\n")
}

fn result(sheet: &Sheet<'_>, shown: &Shown<'_>, mark: &str) -> Value {
    let finding = shown.finding;
    let mut result = json!({
        "ruleId": finding.code.as_str(),
        "ruleIndex": Code::ALL.iter().position(|code| *code == finding.code),
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "locations": [location(sheet.path, sheet.positions, &finding.range)],
        "partialFingerprints": { "onomastFinding/v1": mark },
    });
    let related = finding.related.iter().map(|related| {
        let mut place = match &related.path {
            Some(path) => location(&sheet.places.shown(path), sheet.places.of(path), &related.range),
            None => location(sheet.path, sheet.positions, &related.range),
        };
        place["message"] = json!({ "text": related.message });
        place
    });
    let related: Vec<Value> = related.collect();
    if !related.is_empty() {
        result["relatedLocations"] = Value::Array(related);
    }
    let fixes = shown.fixes.iter().map(|fix| {
        let replacement = |change: &onomast_gazetteer::replace::Change| {
            json!({
                "deletedRegion": region(sheet.positions, &change.range),
                "insertedContent": { "text": change.text },
            })
        };
        json!({
            "description": { "text": fix.title },
            "artifactChanges": [{
                "artifactLocation": artifact(sheet.path),
                "replacements": fix.changes.iter().map(replacement).collect::<Vec<_>>(),
            }],
        })
    });
    let fixes: Vec<Value> = fixes.collect();
    if !fixes.is_empty() {
        result["fixes"] = Value::Array(fixes);
    }
    result
}

fn location(path: &str, positions: &Positions<'_>, range: &Range<usize>) -> Value {
    json!({
        "physicalLocation": {
            "artifactLocation": artifact(path),
            "region": region(positions, range),
        },
    })
}

fn artifact(path: &str) -> Value {
    json!({ "uri": as_uri(path) })
}

fn region(positions: &Positions<'_>, range: &Range<usize>) -> Value {
    let (start, end) = (positions.at(range.start), positions.at(range.end));
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": start.offset,
        "charLength": end.offset - start.offset,
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "note",
    }
}

/// A relative reference (RFC 3986): what is not unreserved is written by its bytes. A colon in the first part would make
/// a scheme of it.
fn as_uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri
}

/// Of the code, the file, the name and the words around it: what stays when other lines change.
fn fingerprint(sheet: &Sheet<'_>, shown: &Shown<'_>) -> String {
    const AROUND: usize = 32;
    let range = &shown.finding.range;
    let before = sheet.text.get(..range.start).unwrap_or_default();
    let behind = sheet.text.get(range.end..).unwrap_or_default();
    let before: String = before
        .chars()
        .rev()
        .filter(|sign| !sign.is_whitespace())
        .take(AROUND)
        .collect();
    let behind: String = behind
        .chars()
        .filter(|sign| !sign.is_whitespace())
        .take(AROUND)
        .collect();
    let found = sheet.text.get(range.clone()).unwrap_or_default();
    let parts = [
        shown.finding.code.as_str(),
        sheet.path,
        shown.finding.entity.as_deref().unwrap_or_default(),
        found,
        &before,
        &behind,
    ];
    // FNV-1a: no release of any library changes it, and nobody gains by a collision.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in parts.join("\0").bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::as_uri;

    #[test]
    fn paths_are_relative_references() {
        assert_eq!(as_uri("a b/Анкара.md"), "a%20b/%D0%90%D0%BD%D0%BA%D0%B0%D1%80%D0%B0.md");
        assert_eq!(as_uri("../c:d.md"), "../c%3Ad.md");
    }
}

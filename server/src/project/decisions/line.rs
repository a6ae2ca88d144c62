//! A decision as a line of its file.

use std::collections::BTreeMap;
use std::ops::Range;

use onomast_gazetteer::anchor::Anchor;
use onomast_gazetteer::prose::Zone;
use onomast_gazetteer::replace::Change;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{Decision, DecisionProblemKind, Verdict};
use crate::features::finding::Code;
use crate::project::Fault;
use crate::project::members::Members;

/// A line to be written, with its members in the order of the documentation.
#[derive(Debug, Serialize)]
struct Written<'a> {
    path: &'a str,
    quote: &'a str,
    before: &'a str,
    after: &'a str,
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zone: Option<&'static str>,
}

/// What was decided, by its word.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Ignore,
    NotAName,
    Is,
    IsInFile,
    Zone,
}

/// A decision as a line of the file, without its end: what [`super::DecisionsFile`] reads again.
pub fn line(document: &str, anchor: &Anchor, verdict: &Verdict) -> String {
    let written = Written {
        path: document,
        quote: &anchor.quote,
        before: &anchor.before,
        after: &anchor.after,
        kind: match verdict {
            Verdict::Ignore(_) => "ignore",
            Verdict::NotAName => "not-a-name",
            Verdict::Is(_) => "is",
            Verdict::IsInFile(_) => "is-in-file",
            Verdict::Zone(_) => "zone",
        },
        code: match verdict {
            Verdict::Ignore(code) => code.map(Code::as_str),
            _ => None,
        },
        entity: match verdict {
            Verdict::Is(id) | Verdict::IsInFile(id) => Some(id),
            _ => None,
        },
        zone: match verdict {
            Verdict::Zone(zone) => Some(zone.as_str()),
            _ => None,
        },
    };
    serde_json::to_string(&written).unwrap_or_default()
}

/// The changes to a line of the file that give it another anchor. All else in it stays, also what only people read.
pub(super) fn anchored(line: &str, anchor: &Anchor) -> Vec<Change> {
    let members: BTreeMap<&str, &RawValue> = serde_json::from_str(line).unwrap_or_default();
    let place = |value: &str| {
        let start = (value.as_ptr() as usize).checked_sub(line.as_ptr() as usize)?;
        Some(start..start + value.len())
    };
    let literal = |text: &str| serde_json::Value::from(text).to_string();
    let around = [("before", &anchor.before), ("after", &anchor.after)];
    let missing = around.iter().filter(|(key, _)| !members.contains_key(key));
    let missing: String = missing
        .map(|(key, text)| format!(",\"{key}\":{}", literal(text)))
        .collect();
    let written = [("quote", &anchor.quote)].into_iter().chain(around);
    let changes = written.filter_map(|(key, text)| {
        let text = match key {
            "quote" => literal(text) + &missing,
            _ => literal(text),
        };
        let range = place(members.get(key)?.get())?;
        Some(Change { range, text })
    });
    changes.collect()
}

/// The decision in a line of the file, which stands at these bytes of it.
pub(super) fn decision(line: &str, range: Range<usize>) -> Result<Decision, DecisionProblemKind> {
    let members = Members::of(line)?;
    let around = |key| Ok::<_, Fault>(members.text(key)?.unwrap_or_default());
    let (document, quote, kind) = (
        members.needed("path")?,
        members.needed("quote")?,
        members.needed("kind")?,
    );
    let kind = serde_json::from_value(kind.as_str().into()).map_err(|_| DecisionProblemKind::UnknownKind(kind))?;
    if quote.trim().is_empty() {
        return Err(DecisionProblemKind::NoWords);
    }
    let verdict = verdict(
        kind,
        members.text("code")?,
        members.text("entity")?,
        members.text("zone")?,
    )?;
    Ok(Decision {
        document,
        anchor: Anchor {
            quote,
            before: around("before")?,
            after: around("after")?,
        },
        verdict,
        by: members.text("by")?,
        on: members.text("on")?,
        line: range,
    })
}

/// What a kind of decision says, with the members that it needs; the others do not matter.
pub fn verdict(
    kind: Kind,
    code: Option<String>,
    entity: Option<String>,
    zone: Option<String>,
) -> Result<Verdict, DecisionProblemKind> {
    let entity = entity.ok_or(DecisionProblemKind::NoEntity);
    let known_zone = |word: String| Zone::parse(&word).ok_or(DecisionProblemKind::UnknownZone(word));
    let known_code = |word: String| Code::parse(&word).ok_or(DecisionProblemKind::UnknownCode(word));
    Ok(match kind {
        Kind::Ignore => Verdict::Ignore(code.map(known_code).transpose()?),
        Kind::NotAName => Verdict::NotAName,
        Kind::Is => Verdict::Is(entity?),
        Kind::IsInFile => Verdict::IsInFile(entity?),
        Kind::Zone => Verdict::Zone(known_zone(zone.ok_or(DecisionProblemKind::NoZone)?)?),
    })
}

impl From<Fault> for DecisionProblemKind {
    fn from(fault: Fault) -> DecisionProblemKind {
        DecisionProblemKind::Unreadable(fault)
    }
}

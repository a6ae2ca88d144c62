//! The machine formats: one JSON object a line, with these keys in this order. They never change by locale.

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::analysis;
use onomast_gazetteer::reading::ud_strings;
use onomast_gazetteer::replace::Change;
use serde::Serialize;

use super::places::Places;
use super::positions::Positions;
use crate::features::{finding, fixes};

/// A mention. Offsets are code points of the decoded text, half open.
#[derive(Debug, Serialize)]
pub(super) struct Mention<'a> {
    /// Absent in a stream, as are line and column.
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    start: usize,
    end: usize,
    end_suffix: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    surface: &'a str,
    /// `null` when ambiguous.
    entity: Option<&'a str>,
    candidates: Vec<&'a str>,
    #[serde(rename = "type")]
    kind: Option<&'static str>,
    key: Option<&'a str>,
    spelling: Option<&'a str>,
    /// Of the paragraph.
    lang: Option<&'a str>,
    readings: Vec<String>,
    status: Option<&'static str>,
    zone: &'static str,
    derived: bool,
}

/// A finding.
#[derive(Debug, Serialize)]
pub(super) struct Finding<'a> {
    path: &'a str,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    entity: Option<&'a str>,
    key: Option<&'a str>,
    spelling: Option<&'a str>,
    related: Vec<Related<'a>>,
    fixes: Vec<Fix<'a>>,
}

/// Something that could be done about a finding.
#[derive(Debug, Serialize)]
struct Fix<'a> {
    title: &'a str,
    safe: bool,
    edits: Vec<Edit<'a>>,
}

/// A change to a file.
#[derive(Debug, Serialize)]
struct Edit<'a> {
    path: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
}

/// A place that a finding rests on.
#[derive(Debug, Serialize)]
struct Related<'a> {
    path: String,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    message: &'a str,
}

impl<'a> Mention<'a> {
    /// `path` is given for a file and left out for a stream.
    pub(super) fn new(
        mention: &'a analysis::Mention,
        text: &'a str,
        positions: &Positions<'_>,
        gazetteer: &'a Gazetteer,
        path: Option<&'a str>,
    ) -> Mention<'a> {
        let start = positions.at(mention.range.start);
        let entity = |candidate: &analysis::Candidate| gazetteer.entity(candidate.entity);
        let spelling = |candidate: &analysis::Candidate| gazetteer.spelling(candidate.spelling);
        let mut candidates: Vec<&str> = mention
            .candidates
            .iter()
            .map(|candidate| entity(candidate).id.as_str())
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        Mention {
            path,
            start: start.offset,
            end: positions.at(mention.range.end).offset,
            end_suffix: positions.at(mention.with_suffix.end).offset,
            line: path.map(|_| start.line),
            column: path.map(|_| start.column),
            surface: text.get(mention.range.clone()).unwrap_or_default(),
            entity: mention.entity().map(|id| gazetteer.entity(id).id.as_str()),
            candidates,
            kind: shared(mention, |candidate| entity(candidate).kind.as_str()),
            key: shared(mention, |candidate| {
                gazetteer.name(spelling(candidate).name).key.as_str()
            }),
            spelling: shared(mention, |candidate| spelling(candidate).text.as_str()),
            lang: mention.language.as_ref().map(|language| language.tag()),
            readings: ud_strings(&mention.readings),
            status: shared(mention, |candidate| spelling(candidate).status.as_str()),
            zone: mention.zone.as_str(),
            derived: mention.derived,
        }
    }
}

impl<'a> Finding<'a> {
    pub(super) fn new(
        finding: &'a finding::Finding,
        fixes: &'a [fixes::Fix],
        path: &'a str,
        positions: &Positions<'_>,
        places: &Places<'_>,
    ) -> Finding<'a> {
        let start = positions.at(finding.range.start);
        Finding {
            path,
            start: start.offset,
            end: positions.at(finding.range.end).offset,
            line: start.line,
            column: start.column,
            code: finding.code.as_str(),
            severity: finding.severity.as_str(),
            message: &finding.message,
            entity: finding.entity.as_deref(),
            key: finding.key.as_deref(),
            spelling: finding.spelling.as_deref(),
            related: finding
                .related
                .iter()
                .map(|related| Related::new(related, path, positions, places))
                .collect(),
            fixes: fixes.iter().map(|fix| Fix::new(fix, path, positions)).collect(),
        }
    }
}

impl<'a> Fix<'a> {
    fn new(fix: &'a fixes::Fix, path: &'a str, positions: &Positions<'_>) -> Fix<'a> {
        let edit = |change: &'a Change| Edit {
            path,
            start: positions.at(change.range.start).offset,
            end: positions.at(change.range.end).offset,
            text: &change.text,
        };
        Fix {
            title: &fix.title,
            safe: fix.safe,
            edits: fix.changes.iter().map(edit).collect(),
        }
    }
}

impl<'a> Related<'a> {
    fn new(related: &'a finding::Related, path: &str, positions: &Positions<'_>, places: &Places<'_>) -> Related<'a> {
        let (path, positions) = match &related.path {
            Some(other) => (places.shown(other), places.of(other)),
            None => (path.to_owned(), positions),
        };
        let start = positions.at(related.range.start);
        Related {
            path,
            start: start.offset,
            end: positions.at(related.range.end).offset,
            line: start.line,
            column: start.column,
            message: &related.message,
        }
    }
}

/// What all candidates agree in.
fn shared<'a, T: PartialEq + 'a>(mention: &analysis::Mention, of: impl Fn(&analysis::Candidate) -> T) -> Option<T> {
    let mut values = mention.candidates.iter().map(of);
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

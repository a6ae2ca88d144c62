//! What people decided about single places of the text: `onomast.decisions.jsonl`, one line a decision.
//!
//! A decision is anchored by the words it is about and their context. This module reads the file and finds the places;
//! what a decision does is for the analysis ([`onomast_gazetteer::analysis::Decided`]) and the findings.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use onomast_gazetteer::analysis::{Decided, Decision as Said, Edit};
use onomast_gazetteer::anchor::{self, Anchor, Place};
use onomast_gazetteer::{Analysis, Gazetteer, Text};
use serde::{Deserialize, Serialize};

use super::Unsaved;
use super::read;
use crate::features::finding::Code;

/// The file, in the root of the project.
pub const DECISIONS_FILE: &str = "onomast.decisions.jsonl";

/// The members of a line, those first that every line has.
pub const KEYS: &[&str] = &["path", "quote", "before", "after", "kind", "code", "entity", "by", "on"];

/// The kinds of decisions.
pub const KINDS: &[&str] = &["ignore", "not-a-name", "is", "is-in-file"];

/// How far around an edit an anchor is looked for that stood there, in bytes.
const NEARBY: usize = 4096;

/// The file as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionsFile {
    /// Where it stands.
    pub path: PathBuf,
    /// Its text.
    pub text: Arc<str>,
    /// Its decisions, in order.
    pub decisions: Vec<Arc<Decision>>,
    /// The lines that are no decisions.
    pub problems: Vec<DecisionProblem>,
}

/// One decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The document, from the root, with `/`.
    pub document: String,
    /// The words, and the words around them.
    pub anchor: Anchor,
    /// What was decided.
    pub verdict: Verdict,
    /// Who decided, as they wrote it.
    pub by: Option<String>,
    /// When, as they wrote it.
    pub on: Option<String>,
    /// Its line: bytes of the file, without the line break.
    pub line: Range<usize>,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The finding of this code is not wanted here; without code: none is.
    Ignore(Option<Code>),
    /// This is no name.
    NotAName,
    /// Here it is the entity of this id.
    Is(String),
    /// In this file it is the entity of this id.
    IsInFile(String),
}

/// A line that is no decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionProblem {
    /// Bytes of the file.
    pub range: Range<usize>,
    /// What is wrong.
    pub kind: DecisionProblemKind,
}

/// What can be wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecisionProblemKind {
    /// It is not JSON, or lacks something; the parser’s own words.
    Unreadable(String),
    /// `is` and `is-in-file` need an `entity`.
    NoEntity,
    /// There is no such code of a finding.
    UnknownCode(String),
    /// The words are empty.
    NoWords,
}

/// A decision about a document, and where it stands in one version of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The decision.
    pub decision: Arc<Decision>,
    /// Its place.
    pub place: Place,
}

/// A line as it is written.
#[derive(Debug, Deserialize)]
struct Line {
    path: String,
    quote: String,
    #[serde(default)]
    before: String,
    #[serde(default)]
    after: String,
    kind: Kind,
    code: Option<String>,
    entity: Option<String>,
    by: Option<String>,
    on: Option<String>,
}

/// The same to be written, with its members in the order of the documentation.
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
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Ignore,
    NotAName,
    Is,
    IsInFile,
}

impl DecisionsFile {
    /// Reads the file of a project, if there is one. What is no decision is noted, and the others are kept.
    pub(super) fn open(root: &Path, unsaved: &Unsaved) -> Option<DecisionsFile> {
        let path = root.join(DECISIONS_FILE);
        let on_disk = || read::project_file(&path).ok().map(|bytes| decoded(&bytes));
        let text = unsaved.get(&path).cloned().or_else(on_disk)?;
        Some(DecisionsFile::parse(path, text))
    }

    fn parse(path: PathBuf, text: Arc<str>) -> DecisionsFile {
        let (mut decisions, mut problems) = (Vec::new(), Vec::new());
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let range = start..start + line.trim_end().len();
            start += line.len();
            if range.is_empty() {
                continue;
            }
            match decision(&text[range.clone()], range.clone()) {
                Ok(decision) => decisions.push(Arc::new(decision)),
                Err(kind) => problems.push(DecisionProblem { range, kind }),
            }
        }
        DecisionsFile {
            path,
            text,
            decisions,
            problems,
        }
    }

    /// The decisions about a document, each at its place in the text. `document` is its path from the root, with `/`.
    pub fn about(&self, document: &str, text: &dyn Text) -> Vec<Placed> {
        let decisions = self.decisions.iter().filter(|decision| decision.document == document);
        let mut placed: Vec<Placed> = decisions
            .map(|decision| Placed {
                decision: decision.clone(),
                place: Place::Gone,
            })
            .collect();
        if !placed.is_empty() {
            find(&mut placed, 0, &text.slice(0..text.len()));
        }
        placed
    }
}

impl Decision {
    /// All of it but the line it stands in.
    pub(super) fn said(&self) -> (&str, &Anchor, &Verdict) {
        (&self.document, &self.anchor, &self.verdict)
    }
}

impl Verdict {
    /// What it says of the names of a text; `None` where it says nothing of them, or names an entity that is not there.
    pub fn decided(&self, gazetteer: &Gazetteer) -> Option<Decided> {
        match self {
            Verdict::Ignore(_) => None,
            Verdict::NotAName => Some(Decided::NotAName),
            Verdict::Is(id) => gazetteer.find(id).map(Decided::Is),
            Verdict::IsInFile(id) => gazetteer.find(id).map(Decided::IsInFile),
        }
    }
}

impl Placed {
    /// What it says of its place in the text.
    pub fn said(&self, gazetteer: &Gazetteer) -> Option<Said> {
        let Place::At(range) = &self.place else { return None };
        Some(Said {
            range: range.clone(),
            decided: self.decision.verdict.decided(gazetteer)?,
        })
    }
}

/// A decision as a line of the file, without its end: what [`DecisionsFile`] reads again.
pub fn line(document: &str, anchor: &Anchor, verdict: &Verdict) -> String {
    let (kind, code, entity) = match verdict {
        Verdict::Ignore(code) => ("ignore", code.map(Code::as_str), None),
        Verdict::NotAName => ("not-a-name", None, None),
        Verdict::Is(id) => ("is", None, Some(id)),
        Verdict::IsInFile(id) => ("is-in-file", None, Some(id)),
    };
    let written = Written {
        path: document,
        quote: &anchor.quote,
        before: &anchor.before,
        after: &anchor.after,
        kind,
        code,
        entity: entity.map(String::as_str),
    };
    serde_json::to_string(&written).unwrap_or_default()
}

/// The analysis with what the decisions say.
pub fn apply(analysis: Analysis, placed: &[Placed]) -> Analysis {
    let said: Vec<Said> = placed
        .iter()
        .filter_map(|placed| placed.said(analysis.gazetteer()))
        .collect();
    // Nothing is thrown away for nothing.
    if said == analysis.decisions() {
        analysis
    } else {
        analysis.decided(said)
    }
}

/// The places behind an edit. Those that it did not touch move with their text; the others, and those that were lost,
/// are looked for around it. The work is that of the edit, however long the text.
pub fn follow(mut placed: Vec<Placed>, edit: &Edit, text: &dyn Text) -> Vec<Placed> {
    let behind = edit.range.start + edit.inserted;
    for one in &mut placed {
        one.place = match std::mem::replace(&mut one.place, Place::Gone) {
            Place::At(range) if range.end <= edit.range.start => Place::At(range),
            Place::At(range) if range.start >= edit.range.end => {
                let moved = |at: usize| at - edit.range.end + behind;
                Place::At(moved(range.start)..moved(range.end))
            }
            _ => Place::Gone,
        };
    }
    if placed.iter().any(|one| one.place == Place::Gone) {
        let around =
            boundary(text, edit.range.start.saturating_sub(NEARBY))..boundary(text, (behind + NEARBY).min(text.len()));
        let start = around.start;
        find(&mut placed, start, &text.slice(around));
    }
    placed
}

/// Looks for what has no place in a part of the text that begins at `start`.
fn find(placed: &mut [Placed], start: usize, part: &str) {
    let lost: Vec<&mut Placed> = placed.iter_mut().filter(|one| one.place == Place::Gone).collect();
    let anchors: Vec<Anchor> = lost.iter().map(|one| one.decision.anchor.clone()).collect();
    for (one, place) in lost.into_iter().zip(anchor::find(part, &anchors)) {
        one.place = match place {
            Place::At(range) => Place::At(start + range.start..start + range.end),
            other => other,
        };
    }
}

/// The first place at or behind a byte that lies between characters.
fn boundary(text: &dyn Text, at: usize) -> usize {
    let (chunk, start) = text.chunk(at);
    start + chunk.ceil_char_boundary(at - start)
}

/// The text of a file. What is no UTF-8 in it spoils its line, which is then named, and no other.
fn decoded(bytes: &[u8]) -> Arc<str> {
    String::from_utf8_lossy(bytes).into()
}

fn decision(line: &str, range: Range<usize>) -> Result<Decision, DecisionProblemKind> {
    let written: Line =
        serde_json::from_str(line).map_err(|error| DecisionProblemKind::Unreadable(reason(&error.to_string())))?;
    let entity = written.entity.ok_or(DecisionProblemKind::NoEntity);
    let code = |word: String| Code::parse(&word).ok_or(DecisionProblemKind::UnknownCode(word));
    if written.quote.trim().is_empty() {
        return Err(DecisionProblemKind::NoWords);
    }
    let verdict = match written.kind {
        Kind::Ignore => Verdict::Ignore(written.code.map(code).transpose()?),
        Kind::NotAName => Verdict::NotAName,
        Kind::Is => Verdict::Is(entity?),
        Kind::IsInFile => Verdict::IsInFile(entity?),
    };
    Ok(Decision {
        document: written.path,
        anchor: Anchor {
            quote: written.quote,
            before: written.before,
            after: written.after,
        },
        verdict,
        by: written.by,
        on: written.on,
        line: range,
    })
}

/// The parser counts from the line, which is known better.
fn reason(error: &str) -> String {
    error.split(" at line ").next().unwrap_or(error).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> DecisionsFile {
        DecisionsFile::parse(PathBuf::from("d.jsonl"), text.into())
    }

    #[test]
    fn every_kind_is_read() {
        for kind in KINDS {
            let line = format!(r#"{{"path":"a","quote":"b","kind":"{kind}","entity":"place/kars"}}"#);
            assert_eq!(file(&line).problems, [], "{kind}");
        }
    }

    #[test]
    fn bad_lines_are_named_and_the_rest_is_read() {
        let good = r#"{"path":"a.md","quote":"Карс","before":"","after":" взят","kind":"not-a-name","by":"N"}"#;
        let bad = [
            "nonsense",
            r#"{"path":"a"}"#,
            r#"{"path":"a","quote":"b","kind":"is"}"#,
            r#"{"path":"a","quote":"b","kind":"ignore","code":"mispelling"}"#,
            r#"{"path":"a","quote":" ","kind":"not-a-name"}"#,
        ];
        let read = file(&format!("{good}\n\n{}\r\n{good}", bad.join("\n")));
        let kinds: Vec<DecisionProblemKind> = read.problems.iter().map(|problem| problem.kind.clone()).collect();
        assert_eq!(
            kinds,
            [
                DecisionProblemKind::Unreadable("expected ident".to_owned()),
                DecisionProblemKind::Unreadable("missing field `quote`".to_owned()),
                DecisionProblemKind::NoEntity,
                DecisionProblemKind::UnknownCode("mispelling".to_owned()),
                DecisionProblemKind::NoWords,
            ]
        );
        let lines: Vec<&str> = read
            .problems
            .iter()
            .map(|problem| &read.text[problem.range.clone()])
            .collect();
        assert_eq!(lines, bad);
        assert_eq!(read.decisions.len(), 2);
        assert_eq!(
            (read.decisions[1].line.end, &read.text[read.decisions[1].line.clone()]),
            (read.text.len(), good)
        );
    }

    /// Two decisions in a text that is edited: the words of each stand in brackets afterwards, or are lost.
    #[track_caller]
    fn check_follow(text: &str, edit: (&str, &str), expected: &str) {
        let read = file(concat!(
            r#"{"path":"a","quote":"Карс","before":"город ","after":" взят осенью","kind":"not-a-name"}"#,
            "\n",
            r#"{"path":"a","quote":"Ани","before":"крепость ","after":" пала зимой","kind":"not-a-name"}"#,
        ));
        let placed = read.about("a", &text);
        let start = text.find(edit.0).unwrap();
        let after = text.replacen(edit.0, edit.1, 1);
        let edit = Edit {
            range: start..start + edit.0.len(),
            inserted: edit.1.len(),
        };
        let mut places: Vec<Range<usize>> = follow(placed, &edit, &after)
            .into_iter()
            .filter_map(|one| match one.place {
                Place::At(range) => Some(range),
                _ => None,
            })
            .collect();
        places.sort_by_key(|range| std::cmp::Reverse(range.start));
        let mut drawn = after;
        for range in places {
            drawn.insert(range.end, ']');
            drawn.insert(range.start, '[');
        }
        assert_eq!(drawn, expected);
    }

    #[test]
    fn places_follow_an_edit() {
        let text = "Наш город Карс взят осенью. И крепость Ани пала зимой.";
        for (edit, expected) in [
            (
                ("Наш", "Этот старый"),
                "Этот старый город [Карс] взят осенью. И крепость [Ани] пала зимой.",
            ),
            (
                ("осенью", "летом"),
                "Наш город [Карс] взят летом. И крепость [Ани] пала зимой.",
            ),
            (
                ("Карс", "Ка-\nрс"),
                "Наш город [Ка-\nрс] взят осенью. И крепость [Ани] пала зимой.",
            ),
            (
                ("Карс взят", "взят"),
                "Наш город взят осенью. И крепость [Ани] пала зимой.",
            ),
            (
                (" пала зимой", " пала зимой"),
                "Наш город [Карс] взят осенью. И крепость [Ани] пала зимой.",
            ),
        ] {
            check_follow(text, edit, expected);
        }
    }

    #[test]
    fn what_was_lost_is_found_where_it_comes_back() {
        check_follow(
            "Наш город взят осенью. И …",
            ("город", "город Карс"),
            "Наш город [Карс] взят осенью. И …",
        );
    }

    proptest::proptest! {
        /// Whatever stands in the file, each line with something in it is a decision or a problem, at its place.
        #[test]
        fn every_line_is_read_or_named(lines in proptest::collection::vec(line(), 0..12), text in "\\PC{0,80}") {
            let whole = lines.join("\n") + "\r\n" + &text;
            let read = file(&whole);
            let places = read.decisions.iter().map(|decision| &decision.line);
            let mut places: Vec<_> = places.chain(read.problems.iter().map(|problem| &problem.range)).collect();
            places.sort_by_key(|range| range.start);
            let said: Vec<&str> = places.iter().map(|range| &whole[(*range).clone()]).collect();
            let expected = whole.split('\n').map(str::trim_end).filter(|line| !line.is_empty());
            proptest::prop_assert_eq!(said, expected.collect::<Vec<_>>());
            for placed in read.about("a", &text) {
                if let Place::At(range) = placed.place {
                    proptest::prop_assert!(text.get(range).is_some());
                }
            }
        }

        /// The file holds any bytes: between good lines they are problems at their places, and cost no good line.
        #[test]
        fn any_bytes_leave_the_good_lines(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200), text in "\\PC{0,80}") {
            let good = r#"{"path":"a","quote":"Карс","kind":"not-a-name"}"#.as_bytes();
            let read = file(&decoded(&[good, &bytes, good].join(&b'\n')));
            proptest::prop_assert!(read.decisions.len() >= 2);
            let lines = read.decisions.iter().map(|decision| &decision.line);
            let mut ranges: Vec<_> = lines.chain(read.problems.iter().map(|problem| &problem.range)).collect();
            ranges.sort_by_key(|range| range.start);
            proptest::prop_assert!(ranges.iter().all(|range| read.text.get((*range).clone()).is_some()));
            // One look at each line: none is read twice, whatever stands in it.
            proptest::prop_assert!(ranges.windows(2).all(|pair| pair[0].end <= pair[1].start));
            for placed in read.about("a", &text) {
                if let Place::At(range) = placed.place {
                    proptest::prop_assert!(text.get(range).is_some());
                }
            }
        }

        /// A place that was followed through an edit lies in the text, between characters.
        #[test]
        fn places_stay_in_the_text(text in "(Карс|Ани| |взят|-|\n){0,20}", at in 0usize..80, length in 0usize..12, new in "(Карс|Ани| ){0,3}") {
            let read = file(r#"{"path":"a","quote":"Карс","before":"","after":"","kind":"not-a-name"}"#);
            let placed = read.about("a", &text);
            let start = text.floor_char_boundary(at.min(text.len()));
            let end = text.ceil_char_boundary((start + length).min(text.len()));
            let after = format!("{}{new}{}", &text[..start], &text[end..]);
            let edit = Edit { range: start..end, inserted: new.len() };
            for one in follow(placed, &edit, &after) {
                if let Place::At(range) = one.place {
                    let visible: String = after[range].chars().filter(|sign| sign.is_alphabetic()).collect();
                    proptest::prop_assert_eq!(visible, "Карс");
                }
            }
        }
    }

    fn line() -> impl proptest::strategy::Strategy<Value = String> {
        use proptest::prelude::*;
        prop_oneof![
            Just(r#"{"path":"a","quote":"Карс","kind":"not-a-name"}"#.to_owned()),
            Just(r#"{"path":"a","quote":"Карс","kind":"is","entity":"place/kars"}"#.to_owned()),
            Just(r#"{"path":"a","quote":"","kind":"ignore"}"#.to_owned()),
            Just(String::new()),
            "[\\{\\}\\[\\]\":,a-zК]{0,20}",
        ]
    }
}

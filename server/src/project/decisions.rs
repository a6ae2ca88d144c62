//! What people decided about single places of the text: `onomast.decisions.jsonl`, one line a decision.
//!
//! A decision is anchored by the words it is about and their context. This module reads the file; `placed` finds the
//! places in a text and follows them through edits; what a decision does is for the analysis
//! ([`onomast_gazetteer::analysis::Decided`]) and the findings.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::analysis::Decided;
use onomast_gazetteer::anchor::Anchor;
use onomast_gazetteer::prose::Zone;

use super::{Fault, Unsaved, read};
use crate::features::finding::Code;

mod carried;
mod line;
mod placed;

pub use carried::{amendments, carry};
pub use line::{Kind, line, verdict};
pub use placed::{Placed, apply, follow};

/// The file, in the root of the project.
pub const DECISIONS_FILE: &str = "onomast.decisions.jsonl";

/// The members of a line, those first that every line has.
pub const KEYS: &[&str] = &[
    "path", "quote", "before", "after", "kind", "code", "entity", "zone", "by", "on",
];

/// The kinds of decisions.
pub const KINDS: &[&str] = &["ignore", "not-a-name", "is", "is-in-file", "zone"];

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
    /// The documents decided about that were not there when the file was read.
    pub missing: BTreeSet<String>,
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
    /// What stands around these words as one quotation, heading or reference, or else the words, is prose of this kind.
    Zone(Zone),
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
    /// It is not JSON, or lacks something.
    Unreadable(Fault),
    /// There is no such kind of decision.
    UnknownKind(String),
    /// `is` and `is-in-file` need an `entity`.
    NoEntity,
    /// `zone` needs a `zone`.
    NoZone,
    /// There is no such code of a finding.
    UnknownCode(String),
    /// There is no such zone.
    UnknownZone(String),
    /// The words are empty.
    NoWords,
}

impl DecisionsFile {
    /// Reads the file of a project, if there is one. What is no decision is noted, and the others are kept.
    pub(super) fn open(root: &Path, unsaved: &Unsaved) -> Option<DecisionsFile> {
        let path = root.join(DECISIONS_FILE);
        let on_disk = || read::project_file(&path).ok().map(|bytes| decoded(&bytes));
        let text = unsaved.get(&path).cloned().or_else(on_disk)?;
        let mut file = DecisionsFile::parse(path, text);
        let documents = file.documents().into_iter();
        let missing = documents.filter(|document| !read::is_there(&root.join(document)));
        file.missing = missing.map(str::to_owned).collect();
        Some(file)
    }

    /// Whether a document that is decided about has gone or has come since the file was read: `path`, or one in that folder.
    /// The files are looked at.
    pub fn is_overtaken(&self, root: &Path, path: &Path) -> bool {
        let documents = self.documents().into_iter();
        let mut there = documents.map(|document| (root.join(document), self.missing.contains(document)));
        there.any(|(file, was_missing)| file.starts_with(path) && read::is_there(&file) == was_missing)
    }

    /// The documents decided about.
    fn documents(&self) -> BTreeSet<&str> {
        let documents = self.decisions.iter().map(|decision| decision.document.as_str());
        documents.collect()
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
            match line::decision(&text[range.clone()], range.clone()) {
                Ok(decision) => decisions.push(Arc::new(decision)),
                Err(kind) => problems.push(DecisionProblem { range, kind }),
            }
        }
        DecisionsFile {
            path,
            text,
            decisions,
            problems,
            missing: BTreeSet::new(),
        }
    }
}

impl Decision {
    /// All of it but the line it stands in.
    pub(super) fn said(&self) -> (&str, &Anchor, &Verdict) {
        (&self.document, &self.anchor, &self.verdict)
    }
}

impl Verdict {
    /// Whether it is said of all the file: its words are an example, which may stand in several places.
    pub fn is_of_file(&self) -> bool {
        matches!(self, Verdict::IsInFile(_))
    }

    /// What it says of the names of a text; `None` where it says nothing of them, or names an entity that is not there.
    pub fn decided(&self, gazetteer: &Gazetteer) -> Option<Decided> {
        match self {
            Verdict::Ignore(_) => None,
            Verdict::NotAName => Some(Decided::NotAName),
            Verdict::Is(id) => gazetteer.find(id).map(Decided::Is),
            Verdict::IsInFile(id) => gazetteer.find(id).map(Decided::IsInFile),
            Verdict::Zone(zone) => Some(Decided::Zone(*zone)),
        }
    }
}

/// The text of a file, without a byte order mark, as editors have it. What is no UTF-8 in it spoils its line, which is then
/// named, and no other.
fn decoded(bytes: &[u8]) -> Arc<str> {
    String::from_utf8_lossy(bytes.strip_prefix(super::encoding::BYTE_ORDER_MARK).unwrap_or(bytes)).into()
}

#[cfg(test)]
mod tests;

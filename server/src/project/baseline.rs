//! Findings that are known and left for later: a file of JSON lines, one a finding, sorted. A known finding is recognized by
//! its code, its entity, its words and the words around them, so that it is the same one when the text has been edited
//! elsewhere.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;

use super::members::Members;
use super::{Fault, Unsaved, read};
use crate::features::finding::Code;

/// One known finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Known {
    /// The file, from the root, with `/`.
    pub path: String,
    /// The code of the finding.
    pub code: String,
    /// Id of the entity, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// The words, with white space as it is on one line.
    pub quote: String,
    /// Up to 32 code points before them.
    pub before: String,
    /// Up to 32 code points behind them.
    pub after: String,
}

/// The file as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaselineFile {
    /// Where it stands.
    pub path: PathBuf,
    /// Its text.
    pub text: Arc<str>,
    /// The lines that are no known findings, each with the reason: bytes of the file.
    pub problems: Vec<(Range<usize>, BaselineProblem)>,
    by_path: BTreeMap<String, Arc<[Known]>>,
}

/// Why a line is no known finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BaselineProblem {
    /// It is not written so.
    Unreadable(Fault),
    /// There is no such code of a finding.
    UnknownCode(String),
}

impl BaselineFile {
    /// Reads a file, if there is one.
    pub(super) fn open(path: PathBuf, unsaved: &Unsaved) -> Option<BaselineFile> {
        let on_disk = || {
            let bytes = read::project_file(&path).ok()?;
            Some(String::from_utf8_lossy(&bytes).into())
        };
        let text = unsaved.get(&path).cloned().or_else(on_disk)?;
        Some(BaselineFile::parse(path, text))
    }

    fn parse(path: PathBuf, text: Arc<str>) -> BaselineFile {
        let (mut by_path, mut problems) = (BTreeMap::<String, Vec<Known>>::new(), Vec::new());
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let range = start..start + line.trim_end().len();
            start += line.len();
            match Known::read(line) {
                _ if range.is_empty() => {}
                Ok(known) if Code::parse(&known.code).is_some() => {
                    by_path.entry(known.path.clone()).or_default().push(known);
                }
                Ok(known) => problems.push((range, BaselineProblem::UnknownCode(known.code))),
                Err(fault) => problems.push((range, BaselineProblem::Unreadable(fault))),
            }
        }
        let by_path = by_path.into_iter().map(|(path, known)| (path, known.into())).collect();
        BaselineFile {
            path,
            text,
            problems,
            by_path,
        }
    }

    /// The known findings of a file: its path from the root.
    pub(super) fn about(&self, path: &Path) -> Arc<[Known]> {
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        self.by_path.get(&parts.join("/")).cloned().unwrap_or_default()
    }
}

impl Known {
    fn read(line: &str) -> Result<Known, Fault> {
        let members = Members::of(line)?;
        members.only(&["path", "code", "entity", "quote", "before", "after"])?;
        Ok(Known {
            path: members.needed("path")?,
            code: members.needed("code")?,
            entity: members.text("entity")?,
            quote: members.needed("quote")?,
            before: members.needed("before")?,
            after: members.needed("after")?,
        })
    }
}

/// Whether a text begins as a file of known findings does.
pub fn is_baseline(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty());
    first.is_none_or(|line| Known::read(line).is_ok())
}

/// The text of a file of known findings.
pub fn to_text(mut known: Vec<Known>) -> String {
    known.sort();
    let line = |known: &Known| format!("{}\n", serde_json::to_string(known).unwrap_or_default());
    known.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let known = |quote: &str| Known {
            path: "articles/a.md".to_owned(),
            code: "near-miss".to_owned(),
            entity: None,
            quote: quote.to_owned(),
            before: "из ".to_owned(),
            after: ".".to_owned(),
        };
        let text = to_text(vec![known("Чечерин"), known("Анкра")]);
        let file = BaselineFile::parse(PathBuf::from("/p/b.jsonl"), format!("{text}\nx\n").into());
        let about = file.about(Path::new("articles/a.md"));
        assert_eq!(about.as_ref(), [known("Анкра"), known("Чечерин")]);
        assert_eq!(file.about(Path::new("b.md")).as_ref(), []);
        assert_eq!(file.problems.len(), 1);
        assert_eq!(to_text(about.to_vec()), text);
    }
}

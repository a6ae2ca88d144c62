//! What a run changed, so that it can be taken back: of each file the stretches that differ, and hashes by which it is known
//! that nothing has changed since.

use std::path::{Path, PathBuf};

use gix_hash::{Kind, hasher};
use serde::{Deserialize, Serialize};

use super::Amended;
use crate::project::{read, root, write};

/// The file of a run. Paths are relative to its own folder.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::cli) struct Undo {
    /// The version of this format.
    #[serde(rename = "onomast-undo")]
    version: u32,
    files: Vec<Entry>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    path: String,
    /// Of the bytes as the run left them, and as they were.
    after: String,
    before: String,
    /// From the end to the beginning: these bytes of the file become those.
    changes: Vec<Stretch>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Stretch {
    start: usize,
    end: usize,
    /// The bytes that were there, two hexadecimal digits each: files are not all UTF-8.
    bytes: String,
}

/// Why a run cannot be taken back.
#[derive(Debug)]
pub(in crate::cli) enum Refused {
    /// It is no such file.
    NotAnUndoFile,
    /// This file is neither as the run left it nor as it was before.
    Changed(String),
    /// This file cannot be written; those before it have been. Once it can, the run is taken back where it was left.
    Unwritable(String, std::io::Error),
}

impl Undo {
    /// Of a run that is about to change files; `path` is where it will stand.
    pub(in crate::cli) fn of<'a>(path: &Path, files: impl Iterator<Item = &'a Amended>) -> Undo {
        let folder = folder(path);
        let entry = |file: &Amended| Entry {
            path: root::relative(&file.path, &folder),
            after: fingerprint(&file.after),
            before: fingerprint(&file.before),
            changes: vec![Stretch::between(&file.before, &file.after)],
        };
        Undo {
            version: 1,
            files: files.map(entry).collect(),
        }
    }

    pub(in crate::cli) fn write(&self, path: &Path) -> std::io::Result<()> {
        let text = serde_json::to_string_pretty(self).unwrap_or_default() + "\n";
        write::create_whole(path, text.as_bytes())
    }

    fn parse(text: &str) -> Option<Undo> {
        let undo: Option<Undo> = serde_json::from_str(text).ok();
        undo.filter(|undo| undo.version == 1)
    }

    /// Takes a run back, all of it or nothing. A file that is as it was before the run, which ended early or has been taken
    /// back, stays so. How many files were changed.
    pub(in crate::cli) fn take_back(path: &Path) -> std::io::Result<Result<usize, Refused>> {
        let text = std::fs::read_to_string(path)?;
        let Some(undo) = Undo::parse(&text) else {
            return Ok(Err(Refused::NotAnUndoFile));
        };
        let folder = folder(path);
        let mut restored: Vec<(&Entry, Vec<u8>)> = Vec::new();
        for entry in &undo.files {
            let Ok(now) = read::project_file(&folder.join(&entry.path)) else {
                return Ok(Err(Refused::Changed(entry.path.clone())));
            };
            if fingerprint(&now) == entry.before {
                continue;
            }
            let before = Some(now)
                .filter(|now| fingerprint(now) == entry.after)
                .and_then(|now| entry.restore(now))
                .filter(|before| fingerprint(before) == entry.before);
            match before {
                Some(before) => restored.push((entry, before)),
                None => return Ok(Err(Refused::Changed(entry.path.clone()))),
            }
        }
        for (entry, before) in &restored {
            if let Err(error) = write::replace_whole(&folder.join(&entry.path), before) {
                return Ok(Err(Refused::Unwritable(entry.path.clone(), error)));
            }
        }
        Ok(Ok(restored.len()))
    }
}

/// Whether a text is an undo file that has nothing left to take back: all is as it was before the run. Another run may then
/// have its place, `path`.
pub(in crate::cli) fn is_taken_back(path: &Path, text: &str) -> bool {
    let folder = folder(path);
    let as_before = |entry: &Entry| {
        let now = read::project_file(&folder.join(&entry.path));
        now.is_ok_and(|now| fingerprint(&now) == entry.before)
    };
    Undo::parse(text).is_some_and(|undo| undo.files.iter().all(as_before))
}

impl Entry {
    fn restore(&self, mut bytes: Vec<u8>) -> Option<Vec<u8>> {
        for change in &self.changes {
            bytes.get(change.start..change.end)?;
            bytes.splice(change.start..change.end, from_hex(&change.bytes)?);
        }
        Some(bytes)
    }
}

impl Stretch {
    /// From the first byte that differs to the last.
    fn between(before: &[u8], after: &[u8]) -> Stretch {
        let start = before.iter().zip(after).take_while(|(one, other)| one == other).count();
        let same = before[start..].iter().rev().zip(after[start..].iter().rev());
        let end = same.take_while(|(one, other)| one == other).count();
        let was = &before[start..before.len() - end];
        Stretch {
            start,
            end: after.len() - end,
            bytes: was.iter().map(|byte| format!("{byte:02x}")).collect(),
        }
    }
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2);
    pairs
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect()
}

fn folder(path: &Path) -> PathBuf {
    let path = root::absolute(path);
    path.parent().unwrap_or(&path).to_owned()
}

fn fingerprint(bytes: &[u8]) -> String {
    let mut hash = hasher(Kind::Sha1);
    hash.update(bytes);
    hash.try_finalize().map(|id| id.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_kept_and_comes_back() {
        for (before, after) in [
            ("", ""),
            ("abc", "abc"),
            ("abc", "aXc"),
            ("aa", "aaa"),
            ("", "x"),
            ("Ангора", "Анкара"),
        ] {
            let entry = Entry {
                path: String::new(),
                after: String::new(),
                before: String::new(),
                changes: vec![Stretch::between(before.as_bytes(), after.as_bytes())],
            };
            let restored = entry.restore(after.as_bytes().to_vec());
            assert_eq!(restored.as_deref(), Some(before.as_bytes()), "{before} {after}");
        }
    }
}

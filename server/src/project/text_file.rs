//! A text on disk: read, decoded, with what its project says of it, and analysed.
//!
//! Commands and the index read texts here, so that both see the same in a file that no editor has open.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::Path;

use onomast_gazetteer::Analysis;

use super::{DocumentSettings, Encoding, HEAD, Placed, Project, Role, decisions, decode_or_guess, read};
use crate::features::View;

/// The text of a file, analysed.
#[derive(Debug)]
pub struct TextFile {
    /// Without a byte order mark.
    pub text: String,
    /// How it is written.
    pub encoding: Encoding,
    /// Whether nobody stated the encoding and it only seems to be this one. Such a file is read and never written.
    pub guessed: bool,
    /// Of the bytes of the file.
    pub hash: ContentHash,
    /// What the settings say of it.
    pub settings: DocumentSettings,
    /// Its analysis, with the decisions.
    pub analysis: Analysis,
    /// What people decided about places of it.
    pub decisions: Vec<Placed>,
}

/// Why a file is not looked at.
#[derive(Debug)]
pub enum Unread {
    /// The settings say so.
    Ignored,
    /// It is not text in the encoding it should have. No failure: it may be no text of the user's at all.
    Undecodable(Option<Encoding>),
    /// It cannot be read.
    Unreadable(io::Error),
}

/// Tells whether a file is still the one that was read. It is of this process alone: no release promises the next one
/// the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ContentHash {
    length: usize,
    hash: u64,
}

impl ContentHash {
    /// The hash of the bytes of a file.
    pub fn of(bytes: &[u8]) -> ContentHash {
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        ContentHash {
            length: bytes.len(),
            hash: hasher.finish(),
        }
    }
}

/// The text of the bytes of a document.
pub fn decoded(project: &Project, path: &Path, bytes: &[u8]) -> Option<String> {
    decode_or_guess(bytes, project.encoding(path)).map(|decoded| decoded.text)
}

impl TextFile {
    /// Reads and analyses a file that a person named; see [`read::document`].
    pub fn read(project: &Project, path: &Path) -> Result<TextFile, Unread> {
        TextFile::of(project, path, &read::document(path).map_err(Unread::Unreadable)?)
    }

    /// The same of bytes at hand, which are those of the file.
    pub fn of(project: &Project, path: &Path, bytes: &[u8]) -> Result<TextFile, Unread> {
        let stated = project.encoding(path);
        let decoded = decode_or_guess(bytes, stated).ok_or(Unread::Undecodable(stated))?;
        let text = decoded.text;
        let settings = project.document(path, &text[..text.floor_char_boundary(HEAD)]);
        if settings.role == Role::Ignore {
            return Err(Unread::Ignored);
        }
        let decisions = project.decisions_about(path, &text);
        let analysis = Analysis::fresh(&text, &settings.facts, &project.gazetteer);
        Ok(TextFile {
            hash: ContentHash::of(bytes),
            encoding: decoded.encoding,
            guessed: decoded.guessed,
            settings,
            analysis: decisions::apply(analysis, &decisions),
            decisions,
            text,
        })
    }

    /// The same with other decisions about it.
    pub fn deciding(self, decisions: Vec<Placed>) -> TextFile {
        TextFile {
            analysis: decisions::apply(self.analysis, &decisions),
            decisions,
            ..self
        }
    }

    /// The text as the features see it, in the project that it was read for.
    pub fn view<'a>(&'a self, project: &'a Project) -> View<'a> {
        View {
            project,
            settings: &self.settings,
            text: &self.text,
            analysis: &self.analysis,
            decisions: &self.decisions,
            index: None,
        }
    }
}

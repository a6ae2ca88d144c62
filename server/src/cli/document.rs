//! A document as a command reads it, with what is wrong told.

use super::Surroundings;
use super::files::File;
use super::output::tell_once;
use crate::project::{TextFile, Unread};

/// Why a file is not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Skipped {
    /// The settings say so.
    Ignored,
    /// It is not text in the encoding it should have. Named, and no failure: it may be no text of the user's at all.
    Undecodable,
    /// It cannot be read.
    Unreadable,
}

/// Reads and analyses a file. What is wrong is told.
pub(super) fn open(file: &File, around: Surroundings) -> Result<TextFile, Skipped> {
    let path = || ("path", file.shown.as_str().into());
    let text = TextFile::read(&file.project, &file.path).map_err(|unread| match unread {
        Unread::Ignored => Skipped::Ignored,
        Unread::Undecodable(stated) => {
            let encoding = stated.map_or("UTF-8", |encoding| encoding.name());
            tell_once(&around.text("cannot-decode", &[path(), ("encoding", encoding.into())]));
            Skipped::Undecodable
        }
        Unread::Unreadable(error) => {
            tell_once(&around.of_file("cannot-read", &file.shown, &error));
            Skipped::Unreadable
        }
    })?;
    if text.guessed {
        let encoding = text.encoding.name();
        tell_once(&around.text("guessed-encoding", &[path(), ("encoding", encoding.into())]));
    }
    Ok(text)
}

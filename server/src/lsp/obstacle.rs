//! Why an edit is not made. A file is changed as a whole or not at all, and only where it still says what the edit was
//! worked out from; else the reader hears why.

use std::path::{Path, PathBuf};

use tower_lsp::jsonrpc::{Error, ErrorCode};

use crate::message::Messages;

/// What stands in the way of an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Obstacle {
    /// The file is not, in the editor or on disk, what the edit was worked out from: somebody is typing in it, another
    /// program has written it, or it does not parse and its last good text is in force.
    Changed(PathBuf),
    /// The file would have to be made, and the client makes none.
    NoFile(PathBuf),
    /// The document is no file, so that nothing can be written about places of it.
    Unsaved,
    /// No folder is open in which the file could be made.
    NoFolder,
    /// The editor’s settings name the gazetteers, and this file would not be among them.
    NotNamed(PathBuf),
    /// The project is still being read, and names would be left out: so many texts are, of how many.
    StillRead(usize, usize),
}

impl Obstacle {
    /// In the reader’s words.
    pub(super) fn reason(&self, messages: &Messages) -> String {
        let with_file = |key: &str, path: &Path| {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            messages.text(key, &[("file", (&*name).into())])
        };
        match self {
            Obstacle::Changed(path) => with_file("edit-changed", path),
            Obstacle::NoFile(path) => with_file("edit-no-file", path),
            Obstacle::Unsaved => messages.text("edit-unsaved", &[]),
            Obstacle::NoFolder => messages.text("edit-no-folder", &[]),
            Obstacle::NotNamed(path) => with_file("edit-not-named", path),
            Obstacle::StillRead(done, all) => {
                let values = [("done", (*done).into()), ("all", (*all).into())];
                messages.text("edit-still-read", &values)
            }
        }
    }

    /// As an error that editors show.
    pub(super) fn error(&self, messages: &Messages) -> Error {
        failed(self.reason(messages))
    }
}

/// `RequestFailed`: the request was right and could not be done.
pub(super) fn failed(message: String) -> Error {
    const REQUEST_FAILED: i64 = -32803;
    Error {
        code: ErrorCode::ServerError(REQUEST_FAILED),
        message: message.into(),
        data: None,
    }
}

//! `onomast undo`: takes back what the run changed that wrote an undo file, if nothing has changed since.

use std::path::PathBuf;
use std::process::ExitCode;

use super::Surroundings;
use super::amend::undo::{Refused, Undo as Record};
use super::output::{Failure, tell};

#[derive(Debug, clap::Args)]
pub(super) struct Undo {
    /// The file that `--undo-file` wrote
    file: PathBuf,
}

impl Undo {
    pub(super) fn run(&self, around: Surroundings) -> Result<ExitCode, Failure> {
        let path = || self.file.display().to_string();
        let taken = Record::take_back(&self.file).map_err(|error| Failure::unread(&path(), &error, around))?;
        match taken {
            Ok(count) => {
                let files = around.text("count-files", &[("count", count.into())]);
                tell(&around.text("undo-done", &[("files", files.into())]));
                Ok(ExitCode::SUCCESS)
            }
            Err(Refused::NotAnUndoFile) => Err(Failure::Said(
                around.text("undo-unreadable", &[("path", path().into())]),
            )),
            Err(Refused::Unwritable(file, error)) => Err(Failure::unwritten(&file, &error, around)),
            Err(Refused::Changed(file)) => Err(Failure::Said(around.text("undo-changed", &[("path", file.into())]))),
        }
    }
}

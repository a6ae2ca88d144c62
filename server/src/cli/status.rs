//! `onomast status`: what is in force, and where it came from.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use super::options::Names;
use super::output::{self, Failure};
use super::{Surroundings, files};
use crate::features::status::status_lines;
use crate::project::{Project, Unsaved, root};

#[derive(Debug, clap::Args)]
pub(super) struct Status {
    /// A file or folder of the project
    #[arg(default_value = ".")]
    path: PathBuf,
    #[command(flatten)]
    names: Names,
}

impl Status {
    pub(super) fn run(&self, around: Surroundings) -> Result<ExitCode, Failure> {
        if !self.path.exists() {
            let path = self.path.display().to_string();
            return Err(Failure::Said(around.text("no-such-file", &[("path", path.into())])));
        }
        let layers = self.names.layers(None, around)?;
        let project = Project::open(root::find(&self.path, None), layers, &Unsaved::new());
        let mut out = output::open();
        for line in status_lines(&project, around.messages, &files::here()) {
            writeln!(out, "{line}")?;
        }
        out.flush()?;
        Ok(ExitCode::SUCCESS)
    }
}

//! `onomast manual`: a page of the manual for the program and for each command, in the format of `man`. Whoever makes a
//! package calls it; it is made of the arguments themselves.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::CommandFactory;

use super::Arguments;
use super::output::Failure;

#[derive(Debug, clap::Args)]
pub(super) struct Manual {
    /// Folder for the pages, which is made if need be
    folder: PathBuf,
}

impl Manual {
    pub(super) fn run(&self) -> Result<ExitCode, Failure> {
        std::fs::create_dir_all(&self.folder)?;
        clap_mangen::generate_to(Arguments::command(), &self.folder)?;
        Ok(ExitCode::SUCCESS)
    }
}

//! `onomast init`: a first project, with a list of names of one's own. It never overwrites.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::Surroundings;
use super::files;
use super::output::{self, Failure};
use crate::project::root::{SETTINGS_FILE, absolute, relative};

const GAZETTEER: &str = "names.gazetteer.json";
const SETTINGS_TEXT: &str = include_str!("init/onomast.toml");
const GAZETTEER_TEXT: &str = include_str!("init/names.gazetteer.json");

#[derive(Debug, clap::Args)]
pub(super) struct Init {
    /// Folder of the project
    #[arg(default_value = ".")]
    folder: PathBuf,
}

impl Init {
    pub(super) fn run(&self, around: Surroundings) -> Result<ExitCode, Failure> {
        let folder = absolute(&self.folder);
        std::fs::create_dir_all(&folder)?;
        let mut out = output::open();
        for (name, text) in [(SETTINGS_FILE, SETTINGS_TEXT), (GAZETTEER, GAZETTEER_TEXT)] {
            let path = folder.join(name);
            let shown = relative(&path, &files::here());
            let key = if create(&path, text)? {
                "init-written"
            } else {
                "init-kept"
            };
            writeln!(out, "{}", around.text(key, &[("path", shown.into())]))?;
        }
        writeln!(out, "{}", around.text("init-next", &[]))?;
        out.flush()?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Writes a new file, whole or not at all; `false` where one stands already.
fn create(path: &Path, text: &str) -> io::Result<bool> {
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(mut file) => {
            let written = file.write_all(text.as_bytes()).map(|()| true);
            written.inspect_err(|_| drop(std::fs::remove_file(path)))
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error),
    }
}

//! `onomast init`: a first project, with a list of names of one's own where there is none. It never overwrites.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::Surroundings;
use super::files;
use super::output::{self, Failure};
use crate::project::read::project_file;
use crate::project::root::{SETTINGS_FILE, absolute, relative};
use crate::project::sources::{self, NEW_NAMES};
use crate::project::{Choice, ChosenBy, Settings, Unsaved};

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
        let unwritten =
            |path: &Path, error: &io::Error| Failure::unwritten(&relative(path, &files::here()), error, around);
        std::fs::create_dir_all(&folder).map_err(|error| unwritten(&folder, &error))?;
        let mut out = output::open();
        let say = |key: &str, path: &Path| {
            let shown = relative(path, &files::here());
            around.text(key, &[("path", shown.into())])
        };
        let write = |name: &str, text: &str| -> Result<String, Failure> {
            let path = folder.join(name);
            let key = match create(&path, text).map_err(|error| unwritten(&path, &error))? {
                true => "init-written",
                false => "init-kept",
            };
            Ok(say(key, &path))
        };
        // A second list would bring the built-in names into a project that does without.
        let chosen = chosen(&folder);
        writeln!(out, "{}", write(SETTINGS_FILE, SETTINGS_TEXT)?)?;
        let own = match &chosen {
            Choice {
                by: ChosenBy::Nobody, ..
            } => {
                writeln!(out, "{}", write(NEW_NAMES, GAZETTEER_TEXT)?)?;
                Some(folder.join(NEW_NAMES))
            }
            Choice { files, .. } => {
                let own = files.first().cloned();
                let place = own.clone().unwrap_or_else(|| folder.join(SETTINGS_FILE));
                writeln!(out, "{}", say("init-has-names", &place))?;
                own
            }
        };
        if let Some(own) = own {
            writeln!(out, "{}", say("init-next", &own))?;
        }
        out.flush()?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Which lists of names hold in a folder before anything is written there.
fn chosen(folder: &Path) -> Choice {
    let settings = project_file(&folder.join(SETTINGS_FILE)).unwrap_or_default();
    let (settings, _) = Settings::parse(&String::from_utf8_lossy(&settings));
    let named = [(ChosenBy::SettingsFile, settings.gazetteers.as_ref())];
    sources::choose(folder, &named, &Unsaved::new(), &[])
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

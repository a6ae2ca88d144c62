//! What a reader has answered once and need not be asked again: a file among the state of the user, in the words of
//! `onomast.toml`. Everything that is said elsewhere is stronger.

use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::{Enable, Settings, read, write};

const FILE: &str = "answers.toml";

/// The folder of this program among what programs remember, where the system has such a thing.
pub fn user_state() -> Option<PathBuf> {
    let strategy = etcetera::choose_base_strategy().ok()?;
    let state = strategy.state_dir().unwrap_or_else(|| strategy.data_dir());
    Some(state.join("onomast"))
}

/// Where the reader wants names to be marked, if he was ever asked.
pub fn enable(folder: &Path) -> Option<Enable> {
    let bytes = read::project_file(&folder.join(FILE)).ok()?;
    Settings::parse(&String::from_utf8(bytes).ok()?).0.enable
}

/// Remembers it. Fails where the folder cannot be written.
pub fn remember_enable(folder: &Path, enable: Enable) -> io::Result<()> {
    let word = match enable {
        Enable::Always => "always",
        Enable::Project => "project",
    };
    write::create_whole(&folder.join(FILE), format!("enable = \"{word}\"\n").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_answered_is_remembered() {
        let state = tempfile::tempdir().unwrap();
        let folder = state.path().join("onomast");
        assert_eq!(enable(&folder), None);
        for answer in [Enable::Project, Enable::Always] {
            remember_enable(&folder, answer).unwrap();
            assert_eq!(enable(&folder), Some(answer));
        }
        std::fs::write(folder.join(FILE), "enable = 5").unwrap();
        assert_eq!(enable(&folder), None);
        assert!(remember_enable(&folder.join(FILE), Enable::Always).is_err());
    }
}

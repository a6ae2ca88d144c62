//! `onomast apply`: makes the changes that are ticked in a table of `onomast check --changes`, where they still fit.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use onomast_gazetteer::replace::Change;

use super::Surroundings;
use super::amend::table::{self, Row};
use super::amend::{self, Guard, Left};
use super::document;
use super::files::{self, File};
use super::options::Names;
use super::output::{FAILED, Failure, tell};
use crate::project::{decode, read};

#[derive(Debug, clap::Args)]
pub(super) struct Apply {
    /// The table that `onomast check --changes FILE` wrote, with ticks
    file: PathBuf,
    #[command(flatten)]
    guard: Guard,
    #[command(flatten)]
    names: Names,
}

impl Apply {
    pub(super) fn run(&self, around: Surroundings) -> Result<ExitCode, Failure> {
        let path = self.file.display().to_string();
        let bytes = read::document(&self.file).map_err(|error| Failure::unread(&path, &error, around))?;
        // Some programs for tables write what they call Unicode: UTF-16.
        let text = decode(&bytes, None).ok_or_else(|| Failure::undecoded(&path, around))?;
        let rows = table::ticked(&text).map_err(|line| {
            let values = [("path", path.as_str().into()), ("line", line.into())];
            Failure::Said(around.text("apply-unreadable", &values))
        })?;
        let mut by_path: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
        for row in &rows {
            by_path.entry(&row.path).or_default().push(row);
        }
        let layers = self.names.layers(None, around)?;
        let paths: Vec<PathBuf> = by_path.keys().map(PathBuf::from).collect();
        let found = files::find(&paths, &layers);
        let (mut lost, mut all) = (0, true);
        let mut amended = Vec::new();
        for (path, rows) in by_path {
            let file = found.files.iter().find(|file| is(file, Path::new(path)));
            let Some((file, read)) = file.and_then(|file| Some((file, document::open(file, around).ok()?))) else {
                lost += rows.len();
                continue;
            };
            let (changes, misfits) = fitting(&read.text, &rows);
            lost += misfits;
            if !changes.is_empty() {
                match amend::changed(file, &read, &changes, rows.len() - misfits, around) {
                    Ok(changed) => amended.push(changed),
                    Err(Left) => all = false,
                }
            }
        }
        all &= self.guard.write(amended, around)?;
        if lost > 0 {
            tell(&around.text("apply-lost", &[("count", lost.into())]));
        }
        Ok(if all && lost == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(FAILED)
        })
    }
}

fn is(file: &File, path: &Path) -> bool {
    crate::project::root::absolute(path) == file.path
}

/// The changes of those rows that fit, by start, without overlap; and how many rows do not.
fn fitting(text: &str, rows: &[&Row]) -> (Vec<Change>, usize) {
    let mut taken: BTreeMap<usize, Change> = BTreeMap::new();
    let mut misfits = 0;
    for row in rows {
        let placed: Option<Vec<Change>> = row.edits.iter().map(|edit| edit.place(text)).collect();
        let is_free = |change: &Change| {
            let before = taken.range(..change.range.end).next_back();
            before.is_none_or(|(_, last)| last.range.end <= change.range.start)
        };
        match placed {
            Some(changes) if changes.iter().all(is_free) => {
                taken.extend(changes.into_iter().map(|change| (change.range.start, change)));
            }
            _ => misfits += 1,
        }
    }
    (taken.into_values().collect(), misfits)
}

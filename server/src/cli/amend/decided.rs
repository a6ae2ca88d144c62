//! The file of decisions beside the texts that a run changes: decisions about the words that it changes go with them.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use onomast_gazetteer::replace::{Change, apply};

use super::Amended;
use crate::cli::files::{self, File};
use crate::project::encoding::encode;
use crate::project::{DecisionsFile, Encoding, Placed, decisions, decode, read, root};

/// What has to change in a file of decisions when a text is changed.
#[derive(Debug)]
pub(super) struct Carried {
    file: Arc<DecisionsFile>,
    /// By start, without overlap.
    changes: Vec<Change>,
}

impl Carried {
    /// `None` where every decision finds its words again.
    pub(super) fn of(file: &File, carried: &[Placed]) -> Option<Carried> {
        let decisions = file.project.decisions.as_ref()?;
        let changes = decisions::amendments(decisions, carried);
        (!changes.is_empty()).then(|| Carried {
            file: decisions.clone(),
            changes,
        })
    }

    /// The file of decisions with these changes; `None` where it is not as it was read.
    pub(super) fn amended(&self) -> Option<Amended> {
        let before = read::project_file(&self.file.path).ok()?;
        let old = self.file.text.to_string();
        if decode(&before, None)? != old {
            return None;
        }
        let new = apply(&old, &self.changes);
        Some(Amended {
            shown: root::relative(&self.file.path, &files::here()),
            path: self.file.path.clone(),
            after: encode(&new, Encoding::named("utf-8")?, &before)?,
            before,
            old,
            new,
            names: 0,
            carried: None,
        })
    }
}

/// The files and behind them the files of decisions that change with them.
pub(in crate::cli) fn with_decisions(mut files: Vec<Amended>) -> Vec<Amended> {
    let mut changed: BTreeMap<PathBuf, Carried> = BTreeMap::new();
    for carried in files.iter_mut().filter_map(|file| file.carried.take()) {
        let whole = changed.entry(carried.file.path.clone()).or_insert_with(|| Carried {
            file: carried.file.clone(),
            changes: Vec::new(),
        });
        whole.changes.extend(carried.changes);
    }
    for carried in changed.values_mut() {
        carried.changes.sort_by_key(|change| change.range.start);
        files.extend(carried.amended());
    }
    files
}

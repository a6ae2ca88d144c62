//! The file of decisions beside the texts that a run changes: decisions about the words that it changes go with them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use onomast_gazetteer::replace::{Change, apply};

use super::Amended;
use crate::cli::files::{self, File};
use crate::project::encoding::BYTE_ORDER_MARK;
use crate::project::{DecisionsFile, Placed, decisions, read, root};

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

    /// The file of decisions with these changes. Where it is not as it was read, nor is it as `before`.
    pub(super) fn amended(&self) -> Amended {
        let old = self.file.text.to_string();
        let new = apply(&old, &self.changes);
        let now = read::project_file(&self.file.path).unwrap_or_default();
        // A byte order mark stays, which the text is without.
        let mark = now.strip_suffix(old.as_bytes()).filter(|mark| *mark == BYTE_ORDER_MARK);
        let with_mark = |text: &str| [mark.unwrap_or_default(), text.as_bytes()].concat();
        Amended {
            shown: root::relative(&self.file.path, &files::here()),
            path: self.file.path.clone(),
            before: with_mark(&old),
            after: with_mark(&new),
            old,
            new,
            names: 0,
            carried: None,
        }
    }

    /// Where the file stands.
    pub(super) fn path(&self) -> &Path {
        &self.file.path
    }
}

/// The files of decisions that change with these texts.
pub(in crate::cli) fn decisions_of(files: &[Amended]) -> Vec<Amended> {
    let mut changed: BTreeMap<&Path, Carried> = BTreeMap::new();
    for carried in files.iter().filter_map(|file| file.carried.as_ref()) {
        let whole = changed.entry(carried.path()).or_insert_with(|| Carried {
            file: carried.file.clone(),
            changes: Vec::new(),
        });
        whole.changes.extend(carried.changes.iter().cloned());
    }
    let sorted = changed.into_values().map(|mut carried| {
        carried.changes.sort_by_key(|change| change.range.start);
        carried.amended()
    });
    sorted.collect()
}

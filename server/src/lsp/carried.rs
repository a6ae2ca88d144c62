//! The file of decisions beside the texts that an edit changes: decisions about the words that it changes go with them.

use std::sync::Arc;

use onomast_gazetteer::replace::Change;

use super::edits::{FileEdit, Words};
use super::obstacle::Obstacle;
use super::snapshot::Snapshot;
use crate::features::View;
use crate::project::{DecisionsFile, decisions};

/// The lines of the decisions of one project that change with its texts.
#[derive(Debug, Default)]
pub(super) struct Carried {
    file: Option<Arc<DecisionsFile>>,
    changes: Vec<(Change, Words)>,
}

impl Carried {
    /// Takes in what follows from changes to a text. Where those are confirmed one by one, so are the lines.
    pub(super) fn add(&mut self, view: &View<'_>, changes: &[(Change, Words)]) {
        let Some(file) = view.project.decisions.as_ref().filter(|_| !view.decisions.is_empty()) else {
            return;
        };
        let words = changes.iter().map(|(_, words)| *words).max();
        let changes: Vec<Change> = changes.iter().map(|(change, _)| change.clone()).collect();
        let carried = decisions::carry(view.decisions, view.text, &changes);
        let amended = decisions::amendments(file, &carried).into_iter();
        self.changes
            .extend(amended.map(|change| (change, words.unwrap_or(Words::Project))));
        self.file = Some(file.clone());
    }

    /// The edit of the file; `None` where every decision finds its words again.
    pub(super) fn edit(&mut self, snapshot: &Snapshot) -> Result<Option<FileEdit>, Obstacle> {
        let Some(file) = self.file.take().filter(|_| !self.changes.is_empty()) else {
            return Ok(None);
        };
        self.changes.sort_by_key(|(change, _)| change.range.start);
        let changes = std::mem::take(&mut self.changes);
        FileEdit::of(snapshot, &file.path, &file.text, changes).map(Some)
    }
}

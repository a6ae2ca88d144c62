//! The indexes of the projects, made and kept up in the background.
//!
//! One task for the session hears what changes ([`Note`]) and does one thing after the other, at quiet moments, on
//! threads of its own: no read and no edit waits for it. What it has made so far stands in [`Indexes`].

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use onomast_gazetteer::Gazetteer;
use tokio::sync::watch;

use crate::index::{Index, Summary};

mod build;
mod progress;
mod task;
mod watched;

pub(super) use task::run;

/// What the task is told. The order is that in which it is seen to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Note {
    /// A text was opened, changed or closed in the editor.
    Text(PathBuf),
    /// Something has happened to a file or folder on disk.
    Disk(PathBuf),
    /// A folder was opened as a workspace.
    Folder(PathBuf),
    /// There is a new generation of projects.
    Projects,
    /// Nobody else watches the files of projects.
    Watch,
    /// The reader has saved, or turned to another text: time to look at files that cannot be watched.
    Turned,
    /// Any file may have changed.
    Everywhere,
}

/// The index of every project, as far as it is made, by root.
#[derive(Debug, Default)]
pub(super) struct Indexes {
    /// Whether the client has been asked to show progress, and has not answered.
    progress_unanswered: Arc<AtomicBool>,
    by_root: Mutex<BTreeMap<PathBuf, Slot>>,
    /// Roots that are not read.
    refused: Mutex<BTreeSet<PathBuf>>,
    /// Told when a project has been read, or is not going to be.
    settled: watch::Sender<()>,
    /// The project that is being read: where it begins, how many of its texts are read, how many there are.
    read: watch::Sender<(PathBuf, usize, usize)>,
}

#[derive(Debug)]
struct Slot {
    index: Arc<Index>,
    /// Whether every document has been read.
    complete: bool,
    /// Whether there are texts that were left out: too many, or too long.
    partial: bool,
}

impl Indexes {
    /// The index of a project as far as it is made.
    pub(super) fn of(&self, root: &Path) -> Option<Arc<Index>> {
        self.lock().get(root).map(|slot| slot.index.clone())
    }

    /// Where the projects begin that have an index, sorted.
    pub(super) fn roots(&self) -> Vec<PathBuf> {
        self.lock().keys().cloned().collect()
    }

    /// The index of a project, if all its documents have been read.
    fn whole(&self, root: &Path) -> Option<Arc<Index>> {
        let indexes = self.lock();
        let slot = indexes.get(root).filter(|slot| slot.complete)?;
        Some(slot.index.clone())
    }

    /// The same, if its numbers are those of a gazetteer.
    pub(super) fn sums(&self, root: &Path, gazetteer: &Arc<Gazetteer>) -> Option<Arc<Index>> {
        self.whole(root)
            .filter(|index| Arc::ptr_eq(index.gazetteer(), gazetteer))
    }

    /// Whether nothing more of a project is to be waited for: it has been read with this gazetteer, or is not read.
    pub(super) fn are_settled(&self, root: &Path, gazetteer: &Arc<Gazetteer>) -> bool {
        let refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        refused.contains(root) || self.sums(root, gazetteer).is_some()
    }

    /// Hears when that may have become so.
    pub(super) fn settling(&self) -> watch::Receiver<()> {
        self.settled.subscribe()
    }

    /// Hears of every text of a project that is read.
    pub(super) fn steps(&self) -> watch::Receiver<(PathBuf, usize, usize)> {
        self.read.subscribe()
    }

    /// How many texts of a project are read, of how many, while it is being read.
    pub(super) fn how_far(&self, root: &Path) -> Option<(usize, usize)> {
        let (of, done, all) = &*self.read.borrow();
        (of == root).then_some((*done, *all))
    }

    fn step(&self, root: &Path, done: usize, all: usize) {
        self.read.send_modify(|(of, known, of_all)| {
            if of != root || done == 0 {
                (*of, *known) = (root.to_owned(), 0);
            }
            // They are read side by side.
            (*known, *of_all) = (done.max(*known), all);
        });
    }

    /// Whether a project has texts that are not in its index.
    pub(super) fn is_partial(&self, root: &Path) -> bool {
        self.lock().get(root).is_some_and(|slot| slot.partial)
    }

    /// Whether a project has a text that is this file, or lies in this folder.
    fn has_any_in(&self, root: &Path, path: &Path) -> bool {
        let index = self.of(root);
        index.is_some_and(|index| index.documents().any(|(own, _)| own.starts_with(path)))
    }

    /// Puts a document that was read again, if it was read with the gazetteer of the index.
    pub(super) fn put(&self, root: &Path, path: &Path, summary: Arc<Summary>) {
        self.change(root, |index| {
            index.put(path, summary);
        });
    }

    /// Takes a file away, or all that lay in a folder.
    pub(super) fn remove(&self, root: &Path, path: &Path) {
        self.change(root, |index| {
            let gone = index.documents().map(|(path, _)| path);
            let gone: Vec<PathBuf> = gone.filter(|own| own.starts_with(path)).map(Path::to_owned).collect();
            for path in gone {
                index.remove(&path);
            }
        });
    }

    /// An index that is still being made: what is there of it can be asked for.
    fn begin(&self, root: &Path, index: Index) {
        let slot = Slot {
            index: Arc::new(index),
            complete: false,
            partial: false,
        };
        self.lock().insert(root.to_owned(), slot);
    }

    /// An index of all documents but those that were left out, in place of what was there.
    fn finish(&self, root: &Path, index: Arc<Index>, partial: bool) {
        let slot = Slot {
            index,
            complete: true,
            partial,
        };
        self.lock().insert(root.to_owned(), slot);
        self.settled.send_replace(());
    }

    /// A project that is not read.
    fn refuse(&self, root: &Path) {
        let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        refused.insert(root.to_owned());
        self.settled.send_replace(());
    }

    /// Nothing of a project is held any longer.
    pub(super) fn forget(&self, root: &Path) {
        self.lock().remove(root);
        let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        refused.remove(root);
    }

    /// The index is copied only where somebody is reading it.
    fn change(&self, root: &Path, change: impl FnOnce(&mut Index)) {
        if let Some(slot) = self.lock().get_mut(root) {
            change(Arc::make_mut(&mut slot.index));
        }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<PathBuf, Slot>> {
        self.by_root.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

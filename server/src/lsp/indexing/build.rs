//! One project, read whole: the walk, the files side by side, the texts that are open.
//!
//! This runs on a thread of its own and gives up as soon as the projects are of another generation.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;

use rayon::prelude::*;

use super::progress::Progress;
use crate::index::{Index, Summary};
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;
use crate::project::walk::{self, Walked};
use crate::project::{Project, TextFile, Unread, root};

/// What is told of a project besides its index.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    /// The project that was read.
    pub project: Option<Arc<Project>>,
    /// When each file that is in the index was last written.
    pub stamps: BTreeMap<PathBuf, Stamp>,
    /// What the walk found.
    pub walked: Walked,
    /// Files left out because they are too long.
    pub too_long: Vec<PathBuf>,
    /// Whether somebody sees what changes there.
    pub watched: bool,
    /// The files that the project is made of besides texts, there or not.
    pub made_of: BTreeMap<PathBuf, Option<Stamp>>,
}

/// What a file system says of a version of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    length: u64,
    written: Option<SystemTime>,
}

/// What became of the building.
#[derive(Debug)]
pub(super) enum Built {
    /// The index is complete.
    Whole(Known),
    /// The folder is too wide to be read: a home folder, or all of a file system.
    Refused,
    /// No project begins there any more.
    Gone,
    /// The projects are of another generation by now; what there was before still holds.
    Overtaken,
}

/// What one file gave.
enum Read {
    Summary(Arc<Summary>),
    TooLong,
    Nothing,
}

impl Stamp {
    pub(super) fn of(path: &Path) -> Option<Stamp> {
        let facts = std::fs::metadata(path).ok()?;
        Some(Stamp {
            length: facts.len(),
            written: facts.modified().ok(),
        })
    }
}

/// Makes the index of the project that begins at a folder. Of what was read before, that stays which is still so.
///
/// `watch` is told what the walk found before it is read, and tells whether somebody will see what changes there.
pub(super) fn build(
    shared: &Shared,
    pool: &rayon::ThreadPool,
    folder: &Path,
    before: &Known,
    watch: impl FnOnce(&Walked, &Project) -> bool,
) -> Built {
    let snapshot = shared.snapshot();
    if root::is_too_wide(folder) {
        return Built::Refused;
    }
    let project = snapshot.projects().of(&folder.join("untitled"));
    if project.root != folder {
        return Built::Gone;
    }
    let goes_on = || shared.session().is_of(&snapshot);
    let limits = shared.options.limits;
    let walked = walk::project(folder, limits.files, goes_on);
    let watched = watch(&walked, &project);
    let work = Work {
        shared,
        snapshot: &snapshot,
        project: &project,
        still_so: StillSo::new(before, &project),
        first: shared.indexes.of(folder).is_none(),
        progress: Progress::begin(shared, &project, walked.texts.len()),
        all: walked.texts.len(),
        done: AtomicUsize::new(0),
    };
    shared.indexes.step(folder, 0, work.all);
    if work.first {
        shared.indexes.begin(folder, Index::new(project.gazetteer.clone()));
    }
    let read: Vec<(PathBuf, Option<Stamp>, Read)> =
        pool.install(|| walked.texts.par_iter().map(|path| work.read(path, &goes_on)).collect());
    if !goes_on() {
        return Built::Overtaken;
    }
    let mut known = Known {
        made_of: project
            .made_of()
            .into_iter()
            .map(|path| (path.clone(), Stamp::of(&path)))
            .collect(),
        project: Some(project.clone()),
        watched,
        walked,
        ..Known::default()
    };
    let mut index = Index::new(project.gazetteer.clone());
    for (path, stamp, read) in read {
        match read {
            Read::Summary(summary) => {
                index.put(&path, summary);
                known.stamps.extend(stamp.map(|stamp| (path, stamp)));
            }
            Read::TooLong => known.too_long.push(path),
            Read::Nothing => {}
        }
    }
    for (path, summary) in shared.snapshot().open_in(&project) {
        match summary {
            Some(summary) => drop(index.put(&path, summary)),
            None => drop(index.remove(&path)),
        }
    }
    let partial = known.walked.cut || !known.too_long.is_empty();
    shared.indexes.finish(folder, Arc::new(index), partial);
    Built::Whole(known)
}

/// Reads one file for the index of its project. `None`: it is not for the index, and why is in the log.
pub(super) fn summary_of(project: &Project, path: &Path, most: u64) -> Option<Arc<Summary>> {
    if Stamp::of(path).is_some_and(|stamp| stamp.length > most) {
        return None;
    }
    let read = catch_unwind(AssertUnwindSafe(|| {
        TextFile::read(project, path).map(|file| Arc::new(Summary::of_file(&file)))
    }));
    match read {
        Ok(Ok(summary)) => return Some(summary),
        Ok(Err(Unread::Ignored)) => {}
        Ok(Err(unread)) => tracing::info!(path = %path.display(), ?unread, "not in the index"),
        Err(_) => tracing::error!(path = %path.display(), "reading it for the index panicked"),
    }
    None
}

/// One run of the building.
struct Work<'a> {
    shared: &'a Shared,
    snapshot: &'a Snapshot,
    project: &'a Arc<Project>,
    still_so: StillSo<'a>,
    /// Whether there is no index yet, so that each file is welcome as soon as it is read.
    first: bool,
    progress: Progress,
    all: usize,
    done: AtomicUsize,
}

impl Work<'_> {
    fn read(&self, path: &Path, goes_on: &(impl Fn() -> bool + Sync)) -> (PathBuf, Option<Stamp>, Read) {
        let stamp = Stamp::of(path);
        let read = if goes_on() {
            self.look_at(path, stamp)
        } else {
            Read::Nothing
        };
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        self.progress.report(done);
        self.shared.indexes.step(&self.project.root, done, self.all);
        (path.to_owned(), stamp, read)
    }

    fn look_at(&self, path: &Path, stamp: Option<Stamp>) -> Read {
        // What is open is read from the editor, at the end.
        if self.snapshot.document(path).is_some() {
            return Read::Nothing;
        }
        let most = self.shared.options.limits.bytes;
        if stamp.is_some_and(|stamp| stamp.length > most) {
            return Read::TooLong;
        }
        let old = || self.shared.indexes.of(&self.project.root)?.document(path).cloned();
        let known = || old().filter(|summary| summary.hash.is_some());
        let still = self.still_so.fits(path, stamp).then(known).flatten();
        let Some(summary) = still.or_else(|| summary_of(self.project, path, most)) else {
            return Read::Nothing;
        };
        if self.first {
            self.shared.indexes.put(&self.project.root, path, summary.clone());
        }
        Read::Summary(summary)
    }
}

/// What of the last reading is still so.
struct StillSo<'a> {
    stamps: Option<&'a BTreeMap<PathBuf, Stamp>>,
    /// Documents about which something else is decided now.
    decided: BTreeSet<PathBuf>,
}

impl<'a> StillSo<'a> {
    fn new(before: &'a Known, project: &Project) -> StillSo<'a> {
        let same = before.project.as_ref().filter(|last| last.reads_as(project));
        StillSo {
            stamps: same.map(|_| &before.stamps),
            decided: same.map(|last| last.decided_otherwise(project)).unwrap_or_default(),
        }
    }

    fn fits(&self, path: &Path, stamp: Option<Stamp>) -> bool {
        let last = self.stamps.and_then(|stamps| stamps.get(path).copied());
        last.is_some() && last == stamp && !self.decided.contains(path)
    }
}

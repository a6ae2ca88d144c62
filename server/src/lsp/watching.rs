//! Files that other programs change, where the editor does not watch them: a watcher of our own.
//!
//! It watches the folders that projects consist of, one by one, and not what lies in them unseen (`.git`, what is ignored):
//! a system has only so many watches, and other programs want some.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use notify::event::{EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::session::Shared;
use super::uri;

/// Watches folders.
#[derive(Debug)]
pub(super) struct Watcher {
    watcher: RecommendedWatcher,
    watched: BTreeSet<PathBuf>,
    most: usize,
}

impl Watcher {
    /// Watches nothing yet. `None` where the system has no such thing.
    pub(super) fn start(shared: &Arc<Shared>) -> Option<Watcher> {
        let most = shared.options.limits.folders;
        let shared = shared.clone();
        let heard = move |event: notify::Result<Event>| match event {
            Ok(event) => hear(&shared, &event),
            Err(error) => tracing::warn!(%error, "watching"),
        };
        let watcher = notify::recommended_watcher(heard);
        let watcher = watcher.inspect_err(|error| tracing::warn!(%error, "files cannot be watched"));
        Some(Watcher {
            watcher: watcher.ok()?,
            watched: BTreeSet::new(),
            most,
        })
    }

    /// Watches these folders and no others. Whether all of them are watched now.
    pub(super) fn watch(&mut self, folders: &BTreeSet<PathBuf>) -> bool {
        for gone in self.watched.difference(folders) {
            // It fails for a folder that is no longer there, which is as well.
            let _ = self.watcher.unwatch(gone);
        }
        self.watched.retain(|folder| folders.contains(folder));
        let new: Vec<PathBuf> = folders.difference(&self.watched).cloned().collect();
        let mut all = true;
        for folder in new {
            if self.watched.len() >= self.most {
                return false;
            }
            match self.watcher.watch(&folder, RecursiveMode::NonRecursive) {
                Ok(()) => drop(self.watched.insert(folder)),
                Err(_) if !folder.exists() => {}
                Err(error) => {
                    tracing::warn!(%error, folder = %folder.display(), "not watched");
                    all = false;
                    if matches!(error.kind, notify::ErrorKind::MaxFilesWatch) {
                        return false;
                    }
                }
            }
        }
        all
    }
}

/// On a thread of the watcher.
fn hear(shared: &Shared, event: &Event) {
    let is_change = match event.kind {
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)) => false,
        EventKind::Any | EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_) | EventKind::Other => true,
    };
    if event.need_rescan() {
        tracing::warn!("the system has lost count of what changed");
        shared.session().look_everywhere();
    }
    // Some systems tell of a folder when they tell of what is in it.
    let is_about_folder = |path: &Path| {
        matches!(event.kind, EventKind::Modify(kind) if !matches!(kind, ModifyKind::Name(_))) && path.is_dir()
    };
    for path in event.paths.iter().filter(|path| is_change && !is_about_folder(path)) {
        shared.session().changed_on_disk(&uri::normalize(path));
    }
}

//! The loading of projects: for each root one load at a time, and always of what is newest when it begins.
//!
//! Each key in an open gazetteer begins another generation of projects. Were each loaded, the loads of a large gazetteer
//! would run side by side, and the last, which alone is wanted, would come when all have. So whoever waits for a load to
//! end loads what is newest then, and the others who waited take that: what came in between is never loaded.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ropey::Rope;
use tokio::sync::{self, OwnedMutexGuard};

use super::projects::{Load, Wanted};
use crate::project::root::Root;
use crate::project::{Layers, Project};

/// What projects are loaded with: what the editor says, and the files of projects that are open in it.
#[derive(Debug, Default)]
pub(super) struct Recipe {
    /// The later has the higher.
    pub generation: u64,
    pub layers: Arc<Layers>,
    pub unsaved: Vec<(PathBuf, Rope)>,
}

/// So many projects are loaded at once, of several roots.
const THREADS: usize = 2;

/// The loads of all generations.
pub(super) struct Loader {
    load: Load,
    /// Threads that last. Allocators keep for each thread what it has freed: were each load made by another of the many that
    /// read, the memory of many gazetteers would be kept.
    threads: Option<rayon::ThreadPool>,
    newest: Mutex<Arc<Recipe>>,
    by_root: Mutex<BTreeMap<PathBuf, Arc<sync::Mutex<Last>>>>,
}

/// What was loaded last of a root, and for which generation. It is locked while it is being loaded.
type Last = Option<(u64, Arc<Project>)>;

/// The right to load a project.
#[derive(Debug)]
pub(super) struct Turn(OwnedMutexGuard<Last>);

impl Loader {
    pub(super) fn new(load: Load) -> Loader {
        let threads = rayon::ThreadPoolBuilder::new().num_threads(THREADS);
        let threads = threads.thread_name(|number| format!("load {number}")).build();
        Loader {
            load,
            threads: threads
                .inspect_err(|error| tracing::error!(%error, "no threads to load projects with"))
                .ok(),
            newest: Mutex::default(),
            by_root: Mutex::default(),
        }
    }

    /// From here on projects are loaded with this.
    pub(super) fn renew(&self, recipe: Arc<Recipe>) {
        *lock(&self.newest) = recipe;
    }

    /// Waits until no load of the root runs, and holds no thread meanwhile.
    pub(super) async fn turn(&self, root: &Path) -> Turn {
        Turn(self.last(root).lock_owned().await)
    }

    /// The same on a thread that may wait.
    pub(super) fn turn_blocking(&self, root: &Path) -> Turn {
        Turn(self.last(root).blocking_lock_owned())
    }

    /// The project of a root as of this generation, or of a newer one. It is loaded only where none is there. A gazetteer
    /// that does not parse keeps in force what it said in the last. Not for threads of a pool of rayon: while such a one waits it
    /// does other work of its pool, which may want the same turn.
    pub(super) fn project(&self, turn: &mut Turn, root: Root, generation: u64) -> Arc<Project> {
        let Turn(last) = turn;
        match &**last {
            Some((made, project)) if *made >= generation => project.clone(),
            before => {
                let recipe = lock(&self.newest).clone();
                let unsaved = recipe.unsaved.iter();
                let unsaved = unsaved
                    .map(|(path, text)| (path.clone(), text.to_string().into()))
                    .collect();
                let wanted = Wanted {
                    root,
                    layers: &recipe.layers,
                    unsaved: &unsaved,
                    last: before.as_ref().map(|(_, project)| &**project),
                };
                let load = || Arc::new((self.load)(wanted));
                let project = match &self.threads {
                    Some(threads) => threads.install(load),
                    None => load(),
                };
                **last = Some((recipe.generation, project.clone()));
                project
            }
        }
    }

    /// What was loaded of a root is held no longer.
    pub(super) fn forget(&self, root: &Path) {
        lock(&self.by_root).remove(root);
    }

    fn last(&self, root: &Path) -> Arc<sync::Mutex<Last>> {
        lock(&self.by_root).entry(root.to_owned()).or_default().clone()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

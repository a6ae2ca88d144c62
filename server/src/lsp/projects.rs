//! The projects of the open documents: each is found when a document is first read, and loaded once.
//!
//! [`Projects::of`] reads files and is not for the protocol's threads; those wait for [`Projects::loading`] first. The rest
//! neither reads nor waits.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use futures::FutureExt;
use futures::future::{BoxFuture, Shared};
use ropey::Rope;

use crate::project::decisions::DECISIONS_FILE;
use crate::project::root::{self, GAZETTEER_SUFFIX, Root, SETTINGS_FILE};
use crate::project::sources::Unsaved;
use crate::project::{Layers, Project};

use super::loader::{Loader, Recipe};

/// Loads a project: [`Wanted::load`], or what a test puts in its place.
pub type Load = Arc<dyn Fn(Wanted<'_>) -> Project + Send + Sync>;

/// The project that is wanted.
#[derive(Debug)]
pub struct Wanted<'a> {
    /// Where it begins.
    pub root: Root,
    /// What the editor says.
    pub layers: &'a Arc<Layers>,
    /// The texts of its files that are open in the editor.
    pub unsaved: &'a Unsaved,
    /// What was loaded from there last.
    pub last: Option<&'a Project>,
}

/// Where the project of documents begins that are no files, when no folder is open: nothing stands there.
const NOWHERE: &str = "untitled:";

/// A load that runs, or has ended.
type Loading = Shared<BoxFuture<'static, ()>>;

/// One generation of projects. When a file that they were made of changes, the session begins another.
pub(super) struct Projects {
    folders: Vec<PathBuf>,
    generation: u64,
    /// Of all generations.
    loader: Arc<Loader>,
    /// By folder of the document.
    roots: Mutex<BTreeMap<PathBuf, Root>>,
    /// By folder of the root. A cell is filled by whoever needs it first, with no lock held.
    cells: Mutex<BTreeMap<PathBuf, Arc<OnceLock<Arc<Project>>>>>,
    /// By folder of the document: what ends when its project is loaded.
    loading: Mutex<BTreeMap<PathBuf, Loading>>,
}

impl Wanted<'_> {
    /// Loads it from its files.
    pub fn load(self) -> Project {
        match self.last {
            Some(last) => last.reload(self.layers.clone(), self.unsaved),
            None => Project::open(self.root, self.layers.clone(), self.unsaved),
        }
    }
}

impl Projects {
    /// Nothing loaded yet.
    pub(super) fn new(load: Load) -> Projects {
        Projects {
            folders: Vec::new(),
            generation: 0,
            loader: Arc::new(Loader::new(load)),
            roots: Mutex::default(),
            cells: Mutex::default(),
            loading: Mutex::default(),
        }
    }

    /// The next generation: of these workspace folders, with what the editor says and has unsaved.
    pub(super) fn renewed(
        &self,
        folders: Vec<PathBuf>,
        layers: Arc<Layers>,
        unsaved: Vec<(PathBuf, Rope)>,
    ) -> Projects {
        let generation = self.generation + 1;
        self.loader.renew(Arc::new(Recipe {
            generation,
            layers,
            unsaved,
        }));
        Projects {
            folders,
            generation,
            loader: self.loader.clone(),
            roots: Mutex::default(),
            cells: Mutex::default(),
            loading: Mutex::default(),
        }
    }

    /// Ends when [`Projects::of`] need not wait any more. The project is loaded on a thread of its own, once, however many
    /// wait for it and stop waiting, and not at all where a newer generation is wanted before its turn comes.
    pub(super) fn loading(self: &Arc<Projects>, path: &Path) -> Loading {
        let file = self.file(path);
        let folder = file.parent().unwrap_or(&file).to_owned();
        let load = || {
            let load = tokio::spawn(self.clone().load_in_turn(file));
            // If it panics, so will whoever asks for the project.
            load.map(drop).boxed().shared()
        };
        lock(&self.loading).entry(folder).or_insert_with(load).clone()
    }

    /// Whether the project of a document is loaded. No file is looked at.
    pub(super) fn has_loaded(&self, path: &Path) -> bool {
        let file = self.file(path);
        let root = lock(&self.roots).get(file.parent().unwrap_or(&file)).cloned();
        let cell = root.and_then(|root| lock(&self.cells).get(&root.folder).cloned());
        cell.is_some_and(|cell| cell.get().is_some())
    }

    /// The project of a document. A document that is no file belongs to the first workspace folder.
    pub(super) fn of(&self, path: &Path) -> Arc<Project> {
        let root = self.root(&self.file(path));
        let load = || {
            let mut turn = self.loader.turn_blocking(&root.folder);
            self.loader.project(&mut turn, root.clone(), self.generation)
        };
        self.cell(&root).get_or_init(load).clone()
    }

    /// Where the project of a document begins. It is not loaded for that.
    pub(super) fn root_of(&self, path: &Path) -> PathBuf {
        self.root(&self.file(path)).folder
    }

    /// The project that a file is part of: the outermost that is made of it, since settings can name a gazetteer that
    /// lies in a folder with a project of its own; else the file's own. All that could are loaded first.
    pub(super) fn made_of(&self, path: &Path) -> Arc<Project> {
        let own = self.of(path);
        if let Some(workspace) = self.workspace(path) {
            let above = path
                .ancestors()
                .skip(1)
                .take_while(|folder| folder.starts_with(workspace));
            above.for_each(|folder| drop(self.of(&folder.join("untitled"))));
        }
        let mut loaded = self.loaded().into_iter();
        loaded.find(|project| is_made_of(project, path)).unwrap_or(own)
    }

    /// Whether a file is part of a project. For what is no JSON its own project answers, so that a text does not load
    /// those of all folders above.
    pub(super) fn is_of_one(&self, path: &Path) -> bool {
        let json = path.extension().is_some_and(|extension| extension == "json");
        let project = if json { self.made_of(path) } else { self.of(path) };
        is_made_of(&project, path) || self.are_made_of(path)
    }

    /// Nothing of a project is held any longer.
    pub(super) fn forget(&self, root: &Path) {
        lock(&self.cells).remove(root);
        lock(&self.loading).retain(|folder, _| !folder.starts_with(root));
        self.loader.forget(root);
    }

    /// The projects loaded so far, sorted by root: the outer before the inner.
    pub(super) fn loaded(&self) -> Vec<Arc<Project>> {
        lock(&self.cells)
            .values()
            .filter_map(|cell| cell.get().cloned())
            .collect()
    }

    /// Whether projects are made of this file: by its name, or because one that is loaded is.
    pub(super) fn are_made_of(&self, path: &Path) -> bool {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name == SETTINGS_FILE || name == DECISIONS_FILE || name.ends_with(GAZETTEER_SUFFIX) || {
            let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
            let listed = folder == "gazetteer" && name.ends_with(".json");
            listed || self.loaded().iter().any(|project| is_made_of(project, path))
        }
    }

    /// Whether a loaded project is made of files in this folder, or would be of any that came with it.
    pub(super) fn have_files_in(&self, folder: &Path) -> bool {
        let is_in = |file: &PathBuf| file != folder && file.starts_with(folder);
        let named = folder.file_name().is_some_and(|name| name == "gazetteer");
        named || self.loaded().iter().any(|project| project.made_of().iter().any(is_in))
    }

    /// Whether a loaded project was made of the file with this very text, so that nothing is to be done.
    pub(super) fn have_read(&self, path: &Path, text: &Rope) -> bool {
        self.loaded().iter().any(|project| {
            let settings = project.settings_file.as_ref().filter(|file| file.path == path);
            let settings = settings.map(|file| file.text.clone());
            let decisions = project.decisions.as_ref().filter(|file| file.path == path);
            let settings = settings.or_else(|| decisions.map(|file| file.text.clone()));
            let baseline = || project.baseline.as_ref().filter(|file| file.path == path);
            let settings = settings.or_else(|| baseline().map(|file| file.text.clone()));
            let source = || project.texts.iter().find(|(name, _)| Path::new(name) == path);
            let read = settings.or_else(|| source().map(|(_, text)| text.clone()));
            read.is_some_and(|read| *text == *read)
        })
    }

    fn file(&self, path: &Path) -> PathBuf {
        match self.folders.first() {
            Some(folder) if !path.is_absolute() => folder.join("untitled"),
            _ => path.to_owned(),
        }
    }

    fn root(&self, file: &Path) -> Root {
        let folder = file.parent().unwrap_or(file);
        if let Some(root) = lock(&self.roots).get(folder) {
            return root.clone();
        }
        let root = match file.is_absolute() {
            true => root::find(file, self.workspace(file)),
            // No folder is open, and that in which the server was started is none of the reader’s.
            false => Root {
                folder: PathBuf::from(NOWHERE),
                declared: false,
            },
        };
        lock(&self.roots).insert(folder.to_owned(), root.clone());
        root
    }

    async fn load_in_turn(self: Arc<Projects>, file: PathBuf) {
        let projects = self.clone();
        let root = tokio::task::spawn_blocking(move || projects.root(&file)).await;
        if let Ok(root) = root {
            let mut turn = self.loader.turn(&root.folder).await;
            let load = move || {
                let cell = self.cell(&root);
                let project = self.loader.project(&mut turn, root, self.generation);
                // Somebody who fills the cell himself may wait for the turn.
                drop(turn);
                let _ = cell.set(project);
            };
            let _ = tokio::task::spawn_blocking(load).await;
        }
    }

    fn cell(&self, root: &Root) -> Arc<OnceLock<Arc<Project>>> {
        lock(&self.cells).entry(root.folder.clone()).or_default().clone()
    }

    /// The innermost folder that holds the file.
    fn workspace(&self, file: &Path) -> Option<&Path> {
        let holding = self.folders.iter().filter(|folder| file.starts_with(folder));
        holding
            .max_by_key(|folder| folder.components().count())
            .map(PathBuf::as_path)
    }
}

/// Whether a file holds the settings, the decisions, the known findings or a gazetteer of a project.
pub(super) fn is_made_of(project: &Project, path: &Path) -> bool {
    let settings = project.settings_file.as_ref().is_some_and(|file| file.path == path);
    let decisions = project.decisions.as_ref().is_some_and(|file| file.path == path);
    let mut sources = project.gazetteer.sources().iter();
    settings
        || decisions
        || project.baseline_path().is_some_and(|baseline| baseline == path)
        || project.choice.files.iter().any(|file| file == path)
        || project.texts.keys().any(|name| Path::new(name) == path)
        || sources.any(|source| !source.builtin && Path::new(&source.name) == path)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for Projects {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Projects")
            .field("folders", &self.folders)
            .finish_non_exhaustive()
    }
}

//! The projects of the open documents: each is found when a document is first read, and loaded once.
//!
//! Not to be asked on the protocol's threads, since it reads files.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::project::Project;

/// Finds and loads the project of a file: [`Project::discover`], or what a test puts in its place.
pub type Discover = Arc<dyn Fn(&Path, Option<&Path>) -> Project + Send + Sync>;

/// One generation of projects. When a file that they were made of changes, the session begins another.
pub(super) struct Projects {
    discover: Discover,
    /// The folders an editor opened.
    folders: Vec<PathBuf>,
    /// By folder of the document. Two folders of one project share what was loaded first.
    loaded: Mutex<BTreeMap<PathBuf, Arc<Project>>>,
}

impl Projects {
    /// Nothing loaded yet.
    pub(super) fn new(discover: Discover, folders: Vec<PathBuf>) -> Projects {
        Projects {
            discover,
            folders,
            loaded: Mutex::default(),
        }
    }

    /// The next generation.
    pub(super) fn renewed(&self, folders: Vec<PathBuf>) -> Projects {
        Projects::new(self.discover.clone(), folders)
    }

    /// The folders an editor opened.
    pub(super) fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    /// The project of a document. A document that is no file belongs to the first workspace folder.
    pub(super) fn of(&self, path: &Path) -> Arc<Project> {
        let file = match self.folders.first() {
            Some(folder) if !path.is_absolute() => folder.join("untitled"),
            _ => path.to_owned(),
        };
        let folder = file.parent().unwrap_or(&file).to_owned();
        // Held while a project is loaded: whoever comes meanwhile most likely wants the same one.
        let mut loaded = self.loaded.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(project) = loaded.get(&folder) {
            return project.clone();
        }
        let project = (self.discover)(&file, self.workspace(&file));
        let same = loaded.values().find(|other| other.root == project.root).cloned();
        let project = same.unwrap_or_else(|| Arc::new(project));
        loaded.insert(folder, project.clone());
        project
    }

    /// The projects loaded so far, sorted by the folder they were first needed for.
    pub(super) fn loaded(&self) -> Vec<Arc<Project>> {
        let loaded = self.loaded.lock().unwrap_or_else(PoisonError::into_inner);
        let mut projects: Vec<Arc<Project>> = Vec::new();
        for project in loaded.values() {
            if !projects.iter().any(|other| Arc::ptr_eq(other, project)) {
                projects.push(project.clone());
            }
        }
        projects
    }

    /// The innermost folder that holds the file.
    fn workspace(&self, file: &Path) -> Option<&Path> {
        self.folders
            .iter()
            .filter(|folder| file.starts_with(folder))
            .max_by_key(|folder| folder.components().count())
            .map(PathBuf::as_path)
    }
}

impl fmt::Debug for Projects {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Projects")
            .field("folders", &self.folders)
            .finish_non_exhaustive()
    }
}

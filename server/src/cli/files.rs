//! Which files the paths of a command mean, and to which project each belongs.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::project::{Layers, Project, Unsaved, root, walk};

/// A file and the project it belongs to.
#[derive(Debug, Clone)]
pub(super) struct File {
    /// Absolute.
    pub path: PathBuf,
    /// As seen from the current folder, with `/`.
    pub shown: String,
    /// Its project.
    pub project: Arc<Project>,
}

/// What the paths of a command mean.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Sorted by path, each once.
    pub files: Vec<File>,
    /// One entry a root, sorted by root.
    pub projects: Vec<Arc<Project>>,
    /// Paths that nothing stands at, as given.
    pub missing: Vec<String>,
}

/// The current folder, from which paths are shown.
pub(super) fn here() -> PathBuf {
    root::absolute(Path::new("."))
}

/// The files that the paths mean: those named, whatever they are called, and the texts in the folders named, as Git
/// would see them.
pub(super) fn find(paths: &[PathBuf], layers: &Arc<Layers>) -> Found {
    let mut found = Found::default();
    let mut files: BTreeMap<PathBuf, PathBuf> = BTreeMap::new();
    for path in paths {
        let absolute = root::absolute(path);
        if absolute.is_dir() {
            files.extend(walk::texts(&absolute).map(|file| (file, absolute.clone())));
        } else if absolute.exists() {
            let folder = absolute.parent().unwrap_or(&absolute).to_owned();
            files.entry(absolute).or_insert(folder);
        } else {
            found.missing.push(path.to_string_lossy().into_owned());
        }
    }
    let here = here();
    let mut projects = Projects {
        layers,
        by_root: BTreeMap::new(),
        by_folder: BTreeMap::new(),
    };
    for (path, folder) in files {
        let project = projects.of(&path, &folder);
        let shown = root::relative(&path, &here);
        found.files.push(File { path, shown, project });
    }
    // A folder without texts has a project too, whose gazetteers and settings are looked at.
    for path in paths
        .iter()
        .map(|path| root::absolute(path))
        .filter(|path| path.is_dir())
    {
        projects.of(&path, &path);
    }
    found.projects = projects.by_root.into_values().collect();
    found
}

/// Projects, each loaded once.
struct Projects<'a> {
    layers: &'a Arc<Layers>,
    by_root: BTreeMap<PathBuf, Arc<Project>>,
    by_folder: BTreeMap<PathBuf, Arc<Project>>,
}

impl Projects<'_> {
    /// The project of a file; `folder` is its root where nothing declares one.
    fn of(&mut self, path: &Path, folder: &Path) -> Arc<Project> {
        let parent = if path.is_dir() {
            path
        } else {
            path.parent().unwrap_or(path)
        };
        if let Some(project) = self.by_folder.get(parent) {
            return project.clone();
        }
        let mut root = root::find(path, None);
        if !root.declared {
            root.folder = folder.to_owned();
        }
        let project = match self.by_root.get(&root.folder) {
            Some(project) => project.clone(),
            None => Arc::new(Project::open(root, self.layers.clone(), &Unsaved::new())),
        };
        self.by_root.insert(project.root.clone(), project.clone());
        self.by_folder.insert(parent.to_owned(), project.clone());
        project
    }
}

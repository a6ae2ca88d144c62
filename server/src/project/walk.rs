//! The texts of a folder, as Git would see them: the one walk that the index and the command line share.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use ignore::{DirEntry, WalkBuilder};
use onomast_gazetteer::prose::Format;

use super::root;

/// What the walk through a project found. Paths are sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Walked {
    /// Its texts.
    pub texts: Vec<PathBuf>,
    /// The folders it consists of, the root first: where new texts can appear.
    pub folders: Vec<PathBuf>,
    /// Folders in it that are projects of their own; they were not walked.
    pub projects: Vec<PathBuf>,
    /// Whether there were more texts than were wanted.
    pub cut: bool,
}

impl Walked {
    /// Whether other texts may belong to the project now that something has happened at this path: a rule has changed, or a
    /// folder has come, gone, or been replaced by another.
    pub fn is_changed_by(&self, path: &Path) -> bool {
        let is_rule = path
            .file_name()
            .is_some_and(|name| name == ".gitignore" || name == ".ignore");
        let was_folder = self
            .folders
            .binary_search_by(|folder| folder.as_path().cmp(path))
            .is_ok();
        is_rule || was_folder || std::fs::symlink_metadata(path).is_ok_and(|file| file.is_dir())
    }
}

/// Whether a file has a name that says it is a text in a format we read.
pub fn is_text(path: &Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy());
    extension.is_some_and(|extension| Format::of_extension(&extension).is_some())
}

/// The texts in a folder and all folders below, whatever project they belong to.
pub fn texts(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let mut builder = builder(folder);
    builder.filter_entry(|entry| !is_folder(entry) || has_plain_rules(entry.path()));
    let entries = builder.build().filter_map(Result::ok);
    entries.filter(is_text_file).map(DirEntry::into_path)
}

/// A link is no text of the folder: what it leads to is one already, or is outside of it.
fn is_text_file(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_file()) && is_text(entry.path())
}

/// The folder itself may be a link; those below are not followed.
fn is_folder(entry: &DirEntry) -> bool {
    entry.depth() == 0 || entry.file_type().is_some_and(|kind| kind.is_dir())
}

/// A walk by the rules of Git, where they can be read.
fn builder(folder: &Path) -> WalkBuilder {
    let mut builder = WalkBuilder::new(folder);
    // The rules of all folders around count too. `filter_entry` is not asked about the first folder.
    let can_be_read = root::absolute(folder).ancestors().all(has_plain_rules);
    if !can_be_read {
        let no_rules = builder.ignore(false).git_ignore(false).git_exclude(false);
        no_rules.parents(false);
    }
    builder
}

/// Whether nothing in a folder that is named as a file of rules is a pipe, which the walker would wait for without end.
fn has_plain_rules(folder: &Path) -> bool {
    let is_plain = |name: &&str| {
        let file = std::fs::metadata(folder.join(name));
        file.map_or(true, |file| file.is_file() || file.is_dir())
    };
    [".ignore", ".gitignore", ".git/info/exclude"].iter().all(is_plain)
}

/// The texts of a project, at most so many. It ends early, with what it has, when `goes_on` says no.
pub fn project(root: &Path, most: usize, goes_on: impl Fn() -> bool) -> Walked {
    let inner = Arc::new(Mutex::new(Vec::new()));
    let mut walked = Walked::default();
    let entries = of_project(root, inner.clone()).build();
    for entry in entries.filter_map(Result::ok).take_while(|_| goes_on()) {
        if is_folder(&entry) {
            walked.folders.push(entry.into_path());
        } else if is_text_file(&entry) {
            if walked.texts.len() == most {
                walked.cut = true;
                break;
            }
            walked.texts.push(entry.into_path());
        }
    }
    walked.projects = std::mem::take(&mut *inner.lock().unwrap_or_else(PoisonError::into_inner));
    for paths in [&mut walked.texts, &mut walked.folders, &mut walked.projects] {
        paths.sort();
    }
    walked
}

/// Whether the walk through a project would find this text. Only the folders on the way to it are looked at.
pub fn would_find(root: &Path, path: &Path) -> bool {
    if !is_text(path) || !path.starts_with(root) {
        return false;
    }
    let mut builder = of_project(root, Arc::default());
    let inner = builder_filter(root, Arc::default());
    let wanted = path.to_owned();
    builder.filter_entry(move |entry| wanted.starts_with(entry.path()) && inner(entry));
    let mut entries = builder.build().filter_map(Result::ok);
    entries.any(|entry| entry.path() == path && is_text_file(&entry))
}

/// Whether the walk through a project would come to this folder, and walk through it or find another project there. Only
/// the folders on the way to it are looked at.
pub fn would_come_to(root: &Path, folder: &Path) -> bool {
    if !folder.starts_with(root) {
        return false;
    }
    let inner = Arc::new(Mutex::new(Vec::new()));
    let mut builder = of_project(root, Arc::default());
    let filter = builder_filter(root, inner.clone());
    let wanted = folder.to_owned();
    builder.filter_entry(move |entry| wanted.starts_with(entry.path()) && filter(entry));
    let mut entries = builder.build().filter_map(Result::ok);
    let comes_to = entries.any(|entry| entry.path() == folder && is_folder(&entry));
    comes_to || !inner.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
}

/// A walk that stays in the project, and notes the projects inside of it.
fn of_project(root: &Path, inner: Arc<Mutex<Vec<PathBuf>>>) -> WalkBuilder {
    let mut builder = builder(root);
    builder.filter_entry(builder_filter(root, inner));
    // Where there are too many, it is always the same that are left out.
    builder.sort_by_file_name(Ord::cmp);
    builder
}

/// A folder with a project file is another project; one whose rules cannot be read is left out.
fn builder_filter(root: &Path, inner: Arc<Mutex<Vec<PathBuf>>>) -> impl Fn(&DirEntry) -> bool + Send + Sync + 'static {
    let root = root.to_owned();
    move |entry| {
        let path = entry.path();
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        let is_other = is_folder && path != root && root::declares(path);
        if is_other {
            inner
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(path.to_owned());
        }
        !is_other && (!is_folder || has_plain_rules(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::root::relative;

    fn folder(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let file = folder.path().join(file);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, "*.tex\nbuild\n").unwrap();
        }
        folder
    }

    fn shown(paths: &[PathBuf], folder: &Path) -> Vec<String> {
        paths.iter().map(|path| relative(path, folder)).collect()
    }

    const FILES: &[&str] = &[
        ".ignore",
        "a.md",
        "b.exe",
        "build/c.md",
        "d.tex",
        "deep/er/e.xml",
        "inner/names.gazetteer.json",
        "inner/f.md",
        "clone/.git/HEAD",
        "clone/g.md",
        ".hidden/h.md",
    ];

    #[test]
    fn a_project_is_what_git_would_see_without_the_projects_inside() {
        let place = folder(FILES);
        let walked = project(place.path(), 10, || true);
        assert_eq!(
            shown(&walked.texts, place.path()),
            ["a.md", "clone/g.md", "deep/er/e.xml"]
        );
        assert_eq!(shown(&walked.folders, place.path()), [".", "clone", "deep", "deep/er"]);
        assert_eq!(shown(&walked.projects, place.path()), ["inner"]);
        assert!(!walked.cut);
        let all: Vec<PathBuf> = texts(place.path()).collect();
        assert_eq!(all.len(), 4, "{all:?}");
    }

    #[test]
    fn one_file_is_judged_as_the_walk_would() {
        let place = folder(FILES);
        let walked = project(place.path(), 10, || true);
        for file in FILES.iter().chain(&["gone.md"]) {
            let path = place.path().join(file);
            assert_eq!(would_find(place.path(), &path), walked.texts.contains(&path), "{file}");
        }
        assert!(!would_find(&place.path().join("deep"), &place.path().join("a.md")));
    }

    #[test]
    fn one_folder_is_judged_as_the_walk_would() {
        let place = folder(FILES);
        let walked = project(place.path(), 10, || true);
        let folders = FILES.iter().flat_map(|file| Path::new(file).ancestors().skip(1));
        for name in folders.chain([Path::new("gone")]) {
            let path = place.path().join(name);
            let path = path.components().collect();
            let expected = walked.folders.contains(&path) || walked.projects.contains(&path);
            assert_eq!(would_come_to(place.path(), &path), expected, "{}", name.display());
        }
        assert!(!would_come_to(&place.path().join("deep"), place.path()));
    }

    #[test]
    fn a_walk_ends_when_it_is_told_to() {
        let place = folder(FILES);
        let one = project(place.path(), 1, || true);
        assert_eq!((one.texts.len(), one.cut), (1, true));
        assert_eq!(project(place.path(), 10, || false), Walked::default());
    }
}

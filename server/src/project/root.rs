//! Where a project begins: the nearest folder upwards that declares one.

use std::path::{Component, Path, PathBuf};

/// The settings file of a project.
pub const SETTINGS_FILE: &str = "onomast.toml";
/// How the name of a gazetteer that declares a project ends.
pub const GAZETTEER_SUFFIX: &str = ".gazetteer.json";

/// A folder, and whether a project file stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root {
    /// The folder.
    pub folder: PathBuf,
    /// Whether `onomast.toml` or a `*.gazetteer.json` stands in it.
    pub declared: bool,
}

/// The root of a file or folder: the nearest folder upwards with a project file, not beyond the workspace folder, the Git
/// work tree or the home folder; else the workspace folder, else the folder itself. A workspace folder that is too wide is
/// none: some editors (Kate) give the home folder for a text that lies in no project of theirs.
pub fn find(path: &Path, workspace: Option<&Path>) -> Root {
    find_below(path, workspace, std::env::home_dir().as_deref())
}

fn find_below(path: &Path, workspace: Option<&Path>, home: Option<&Path>) -> Root {
    let start = folder_of(path);
    let workspace = workspace.map(absolute);
    for folder in start.ancestors() {
        if declares(folder) {
            let folder = folder.to_owned();
            return Root { folder, declared: true };
        }
        let last = workspace.as_deref() == Some(folder) || home == Some(folder) || folder.join(".git").exists();
        if last {
            break;
        }
    }
    let workspace = workspace.filter(|folder| !is_around(folder, home));
    Root {
        folder: workspace.unwrap_or(start),
        declared: false,
    }
}

/// Whether a project file stands in the folder.
pub fn declares(folder: &Path) -> bool {
    folder.join(SETTINGS_FILE).is_file() || !files_ending(folder, GAZETTEER_SUFFIX).is_empty()
}

/// Whether a folder holds far more than anybody’s texts: a home folder, what it lies in, the root of a file system. Such a
/// folder is not read as a whole.
pub fn is_too_wide(folder: &Path) -> bool {
    is_around(folder, std::env::home_dir().as_deref())
}

fn is_around(folder: &Path, home: Option<&Path>) -> bool {
    folder.parent().is_none() || home.is_some_and(|home| home.starts_with(folder))
}

/// The files of a folder whose names end so, sorted by name.
pub fn files_ending(folder: &Path, suffix: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().ends_with(suffix))
                && path.is_file()
        })
        .collect();
    files.sort();
    files
}

/// An absolute path without `.` and `..`, whether or not anything stands there. Symbolic links are left as they are: a
/// document is known by the path that the user knows.
pub fn absolute(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut result = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                result.pop();
            }
            other => result.push(other),
        }
    }
    result
}

/// `path` as seen from `base`, with `/` between its parts; both absolute. Where they share nothing (two drives), whole.
pub fn relative(path: &Path, base: &Path) -> String {
    let shared = path
        .components()
        .zip(base.components())
        .take_while(|(a, b)| a == b)
        .count();
    if shared == 0 {
        return path.to_string_lossy().replace('\\', "/");
    }
    let up = base.components().skip(shared).map(|_| "..".to_owned());
    let down = path
        .components()
        .skip(shared)
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    let parts: Vec<String> = up.chain(down).collect();
    if parts.is_empty() {
        ".".to_owned()
    } else {
        parts.join("/")
    }
}

fn folder_of(path: &Path) -> PathBuf {
    let path = absolute(path);
    if path.is_dir() {
        return path;
    }
    path.parent().map_or_else(|| path.clone(), Path::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Files, then `file | workspace | home` and the root, with `!` where it is declared.
    fn check(name: &str, files: &[&str], question: [&str; 3], expected: &str) {
        let place = tempfile::tempdir().unwrap();
        for file in files {
            let file = place.path().join(file);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, "").unwrap();
        }
        let [path, workspace, home] = question.map(|part| (!part.is_empty()).then(|| place.path().join(part)));
        let root = find_below(&path.unwrap(), workspace.as_deref(), home.as_deref());
        let mark = if root.declared { "!" } else { "" };
        assert_eq!(
            format!("{}{mark}", relative(&root.folder, place.path())),
            expected,
            "{name}"
        );
    }

    #[test]
    fn the_nearest_project_file_decides_within_its_bounds() {
        let plain = ["w/a/b/x.md"];
        check("nothing", &plain, ["w/a/b/x.md", "", "w"], "w/a/b");
        check("workspace", &plain, ["w/a/b/x.md", "w", ""], "w");
        check("home is no workspace", &plain, ["w/a/b/x.md", "w", "w"], "w/a/b");
        check("a folder", &plain, ["w/a/b", "", "w"], "w/a/b");
        check("not there yet", &plain, ["w/a/b/new.md", "w/a", ""], "w/a");
        check(
            "settings",
            &["w/a/onomast.toml", "w/a/b/x.md"],
            ["w/a/b/x.md", "w", ""],
            "w/a!",
        );
        check(
            "gazetteer",
            &["w/names.gazetteer.json", "w/a/x.md"],
            ["w/a/x.md", "w", ""],
            "w!",
        );
        check(
            "nearest",
            &["w/onomast.toml", "w/a/onomast.toml", "w/a/x.md"],
            ["w/a/x.md", "w", ""],
            "w/a!",
        );
        check(
            "beyond workspace",
            &["onomast.toml", "w/a/x.md"],
            ["w/a/x.md", "w", ""],
            "w",
        );
        check(
            "beyond git",
            &["onomast.toml", "w/.git/HEAD", "w/a/x.md"],
            ["w/a/x.md", "", ""],
            "w/a",
        );
        check(
            "in git",
            &["w/onomast.toml", "w/.git/HEAD", "w/a/x.md"],
            ["w/a/x.md", "", ""],
            "w!",
        );
        check(
            "beyond home",
            &["onomast.toml", "w/a/x.md"],
            ["w/a/x.md", "", "w"],
            "w/a",
        );
    }

    #[test]
    fn folders_that_hold_more_than_texts() {
        let home = Some(Path::new("/home/reader"));
        for (folder, wide) in [
            ("/", true),
            ("/home", true),
            ("/home/reader", true),
            ("/home/reader/texts", false),
            ("/home/reader2", false),
            ("/srv/texts", false),
        ] {
            assert_eq!(is_around(Path::new(folder), home), wide, "{folder}");
        }
        assert!(!is_around(Path::new("/home"), None));
    }

    #[test]
    fn relative_paths_lead_back() {
        for (path, base, expected) in [
            ("/a/b/c.md", "/a", "b/c.md"),
            ("/a/b/c.md", "/a/d", "../b/c.md"),
            ("/a", "/a", "."),
        ] {
            assert_eq!(relative(Path::new(path), Path::new(base)), expected);
        }
        assert_eq!(absolute(Path::new("/a/./b/../c")), Path::new("/a/c"));
    }
}

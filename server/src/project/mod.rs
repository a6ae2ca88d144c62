//! A project: a root, its settings, one gazetteer with what it extends.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use onomast_gazetteer::analysis::Facts;
use onomast_gazetteer::{Gazetteer, load::Problem};

/// A root, its settings and its gazetteer. Never changed, only replaced.
#[derive(Debug, Clone)]
pub struct Project {
    /// The folder.
    pub root: PathBuf,
    /// Whether a project file stands there (`onomast.toml` or a gazetteer).
    pub declared: bool,
    /// The gazetteer in force.
    pub gazetteer: Arc<Gazetteer>,
    /// What is wrong with its sources.
    pub problems: Arc<[Problem]>,
}

/// What the settings, the front matter and the path say of one document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentSettings {
    /// Whose words it holds.
    pub role: Role,
    /// What the analysis needs.
    pub facts: Facts,
}

/// Whose words a document holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Role {
    /// The user's own.
    #[default]
    Draft,
    /// Somebody else's: only misprints are reported, nothing is changed in bulk.
    Source,
    /// An edited source: as `Source`.
    Edition,
    /// Not looked at.
    Ignore,
}

impl Project {
    /// Finds and loads the project of a file or folder. `workspace` is the folder an editor opened.
    pub fn discover(path: &Path, workspace: Option<&Path>) -> Project {
        let _ = (path, workspace);
        unimplemented!()
    }

    /// What is known of a document before its text is analysed: settings by path, then front matter of `head`, the
    /// beginning of its text.
    pub fn document(&self, path: &Path, head: &str) -> DocumentSettings {
        let _ = (path, head);
        unimplemented!()
    }
}

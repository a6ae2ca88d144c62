//! Places in the gazetteers and the decisions of a project, which findings lead to.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use super::positions::Positions;
use crate::project::{Project, root};

/// The gazetteers and decisions of one project, by path, and the folder from which paths are shown.
#[derive(Debug)]
pub(super) struct Places<'a> {
    here: &'a Path,
    by_path: BTreeMap<PathBuf, Place<'a>>,
}

/// A file, whose lines are counted when somebody is led there: there are more texts than gazetteers.
#[derive(Debug)]
struct Place<'a> {
    text: &'a str,
    positions: OnceCell<Positions<'a>>,
}

impl<'a> Places<'a> {
    pub(super) fn new(project: &'a Project, here: &'a Path) -> Places<'a> {
        let sources = project.gazetteer.sources().iter();
        let in_force = sources.map(|source| (source.name.as_str(), &*source.text));
        let read = project.texts.iter().map(|(name, text)| (name.as_str(), &**text));
        let decisions = project.decisions.iter();
        let decisions = decisions.filter_map(|file| Some((file.path.to_str()?, &*file.text)));
        let place = |text| Place {
            text,
            positions: OnceCell::new(),
        };
        let by_path = in_force
            .chain(read)
            .chain(decisions)
            .map(|(name, text)| (PathBuf::from(name), place(text)));
        Places {
            here,
            by_path: by_path.collect(),
        }
    }

    /// A path as people see it.
    pub(super) fn shown(&self, path: &Path) -> String {
        root::relative(path, self.here)
    }

    /// The places of a file; of one that could not be read, those of an empty text.
    pub(super) fn of(&self, path: &Path) -> &Positions<'a> {
        static EMPTY: LazyLock<Positions<'static>> = LazyLock::new(|| Positions::new(""));
        let place = self.by_path.get(path);
        place.map_or(&EMPTY, |place| {
            place.positions.get_or_init(|| Positions::new(place.text))
        })
    }
}

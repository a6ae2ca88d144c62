//! What the projects of the files to be checked use as a whole. Corpus findings rest on all texts of a project, whichever of
//! them a command was asked to check: so a finding here is the finding in the editor.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::files::Found;
use crate::features::finding::{Code, Severity};
use crate::index::{Index, Limits, Summary};
use crate::project::{Project, TextFile, root, walk};

/// The index of each project that has one, by root.
#[derive(Debug, Default)]
pub(super) struct Corpora {
    by_root: BTreeMap<PathBuf, Index>,
}

impl Corpora {
    /// Reads all texts of the projects of these files: of one that a project file declares, those that lie in it; of a
    /// folder that is no project, those that are checked.
    pub(super) fn read(found: &Found) -> Corpora {
        let projects: BTreeMap<&Path, &Arc<Project>> = found
            .files
            .iter()
            .map(|file| (file.project.root.as_path(), &file.project))
            .collect();
        let wanted = projects.into_values().filter(|project| {
            project
                .severity(Code::InconsistentAcrossCorpus, Severity::Information)
                .is_some()
        });
        let by_root = wanted.map(|project| (project.root.clone(), index(project, &texts(project, found))));
        Corpora {
            by_root: by_root.collect(),
        }
    }

    /// The index of a project.
    pub(super) fn of(&self, project: &Project) -> Option<&Index> {
        self.by_root.get(&project.root)
    }
}

fn texts(project: &Project, found: &Found) -> BTreeSet<PathBuf> {
    let own = found.files.iter().filter(|file| file.project.root == project.root);
    let mut texts: BTreeSet<PathBuf> = own.map(|file| file.path.clone()).collect();
    if project.declared && !root::is_too_wide(&project.root) {
        texts.extend(walk::project(&project.root, Limits::default().files, || true).texts);
    }
    texts
}

/// What cannot be read is told by whoever is asked to check it.
fn index(project: &Project, texts: &BTreeSet<PathBuf>) -> Index {
    let most = Limits::default().bytes;
    let summary = |path: &PathBuf| {
        let is_short = std::fs::metadata(path).is_ok_and(|facts| facts.is_file() && facts.len() <= most);
        let file = is_short.then(|| TextFile::read(project, path).ok()).flatten()?;
        Some((path.clone(), Arc::new(Summary::of_file(&file))))
    };
    let summaries: Vec<(PathBuf, Arc<Summary>)> = texts.par_iter().filter_map(summary).collect();
    let mut index = Index::new(project.gazetteer.clone());
    for (path, summary) in summaries {
        index.put(&path, summary);
    }
    index
}

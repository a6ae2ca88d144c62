//! What the projects of the files to be checked use as a whole. Corpus findings rest on all texts of a project, whichever of
//! them a command was asked to check: so a finding here is the finding in the editor.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::Surroundings;
use super::files::{File, Found};
use super::output::tell;
use crate::features::View;
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
    /// folder that is no project, those that are checked. That some are left out is told.
    pub(super) fn read(found: &Found, around: Surroundings) -> Corpora {
        let projects: BTreeMap<&Path, &Arc<Project>> = found
            .files
            .iter()
            .map(|file| (file.project.root.as_path(), &file.project))
            .collect();
        let wanted = projects.into_values().filter(|project| is_wanted(project));
        let by_root = wanted.map(|project| (project.root.clone(), index(project, &texts(project, found, around))));
        Corpora {
            by_root: by_root.collect(),
        }
    }

    /// A file of a project as the features see it.
    pub(super) fn view<'a>(&'a self, file: &'a File, text: &'a TextFile) -> View<'a> {
        View {
            index: self.by_root.get(&file.project.root),
            ..text.view(&file.project)
        }
    }
}

/// Whether anybody wants to hear of it, and the editor would read the project too.
fn is_wanted(project: &Project) -> bool {
    let severity = project.severity(Code::InconsistentAcrossCorpus, Severity::Information);
    severity.is_some() && !root::is_too_wide(&project.root)
}

fn texts(project: &Project, found: &Found, around: Surroundings) -> BTreeSet<PathBuf> {
    let own = found.files.iter().filter(|file| file.project.root == project.root);
    let mut texts: BTreeSet<PathBuf> = own.map(|file| file.path.clone()).collect();
    if project.declared {
        let most = Limits::default().files;
        let walked = walk::project(&project.root, most, || true);
        if walked.cut {
            let folder = ("folder", project.root.display().to_string().into());
            tell(&around.text("index-too-many", &[folder, ("most", most.into())]));
        }
        texts.extend(walked.texts);
    }
    texts
}

/// What cannot be read is told by whoever is asked to check it.
fn index(project: &Project, texts: &BTreeSet<PathBuf>) -> Index {
    let most = Limits::default().bytes;
    let summary = |path: &PathBuf| {
        // A pipe can be read only once, and that is for the check.
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

//! The gazetteer of a project itself, where names are added: which file that is, and its edits.

use std::path::{Path, PathBuf};

use onomast_gazetteer::load::{amend, is_gazetteer};

use super::edits::{self, FileEdit, Words};
use super::obstacle::Obstacle;
use super::snapshot::Snapshot;
use crate::features::code_actions::AddedSpelling;
use crate::project::{ChosenBy, Project, listed, read, sources};

/// The file.
#[derive(Debug)]
pub(super) struct OwnNames {
    path: PathBuf,
    /// What it says; `None` where it is to be made.
    text: Option<String>,
    /// What puts it in force, where it is not yet.
    listing: Option<FileEdit>,
}

impl OwnNames {
    /// The first of the project’s own gazetteers; where it has none, one to be made in its root.
    pub(super) fn of(snapshot: &Snapshot, project: &Project) -> Result<OwnNames, Obstacle> {
        let in_force = |path: &PathBuf| {
            let mut sources = project.gazetteer.sources().iter();
            sources.find(|source| !source.builtin && Path::new(&source.name) == path)
        };
        let files = &project.choice.files;
        if let Some((path, source)) = files.iter().find_map(|path| Some((path, in_force(path)?))) {
            return Ok(OwnNames {
                path: path.clone(),
                text: Some(source.text.to_string()),
                listing: None,
            });
        }
        if !project.root.is_absolute() {
            return Err(Obstacle::NoFolder);
        }
        let (path, listing) = match files.first() {
            Some(path) => (path.clone(), None),
            None => {
                let path = project.root.join(sources::NEW_NAMES);
                let listing = listing(snapshot, project, &path)?;
                (path, listing)
            }
        };
        let text = edits::text_of(snapshot, &path);
        let is_free = match &text {
            // One that is there and that the settings leave out is filled and named, like one that is made.
            Some(text) => text.trim().is_empty() || (listing.is_some() && is_gazetteer(text)),
            None => snapshot.document(&path).is_none() && !read::is_there(&path),
        };
        match is_free {
            true => Ok(OwnNames { path, text, listing }),
            false => Err(Obstacle::Changed(path)),
        }
    }

    /// Whether it is the source of this name.
    pub(super) fn is(&self, source: &str) -> bool {
        self.path == Path::new(source)
    }

    /// What it says, or would say when made.
    pub(super) fn overlay(&self) -> &str {
        let text = self.text.as_deref().filter(|text| !text.trim().is_empty());
        text.unwrap_or(amend::NEW_OVERLAY)
    }

    /// Another text for it. `None`, where it has no place for what was to be added, is refused too.
    pub(super) fn rewritten(self, snapshot: &Snapshot, new: Option<String>) -> Result<Vec<FileEdit>, Obstacle> {
        let new = new.ok_or_else(|| Obstacle::Changed(self.path.clone()))?;
        let file = FileEdit::rewriting(snapshot, &self.path, self.text.as_deref(), new)?;
        Ok(std::iter::once(file).chain(self.listing).collect())
    }
}

/// What has to change in the settings for a new gazetteer to be in force; `None`: nothing.
fn listing(snapshot: &Snapshot, project: &Project, path: &Path) -> Result<Option<FileEdit>, Obstacle> {
    match (project.choice.by, &project.settings_file) {
        (ChosenBy::Nobody | ChosenBy::Root, _) => Ok(None),
        (ChosenBy::SettingsFile, Some(file)) => {
            let change = listed::with_gazetteer(&file.text, sources::NEW_NAMES);
            let change = change.ok_or_else(|| Obstacle::Changed(file.path.clone()))?;
            FileEdit::of(snapshot, &file.path, &file.text, vec![(change, Words::Project)]).map(Some)
        }
        _ => Err(Obstacle::NotNamed(path.to_owned())),
    }
}

/// The project’s own gazetteer with another entity.
pub(super) fn with_entity(
    snapshot: &Snapshot,
    project: &Project,
    id: &str,
    entry: &serde_json::Value,
) -> Result<Vec<FileEdit>, Obstacle> {
    let own = OwnNames::of(snapshot, project)?;
    let new = amend::with_entity(own.overlay(), id, entry);
    own.rewritten(snapshot, new)
}

/// The project’s own gazetteer with another spelling of a name.
pub(super) fn with_spelling(
    snapshot: &Snapshot,
    project: &Project,
    spelling: &AddedSpelling,
) -> Result<Vec<FileEdit>, Obstacle> {
    let own = OwnNames::of(snapshot, project)?;
    let new = amend::NewSpelling {
        entity: &spelling.entity,
        key: &spelling.key,
        part: spelling.part,
        language: &spelling.language,
        text: &spelling.text,
        status: spelling.status,
        said: None,
    };
    let new = amend::with_spelling(own.overlay(), new);
    own.rewritten(snapshot, new)
}

//! One spelling in the place of another over a project, for rename, for actions and for the command: which files change, and
//! what is left.

use std::path::Path;

use onomast_gazetteer::entity::{SpellingId, Status};
use onomast_gazetteer::load::amend;
use onomast_gazetteer::replace::Change;

use super::carried::Carried;
use super::edits::{FileEdit, Words};
use super::session::Shared;
use super::snapshot::Snapshot;
use crate::features::View;
use crate::features::code_actions::AddedSpelling;
use crate::features::fixes::Group;
use crate::features::respell::{self, Entry, Respelled, Target};
use crate::project::{Project, TextFile, read, sources};

/// What changes, and what is left.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub files: Vec<FileEdit>,
    /// Names that change, by group.
    pub changed: [usize; Group::ALL.len()],
    /// Names that stay, by group.
    pub left: [usize; Group::ALL.len()],
    pub unsure: usize,
    pub others: usize,
    /// What changes in the file of decisions with the texts.
    carried: Carried,
    /// Whether the gazetteer would have to change in a file that the client cannot make.
    pub needs_file: bool,
}

/// Respells a name in every document of its project. Of `groups` the words change, of the others they are counted.
pub(super) fn in_project(
    shared: &Shared,
    snapshot: &Snapshot,
    project: &Project,
    from: SpellingId,
    target: &Target,
    groups: &[Group],
) -> Outcome {
    let mut outcome = Outcome::default();
    let (_, entity) = project.gazetteer.bearer(from);
    let id = project.gazetteer.entity(entity).id.clone();
    let corpus = snapshot.corpus(project);
    for (path, ..) in corpus.documents_of(&id) {
        if let Some(document) = snapshot.document(path) {
            if let Some(open) = snapshot.read(document) {
                let view = open.view();
                let respelled = respell::respell(&view, from, target);
                outcome.add(snapshot, path, None, &view, respelled, groups);
            }
            continue;
        }
        // A closed file is read as it lies there now, whatever the index knows of it.
        let file = read::project_file(path)
            .ok()
            .and_then(|bytes| TextFile::of(project, path, &bytes).ok());
        match file {
            Some(file) if !file.guessed => {
                let view = file.view(project);
                let respelled = respell::respell(&view, from, target);
                outcome.add(snapshot, path, Some(&file.text), &view, respelled, groups);
            }
            Some(_) => {}
            None => shared.indexes.remove(&project.root, path),
        }
    }
    let decisions = outcome.carried.edit(snapshot);
    outcome.files.extend(decisions);
    outcome
}

impl Outcome {
    fn add(
        &mut self,
        snapshot: &Snapshot,
        path: &Path,
        closed: Option<&str>,
        view: &View<'_>,
        respelled: Respelled,
        groups: &[Group],
    ) {
        self.unsure += respelled.unsure;
        self.others += respelled.others;
        for group in Group::ALL {
            let sum = match groups.contains(&group) {
                true => &mut self.changed,
                false => &mut self.left,
            };
            sum[group as usize] += respelled.names[group as usize];
        }
        let changes = respelled
            .changes
            .into_iter()
            .filter(|(_, group)| groups.contains(group));
        let changes: Vec<(Change, Words)> = changes.map(|(change, group)| (change, Words::Text(group))).collect();
        if changes.is_empty() {
            return;
        }
        self.carried.add(view, &changes);
        self.files.extend(match closed {
            Some(text) => FileEdit::of_text(path, text, changes),
            None => FileEdit::of(snapshot, path, changes),
        });
    }

    /// Adds another spelling of a name to the project’s own gazetteer. The old one stays: quotations have it still.
    pub(super) fn add_spelling(&mut self, snapshot: &Snapshot, project: &Project, from: SpellingId, text: &str) {
        let gazetteer = &project.gazetteer;
        let (spelling, (_, entity)) = (gazetteer.spelling(from), gazetteer.bearer(from));
        let name = gazetteer.name(spelling.name);
        let added = AddedSpelling {
            entity: gazetteer.entity(entity).id.clone(),
            key: name.key.clone(),
            part: name.part,
            language: spelling.language.tag().to_owned(),
            text: text.to_owned(),
            status: Status::Accepted,
        };
        let file = with_spelling(snapshot, project, &added);
        self.needs_file |= file.is_none();
        self.files.extend(file);
    }

    /// Changes the gazetteer too: in its files, or in an overlay where the built-in one is meant.
    pub(super) fn add_entries(&mut self, snapshot: &Snapshot, project: &Project, from: SpellingId, text: &str) {
        let gazetteer = &project.gazetteer;
        let mut in_place: std::collections::BTreeMap<String, Vec<(Change, Words)>> = Default::default();
        let mut builtin = Vec::new();
        for entry in respell::entries(gazetteer, from, text) {
            match entry {
                Entry::InPlace { source, change } => {
                    in_place.entry(source).or_default().push((change, Words::Project));
                }
                Entry::Overlay(id, new) => builtin.push((id, new)),
            }
        }
        for (source, mut changes) in in_place {
            changes.sort_by_key(|(change, _)| change.range.start);
            self.files.extend(FileEdit::of(snapshot, Path::new(&source), changes));
        }
        if builtin.is_empty() {
            return;
        }
        let (path, old) = own_names(project);
        let file = respell::overlaid(gazetteer, old.as_deref(), &builtin)
            .and_then(|new| FileEdit::rewriting(snapshot, &path, old.as_deref(), new));
        self.needs_file |= file.is_none();
        self.files.extend(file);
    }
}

/// The project’s own gazetteer with another entity. `None` where that cannot be written.
pub(super) fn with_entity(
    snapshot: &Snapshot,
    project: &Project,
    id: &str,
    entry: &serde_json::Value,
) -> Option<FileEdit> {
    let (path, old) = own_names(project);
    let new = amend::with_entity(old.as_deref().unwrap_or(amend::NEW_OVERLAY), id, entry)?;
    FileEdit::rewriting(snapshot, &path, old.as_deref(), new)
}

/// The project’s own gazetteer with another spelling of a name. `None` where that cannot be written.
pub(super) fn with_spelling(snapshot: &Snapshot, project: &Project, spelling: &AddedSpelling) -> Option<FileEdit> {
    let (path, old) = own_names(project);
    let new = amend::NewSpelling {
        entity: &spelling.entity,
        key: &spelling.key,
        part: spelling.part,
        language: &spelling.language,
        text: &spelling.text,
        status: spelling.status,
    };
    let new = amend::with_spelling(old.as_deref().unwrap_or(amend::NEW_OVERLAY), new)?;
    FileEdit::rewriting(snapshot, &path, old.as_deref(), new)
}

/// The gazetteer of the project itself, with its text; where it has none, the one that would be made.
pub(super) fn own_names(project: &Project) -> (std::path::PathBuf, Option<String>) {
    for path in &project.choice.files {
        let text = path.to_str().and_then(|name| project.texts.get(name));
        let in_force = || {
            let sources = project.gazetteer.sources().iter();
            let mut own = sources.filter(|source| !source.builtin && Path::new(&source.name) == path);
            own.next().map(|source| source.text.to_string())
        };
        if let Some(text) = in_force().or_else(|| text.map(|text| text.to_string())) {
            return (path.clone(), Some(text));
        }
    }
    (project.root.join(sources::NEW_NAMES), None)
}

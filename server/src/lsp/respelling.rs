//! One spelling in the place of another over a project, for rename, for actions and for the command: which files change, and
//! what is left.

use std::collections::BTreeMap;
use std::path::Path;

use onomast_gazetteer::entity::{SpellingId, Status};
use onomast_gazetteer::replace::{self, Change};

use super::carried::Carried;
use super::edits::{FileEdit, Words};
use super::obstacle::Obstacle;
use super::own_names::{OwnNames, with_spelling};
use super::session::Shared;
use super::snapshot::Snapshot;
use super::{say, uri};
use crate::features::View;
use crate::features::code_actions::AddedSpelling;
use crate::features::fixes::Group;
use crate::features::respell::{self, Entry, Respelled, Target};
use crate::project::{Project, TextFile, read};

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
    /// Names that stay in closed files: the encoding is none that a client is sure to read and write them in (one that
    /// takes them for UTF-8 would lose every letter), or the name of the file cannot be told to it.
    pub unwritable: usize,
    /// What changes in the file of decisions with the texts.
    carried: Carried,
}

/// Respells a name in every document of its project. Of `groups` the words change, of the others they are counted. All of
/// it or nothing.
pub(super) fn in_project(
    shared: &Shared,
    snapshot: &Snapshot,
    project: &Project,
    from: SpellingId,
    target: &Target,
    groups: &[Group],
) -> Result<Outcome, Obstacle> {
    let mut outcome = Outcome::default();
    let (_, entity) = project.gazetteer.bearer(from);
    let id = project.gazetteer.entity(entity).id.clone();
    let corpus = snapshot.every_text(project).ok_or_else(|| {
        let (done, all) = snapshot.indexes.how_far(&project.root).unwrap_or_default();
        Obstacle::StillRead(done, all)
    })?;
    for (path, ..) in corpus.documents_of(&id) {
        if let Some(document) = snapshot.document(path) {
            if let Some(open) = snapshot.read(document) {
                let view = open.view();
                let respelled = respell::respell(&view, from, target);
                let edit = |changes| Some(FileEdit::of_document(document, changes));
                outcome.add(path, &view, respelled, groups, edit)?;
            }
            continue;
        }
        // A closed file is read as it lies there now, whatever the index knows of it.
        let file = read::project_file(path)
            .ok()
            .and_then(|bytes| TextFile::of(project, path, &bytes).ok());
        match file {
            Some(file) if file.encoding.is_unicode() && uri::from_path(path).is_some() => {
                let view = file.view(project);
                let respelled = respell::respell(&view, from, target);
                let edit = |changes| FileEdit::of_text(path, &file.text, changes);
                outcome.add(path, &view, respelled, groups, edit)?;
            }
            Some(file) => {
                let respelled = respell::respell(&file.view(project), from, target);
                outcome.unwritable += respelled.names.iter().sum::<usize>();
            }
            None => shared.indexes.remove(&project.root, path),
        }
    }
    let decisions = outcome.carried.edit(snapshot)?;
    outcome.files.extend(decisions);
    if outcome.unwritable > 0 {
        say::say(shared, "respell-unwritable", &[("count", outcome.unwritable.into())]);
    }
    if snapshot.indexes.is_partial(&project.root) {
        say::say(shared, "respell-partial", &[]);
    }
    Ok(outcome)
}

impl Outcome {
    fn add(
        &mut self,
        path: &Path,
        view: &View<'_>,
        respelled: Respelled,
        groups: &[Group],
        edit: impl FnOnce(Vec<(Change, Words)>) -> Option<FileEdit>,
    ) -> Result<(), Obstacle> {
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
            return Ok(());
        }
        self.carried.add(view, &changes);
        let edit = edit(changes).ok_or_else(|| Obstacle::Changed(path.to_owned()))?;
        self.files.push(edit);
        Ok(())
    }

    /// Whether the old spelling may go on standing somewhere: in what is not changed, and in what is changed only if the reader
    /// says so.
    fn may_stay(&self) -> bool {
        let sum = |names: &[usize]| names.iter().sum::<usize>();
        let left = sum(&self.left) + self.unsure + self.others + self.unwritable;
        left + sum(&self.changed) > self.changed[Group::Narration as usize]
    }

    /// Adds another spelling of a name to the project’s own gazetteer. The old one stays: quotations have it still.
    pub(super) fn add_spelling(
        &mut self,
        snapshot: &Snapshot,
        project: &Project,
        from: SpellingId,
        text: &str,
    ) -> Result<(), Obstacle> {
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
        self.files.extend(with_spelling(snapshot, project, &added)?);
        Ok(())
    }

    /// Changes the gazetteer too: in its files, or in an overlay where the built-in one is meant.
    pub(super) fn add_entries(
        &mut self,
        snapshot: &Snapshot,
        project: &Project,
        from: SpellingId,
        text: &str,
    ) -> Result<(), Obstacle> {
        let gazetteer = &project.gazetteer;
        let mut in_place: BTreeMap<String, Vec<Change>> = BTreeMap::new();
        let mut overlays: BTreeMap<Option<String>, Vec<(SpellingId, String)>> = BTreeMap::new();
        let mut old: BTreeMap<String, Vec<SpellingId>> = BTreeMap::new();
        let stays = self.may_stay();
        for entry in respell::entries(gazetteer, from, text) {
            match entry {
                Entry::InPlace {
                    spelling,
                    source,
                    changes,
                } => {
                    if stays {
                        old.entry(source.clone()).or_default().push(spelling);
                    }
                    in_place.entry(source).or_default().extend(changes);
                }
                Entry::Overlay { spelling, text, source } => {
                    overlays.entry(source).or_default().push((spelling, text));
                }
            }
        }
        in_place
            .values_mut()
            .for_each(|changes| changes.sort_by_key(|change| change.range.start));
        // What the built-in one alone has goes where the project adds names, which may be a file that changes anyway.
        let mut own = None;
        if let Some(builtin) = overlays.remove(&None) {
            let names = OwnNames::of(snapshot, project)?;
            let known = in_place
                .keys()
                .chain(overlays.keys().flatten())
                .find(|source| names.is(source))
                .cloned();
            match known {
                Some(source) => overlays.entry(Some(source)).or_default().extend(builtin),
                None => own = Some((names, builtin)),
            }
        }
        let text_of = |name: &String| {
            gazetteer
                .sources()
                .iter()
                .find(|source| source.name == *name)
                .map(|source| &*source.text)
        };
        for (source, renamed) in overlays
            .into_iter()
            .filter_map(|(source, renamed)| Some((source?, renamed)))
        {
            let path = Path::new(&source);
            let changed = || Obstacle::Changed(path.to_owned());
            let base = text_of(&source).ok_or_else(changed)?;
            let new = replace::apply(base, &in_place.remove(&source).unwrap_or_default());
            let new = respell::overlaid(gazetteer, &new, &renamed, stays);
            let old = old.remove(&source).unwrap_or_default();
            let new = new
                .and_then(|new| respell::with_old(gazetteer, new, &old))
                .ok_or_else(changed)?;
            self.files.push(FileEdit::rewriting(snapshot, path, Some(base), new)?);
        }
        for (source, changes) in in_place {
            let path = Path::new(&source);
            let base = text_of(&source).unwrap_or_default();
            let edit = match old.remove(&source) {
                Some(old) => {
                    let new = respell::with_old(gazetteer, replace::apply(base, &changes), &old);
                    let new = new.ok_or_else(|| Obstacle::Changed(path.to_owned()))?;
                    FileEdit::rewriting(snapshot, path, Some(base), new)?
                }
                None => {
                    let changes = changes.into_iter().map(|change| (change, Words::Project)).collect();
                    FileEdit::of(snapshot, path, base, changes)?
                }
            };
            self.files.push(edit);
        }
        if let Some((names, renamed)) = own {
            let new = respell::overlaid(gazetteer, names.overlay(), &renamed, stays);
            self.files.extend(names.rewritten(snapshot, new)?);
        }
        Ok(())
    }
}

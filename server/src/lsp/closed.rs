//! The findings of files that are not open, for those who want them of the whole workspace. They are kept as long as what
//! they rest on stays the same: a key typed in one text must not have all others read again.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use onomast_gazetteer::consistency::{Conflicts, Style};
use onomast_gazetteer::entity::SpellingId;

use super::requests::diagnostic::{self, Reported};
use super::session::Shared;
use super::snapshot::{Snapshot, Sums};
use crate::index::{Index, Summary};
use crate::project::{ContentHash, Project};

/// What was found, by the root of the project.
#[derive(Debug, Default)]
pub(super) struct Closed {
    by_root: Mutex<BTreeMap<PathBuf, OfProject>>,
    /// Whether the client asks for them by itself.
    asked_for: AtomicBool,
}

/// What was found in the texts of a project.
#[derive(Debug)]
struct OfProject {
    project: Arc<Project>,
    by_path: BTreeMap<PathBuf, (Ground, Reported)>,
}

/// What the findings of a closed text rest on, besides its project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Ground {
    content: ContentHash,
    /// Of what the project uses of the names in this text that it spells in more than one way.
    conflicts: u64,
}

/// The closed files of all projects at one moment.
#[derive(Debug)]
pub(super) struct Round {
    snapshot: Snapshot,
    /// Those still to be looked at, the last first.
    texts: Vec<Text>,
    /// Where projects begin whose texts are still being read: nothing is known of them yet.
    coming: Vec<PathBuf>,
    /// All files that were in a project.
    paths: BTreeSet<PathBuf>,
    /// What was found so far.
    pub found: Vec<(PathBuf, Reported)>,
}

#[derive(Debug)]
struct Text {
    path: PathBuf,
    project: Arc<Project>,
    index: Arc<Index>,
    /// `None` of a text that was open a moment ago.
    ground: Option<Ground>,
}

impl Round {
    /// Finds out what there is to look at. This reads settings, so it is not for the protocol's threads.
    pub(super) fn begin(shared: &Shared) -> Round {
        let mut round = Round::of_nothing(shared);
        if !round.snapshot.settings.whole_workspace || !round.snapshot.settings.diagnostics {
            return round;
        }
        for project in round.snapshot.all_projects() {
            match round.snapshot.sums(&project) {
                Sums::Ready(index) => round.add(shared, &project, &index),
                Sums::Coming => round.coming.push(project.root.clone()),
                Sums::None => {}
            }
        }
        round.texts.reverse();
        round
    }

    /// No closed file at all.
    pub(super) fn of_nothing(shared: &Shared) -> Round {
        Round {
            snapshot: shared.snapshot(),
            texts: Vec::new(),
            coming: Vec::new(),
            paths: BTreeSet::new(),
            found: Vec::new(),
        }
    }

    /// Looks at more texts, so many of which are read. Whether there are others left.
    pub(super) fn go_on(&mut self, shared: &Shared, most: usize) -> bool {
        let mut read = 0;
        while read < most {
            let Some(text) = self.texts.pop() else { return false };
            // Of what has been opened in the meantime the client asks elsewhere.
            if shared.session().document(&text.path).is_some() {
                continue;
            }
            let kept = shared.closed.kept(&text);
            read += usize::from(kept.is_none());
            if let Some(reported) = kept.or_else(|| self.make(shared, &text)) {
                self.found.push((text.path, reported));
            }
        }
        !self.texts.is_empty()
    }

    /// Whether a file of which something was known before is none of a project any more. Of what is open the client asks
    /// elsewhere.
    pub(super) fn is_gone(&self, path: &Path) -> bool {
        let may_come = self.coming.iter().any(|root| path.starts_with(root));
        !may_come && !self.paths.contains(path) && self.snapshot.document(path).is_none()
    }

    fn add(&mut self, shared: &Shared, project: &Arc<Project>, index: &Arc<Index>) {
        shared.closed.renew(project);
        let conflicts = conflicts(index);
        let closed = index
            .documents()
            .filter(|(path, _)| self.snapshot.document(path).is_none());
        let text = |(path, summary): (&Path, &Arc<Summary>)| Text {
            path: path.to_owned(),
            project: project.clone(),
            index: index.clone(),
            ground: Ground::of(summary, &conflicts),
        };
        let texts: Vec<Text> = closed.map(text).collect();
        self.paths.extend(texts.iter().map(|text| text.path.clone()));
        self.texts.extend(texts);
        let files = diagnostic::of_closed_project_files(&shared.options, &self.snapshot, project);
        self.paths.extend(files.iter().map(|(path, _)| path.clone()));
        self.found.extend(files);
    }

    /// A text that makes us panic costs its own findings and no others.
    fn make(&self, shared: &Shared, text: &Text) -> Option<Reported> {
        let made = catch_unwind(AssertUnwindSafe(|| {
            diagnostic::of_closed_text(&shared.options, &self.snapshot, &text.project, &text.index, &text.path)
        }));
        let made = made.inspect_err(|_| tracing::error!(path = %text.path.display(), "its findings panicked"));
        let made = made.ok().flatten()?;
        shared.closed.keep(text, &made);
        Some(made)
    }
}

impl Closed {
    /// The client asks for them. Whether it does so for the first time.
    pub(super) fn ask(&self) -> bool {
        !self.asked_for.swap(true, Ordering::Relaxed)
    }

    /// Whether it has ever asked.
    pub(super) fn is_asked_for(&self) -> bool {
        self.asked_for.load(Ordering::Relaxed)
    }

    /// Nothing of a project is held any longer.
    pub(super) fn forget(&self, root: &Path) {
        self.lock().remove(root);
    }

    /// What is kept of a text, if it rests on the same.
    fn kept(&self, text: &Text) -> Option<Reported> {
        let by_root = self.lock();
        let of_project = by_root.get(&text.project.root)?;
        let (ground, reported) = of_project.by_path.get(&text.path)?;
        let same = Arc::ptr_eq(&of_project.project, &text.project) && text.ground == Some(*ground);
        same.then(|| reported.clone())
    }

    fn keep(&self, text: &Text, reported: &Reported) {
        let mut by_root = self.lock();
        // Another round may have begun since, of another project.
        let of_project = by_root.get_mut(&text.project.root);
        let of_project = of_project.filter(|of_project| Arc::ptr_eq(&of_project.project, &text.project));
        if let (Some(of_project), Some(ground)) = (of_project, text.ground) {
            of_project.by_path.insert(text.path.clone(), (ground, reported.clone()));
        }
    }

    /// The project is this one now: what was found stays where it finds the same.
    fn renew(&self, project: &Arc<Project>) {
        let mut by_root = self.lock();
        let of_project = by_root.entry(project.root.clone()).or_insert_with(|| OfProject {
            project: project.clone(),
            by_path: BTreeMap::new(),
        });
        let last = std::mem::replace(&mut of_project.project, project.clone());
        if Arc::ptr_eq(&last, project) {
            return;
        }
        if last.judges_as(project) {
            let decided = last.decided_otherwise(project);
            let same = |path: &Path| !decided.contains(path) && last.known_about(path) == project.known_about(path);
            of_project.by_path.retain(|path, _| same(path));
        } else {
            of_project.by_path.clear();
        }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<PathBuf, OfProject>> {
        self.by_root.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Ground {
    fn of(summary: &Summary, conflicts: &HashMap<SpellingId, u64>) -> Option<Ground> {
        let of_names = summary
            .tally()
            .iter()
            .filter_map(|(spelling, _)| conflicts.get(spelling));
        let mut of_names: Vec<u64> = of_names.copied().collect();
        of_names.sort_unstable();
        let mut hasher = DefaultHasher::new();
        of_names.hash(&mut hasher);
        Some(Ground {
            content: summary.hash?,
            conflicts: hasher.finish(),
        })
    }
}

/// By spelling, what the project uses of its name. Of the spelling that most of it has, whatever the date of a document, no
/// text is told how often: a key typed in that name must not have all others read again that have it.
fn conflicts(index: &Index) -> HashMap<SpellingId, u64> {
    let mut hashes = HashMap::new();
    for used in index.conflicting().iter() {
        let conflicts = Conflicts::of(index.gazetteer(), [used], None, &Style::default());
        let groups = conflicts.all().first().map_or(&[][..], |conflict| &conflict.groups);
        let kept_to = groups
            .split_first()
            .filter(|(first, others)| others.iter().all(|other| other.count < first.count));
        let is_kept_to = |spelling| kept_to.is_some_and(|(first, _)| first.members.contains(&spelling));
        for (spelling, _) in &used.counts {
            let mut hasher = DefaultHasher::new();
            match is_kept_to(*spelling) {
                true => used.name.hash(&mut hasher),
                false => used.counts.hash(&mut hasher),
            }
            hashes.insert(*spelling, hasher.finish());
        }
    }
    hashes
}

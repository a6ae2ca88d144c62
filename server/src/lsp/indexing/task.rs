//! The task that keeps the indexes up: what is due waits for a quiet moment, then is done, one thing after the other.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::analysis::Use;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::{Instant, sleep_until};

use super::Note;
use super::build::{self, Built, Known, Stamp};
use super::watched::{self, Watch};
use crate::index::Summary;
use crate::lsp::publish;
use crate::lsp::say::say;
use crate::lsp::session::Shared;
use crate::project::walk::{self, Walked};
use crate::project::{Project, root};

/// So many files that change at once are looked for by walking.
const MANY: usize = 64;

/// What waits, in the order in which it is done: single documents first, then whole projects.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Due {
    Text(PathBuf),
    Disk(PathBuf),
    /// The files of projects that nobody watches.
    Look,
    Project(PathBuf),
}

struct Task {
    shared: Arc<Shared>,
    pool: Arc<rayon::ThreadPool>,
    due: BTreeMap<Due, Instant>,
    /// By root.
    known: BTreeMap<PathBuf, Known>,
    /// Roots that are not read, and were said not to be.
    refused: BTreeSet<PathBuf>,
    watch: Watch,
}

/// Keeps the indexes up until the task is ended.
pub(in crate::lsp) async fn run(shared: Arc<Shared>, mut notes: UnboundedReceiver<Note>) {
    let threads = shared.options.permits.saturating_sub(1).max(1);
    let pool = match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
        Ok(pool) => Arc::new(pool),
        Err(error) => {
            tracing::error!(%error, "no threads to read projects with");
            return;
        }
    };
    let mut task = Task {
        shared,
        pool,
        due: BTreeMap::new(),
        known: BTreeMap::new(),
        refused: BTreeSet::new(),
        watch: Watch::by_client(),
    };
    loop {
        let next = task.due.values().min().copied();
        tokio::select! {
            biased;
            note = notes.recv() => match note {
                Some(Note::Watch) => task.begin_to_watch(),
                Some(note) => task.hear(note),
                None => return,
            },
            () = sleep_until(next.unwrap_or_else(Instant::now)), if next.is_some() => task.do_what_is_due().await,
        }
    }
}

impl Task {
    fn hear(&mut self, note: Note) {
        // Texts that are read, and their findings, come first.
        let when = Instant::now() + 2 * self.shared.options.quiet;
        match note {
            Note::Text(path) => drop(self.due.insert(Due::Text(path), when)),
            Note::Disk(path) => drop(self.due.insert(Due::Disk(path), when)),
            Note::Folder(folder) => drop(self.due.insert(Due::Project(folder), when)),
            Note::Projects => {
                let roots = self.known.keys().chain(&self.refused).cloned();
                let texts = self.shared.snapshot();
                let texts = texts.documents().map(|document| Due::Text(document.path.clone()));
                let due: Vec<Due> = roots.map(Due::Project).chain(texts).collect();
                self.due.extend(due.into_iter().map(|due| (due, when)));
            }
            Note::Turned if self.watch.is_by_nobody() => drop(self.due.insert(Due::Look, when)),
            Note::Everywhere => drop(self.due.insert(Due::Look, when)),
            Note::Turned | Note::Watch => {}
        }
    }

    async fn do_what_is_due(&mut self) {
        let now = Instant::now();
        let mut due: Vec<Due> = self
            .due
            .extract_if(.., |_, when| *when <= now)
            .map(|(due, _)| due)
            .collect();
        let is_of_disk = |due: &&Due| matches!(due, Due::Disk(path) if self.may_matter(path));
        let files = due.iter().filter(is_of_disk).count();
        if files > MANY {
            due.retain(|due| !matches!(due, Due::Disk(_)));
            due.extend(self.known.keys().cloned().map(Due::Project));
            due.sort();
            due.dedup();
        }
        for due in due {
            match due {
                Due::Text(path) => self.text(path).await,
                Due::Disk(path) => self.disk(path).await,
                Due::Look => self.look().await,
                Due::Project(root) => self.project(root).await,
            }
        }
    }

    /// Whether something that has happened to a path can matter to a project: of the files that programs make and take away
    /// most do not.
    fn may_matter(&self, path: &Path) -> bool {
        walk::is_text(path) || self.known.values().any(|known| known.walked.is_changed_by(path))
    }

    /// A text of the editor. One that has been closed is read from disk again, unless it was never saved.
    async fn text(&mut self, path: PathBuf) {
        let (shared, of) = (self.shared.clone(), path.clone());
        let work = move || {
            let snapshot = shared.snapshot();
            let root = snapshot.projects().root_of(&of);
            let document = snapshot.document(&of).cloned();
            (root, document.map(|document| snapshot.summary(&document)))
        };
        // Where no folder is open, there is nothing to be read but what is.
        let found = off_the_threads(work).await;
        let Some((root, open)) = found.filter(|(root, _)| root.is_absolute()) else {
            return;
        };
        if !self.known.contains_key(&root) {
            if open.is_some() && !self.refused.contains(&root) {
                self.due.insert(Due::Project(root), Instant::now());
            }
            return;
        }
        match open {
            Some(summary) => return self.put(&root, &path, summary),
            None if path.is_absolute() => self.disk(path).await,
            None => self.put(&root, &path, None),
        }
        let roots = self.known.keys().chain(&self.refused).cloned().collect();
        self.drop_unused(roots).await;
    }

    /// A file or folder that was made, changed, renamed or taken away. Of one that is open, the editor's text holds.
    async fn disk(&mut self, path: PathBuf) {
        let roots = self.known.keys().filter(|root| path.starts_with(root));
        let root = roots.max_by_key(|root| root.components().count()).cloned();
        let Some(root) = root.filter(|_| self.shared.session().document(&path).is_none()) else {
            return;
        };
        self.see_to_decisions(&root, &path).await;
        let Some(known) = self.known.get(&root) else { return };
        if known.walked.is_changed_by(&path) {
            let (within, of) = (root.clone(), path.clone());
            let look = move || (of.is_dir() && !walk::would_come_to(&within, &of), root::declares(&of));
            let (is_passed_by, declares) = off_the_threads(look).await.unwrap_or_default();
            if declares {
                self.shared.session().has_come(&path);
            }
            if !is_passed_by {
                self.project(root).await;
            }
            return;
        }
        // A folder stays what it was, and other files are none of ours.
        let is_ours = walk::is_text(&path) || self.shared.indexes.has_any_in(&root, &path);
        let Some(project) = known.project.clone().filter(|_| is_ours) else {
            return;
        };
        let (of, within, most) = (path.clone(), root.clone(), self.shared.options.limits.bytes);
        let work = move || {
            let stamp = Stamp::of(&of);
            let summary = || build::summary_of(&project, &of, most);
            (stamp, walk::would_find(&within, &of).then(summary).flatten())
        };
        let Some((stamp, summary)) = off_the_threads(work).await else {
            return;
        };
        if let Some(known) = self.known.get_mut(&root) {
            known.stamps.remove(&path);
            let stamp = stamp.filter(|_| summary.is_some());
            known.stamps.extend(stamp.map(|stamp| (path.clone(), stamp)));
        }
        self.put(&root, &path, summary);
    }

    /// Decisions about texts that have gone or come, `path` or what lies in it, are judged anew.
    async fn see_to_decisions(&self, root: &Path, path: &Path) {
        let loaded = self.shared.snapshot().projects().loaded();
        let project = loaded.into_iter().find(|project| project.root == root);
        let Some(file) = project.and_then(|project| project.decisions.clone()) else {
            return;
        };
        let (root, path, decided) = (root.to_owned(), path.to_owned(), file.clone());
        let overtaken = off_the_threads(move || decided.is_overtaken(&root, &path)).await;
        if overtaken == Some(true) {
            self.shared.session().decided_texts_moved(&file.path);
        }
    }

    /// A whole project.
    async fn project(&mut self, root: PathBuf) {
        if !self.drop_unused(vec![root.clone()]).await.is_empty() {
            return;
        }
        let (shared, pool, of) = (self.shared.clone(), self.pool.clone(), root.clone());
        let known = self.known.get(&root).cloned().unwrap_or_default();
        let before = Conflicting::of(&self.shared, &root);
        // Folders are watched before they are read, so that nothing is lost in between.
        let (watch, mut all) = (self.watch.clone(), self.folders_but(&root));
        let asked = shared.clone();
        let watched = move |walked: &Walked, project: &Project| {
            all.extend(watched::folders_of(walked, project));
            watch.folders(&asked, all)
        };
        let build = move || build::build(&shared, &pool, &of, &known, watched);
        let Some(built) = off_the_threads(build).await else {
            return;
        };
        match built {
            Built::Whole(known) => {
                tracing::info!(root = %root.display(), texts = known.stamps.len(), "indexed");
                self.say_limits(&root, &known);
                let inner = known.walked.projects.iter();
                let new = inner.filter(|inner| !self.known.contains_key(*inner)).cloned();
                self.due.extend(new.map(|inner| (Due::Project(inner), Instant::now())));
                self.refused.remove(&root);
                if !known.watched {
                    self.watch_nothing();
                }
                if let Some(project) = &known.project {
                    self.shared.beginnings.make(&project.gazetteer);
                }
                self.known.insert(root.clone(), known);
                self.publish_since(&root, &before);
                self.see_to_decisions(&root, &root).await;
            }
            Built::Refused => {
                self.shared.indexes.refuse(&root);
                if self.refused.insert(root.clone()) {
                    say(
                        &self.shared,
                        "index-too-wide",
                        &[("folder", root.display().to_string().into())],
                    );
                }
            }
            Built::Gone => {
                self.known.remove(&root);
                self.shared.indexes.forget(&root);
            }
            Built::Overtaken => {
                let when = Instant::now() + 2 * self.shared.options.quiet;
                self.due.insert(Due::Project(root), when);
            }
        }
    }

    /// Forgets, of these, the projects in no folder that is open, of which no text is open either. What is said of their
    /// files is taken back. A project that lies in one that is read is read with it.
    async fn drop_unused(&mut self, mut roots: Vec<PathBuf>) -> Vec<PathBuf> {
        let shared = self.shared.clone();
        let unused = move || {
            let snapshot = shared.snapshot();
            let open = snapshot.documents();
            let read = open.map(|document| snapshot.projects().root_of(&document.path));
            let mut read: BTreeSet<PathBuf> = read.collect();
            roots.retain(|root| !read.contains(root));
            read.retain(|root| !root::is_too_wide(root));
            read.extend(shared.session().folders().iter().cloned());
            roots.retain(|root| !read.iter().any(|read| root.starts_with(read)));
            roots
        };
        let unused = off_the_threads(unused).await.unwrap_or_default();
        for root in &unused {
            tracing::info!(root = %root.display(), "no longer in the index");
            self.known.remove(root);
            self.refused.remove(root);
            self.shared.forget(root);
        }
        if !unused.is_empty() {
            self.shared.session().publish(publish::Note::Counts);
            let (watch, shared, rest) = (self.watch.clone(), self.shared.clone(), self.folders_but(Path::new("")));
            off_the_threads(move || watch.folders(&shared, rest)).await;
        }
        unused
    }

    /// Looks at the files that nobody watches: those that projects are made of, and all texts.
    async fn look(&mut self) {
        for root in self.known.keys().cloned().collect::<Vec<_>>() {
            let Some(made_of) = self.known.get(&root).map(|known| known.made_of.clone()) else {
                continue;
            };
            let changed = move || {
                let changed = made_of.into_iter().filter(|(path, stamp)| Stamp::of(path) != *stamp);
                changed.map(|(path, _)| path).collect::<Vec<_>>()
            };
            for path in off_the_threads(changed).await.unwrap_or_default() {
                self.shared.session().changed_on_disk(&path);
            }
            self.project(root).await;
        }
    }

    fn begin_to_watch(&mut self) {
        self.watch = self.watch.clone().by_server();
        // What was read before has not been watched.
        let read = self.known.keys().cloned().map(Due::Project);
        self.due.extend(read.map(|due| (due, Instant::now())));
    }

    /// The folders of all projects but one.
    fn folders_but(&self, root: &Path) -> BTreeSet<PathBuf> {
        let others = self.known.iter().filter(|(other, _)| *other != root);
        let folders = others.map(|(_, known)| watched::folders(&known.walked, known.made_of.keys()));
        folders.flatten().collect()
    }

    /// Half a project watched is worse than none: nobody would know which half.
    fn watch_nothing(&mut self) {
        if !self.watch.is_by_nobody() {
            self.watch = self.watch.clone().by_nobody();
            say(&self.shared, "watch-nothing", &[]);
        }
    }

    fn put(&self, root: &Path, path: &Path, summary: Option<Arc<Summary>>) {
        let before = Conflicting::of(&self.shared, root);
        match summary {
            Some(summary) => self.shared.indexes.put(root, path, summary),
            None => self.shared.indexes.remove(root, path),
        }
        self.publish_since(root, &before);
    }

    /// Findings rest on what the project as a whole is not of one mind about; lenses count all of it.
    fn publish_since(&self, root: &Path, before: &Conflicting) {
        self.shared.session().publish(publish::Note::Counts);
        if !Conflicting::of(&self.shared, root).is_as(before) {
            self.shared.session().publish(publish::Note::Corpus);
        }
    }

    /// What the limits left out, once for each project.
    fn say_limits(&self, root: &Path, known: &Known) {
        let last = self.known.get(root);
        let folder = ("folder", root.display().to_string().into());
        if known.walked.cut && !last.is_some_and(|last| last.walked.cut) {
            let most = self.shared.options.limits.files;
            say(&self.shared, "index-too-many", &[folder.clone(), ("most", most.into())]);
        }
        for path in &known.too_long {
            tracing::warn!(path = %path.display(), most = self.shared.options.limits.bytes, "too long for the index");
        }
        if !known.too_long.is_empty() && last.is_none_or(|last| last.too_long.is_empty()) {
            say(
                &self.shared,
                "index-too-long",
                &[folder, ("count", known.too_long.len().into())],
            );
        }
    }
}

/// The names that the drafts of a project spell in more than one way.
struct Conflicting {
    gazetteer: Option<Arc<Gazetteer>>,
    uses: Arc<[Use]>,
}

impl Conflicting {
    fn of(shared: &Shared, root: &Path) -> Conflicting {
        let index = shared.indexes.whole(root);
        Conflicting {
            uses: index
                .as_ref()
                .map(|index| index.conflicting().clone())
                .unwrap_or_default(),
            gazetteer: index.map(|index| index.gazetteer().clone()),
        }
    }

    fn is_as(&self, before: &Conflicting) -> bool {
        let same = match (&self.gazetteer, &before.gazetteer) {
            (Some(gazetteer), Some(before)) => Arc::ptr_eq(gazetteer, before),
            _ => true,
        };
        self.uses == before.uses && (same || self.uses.is_empty())
    }
}

/// Does work that reads files or computes, apart from the threads of the protocol and from the permits of answers.
async fn off_the_threads<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.inspect_err(|error| tracing::error!(%error, "work on an index was lost"))
        .ok()
}

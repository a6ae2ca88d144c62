//! What the reader is told or asked by the server itself, once: that a gazetteer is broken and when it is mended; that the
//! editor has read a text in another encoding than that of its file; where names are to be marked, with the first text
//! that is in no project.
//!
//! What is typed in an open gazetteer is no news: its findings say it there. It is when it is saved, when another program
//! has written it, or when a text is opened that needs it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use tower_lsp::ls_types::{MessageActionItem, MessageType};

use super::read;
use super::say::{say, say_well};
use super::session::Shared;
use super::snapshot::Snapshot;
use crate::message::Messages;
use crate::project::{self, Enable, Encoding, Project, read as files, remembered};

/// What was said and asked so far.
#[derive(Debug, Default)]
pub(super) struct Notices(Mutex<Said>);

#[derive(Debug, Default)]
struct Said {
    /// The gazetteers that are known to be broken.
    broken: BTreeSet<PathBuf>,
    /// The texts of which it was said that the editor has misread them.
    misread: BTreeSet<PathBuf>,
    /// Whether it was asked where names are to be marked.
    asked: bool,
}

/// What is to be said now.
#[derive(Debug, Default)]
struct News {
    /// Of the project that is spoken of.
    root: PathBuf,
    broken: Vec<PathBuf>,
    mended: Vec<PathBuf>,
    /// The encoding of the file whose text it is about, if the editor has read it in another.
    misread: Option<Encoding>,
    ask: bool,
}

/// A text was opened, or a file of a project saved or written by another program: this looks at its project, elsewhere.
pub(super) fn look_at(shared: &Arc<Shared>, path: PathBuf, written: bool) {
    let shared = shared.clone();
    tokio::spawn(async move {
        // Here, so that a project that loads holds no permit.
        shared.snapshot().loaded(&path).await;
        let (asked, about) = (shared.clone(), path.clone());
        let Ok(news) = read::work(shared.clone(), move || news(&asked, &about, written)).await else {
            return;
        };
        if let Some(encoding) = news.misread {
            let path = from_root(&news.root, &path).display().to_string();
            say(
                &shared,
                "text-misread",
                &[("path", path.into()), ("encoding", encoding.name().into())],
            );
        }
        let path = |file: &PathBuf| [("path", from_root(&news.root, file).display().to_string().into())];
        for file in &news.broken {
            say(&shared, "gazetteer-broken", &path(file));
        }
        for file in &news.mended {
            say_well(&shared, "gazetteer-mended", &path(file));
        }
        if news.ask {
            ask(&shared).await;
        }
    });
}

/// A file of a project, from the name of its folder on: editors show the beginning of a message, which a long path would fill.
/// What lies elsewhere has its whole path.
fn from_root<'a>(root: &Path, file: &'a Path) -> &'a Path {
    let above = root.parent().filter(|_| file.starts_with(root));
    above.and_then(|above| file.strip_prefix(above).ok()).unwrap_or(file)
}

fn news(shared: &Shared, path: &Path, written: bool) -> News {
    loop {
        let snapshot = shared.snapshot();
        let projects = snapshot.projects();
        let project = match projects.are_made_of(path) {
            true => projects.made_of(path),
            false => projects.of(path),
        };
        let misread = (!written).then(|| misread(&snapshot, path)).flatten();
        let mut said = shared.notices.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Projects that are no more say nothing of those that are.
        if shared.session().is_of(&snapshot) {
            let is_news = |file: &PathBuf| snapshot.document(file).is_none() || written && file == path;
            let may_ask = project.may_ask_where() && snapshot.client.asks && snapshot.document(path).is_some();
            let mut news = said.news(&project, is_news, may_ask);
            news.misread = misread.filter(|_| said.misread.insert(path.to_owned()));
            return news;
        }
    }
}

/// The encoding of the file of an open text that the editor has read in another one.
fn misread(snapshot: &Snapshot, path: &Path) -> Option<Encoding> {
    let open = snapshot.read(snapshot.document(path)?)?;
    let project = &open.reading.project;
    let shown = open.document.text.0.to_string();
    if shown.is_ascii() || !project.decorates() {
        return None;
    }
    // No pipe: it would wait for somebody who writes into it.
    let bytes = files::project_file(path).ok()?;
    project::misread(&bytes, project.encoding(path), &shown)
}

impl Said {
    fn news(&mut self, project: &Project, is_news: impl Fn(&PathBuf) -> bool, may_ask: bool) -> News {
        let broken = project.broken();
        let files = project.made_of();
        let is_whole = |file: &&PathBuf| files.contains(*file) && !broken.contains(*file) && is_news(file);
        let mended = self.broken.iter().filter(is_whole);
        let new = broken.difference(&self.broken).filter(|file| is_news(file));
        let news = News {
            root: project.root.clone(),
            mended: mended.cloned().collect(),
            broken: new.cloned().collect(),
            ask: may_ask && !self.asked,
            ..News::default()
        };
        self.asked |= news.ask;
        self.broken.retain(|file| !news.mended.contains(file));
        self.broken.extend(news.broken.iter().cloned());
        news
    }
}

/// Asks where names are to be marked. Nobody waits for the answer, which may never come.
async fn ask(shared: &Shared) {
    let messages = Messages::of(shared.snapshot().locale());
    let answers = [
        ("offer-enable-project", Enable::Project),
        ("offer-enable-always", Enable::Always),
    ];
    let answers = answers.map(|(key, enable)| (messages.text(key, &[]), enable));
    let actions = answers.iter().map(|(title, _)| MessageActionItem {
        title: title.clone(),
        properties: Default::default(),
    });
    let question = messages.text("offer-enable", &[]);
    let asked = shared
        .client
        .show_message_request(MessageType::INFO, question, Some(actions.collect()));
    let Ok(Some(answer)) = asked.await else { return };
    let Some((_, enable)) = answers.iter().find(|(title, _)| *title == answer.title) else {
        return;
    };
    shared.session().answered(*enable);
    let Some(folder) = shared.options.state.clone() else {
        return;
    };
    let enable = *enable;
    let remembered = tokio::task::spawn_blocking(move || remembered::remember_enable(&folder, enable)).await;
    match remembered {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%error, "the answer cannot be remembered"),
        Err(error) => tracing::error!(%error, "the answer was lost"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_from_the_folder_of_the_project() {
        for (file, expected) in [
            ("/home/a/book/names.gazetteer.json", "book/names.gazetteer.json"),
            ("/home/a/book/gazetteer/x.json", "book/gazetteer/x.json"),
            ("/home/a/shared/names.json", "/home/a/shared/names.json"),
        ] {
            let found = from_root(Path::new("/home/a/book"), Path::new(file));
            assert_eq!(found, Path::new(expected));
        }
        let top = from_root(Path::new("/"), Path::new("/names.gazetteer.json"));
        assert_eq!(top, Path::new("/names.gazetteer.json"));
    }
}

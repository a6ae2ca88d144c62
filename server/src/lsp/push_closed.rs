//! The findings of files that are not open, sent to a client that does not ask for them (`workspace/diagnostic`), where the
//! settings want them. What is sent of a file is taken back when it is opened, when the client begins to ask, and when
//! nothing of it is wanted any more: one channel a file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::closed::Round;
use super::read;
use super::requests::diagnostic::Reported;
use super::session::Shared;
use super::{say, uri};

/// So many texts are read with one permit: somebody else has a turn in between.
const PORTION: usize = 32;
/// Findings of so many files are sent, those of files of projects first. An editor keeps them all, and who has more asks
/// for them by `onomast check`.
const MOST_FILES: usize = 500;

/// What the client has of files that are not open, by path: the URI, and the id of the findings.
#[derive(Debug, Default)]
pub(super) struct Pushed {
    by_path: BTreeMap<PathBuf, (String, String)>,
    /// Whether it was said that not all is sent.
    said: bool,
}

/// What is to be sent: a URI with its findings.
pub(super) type ToSend = (String, serde_json::Value);

impl Pushed {
    /// Whether anything may be to do when something changes.
    pub(super) fn is_concerned(&self, shared: &Shared) -> bool {
        !self.by_path.is_empty() || is_wanted(shared)
    }

    /// A file is opened: of it is told elsewhere.
    pub(super) fn opened(&mut self, path: &Path) -> Option<ToSend> {
        let (uri, _) = self.by_path.remove(path)?;
        Some(taken_back(uri))
    }

    /// What differs from what the client has.
    pub(super) fn news(&mut self, shared: &Shared, found: Found) -> Vec<ToSend> {
        let mut news = Vec::new();
        let mut rest = std::mem::take(&mut self.by_path);
        let mut left_out = 0;
        for (path, Reported { id, items }) in found.files {
            // Somebody may have opened it in the meantime.
            let known = rest.remove(&path);
            let is_open = shared.session().document(&path).is_some();
            if items.is_empty() || is_open || self.by_path.len() >= MOST_FILES {
                left_out += usize::from(!items.is_empty() && !is_open);
                news.extend(known.map(|(uri, _)| taken_back(uri)));
                continue;
            }
            let uri = || Some(uri::from_path(&path)?.as_str().to_owned());
            let Some(uri) = known.as_ref().map(|(uri, _)| uri.clone()).or_else(uri) else {
                continue;
            };
            if known.is_none_or(|(_, known)| known != id) {
                news.push((uri.clone(), serde_json::to_value(items).unwrap_or_default()));
            }
            self.by_path.insert(path, (uri, id));
        }
        let (gone, may_come): (BTreeMap<_, _>, BTreeMap<_, _>) =
            rest.into_iter().partition(|(path, _)| found.round.is_gone(path));
        news.extend(gone.into_values().map(|(uri, _)| taken_back(uri)));
        self.by_path.extend(may_come);
        if left_out > 0 && !self.said {
            self.said = true;
            say::log(
                shared,
                "log-closed-too-many",
                &[("most", MOST_FILES.into()), ("count", left_out.into())],
            );
        }
        news
    }
}

/// All findings of files that are not open.
pub(super) struct Found {
    round: Round,
    files: Vec<(PathBuf, Reported)>,
}

/// Finds them, elsewhere, a portion at a time.
pub(super) async fn find(shared: Arc<Shared>) -> Option<Found> {
    let asked = shared.clone();
    let mut round = read::work(shared.clone(), move || match is_wanted(&asked) {
        true => Round::begin(&asked),
        false => Round::of_nothing(&asked),
    })
    .await
    .ok()?;
    let mut more = true;
    while more {
        let asked = shared.clone();
        (round, more) = read::work(shared.clone(), move || {
            let more = round.go_on(&asked, PORTION);
            (round, more)
        })
        .await
        .ok()?;
    }
    let files = std::mem::take(&mut round.found);
    Some(Found { round, files })
}

fn is_wanted(shared: &Shared) -> bool {
    let settings = shared.session().settings.clone();
    settings.whole_workspace && settings.diagnostics && !shared.closed.is_asked_for()
}

fn taken_back(uri: String) -> ToSend {
    (uri, serde_json::Value::Array(Vec::new()))
}

//! Who sees what other programs do to the files of projects: the client, the server itself, or nobody.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::lsp::session::Shared;
use crate::lsp::watching::Watcher;
use crate::project::Project;
use crate::project::walk::Walked;

/// Who sees it.
#[derive(Debug, Clone)]
pub(super) struct Watch {
    by: By,
    /// Begun when there is something for it to watch; `None` where the system has no such thing.
    own: Arc<OnceLock<Option<Mutex<Watcher>>>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    /// The client, in the folders that are open in it. A gazetteer may lie elsewhere, and so may a text: there we watch.
    Client,
    /// We ourselves.
    Server,
    /// Nobody, or not all of it: we look when the reader saves or turns to another text.
    Nobody,
}

impl Watch {
    pub(super) fn by_client() -> Watch {
        Watch {
            by: By::Client,
            own: Arc::default(),
        }
    }

    /// The same where the client does not.
    pub(super) fn by_server(self) -> Watch {
        Watch { by: By::Server, ..self }
    }

    pub(super) fn by_nobody(self) -> Watch {
        Watch { by: By::Nobody, ..self }
    }

    pub(super) fn is_by_nobody(&self) -> bool {
        self.by == By::Nobody
    }

    /// Sees to it that what happens in these folders, and in no others, is seen. Whether it is. This asks the system, and
    /// is not for the protocol's threads.
    pub(super) fn folders(&self, shared: &Arc<Shared>, mut folders: BTreeSet<PathBuf>) -> bool {
        match self.by {
            By::Client => {
                let open = shared.session().folders().to_vec();
                folders.retain(|folder| !open.iter().any(|open| folder.starts_with(open)));
            }
            By::Server => {}
            By::Nobody => return true,
        }
        if folders.is_empty() && self.own.get().is_none() {
            return true;
        }
        let own = self.own.get_or_init(|| Watcher::start(shared).map(Mutex::new));
        own.as_ref()
            .is_some_and(|own| own.lock().unwrap_or_else(PoisonError::into_inner).watch(&folders))
    }
}

/// The folders that a project consists of, and those of its files that lie elsewhere.
pub(super) fn folders<'a>(walked: &Walked, made_of: impl IntoIterator<Item = &'a PathBuf>) -> BTreeSet<PathBuf> {
    let of_files = made_of.into_iter().filter_map(|path| path.parent());
    let own = walked.folders.iter().map(PathBuf::as_path);
    own.chain(of_files).map(Path::to_owned).collect()
}

/// The same of a project that is being read.
pub(super) fn folders_of(walked: &Walked, project: &Project) -> BTreeSet<PathBuf> {
    folders(walked, &project.made_of())
}

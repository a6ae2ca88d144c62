//! Documents that are perhaps not open, as they stand at this moment: places of the index become places of a text here.
//!
//! A file is read on the worker when a place in it is asked for. If it is no longer the file that the index knows, it is
//! read anew, and the index hears of it. So a place is always one of the text that lies on disk.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use ropey::Rope;
use tower_lsp::ls_types::{Location, Uri};

use super::convert::{self, Encoding};
use super::session::Shared;
use super::snapshot::Snapshot;
use super::uri;
use crate::index::Summary;
use crate::project::{ContentHash, Project, TextFile, read, text_file};

/// A document as it stands.
#[derive(Debug)]
pub(super) struct Standing {
    /// Where.
    pub uri: Uri,
    /// Its text.
    pub text: Rope,
    /// What it says of its names, in bytes of that text.
    pub summary: Arc<Summary>,
}

impl Standing {
    /// A place in it, as the protocol has it.
    pub(super) fn location(&self, range: &Range<usize>, encoding: Encoding) -> Location {
        Location {
            uri: self.uri.clone(),
            range: convert::range_to_lsp(&self.text, range, encoding),
        }
    }
}

/// A document of a project, of which `known` is known. `None`: it is gone, or no text any more.
pub(super) fn standing(
    shared: &Shared,
    snapshot: &Snapshot,
    project: &Project,
    path: &Path,
    known: &Arc<Summary>,
) -> Option<Standing> {
    if let Some(document) = snapshot.document(path) {
        return Some(Standing {
            uri: document.address.clone(),
            text: document.text.0.clone(),
            summary: known.clone(),
        });
    }
    let uri = uri::from_path(path)?;
    let bytes = read::project_file(path).ok();
    let Some((text, summary)) = bytes.and_then(|bytes| as_it_is(project, path, &bytes, known)) else {
        shared.indexes.remove(&project.root, path);
        return None;
    };
    if !Arc::ptr_eq(&summary, known) {
        shared.indexes.put(&project.root, path, summary.clone());
    }
    Some(Standing {
        uri,
        text: Rope::from_str(&text),
        summary,
    })
}

fn as_it_is(project: &Project, path: &Path, bytes: &[u8], known: &Arc<Summary>) -> Option<(String, Arc<Summary>)> {
    if known.hash == Some(ContentHash::of(bytes)) {
        return Some((text_file::decoded(project, path, bytes)?, known.clone()));
    }
    let file = TextFile::of(project, path, bytes).ok()?;
    let summary = Arc::new(Summary::of_file(&file));
    Some((file.text, summary))
}

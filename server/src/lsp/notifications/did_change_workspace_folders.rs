//! `workspace/didChangeWorkspaceFolders`

use std::path::PathBuf;

use serde::Deserialize;

use super::Identifier;
use crate::lsp::session::Session;
use crate::lsp::uri;

#[derive(Debug, Deserialize)]
pub(in crate::lsp) struct Params {
    event: Event,
}

#[derive(Debug, Deserialize)]
struct Event {
    added: Vec<Identifier>,
    removed: Vec<Identifier>,
}

pub(in crate::lsp) fn apply(session: &mut Session, params: Params) {
    let paths =
        |folders: Vec<Identifier>| -> Vec<PathBuf> { folders.iter().map(|folder| uri::to_path(&folder.uri)).collect() };
    let (added, removed) = (paths(params.event.added), paths(params.event.removed));
    let mut folders = session.folders().to_vec();
    folders.retain(|folder| !removed.contains(folder) && !added.contains(folder));
    folders.extend(added);
    session.set_folders(folders);
}

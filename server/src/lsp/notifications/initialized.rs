//! `initialized`: the client is told what is wrong in its settings, and asked to watch files. Where it does
//! not, the server does.

use std::sync::Arc;
use std::time::Duration;

use onomast_gazetteer::prose::Format;
use serde_json::json;
use tower_lsp::ls_types::{InitializedParams, Registration, WatchKind};

use crate::lsp::publish::Note;
use crate::lsp::session::Shared;

const WAIT: Duration = Duration::from_secs(30);

/// Folders that come and go: of what is in one that is deleted or renamed, clients (VS Code) say nothing. They cannot be told
/// from files by a pattern.
const FOLDERS: &str = "**/*";

/// What projects are made of, besides texts: settings, decisions and known findings, gazetteers, what Git does not see.
const PATTERNS: [&str; 5] = [
    "**/onomast.toml",
    "**/*.jsonl",
    "**/*.json",
    "**/.gitignore",
    "**/.ignore",
];

pub(in crate::lsp) async fn ask(shared: Arc<Shared>, _: InitializedParams) {
    shared.session().publish(Note::Settings);
    if !shared.snapshot().client.watches {
        shared.session().watch();
        return;
    }
    let texts = Format::known_extensions().map(|extension| format!("**/*.{extension}"));
    let patterns = PATTERNS.iter().map(|pattern| (*pattern).to_owned()).chain(texts);
    let mut watchers: Vec<_> = patterns.map(|pattern| json!({ "globPattern": pattern })).collect();
    let come_and_go = WatchKind::Create | WatchKind::Delete;
    watchers.push(json!({ "globPattern": FOLDERS, "kind": come_and_go }));
    let registration = Registration {
        id: "onomast.watch".to_owned(),
        method: "workspace/didChangeWatchedFiles".to_owned(),
        register_options: Some(json!({ "watchers": watchers })),
    };
    let answer = tokio::time::timeout(WAIT, shared.client.register_capability(vec![registration])).await;
    if !matches!(answer, Ok(Ok(()))) {
        tracing::warn!("the client does not watch files");
        shared.session().watch();
    }
}

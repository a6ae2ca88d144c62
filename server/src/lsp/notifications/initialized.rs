//! `initialized`: the client is asked to watch the files that projects are made of.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use tower_lsp::ls_types::{InitializedParams, Registration};

use crate::lsp::session::Shared;

const WAIT: Duration = Duration::from_secs(30);

pub(in crate::lsp) async fn ask(shared: Arc<Shared>, _: InitializedParams) {
    if !shared.snapshot().client.watches {
        return;
    }
    let patterns = [
        "**/onomast.toml",
        "**/onomast.decisions.jsonl",
        "**/*.gazetteer.json",
        "**/gazetteer/*.json",
    ];
    let watchers: Vec<_> = patterns
        .iter()
        .map(|pattern| json!({ "globPattern": pattern }))
        .collect();
    let registration = Registration {
        id: "onomast.watch".to_owned(),
        method: "workspace/didChangeWatchedFiles".to_owned(),
        register_options: Some(json!({ "watchers": watchers })),
    };
    let answer = tokio::time::timeout(WAIT, shared.client.register_capability(vec![registration])).await;
    if !matches!(answer, Ok(Ok(()))) {
        tracing::warn!("the client does not watch files; a gazetteer comes into force when it is saved");
    }
}

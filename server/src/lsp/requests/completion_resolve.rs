//! `completionItem/resolve`: the card of what an item names.

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{ClientCapabilities, CompletionItem, ServerCapabilities};

use super::completion::{self, Data};
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;

/// Completion itself says it.
pub(in crate::lsp) fn advertise(_: &ClientCapabilities, _: &mut ServerCapabilities) {}

/// An item that says nothing that we understand comes back as it is.
pub(in crate::lsp) fn handle(_: &Shared, snapshot: &Snapshot, mut item: CompletionItem) -> Result<CompletionItem> {
    let data = item
        .data
        .clone()
        .and_then(|data| serde_json::from_value::<Data>(data).ok());
    if let Some(data) = data {
        let (uri, entities) = data.parts();
        let open = uri.parse().ok().and_then(|uri| snapshot.open(&uri));
        if let Some(open) = open {
            let abilities = &snapshot.client.completion;
            let corpus = snapshot.whole_corpus(&open);
            let counts = |id: &str| corpus.as_ref().map(|corpus| corpus.counts(id));
            let documentation = completion::documentation(&open.view(), entities, counts, abilities, snapshot.locale());
            item.documentation = documentation.or(item.documentation);
        }
    }
    Ok(item)
}

//! `onomast.server.showEntity`: the page of the entity at a position, or of an id.

use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::{Position, TextDocumentIdentifier};

use crate::features::entity_page;
use crate::lsp::convert;
use crate::lsp::session::{Shared, Snapshot};

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Argument {
    text_document: TextDocumentIdentifier,
    position: Option<Position>,
    entity: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Page {
    entities: Vec<String>,
    title: String,
    markdown: String,
}

pub(super) fn run(_: &Shared, snapshot: &Snapshot, argument: Argument) -> Option<Page> {
    let open = snapshot.open(&argument.text_document.uri)?;
    let (view, locale) = (open.view(), snapshot.locale());
    let counts = |id: &str| Some(snapshot.whole_corpus(&open)?.counts(id));
    let page = match (&argument.entity, argument.position) {
        (Some(id), _) => entity_page::page_of(&view, id, counts, locale),
        (None, Some(position)) => {
            let at = convert::offset_from_lsp(&open.document.text.0, position, snapshot.client.encoding);
            entity_page::page_at(&view, at, counts, locale)
        }
        (None, None) => None,
    }?;
    Some(Page {
        entities: page.entities,
        title: page.title,
        markdown: page.markdown,
    })
}

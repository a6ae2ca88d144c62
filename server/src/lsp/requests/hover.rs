//! `textDocument/hover`

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    ClientCapabilities, Hover, HoverContents, HoverParams, HoverProviderCapability, MarkupContent, MarkupKind,
    ServerCapabilities,
};

use crate::features::hover;
use crate::lsp::convert;
use crate::lsp::session::{Shared, Snapshot};

pub(in crate::lsp) fn advertise(_: &ClientCapabilities, server: &mut ServerCapabilities) {
    server.hover_provider = Some(HoverProviderCapability::Simple(true));
}

pub(in crate::lsp) fn handle(_: &Shared, snapshot: &Snapshot, params: HoverParams) -> Result<Option<Hover>> {
    let Some((open, at)) = snapshot.open_at(&params.text_document_position_params) else {
        return Ok(None);
    };
    let locale = snapshot.locale();
    // Off a name nothing is counted.
    let counts = |id: &str| Some(snapshot.whole_corpus(&open)?.counts(id));
    let Some(card) = hover::hover(&open.view(), at, counts, locale) else {
        return Ok(None);
    };
    let (kind, value) = if snapshot.client.markdown {
        (MarkupKind::Markdown, card.to_markdown(locale))
    } else {
        (MarkupKind::PlainText, card.to_plain_text(locale))
    };
    let text = &open.document.text.0;
    Ok(Some(Hover {
        contents: HoverContents::Markup(MarkupContent { kind, value }),
        range: Some(convert::range_to_lsp(text, &card.range, snapshot.client.encoding)),
    }))
}

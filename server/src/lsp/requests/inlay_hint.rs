//! `textDocument/inlayHint`

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{ClientCapabilities, InlayHint, InlayHintParams, OneOf, ServerCapabilities};

use crate::features::inlay_hint::{self, Hint};
use crate::lsp::convert;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;

pub(in crate::lsp) fn advertise(_: &ClientCapabilities, server: &mut ServerCapabilities) {
    server.inlay_hint_provider = Some(OneOf::Left(true));
}

pub(in crate::lsp) fn handle(
    _: &Shared,
    snapshot: &Snapshot,
    params: InlayHintParams,
) -> Result<Option<Vec<InlayHint>>> {
    let Some(open) = snapshot.open(&params.text_document.uri) else {
        return Ok(None);
    };
    let (text, encoding) = (&open.document.text.0, snapshot.client.encoding);
    let start = convert::offset_from_lsp(text, params.range.start, encoding);
    let end = convert::offset_from_lsp(text, params.range.end, encoding);
    let hints = &snapshot.settings.hints;
    let found = inlay_hint::inlay_hint(&open.view(), start..end.max(start), hints, snapshot.locale());
    let to_lsp = |hint: Hint| InlayHint {
        position: convert::position_to_lsp(text, hint.at, encoding),
        label: label(&hint).into(),
        kind: None,
        text_edits: None,
        tooltip: None,
        padding_left: Some(true),
        padding_right: None,
        data: None,
    };
    let hints: Vec<InlayHint> = found.into_iter().map(to_lsp).collect();
    Ok((!hints.is_empty()).then_some(hints))
}

/// One counterpart alone; of several each with its language.
fn label(hint: &Hint) -> String {
    match hint.counterparts.as_slice() {
        [(_, only)] => only.clone(),
        several => {
            let with_language = several.iter().map(|(language, text)| format!("{language}: {text}"));
            with_language.collect::<Vec<_>>().join(" · ")
        }
    }
}

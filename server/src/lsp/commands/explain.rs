//! `onomast.server.explain`: why the word at a position is taken for a name, or why not.

use onomast_gazetteer::Text;
use onomast_gazetteer::prose::Zone;
use serde::Serialize;
use tower_lsp::ls_types::{Range, TextDocumentPositionParams};

use crate::features::{explain, on_one_line};
use crate::lsp::convert;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;
use crate::message::Messages;

#[derive(Debug, Serialize)]
pub(super) struct Explanation {
    range: Range,
    surface: String,
    entity: Option<String>,
    candidates: Vec<String>,
    zone: Option<&'static str>,
    role: &'static str,
    text: String,
}

pub(super) fn run(_: &Shared, snapshot: &Snapshot, argument: TextDocumentPositionParams) -> Option<Explanation> {
    let (open, at) = snapshot.open_at(&argument)?;
    let text = &open.document.text;
    let format = open.reading.settings.facts.format;
    let role = open
        .reading
        .project
        .role_said(format, &open.document.path, &open.document.head());
    let role_word = role.role.as_str();
    let found = explain::explanation(&open.view(), at, Some(role), Messages::of(snapshot.locale()))?;
    Some(Explanation {
        range: convert::range_to_lsp(&text.0, &found.range, snapshot.client.encoding),
        surface: on_one_line(&text.slice(found.range)),
        entity: super::only(&found.entities),
        candidates: found.entities,
        zone: found.zone.map(Zone::as_str),
        role: role_word,
        text: found.text,
    })
}

//! `onomast.server.nextMention`: the next mention of the entity at a position, or of any.

use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::{Range, TextDocumentPositionParams};

use crate::features::walk::{self, Among, Direction};
use crate::lsp::convert;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;

#[derive(Debug, Deserialize)]
pub(super) struct Argument {
    #[serde(flatten)]
    place: TextDocumentPositionParams,
    #[serde(default)]
    any: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct Step {
    uri: String,
    range: Range,
    entity: Option<String>,
    candidates: Vec<String>,
    title: String,
    index: usize,
    count: usize,
    wrapped: bool,
}

pub(super) fn run(_: &Shared, snapshot: &Snapshot, argument: Argument) -> Option<Step> {
    step(snapshot, &argument, Direction::Next)
}

/// The step in either direction.
pub(super) fn step(snapshot: &Snapshot, argument: &Argument, direction: Direction) -> Option<Step> {
    let (open, at) = snapshot.open_at(&argument.place)?;
    let among = if argument.any { Among::Any } else { Among::Same };
    let step = walk::step(&open.view(), at, direction, among)?;
    Some(Step {
        uri: open.document.uri.clone(),
        range: convert::range_to_lsp(&open.document.text.0, &step.range, snapshot.client.encoding),
        entity: super::only(&step.entities),
        candidates: step.entities,
        title: step.title,
        index: step.index + 1,
        count: step.count,
        wrapped: step.wrapped,
    })
}

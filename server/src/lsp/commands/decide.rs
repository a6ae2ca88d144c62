//! `onomast.server.decide`: the edit that writes down what somebody decided about a place.

use onomast_gazetteer::Text as _;
use onomast_gazetteer::anchor::Anchor;
use serde::{Deserialize, Serialize};
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{TextDocumentPositionParams, WorkspaceEdit};

use crate::lsp::requests::code_action;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::{Open, Snapshot};
use crate::project::Verdict;
use crate::project::decisions::{Kind, line, verdict};
use crate::project::root::relative;

#[derive(Debug, Deserialize)]
pub(super) struct Argument {
    #[serde(flatten)]
    place: TextDocumentPositionParams,
    kind: Kind,
    code: Option<String>,
    entity: Option<String>,
    zone: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Decided {
    line: String,
    edit: WorkspaceEdit,
}

pub(super) fn run(_: &Shared, snapshot: &Snapshot, argument: Argument) -> Result<Option<Decided>> {
    let Some((open, line)) = line_of(snapshot, argument) else {
        return Ok(None);
    };
    let messages = open.reading.project.messages();
    let edit = code_action::decided(snapshot, &open, &line).map_err(|obstacle| obstacle.error(messages))?;
    Ok(Some(Decided { line, edit }))
}

/// The line that says it. `None` where there is no such name or entity, and nothing of the kind can be decided.
fn line_of(snapshot: &Snapshot, argument: Argument) -> Option<(Open<'_>, String)> {
    let (open, at) = snapshot.open_at(&argument.place)?;
    let mention = open.reading.analysis.mention_at(at)?;
    let verdict = verdict(argument.kind, argument.code, argument.entity, argument.zone).ok()?;
    if let Verdict::Is(id) | Verdict::IsInFile(id) = &verdict {
        open.reading.project.gazetteer.find(id)?;
    }
    let text = &open.document.text;
    let anchor = Anchor::of(&text.slice(0..text.len()), mention.range)?;
    let path = relative(&open.document.path, &open.reading.project.root);
    let line = line(&path, &anchor, &verdict);
    Some((open, line))
}

//! `onomast.server.decide`: the edit that writes down what somebody decided about a place.

use onomast_gazetteer::Text as _;
use onomast_gazetteer::anchor::Anchor;
use onomast_gazetteer::prose::Zone;
use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::{TextDocumentPositionParams, WorkspaceEdit};

use crate::features::finding::Code;
use crate::lsp::requests::code_action;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;
use crate::project::Verdict;
use crate::project::decisions::line;
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

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Ignore,
    NotAName,
    Is,
    IsInFile,
    Zone,
}

#[derive(Debug, Serialize)]
pub(super) struct Decided {
    line: String,
    edit: WorkspaceEdit,
}

pub(super) fn run(_: &Shared, snapshot: &Snapshot, argument: Argument) -> Option<Decided> {
    let (open, at) = snapshot.open_at(&argument.place)?;
    let mention = open.reading.analysis.mention_at(at)?;
    let known = |id: String| open.reading.project.gazetteer.find(&id).map(|_| id);
    let verdict = match argument.kind {
        Kind::Ignore => match argument.code {
            Some(word) => Verdict::Ignore(Some(Code::parse(&word)?)),
            None => Verdict::Ignore(None),
        },
        Kind::NotAName => Verdict::NotAName,
        Kind::Is => Verdict::Is(known(argument.entity?)?),
        Kind::IsInFile => Verdict::IsInFile(known(argument.entity?)?),
        Kind::Zone => Verdict::Zone(Zone::parse(&argument.zone?)?),
    };
    let text = &open.document.text;
    let anchor = Anchor::of(&text.slice(0..text.len()), mention.range)?;
    let path = relative(&open.document.path, &open.reading.project.root);
    let line = line(&path, &anchor, &verdict);
    let edit = code_action::decided(snapshot, &open, &line)?;
    Some(Decided { line, edit })
}

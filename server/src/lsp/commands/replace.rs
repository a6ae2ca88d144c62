//! `onomast.server.replace`: the edit that puts another spelling in the place of the one at a position, over the project,
//! and what it leaves. The client applies it.

use serde::{Deserialize, Serialize};
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{TextDocumentPositionParams, WorkspaceEdit};

use crate::features::fixes::Group;
use crate::features::respell::{self, Target};
use crate::lsp::obstacle::Obstacle;
use crate::lsp::requests::rename;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;
use crate::lsp::{edits, respelling};
use crate::message::Messages;

#[derive(Debug, Deserialize)]
pub(super) struct Argument {
    #[serde(flatten)]
    place: TextDocumentPositionParams,
    text: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Replacing {
    from: String,
    to: String,
    edit: WorkspaceEdit,
    changed: usize,
    left: Left,
    summary: String,
}

#[derive(Debug, Serialize)]
struct Left {
    heading: usize,
    quotation: usize,
    bibliography: usize,
    unsure: usize,
    others: usize,
    unwritable: usize,
}

pub(super) fn run(shared: &Shared, snapshot: &Snapshot, argument: Argument) -> Result<Option<Replacing>> {
    let Some((open, at)) = snapshot.open_at(&argument.place) else {
        return Ok(None);
    };
    let Some(mention) = open.reading.analysis.mention_at(at) else {
        return Ok(None);
    };
    let (from, _) = rename::spelling_at(&open, &mention, at)?;
    let project = &open.reading.project;
    let (gazetteer, messages) = (&project.gazetteer, project.messages());
    let target = respell::target(gazetteer, from, &argument.text)
        .map_err(|refusal| rename::refused(messages, &refusal, &argument.text))?;
    let refused = |obstacle: Obstacle| obstacle.error(messages);
    let mut outcome =
        respelling::in_project(shared, snapshot, project, from, &target, &[Group::Narration]).map_err(refused)?;
    let to = match &target {
        Target::Known(to) => gazetteer.spelling(*to).text.clone(),
        Target::New(text) => {
            outcome.add_spelling(snapshot, project, from, text).map_err(refused)?;
            text.clone()
        }
    };
    let left = |group: Group| outcome.left[group as usize];
    let left = Left {
        heading: left(Group::Heading),
        quotation: left(Group::Quotation),
        bibliography: left(Group::Bibliography),
        unsure: outcome.unsure,
        others: outcome.others,
        unwritable: outcome.unwritable,
    };
    let changed: usize = outcome.changed.iter().sum();
    Ok(Some(Replacing {
        from: gazetteer.spelling(from).text.clone(),
        to,
        edit: edits::to_lsp(snapshot, messages, &outcome.files),
        changed,
        summary: summary(messages, changed, &left),
        left,
    }))
}

/// In words, without what there is none of.
fn summary(messages: &Messages, changed: usize, left: &Left) -> String {
    let parts = [
        ("replace-left-quotations", left.quotation),
        ("replace-left-bibliography", left.bibliography),
        ("replace-left-headings", left.heading),
        ("replace-left-unsure", left.unsure),
        ("replace-left-others", left.others),
    ];
    let parts = parts.into_iter().filter(|(_, count)| *count > 0);
    let parts = std::iter::once(("replace-changed", changed)).chain(parts);
    let words: Vec<String> = parts
        .map(|(key, count)| messages.text(key, &[("count", count.into())]))
        .collect();
    words.join("; ")
}

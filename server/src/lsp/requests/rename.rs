//! `textDocument/rename`: takes a dictionary form, and changes the spelling in its language over the project and in the
//! gazetteer. Another spelling of the same name is put in its place, and the old one stays in the gazetteer.

use std::ops::Range;

use onomast_gazetteer::analysis::Mention;
use onomast_gazetteer::entity::SpellingId;
use onomast_gazetteer::replace::Replacer;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{ClientCapabilities, RenameParams, ServerCapabilities, WorkspaceEdit};

use super::code_action::groups;
use crate::features::respell::{self, Refusal, Target};
use crate::lsp::obstacle::{Obstacle, failed};
use crate::lsp::session::Shared;
use crate::lsp::snapshot::{Open, Snapshot};
use crate::lsp::{edits, respelling};
use crate::message::Messages;

/// Said with `textDocument/prepareRename`.
pub(in crate::lsp) fn advertise(_: &ClientCapabilities, _: &mut ServerCapabilities) {}

pub(in crate::lsp) fn handle(
    shared: &Shared,
    snapshot: &Snapshot,
    params: RenameParams,
) -> Result<Option<WorkspaceEdit>> {
    let Some((open, at)) = snapshot.open_at(&params.text_document_position) else {
        return Ok(None);
    };
    let Some(mention) = open.reading.analysis.mention_at(at) else {
        return Ok(None);
    };
    let (from, _) = spelling_at(&open, &mention, at)?;
    let project = &open.reading.project;
    let messages = project.messages();
    let target = respell::target(&project.gazetteer, from, &params.new_name)
        .map_err(|refusal| refused(messages, &refusal, &params.new_name))?;
    let refused = |obstacle: Obstacle| obstacle.error(messages);
    let mut outcome =
        respelling::in_project(shared, snapshot, project, from, &target, groups(snapshot)).map_err(refused)?;
    if let Target::New(text) = &target {
        outcome.add_entries(snapshot, project, from, text).map_err(refused)?;
    }
    Ok(Some(edits::to_lsp(snapshot, messages, &outcome.files)))
}

/// The spelling that stands at a byte of a mention, and where; refused where it is not sure whose.
pub(in crate::lsp) fn spelling_at(open: &Open<'_>, mention: &Mention, at: usize) -> Result<(SpellingId, Range<usize>)> {
    let found = Replacer::new(&open.reading.analysis, &open.document.text).spelling_at(mention, at);
    found.ok_or_else(|| {
        let messages = open.reading.project.messages();
        refused(messages, &Refusal::Ambiguous, "")
    })
}

/// Why a name is not respelled, as an error that editors show.
pub(in crate::lsp) fn refused(messages: &Messages, refusal: &Refusal, text: &str) -> Error {
    failed(match refusal {
        Refusal::Collision(entity) => {
            let values = [("text", text.into()), ("entity", entity.as_str().into())];
            messages.text("rename-collision", &values)
        }
        Refusal::Same => messages.text("rename-same", &[]),
        Refusal::Empty => messages.text("rename-empty", &[]),
        Refusal::Ambiguous => messages.text("rename-ambiguous", &[]),
        Refusal::CalledWrong(status) => {
            let values = [("text", text.into()), ("status", status.as_str().into())];
            messages.text("rename-called-wrong", &values)
        }
        Refusal::MoreOfTheName(word) => messages.text("rename-more-of-the-name", &[("word", word.as_str().into())]),
    })
}

//! `codeAction/resolve`: what has to look through whole texts, once somebody has chosen it. An action that has its edit
//! already comes back as it was; see [`crate::lsp::order`].

use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{ClientCapabilities, CodeAction, ServerCapabilities};

use super::code_action::{Later, LaterWork, groups, here, in_text};
use crate::features::code_actions::fix_all;
use crate::features::respell::Target;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;
use crate::lsp::{edits, respelling};

/// Said with `textDocument/codeAction`.
pub(in crate::lsp) fn advertise(_: &ClientCapabilities, _: &mut ServerCapabilities) {}

pub(in crate::lsp) fn handle(shared: &Shared, snapshot: &Snapshot, action: CodeAction) -> Result<CodeAction> {
    let Some(data) = action.data.clone() else {
        return Ok(action);
    };
    let later: Later = serde_json::from_value(data).map_err(|error| Error::invalid_params(error.to_string()))?;
    let Some(open) = snapshot.open(&later.uri) else {
        return Ok(action);
    };
    let project = &open.reading.project;
    let files = match later.work {
        LaterWork::FixAll => {
            let view = open.view();
            let findings = open.findings(&shared.options, &view).all();
            here(snapshot, &open, fix_all(&view, &findings))
        }
        LaterWork::InText(respelling) => match respelling.spellings(&project.gazetteer) {
            Some((from, to)) => here(snapshot, &open, in_text(snapshot, &open, from, to)),
            None => return Ok(action),
        },
        LaterWork::InProject(respelling) => match respelling.spellings(&project.gazetteer) {
            Some((from, to)) => {
                let target = Target::Known(to);
                respelling::in_project(shared, snapshot, project, from, &target, groups(snapshot))
                    .map(|outcome| outcome.files)
            }
            None => return Ok(action),
        },
    };
    let files = files.map_err(|obstacle| obstacle.error(project.messages()))?;
    Ok(CodeAction {
        edit: Some(edits::to_lsp(snapshot, project.messages(), &files)),
        ..action
    })
}

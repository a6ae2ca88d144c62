//! `codeAction/resolve`: a spelling in the place of another all over the project, once somebody has chosen that.

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::entity::SpellingId;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{ClientCapabilities, CodeAction, ServerCapabilities};

use super::code_action::Later;
use crate::features::fixes::Group;
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
    let find = |text: &str| spelling(&project.gazetteer, &later, text);
    let (Some(from), Some(to)) = (find(&later.from), find(&later.to)) else {
        return Ok(action);
    };
    let groups = groups(snapshot);
    let outcome = respelling::in_project(shared, snapshot, project, from, &Target::Known(to), groups)
        .map_err(|obstacle| obstacle.error(project.messages()))?;
    Ok(CodeAction {
        edit: Some(edits::to_lsp(snapshot, project.messages(), &outcome.files)),
        ..action
    })
}

/// The words that may be changed: others than the author’s only where the client asks before it does so.
pub(in crate::lsp) fn groups(snapshot: &Snapshot) -> &'static [Group] {
    match snapshot.client.edits.annotations {
        true => &Group::ALL,
        false => &[Group::Narration],
    }
}

fn spelling(gazetteer: &Gazetteer, later: &Later, text: &str) -> Option<SpellingId> {
    let entity = gazetteer.find(&later.entity)?;
    let (name, _) = gazetteer.names(entity).find(|(_, name)| name.key == later.key)?;
    let is_it = |spelling: &onomast_gazetteer::entity::Spelling| {
        spelling.text == text && spelling.language.tag() == later.language
    };
    let mut spellings = gazetteer.spellings(name);
    spellings.find(|(_, spelling)| is_it(spelling)).map(|(id, _)| id)
}

//! `workspace/didChangeConfiguration`

use serde::Deserialize;
use serde_json::Value;

use crate::lsp::session::Session;
use crate::lsp::settings::EditorSettings;

#[derive(Debug, Deserialize)]
pub(in crate::lsp) struct Params {
    #[serde(default)]
    settings: Value,
}

/// A client that sends `null` wants to be asked; until then what it said last holds.
pub(in crate::lsp) fn apply(session: &mut Session, params: Params) {
    if params.settings.is_null() {
        return;
    }
    session.set_settings(EditorSettings::read(Some(&params.settings)));
}

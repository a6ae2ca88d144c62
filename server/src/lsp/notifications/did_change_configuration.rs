//! `workspace/didChangeConfiguration`

use serde::Deserialize;
use serde_json::Value;

use crate::lsp::session::Session;

#[derive(Debug, Deserialize)]
pub(in crate::lsp) struct Params {
    #[serde(default)]
    settings: Value,
}

/// A client that sends `null` wants to be asked, and one that has no settings for us sends none; what it said last holds.
pub(in crate::lsp) fn apply(session: &mut Session, params: Params) {
    if let Some(settings) = session.settings.changed_by(&params.settings) {
        session.set_settings(settings);
    }
}

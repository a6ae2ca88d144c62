//! `$/setTrace`

use tower_lsp::ls_types::SetTraceParams;

use crate::lsp::session::Session;

/// From here on the client is told, or not, of each answer.
pub(in crate::lsp) fn apply(session: &mut Session, params: SetTraceParams) {
    session.trace = params.value;
}

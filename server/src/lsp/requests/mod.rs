//! One file a request, named as the protocol names it: what it advertises, and a handler that translates.

pub(super) mod code_action;
pub(super) mod code_action_resolve;
pub(super) mod code_lens;
pub(super) mod completion;
pub(super) mod completion_resolve;
pub(super) mod declaration;
pub(super) mod definition;
pub(super) mod diagnostic;
pub(super) mod document_highlight;
pub(super) mod document_link;
pub(super) mod document_symbol;
pub(super) mod execute_command;
pub(super) mod hover;
pub(super) mod implementation;
pub(super) mod inlay_hint;
pub(super) mod prepare_rename;
pub(super) mod references;
pub(super) mod rename;
pub(super) mod semantic_tokens_delta;
pub(super) mod semantic_tokens_full;
pub(super) mod semantic_tokens_range;
pub(super) mod workspace_diagnostic;
pub(super) mod workspace_symbol;

//! What the server understands: one row a message. From the row come routing, capability and [`METHODS`].
//!
//! To add a request, write its file in `lsp/requests` (`handle`, which translates and calls a feature, and `advertise`,
//! which tells the client) and put its row under `read`. That is all; see [`super::requests::hover`] for the shape. The
//! third column is the name of the request in [`tower_lsp::LanguageServer`].
//!
//! | way  | gets | for |
//! |------|------|-----|
//! | edit | the session, exclusively, in the order of the wire | open, change, close, configuration |
//! | read | a snapshot, on a worker thread | almost everything |
//! | propose | the same, never with projects that are being loaded anew | what changes files: an edit fits the files as they are |
//! | wait | what is shared, and as long as it likes | what is answered when something has changed |
//! | ask  | a task of its own | what waits for the client's answer |

use std::sync::Arc;

use serde_json::Value;
use tower_lsp::LanguageServer;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::request::{GotoDeclarationParams, GotoDeclarationResponse};
use tower_lsp::ls_types::*;

use super::session::{Session, Shared};
use super::{capabilities, notifications, read, requests};

macro_rules! table {
    (
        edit { $($edit:literal => $edit_module:ident;)* }
        read { $($read:literal => $read_module:ident as $read_name:ident($params:ty) -> $result:ty;)* }
        propose { $($propose:literal => $propose_module:ident as $propose_name:ident($propose_params:ty) -> $propose_result:ty;)* }
        wait { $($wait:literal => $wait_module:ident as $wait_name:ident($wait_params:ty) -> $wait_result:ty;)* }
        ask { $($ask:literal => $ask_module:ident($ask_params:ty);)* }
    ) => {
        /// Every message with a row, for the documentation; `initialize`, `shutdown`, `exit` and `$/cancelRequest` are
        /// understood besides.
        pub const METHODS: &[Row] = &[
            $(Row { method: $edit, way: Way::Edit },)*
            $(Row { method: $read, way: Way::Read },)*
            $(Row { method: $propose, way: Way::Propose },)*
            $(Row { method: $wait, way: Way::Wait },)*
            $(Row { method: $ask, way: Way::Ask },)*
        ];

        /// Applies an edit to the session.
        pub(super) fn edit(session: &mut Session, method: &str, params: Value) -> serde_json::Result<()> {
            match method {
                $($edit => notifications::$edit_module::apply(session, serde_json::from_value(params)?),)*
                _ => {}
            }
            Ok(())
        }

        /// Tells the client what it may ask.
        fn advertise(client: &ClientCapabilities, server: &mut ServerCapabilities) {
            $(requests::$read_module::advertise(client, server);)*
            $(requests::$propose_module::advertise(client, server);)*
        }

        impl LanguageServer for Backend {
            async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
                let mut server = capabilities::of_server(&params.capabilities);
                advertise(&params.capabilities, &mut server);
                Ok(capabilities::initialize(&self.0, params, server))
            }

            async fn shutdown(&self) -> Result<()> {
                Ok(())
            }

            $(async fn $read_name(&self, params: $params) -> Result<$result> {
                read::read(&self.0, $read, params, requests::$read_module::handle).await
            })*

            $(async fn $propose_name(&self, params: $propose_params) -> Result<$propose_result> {
                read::read(&self.0, $propose, params, requests::$propose_module::handle).await
            })*

            $(async fn $wait_name(&self, params: $wait_params) -> Result<$wait_result> {
                requests::$wait_module::wait(self.0.clone(), params).await
            })*

            $(async fn $ask_module(&self, params: $ask_params) {
                // A task of its own: the client's answer comes through the same pipe as this message.
                tokio::spawn(notifications::$ask_module::ask(self.0.clone(), params));
            })*
        }
    };
}

table! {
    edit {
        "textDocument/didOpen" => did_open;
        "textDocument/didChange" => did_change;
        "textDocument/didSave" => did_save;
        "textDocument/didClose" => did_close;
        "workspace/didChangeConfiguration" => did_change_configuration;
        "workspace/didChangeWatchedFiles" => did_change_watched_files;
        "workspace/didChangeWorkspaceFolders" => did_change_workspace_folders;
        "$/setTrace" => set_trace;
    }
    read {
        "textDocument/hover" => hover as hover(HoverParams) -> Option<Hover>;
        "textDocument/definition" => definition as goto_definition(GotoDefinitionParams) -> Option<GotoDefinitionResponse>;
        "textDocument/completion" => completion as completion(CompletionParams) -> Option<CompletionResponse>;
        "completionItem/resolve" => completion_resolve as completion_resolve(CompletionItem) -> CompletionItem;
        "textDocument/declaration" => declaration as goto_declaration(GotoDeclarationParams) -> Option<GotoDeclarationResponse>;
        "textDocument/documentHighlight" => document_highlight as document_highlight(DocumentHighlightParams) -> Option<Vec<DocumentHighlight>>;
        "textDocument/documentSymbol" => document_symbol as document_symbol(DocumentSymbolParams) -> Option<DocumentSymbolResponse>;
        "textDocument/semanticTokens/full" => semantic_tokens_full as semantic_tokens_full(SemanticTokensParams) -> Option<SemanticTokensResult>;
        "textDocument/semanticTokens/full/delta" => semantic_tokens_delta as semantic_tokens_full_delta(SemanticTokensDeltaParams) -> Option<SemanticTokensFullDeltaResult>;
        "textDocument/semanticTokens/range" => semantic_tokens_range as semantic_tokens_range(SemanticTokensRangeParams) -> Option<SemanticTokensRangeResult>;
        "textDocument/inlayHint" => inlay_hint as inlay_hint(InlayHintParams) -> Option<Vec<InlayHint>>;
        "textDocument/documentLink" => document_link as document_link(DocumentLinkParams) -> Option<Vec<DocumentLink>>;
        "textDocument/codeLens" => code_lens as code_lens(CodeLensParams) -> Option<Vec<CodeLens>>;
        "textDocument/references" => references as references(ReferenceParams) -> Option<Vec<Location>>;
        "textDocument/implementation" => implementation as goto_implementation(request::GotoImplementationParams) -> Option<request::GotoImplementationResponse>;
        "workspace/symbol" => workspace_symbol as symbol(WorkspaceSymbolParams) -> Option<WorkspaceSymbolResponse>;
        "textDocument/diagnostic" => diagnostic as diagnostic(DocumentDiagnosticParams) -> DocumentDiagnosticReportResult;
    }
    propose {
        "textDocument/codeAction" => code_action as code_action(CodeActionParams) -> Option<CodeActionResponse>;
        "codeAction/resolve" => code_action_resolve as code_action_resolve(CodeAction) -> CodeAction;
        "textDocument/prepareRename" => prepare_rename as prepare_rename(TextDocumentPositionParams) -> Option<PrepareRenameResponse>;
        "textDocument/rename" => rename as rename(RenameParams) -> Option<WorkspaceEdit>;
        "workspace/executeCommand" => execute_command as execute_command(ExecuteCommandParams) -> Option<Value>;
    }
    wait {
        "workspace/diagnostic" => workspace_diagnostic as workspace_diagnostic(WorkspaceDiagnosticParams) -> WorkspaceDiagnosticReportResult;
    }
    ask {
        "initialized" => initialized(InitializedParams);
    }
}

/// How a message runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Changes the session, in the order of the wire.
    Edit,
    /// Reads a snapshot, on a worker thread.
    Read,
    /// Reads, and never with projects that are being loaded anew: of it edits are made.
    Propose,
    /// Answers when there is something new, and holds nothing meanwhile.
    Wait,
    /// Asks the client, in a task of its own.
    Ask,
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The method.
    pub method: &'static str,
    /// How it runs.
    pub way: Way,
}

/// The server as the crate sees it.
#[derive(Debug)]
pub(super) struct Backend(pub Arc<Shared>);

/// How a message runs that has a row.
pub(super) fn way(method: &str) -> Option<Way> {
    let row = METHODS.iter().find(|row| row.method == method)?;
    Some(row.way)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_has_one_row() {
        let mut methods: Vec<&str> = METHODS.iter().map(|row| row.method).collect();
        methods.sort_unstable();
        let all = methods.len();
        methods.dedup();
        assert_eq!(methods.len(), all);
        assert_eq!(way("textDocument/didOpen"), Some(Way::Edit));
        assert_eq!(way("textDocument/hover"), Some(Way::Read));
        assert_eq!(way("textDocument/wish"), None);
    }
}

//! What the client can do, and what it is told that the server can do, apart from single requests: those advertise
//! themselves.

use std::path::PathBuf;
use std::sync::Arc;

use tower_lsp::ls_types::{
    ClientCapabilities, DiagnosticServerCapabilities, InitializeParams, InitializeResult, MarkupKind, OneOf,
    SaveOptions, ServerCapabilities, ServerInfo, SymbolKind, TextDocumentSyncCapability, TextDocumentSyncKind,
    TextDocumentSyncOptions, TextDocumentSyncSaveOptions, WorkspaceFoldersServerCapabilities,
    WorkspaceServerCapabilities,
};

use super::convert::Encoding;
use super::edits::EditFacts;
use super::requests::completion::Abilities;
use super::session::Shared;
use super::settings::EditorSettings;
use super::{parent, uri};

/// What matters of the client's capabilities.
#[derive(Debug, Clone, Default)]
pub(super) struct ClientFacts {
    /// The encoding agreed on.
    pub encoding: Encoding,
    /// Whether hovers may be Markdown. Plain text is what every client shows.
    pub markdown: bool,
    /// Whether a definition may be a link, which tells where it came from.
    pub links: bool,
    /// The same of a declaration.
    pub declaration_links: bool,
    /// Whether symbols may have others below them.
    pub nested_symbols: bool,
    /// The kinds of symbols it knows; those of the first protocol where it does not say.
    pub symbol_kinds: Vec<SymbolKind>,
    /// Whether it can be told to ask again for tokens, and for hints.
    pub refreshes_tokens: bool,
    pub refreshes_hints: bool,
    /// The same of lenses.
    pub refreshes_lenses: bool,
    /// The same of the counterpart.
    pub implementation_links: bool,
    /// The kinds of symbols it knows of a workspace.
    pub workspace_symbol_kinds: Vec<SymbolKind>,
    /// Whether the client asks for findings; they are not pushed then.
    pub pulls: bool,
    /// Whether it can be told to ask again.
    pub refreshes: bool,
    /// Whether findings may carry their evidence.
    pub related: bool,
    /// Whether findings may say which version of the text they are about.
    pub versions: bool,
    /// Whether findings may lead to their documentation.
    pub descriptions: bool,
    /// What it can do with completions.
    pub completion: Abilities,
    /// Whether it watches files for us.
    pub watches: bool,
    /// Whether it shows a question to the reader.
    pub asks: bool,
    /// Whether it shows how far work is that it did not ask for.
    pub progress: bool,
    /// What it can do with edits.
    pub edits: EditFacts,
    /// Its language, where it says so.
    pub locale: Option<String>,
}

impl ClientFacts {
    fn of(params: &InitializeParams) -> ClientFacts {
        let client = &params.capabilities;
        let text = client.text_document.as_ref();
        let workspace = client.workspace.as_ref();
        let symbols = text.and_then(|text| text.document_symbol.as_ref());
        let published = text.and_then(|text| text.publish_diagnostics.as_ref());
        let first_format = text
            .and_then(|text| text.hover.as_ref()?.content_format.as_ref()?.first())
            .cloned();
        ClientFacts {
            encoding: encoding(client),
            markdown: first_format == Some(MarkupKind::Markdown),
            links: text.and_then(|text| text.definition?.link_support) == Some(true),
            declaration_links: text.and_then(|text| text.declaration?.link_support) == Some(true),
            nested_symbols: symbols.and_then(|symbols| symbols.hierarchical_document_symbol_support) == Some(true),
            symbol_kinds: symbols
                .and_then(|symbols| symbols.symbol_kind.as_ref()?.value_set.clone())
                .unwrap_or_default(),
            refreshes_tokens: workspace.and_then(|workspace| workspace.semantic_tokens.as_ref()?.refresh_support)
                == Some(true),
            refreshes_hints: workspace.and_then(|workspace| workspace.inlay_hint.as_ref()?.refresh_support)
                == Some(true),
            refreshes_lenses: workspace.and_then(|workspace| workspace.code_lens.as_ref()?.refresh_support)
                == Some(true),
            implementation_links: text.and_then(|text| text.implementation?.link_support) == Some(true),
            workspace_symbol_kinds: workspace
                .and_then(|workspace| workspace.symbol.as_ref()?.symbol_kind.as_ref()?.value_set.clone())
                .unwrap_or_default(),
            pulls: text.is_some_and(|text| text.diagnostic.is_some()),
            refreshes: workspace.and_then(|workspace| workspace.diagnostics.as_ref()?.refresh_support) == Some(true),
            related: published.and_then(|published| published.related_information) == Some(true),
            versions: published.and_then(|published| published.version_support) == Some(true),
            descriptions: published.and_then(|published| published.code_description_support) == Some(true),
            completion: Abilities::of(text.and_then(|text| text.completion.as_ref())),
            watches: workspace.and_then(|workspace| workspace.did_change_watched_files?.dynamic_registration)
                == Some(true),
            asks: client
                .window
                .as_ref()
                .is_some_and(|window| window.show_message.is_some()),
            progress: client.window.as_ref().and_then(|window| window.work_done_progress) == Some(true),
            edits: EditFacts::of(client),
            locale: params.locale.clone(),
        }
    }
}

/// What the server can do whatever the table says.
pub(super) fn of_server(client: &ClientCapabilities) -> ServerCapabilities {
    ServerCapabilities {
        position_encoding: Some(encoding(client).to_lsp()),
        text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::INCREMENTAL),
            save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions {
                include_text: Some(false),
            })),
            ..TextDocumentSyncOptions::default()
        })),
        workspace: Some(WorkspaceServerCapabilities {
            workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(OneOf::Left(true)),
            }),
            file_operations: None,
        }),
        ..ServerCapabilities::default()
    }
}

/// Begins the session.
pub(super) fn initialize(
    shared: &Arc<Shared>,
    params: InitializeParams,
    server: ServerCapabilities,
) -> InitializeResult {
    let facts = ClientFacts::of(&params);
    let settings = EditorSettings::read(params.initialization_options.as_ref()).started_with(shared.options.locale);
    let mut server = server;
    // Neovim 0.12, told to ask again, asks whoever answers `workspace/diagnostic` for nothing else, and does not look at
    // what is said there of open texts. So it is offered only where there can be something to say.
    if let Some(DiagnosticServerCapabilities::Options(pulled)) = &mut server.diagnostic_provider {
        pulled.workspace_diagnostics = settings.whole_workspace;
    }
    tracing::info!(client = ?params.client_info, ?facts, "initialize");
    let trace = params.trace.unwrap_or_default();
    let mut session = shared.session();
    session.trace = trace;
    session.start(facts, settings, folders(&params));
    drop(session);
    parent::watch(shared, params.process_id.or(shared.options.editor));
    InitializeResult {
        capabilities: server,
        server_info: Some(ServerInfo {
            name: "onomast".to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        }),
        ..InitializeResult::default()
    }
}

fn encoding(client: &ClientCapabilities) -> Encoding {
    let general = client.general.as_ref();
    Encoding::choose(general.and_then(|general| general.position_encodings.as_deref()))
}

/// The workspace folders; of a client that has none, the root.
#[expect(deprecated, reason = "Vim and older clients send no workspace folders")]
fn folders(params: &InitializeParams) -> Vec<PathBuf> {
    let folders = params.workspace_folders.iter().flatten();
    let folders: Vec<PathBuf> = folders.map(|folder| uri::to_path(folder.uri.as_str())).collect();
    if !folders.is_empty() {
        return folders;
    }
    let root = params.root_uri.as_ref().map(|root| uri::to_path(root.as_str()));
    let path = || params.root_path.as_ref().map(|path| uri::normalize(path.as_ref()));
    root.or_else(path).into_iter().collect()
}

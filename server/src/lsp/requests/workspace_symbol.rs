//! `workspace/symbol`: one symbol an entity, at its first mention, with its count; searched in any script. Editors ask at every
//! key, so nothing is waited for: while a project is being read, the counts say that they are of what is known so far.

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    ClientCapabilities, Location, OneOf, ServerCapabilities, SymbolInformation, WorkspaceSymbolParams,
    WorkspaceSymbolResponse,
};

use crate::features::references;
use crate::features::workspace_symbol::{Symbol, workspace_symbols};
use crate::index::Corpus;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;
use crate::lsp::{elsewhere, symbol_kind};
use crate::message::Messages;
use crate::project::Project;

/// Nobody looks further down; what is not among them is found by typing on.
const MOST: usize = 128;

pub(in crate::lsp) fn advertise(_: &ClientCapabilities, server: &mut ServerCapabilities) {
    server.workspace_symbol_provider = Some(OneOf::Left(true));
}

pub(in crate::lsp) fn handle(
    shared: &Shared,
    snapshot: &Snapshot,
    params: WorkspaceSymbolParams,
) -> Result<Option<WorkspaceSymbolResponse>> {
    let locale = snapshot.locale();
    let mut symbols = Vec::new();
    for project in snapshot.all_projects() {
        let corpus = snapshot.corpus(&project);
        let is_whole = snapshot.is_settled(&project);
        let found = workspace_symbols(&corpus, &project.gazetteer, &params.query, locale, MOST - symbols.len());
        let located = found.into_iter().filter_map(|symbol| {
            let location = first(shared, snapshot, &project, &corpus, &symbol.id)?;
            Some(to_lsp(snapshot, symbol, location, is_whole))
        });
        symbols.extend(located);
    }
    Ok(Some(symbols)
        .filter(|symbols| !symbols.is_empty())
        .map(WorkspaceSymbolResponse::Flat))
}

fn first(shared: &Shared, snapshot: &Snapshot, project: &Project, corpus: &Corpus, id: &str) -> Option<Location> {
    let ids = [id.to_owned()];
    let mut documents = corpus.documents_of(id);
    documents.find_map(|(path, known, _)| {
        references::mentions(known, &ids).first()?;
        let standing = elsewhere::standing(shared, snapshot, project, path, known)?;
        let mentions = references::mentions(&standing.summary, &ids);
        Some(standing.location(mentions.first()?, snapshot.client.encoding))
    })
}

#[expect(deprecated, reason = "the type has a member for clients older than its replacement")]
fn to_lsp(snapshot: &Snapshot, symbol: Symbol, location: Location, is_whole: bool) -> SymbolInformation {
    let messages = Messages::of(snapshot.locale());
    let count = messages.text("page-mentions", &[("count", symbol.count.into())]);
    let count = match is_whole {
        true => count,
        false => messages.text("page-mentions-so-far", &[("mentions", count.as_str().into())]),
    };
    let parts: Vec<String> = symbol.main.into_iter().chain([count]).collect();
    SymbolInformation {
        name: symbol.name,
        kind: symbol_kind::to_lsp(symbol.kind, &snapshot.client.workspace_symbol_kinds),
        tags: None,
        deprecated: None,
        location,
        container_name: Some(parts.join(" · ")),
    }
}

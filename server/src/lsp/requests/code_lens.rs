//! `textDocument/codeLens`: above each entry of a gazetteer how often the projects mention it.

use serde_json::json;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{ClientCapabilities, CodeLens, CodeLensOptions, CodeLensParams, Command, ServerCapabilities};

use crate::features::gazetteer_file::lens::{self, Lens};
use crate::lsp::project_file::ProjectFile;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;

pub(in crate::lsp) fn advertise(_: &ClientCapabilities, server: &mut ServerCapabilities) {
    server.code_lens_provider = Some(CodeLensOptions {
        resolve_provider: Some(false),
    });
}

/// None until the project has been read: counts would grow while one looks at them. The client is told to ask again.
pub(in crate::lsp) fn handle(
    shared: &Shared,
    snapshot: &Snapshot,
    params: CodeLensParams,
) -> Result<Option<Vec<CodeLens>>> {
    let file = ProjectFile::open(shared, snapshot, &params.text_document.uri);
    let Some(file) = file.filter(|file| file.file.is_gazetteer && file.project.decorates()) else {
        return Ok(None);
    };
    let Some(counts) = file.counts(snapshot) else {
        return Ok(None);
    };
    let uri = params.text_document.uri.as_str();
    let to_lsp = |lens: Lens| CodeLens {
        range: file.range(snapshot, &lens.range),
        command: Some(Command {
            title: lens.title,
            // A lens without a command is one that is still to be resolved. This one changes nothing.
            command: "onomast.server.showEntity".to_owned(),
            arguments: Some(vec![json!({ "textDocument": { "uri": uri }, "entity": lens.id })]),
        }),
        data: None,
    };
    let lenses = lens::lenses(file.file.entries(), counts, snapshot.locale()).into_iter();
    let lenses: Vec<CodeLens> = lenses.map(to_lsp).collect();
    Ok((!lenses.is_empty()).then_some(lenses))
}

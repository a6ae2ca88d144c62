//! `workspace/diagnostic`: the findings of files that are not open, where the settings want them
//! (`diagnostics.scope = "workspace"`). The request waits until there is something that the client does not have yet, and
//! holds nothing meanwhile. Of a large workspace a part is told at a time; the client asks again for the rest.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::time::sleep;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types::error_codes::SERVER_CANCELLED;
use tower_lsp::ls_types::{
    FullDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport, Uri, WorkspaceDiagnosticParams,
    WorkspaceDiagnosticReport, WorkspaceDiagnosticReportResult, WorkspaceDocumentDiagnosticReport,
    WorkspaceFullDocumentDiagnosticReport, WorkspaceUnchangedDocumentDiagnosticReport,
};

use super::diagnostic::Reported;
use crate::lsp::closed::Round;
use crate::lsp::publish::Note;
use crate::lsp::session::Shared;
use crate::lsp::{read, uri};

/// So many texts are read at once, with one permit: somebody else has a turn in between.
const PORTION: usize = 32;
/// So many are read before what was found is told.
const PORTIONS: usize = 16;

/// What the client has, by path.
type Known = BTreeMap<PathBuf, (Uri, String)>;

/// Answers when something has changed, however long that takes. Where only open texts are wanted, this is when the
/// settings change. At the end of the session the request is refused, and not to be made again.
pub(in crate::lsp) async fn wait(
    shared: Arc<Shared>,
    params: WorkspaceDiagnosticParams,
) -> Result<WorkspaceDiagnosticReportResult> {
    if shared.closed.ask() {
        shared.session().publish(Note::Counts);
    }
    let known = params.previous_result_ids.into_iter();
    let known: Known = known
        .map(|known| (uri::to_path(known.uri.as_str()), (known.uri, known.value)))
        .collect();
    let mut changes = shared.changes.subscribe();
    loop {
        if *changes.borrow_and_update() {
            return Err(over());
        }
        let (items, is_new) = report(&shared, &known).await?;
        if is_new {
            return Ok(WorkspaceDiagnosticReport { items }.into());
        }
        // It fails only where nobody is left to tell of changes.
        changes.changed().await.map_err(|_| over())?;
        if !*changes.borrow() {
            sleep(shared.options.quiet).await;
        }
    }
}

/// What there is to tell of closed files, and whether anything in it is new to the client.
async fn report(shared: &Arc<Shared>, known: &Known) -> Result<(Vec<WorkspaceDocumentDiagnosticReport>, bool)> {
    let begun = shared.clone();
    let mut round = read::work(shared.clone(), move || Round::begin(&begun)).await?;
    let (mut told, mut items, mut is_new, mut more) = (0, Vec::new(), false, true);
    for portion in 1.. {
        let asked = shared.clone();
        (round, more) = read::work(shared.clone(), move || {
            let more = round.go_on(&asked, PORTION);
            (round, more)
        })
        .await?;
        let new = round.found[told..].iter();
        for item in new.filter_map(|(path, reported)| one(path, reported, known.get(path))) {
            is_new |= matches!(item, WorkspaceDocumentDiagnosticReport::Full(_));
            items.push(item);
        }
        told = round.found.len();
        if !more || is_new && portion % PORTIONS == 0 {
            break;
        }
    }
    if !more {
        for (path, known) in known.iter().filter(|(path, _)| round.is_gone(path)) {
            let item = one(path, &Reported::none(), Some(known));
            is_new |= matches!(item, Some(WorkspaceDocumentDiagnosticReport::Full(_)));
            items.extend(item);
        }
    }
    Ok((items, is_new))
}

/// What is said of one file; nothing of one that never had findings.
fn one(path: &Path, reported: &Reported, known: Option<&(Uri, String)>) -> Option<WorkspaceDocumentDiagnosticReport> {
    let uri = match known {
        Some((uri, _)) => uri.clone(),
        None if reported.items.is_empty() => return None,
        None => uri::from_path(path)?,
    };
    Some(match known {
        Some((_, id)) if *id == reported.id => {
            WorkspaceDocumentDiagnosticReport::Unchanged(WorkspaceUnchangedDocumentDiagnosticReport {
                uri,
                version: None,
                unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id: id.clone() },
            })
        }
        _ => WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport {
            uri,
            version: None,
            full_document_diagnostic_report: FullDocumentDiagnosticReport {
                result_id: Some(reported.id.clone()),
                items: reported.items.clone(),
            },
        }),
    })
}

/// The session ends while somebody waits.
fn over() -> Error {
    Error {
        code: ErrorCode::ServerError(SERVER_CANCELLED),
        message: "the session is over".into(),
        data: Some(serde_json::json!({ "retriggerRequest": false })),
    }
}

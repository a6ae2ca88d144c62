//! `workspace/diagnostic`: the findings of texts that are not open, where the settings want them
//! (`diagnostics.scope = "workspace"`). The request waits until there is something that the client does not have yet.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use onomast_gazetteer::analysis::Use;
use tokio::time::sleep;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    Diagnostic, FullDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport, Uri, WorkspaceDiagnosticParams,
    WorkspaceDiagnosticReport, WorkspaceDiagnosticReportResult, WorkspaceDocumentDiagnosticReport,
    WorkspaceFullDocumentDiagnosticReport, WorkspaceUnchangedDocumentDiagnosticReport,
};

use super::diagnostic::{self, Reported};
use crate::index::{Index, Summary};
use crate::lsp::session::{Shared, Snapshot, Sums};
use crate::lsp::{read, uri};
use crate::project::Project;

/// What was found in closed texts, kept as long as what it rests on stays the same.
#[derive(Debug, Default)]
pub(in crate::lsp) struct Kept(Mutex<BTreeMap<PathBuf, (Ground, Reported)>>);

/// What the findings of a closed text rest on.
#[derive(Debug)]
struct Ground {
    summary: Arc<Summary>,
    project: Arc<Project>,
    conflicting: Arc<[Use]>,
}

/// What the client has, by path.
type Known = BTreeMap<PathBuf, (Uri, String)>;

/// Answers when something has changed, however long that takes. Where only open texts are wanted, this is when the
/// settings change.
pub(in crate::lsp) async fn wait(
    shared: Arc<Shared>,
    params: WorkspaceDiagnosticParams,
) -> Result<WorkspaceDiagnosticReportResult> {
    let known = params.previous_result_ids.into_iter();
    let known = known.map(|known| (uri::to_path(known.uri.as_str()), (known.uri, known.value)));
    let known: Arc<Known> = Arc::new(known.collect());
    let mut changes = shared.changes.subscribe();
    loop {
        changes.borrow_and_update();
        let (asked, of) = (shared.clone(), known.clone());
        let items = read::work(shared.clone(), move || report(&asked, &asked.snapshot(), &of)).await?;
        let is_new =
            |item: &WorkspaceDocumentDiagnosticReport| matches!(item, WorkspaceDocumentDiagnosticReport::Full(_));
        if items.iter().any(is_new) {
            return Ok(WorkspaceDiagnosticReportResult::Report(WorkspaceDiagnosticReport {
                items,
            }));
        }
        // It fails only at the end of the session, when nobody waits any more.
        let _ = changes.changed().await;
        sleep(shared.options.quiet).await;
    }
}

/// All closed texts: what the client has is unchanged, what is gone has no findings. Of what is open it asks elsewhere.
/// Nothing, as long as a project is being read.
fn report(shared: &Shared, snapshot: &Snapshot, known: &Known) -> Vec<WorkspaceDocumentDiagnosticReport> {
    let mut closed = BTreeMap::new();
    if snapshot.settings.whole_workspace && snapshot.settings.diagnostics {
        for project in snapshot.all_projects() {
            match snapshot.sums(&project) {
                Sums::Ready(index) => closed.extend(of_project(shared, snapshot, &project, &index)),
                Sums::Coming => return Vec::new(),
                Sums::None => {}
            }
        }
    }
    let is_gone = |path: &PathBuf| !closed.contains_key(path) && snapshot.document(path).is_none();
    let gone = known.iter().filter(|(path, _)| is_gone(path));
    let gone: Vec<_> = gone.map(|(_, (uri, _))| full(uri.clone(), None, Vec::new())).collect();
    let reports = closed
        .iter()
        .filter_map(|(path, reported)| one(path, reported, known.get(path)));
    reports.chain(gone).collect()
}

fn of_project(shared: &Shared, snapshot: &Snapshot, project: &Arc<Project>, index: &Index) -> Vec<(PathBuf, Reported)> {
    let closed = index.documents().filter(|(path, _)| snapshot.document(path).is_none());
    let reported = closed.filter_map(|(path, summary)| {
        let ground = Ground {
            summary: summary.clone(),
            project: project.clone(),
            conflicting: index.conflicting().clone(),
        };
        let make = || diagnostic::of_closed(&shared.options, snapshot, project, index, path);
        Some((path.to_owned(), shared.kept.get(path, ground, make)?))
    });
    reported.collect()
}

impl Kept {
    /// What is kept of a text, or made now.
    fn get(&self, path: &Path, ground: Ground, make: impl FnOnce() -> Option<Reported>) -> Option<Reported> {
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, reported)) = lock().get(path).filter(|(old, _)| old.is_as(&ground)) {
            return Some(reported.clone());
        }
        let made = make();
        match &made {
            Some(reported) => drop(lock().insert(path.to_owned(), (ground, reported.clone()))),
            None => drop(lock().remove(path)),
        }
        made
    }
}

impl Ground {
    fn is_as(&self, other: &Ground) -> bool {
        Arc::ptr_eq(&self.summary, &other.summary)
            && Arc::ptr_eq(&self.project, &other.project)
            && self.conflicting == other.conflicting
    }
}

fn one(path: &Path, reported: &Reported, known: Option<&(Uri, String)>) -> Option<WorkspaceDocumentDiagnosticReport> {
    let uri = uri::from_path(path)?;
    match known {
        Some((uri, id)) if *id == reported.id => {
            let report = WorkspaceUnchangedDocumentDiagnosticReport {
                uri: uri.clone(),
                version: None,
                unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id: id.clone() },
            };
            Some(WorkspaceDocumentDiagnosticReport::Unchanged(report))
        }
        // A text that never had findings need not be spoken of.
        None if reported.items.is_empty() => None,
        _ => Some(full(uri, Some(reported.id.clone()), reported.items.clone())),
    }
}

fn full(uri: Uri, result_id: Option<String>, items: Vec<Diagnostic>) -> WorkspaceDocumentDiagnosticReport {
    WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport {
        uri,
        version: None,
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id, items },
    })
}

//! Ways out of the conflicts that a merge has left in a file of a project.

use onomast_gazetteer::replace::Change;
use tower_lsp::ls_types::{CodeAction, CodeActionKind, CodeActionParams, Diagnostic, NumberOrString};

use crate::features::finding::Code;
use crate::features::gazetteer_file::conflict::{self, Conflict, Resolution};
use crate::lsp::edits::{self, FileEdit, Words};
use crate::lsp::project_file::ProjectFile;
use crate::lsp::snapshot::Snapshot;
use crate::message::Messages;

/// Mine, theirs and both, for each conflict that the range touches.
pub(super) fn actions(snapshot: &Snapshot, file: &ProjectFile<'_>, params: &CodeActionParams) -> Vec<CodeAction> {
    let [start, end] = [params.range.start, params.range.end].map(|position| file.offset(snapshot, position));
    let touched = |conflict: &Conflict| start <= conflict.range.end && conflict.range.start <= end;
    let conflicts = conflict::conflicts(&file.file.text).into_iter().filter(touched);
    let ways = conflicts.flat_map(|conflict| Resolution::ALL.map(|resolution| (conflict.clone(), resolution)));
    ways.filter_map(|(conflict, resolution)| action(snapshot, file, &params.context.diagnostics, &conflict, resolution))
        .collect()
}

fn action(
    snapshot: &Snapshot,
    file: &ProjectFile<'_>,
    known: &[Diagnostic],
    conflict: &Conflict,
    resolution: Resolution,
) -> Option<CodeAction> {
    let messages = Messages::of(snapshot.locale());
    let key = match resolution {
        Resolution::Mine => "action-conflict-mine",
        Resolution::Theirs => "action-conflict-theirs",
        Resolution::Both => "action-conflict-both",
    };
    let change = Change {
        range: conflict.range.clone(),
        text: conflict::resolved(&file.file.text, conflict, resolution, file.is_json()),
    };
    let edit = FileEdit::of_document(file.document, vec![(change, Words::Project)]);
    let line = file.range(snapshot, &conflict.range).start.line;
    let code = NumberOrString::String(Code::Gazetteer.as_str().to_owned());
    let is_about =
        |diagnostic: &&Diagnostic| diagnostic.range.start.line == line && diagnostic.code.as_ref() == Some(&code);
    let diagnostics: Vec<Diagnostic> = known.iter().filter(is_about).cloned().collect();
    Some(CodeAction {
        title: messages.text(key, &[]),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(diagnostics).filter(|all| !all.is_empty()),
        edit: Some(edits::to_lsp(snapshot, messages, &[edit])),
        ..CodeAction::default()
    })
}

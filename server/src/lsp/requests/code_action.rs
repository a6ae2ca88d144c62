//! `textDocument/codeAction`: fixes of findings, other spellings, decisions; and what `codeAction/resolve` is asked for.

use serde::{Deserialize, Serialize};
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    ClientCapabilities, CodeAction, CodeActionKind, CodeActionOptions, CodeActionOrCommand, CodeActionParams,
    CodeActionProviderCapability, CodeActionResponse, Diagnostic, NumberOrString, ServerCapabilities, Uri,
    WorkspaceEdit,
};

use onomast_gazetteer::replace::Change;

use crate::features::code_actions::{self, Action, Kind, Work};
use crate::features::finding::Finding;
use crate::lsp::carried::Carried;
use crate::lsp::edits::{self, EditFacts, FileEdit, Words};
use crate::lsp::obstacle::Obstacle;
use crate::lsp::project_file::ProjectFile;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::{Open, Snapshot};
use crate::lsp::{convert, own_names};
use crate::project::decisions::DECISIONS_FILE;
use crate::project::root::relative;

mod conflicts;

/// All safe fixes of a text.
const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.onomast");

/// What an action that is worked out later needs.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::lsp) struct Later {
    pub uri: Uri,
    pub entity: String,
    pub key: String,
    pub language: String,
    pub from: String,
    pub to: String,
}

/// Options are for clients that know actions with a kind; the others would get nothing, and are not offered it.
pub(in crate::lsp) fn advertise(client: &ClientCapabilities, server: &mut ServerCapabilities) {
    if !EditFacts::of(client).literals {
        return;
    }
    server.code_action_provider = Some(CodeActionProviderCapability::Options(CodeActionOptions {
        code_action_kinds: Some(vec![
            CodeActionKind::QUICKFIX,
            CodeActionKind::REFACTOR_REWRITE,
            FIX_ALL,
        ]),
        resolve_provider: Some(true),
        ..CodeActionOptions::default()
    }));
}

pub(in crate::lsp) fn handle(
    shared: &Shared,
    snapshot: &Snapshot,
    params: CodeActionParams,
) -> Result<Option<CodeActionResponse>> {
    // Before there were actions with a kind and an edit there were commands alone, which change nothing by themselves. A client
    // may ask for what it was not offered.
    if !snapshot.client.edits.literals {
        return Ok(None);
    }
    let Some(open) = snapshot.open(&params.text_document.uri) else {
        let file = ProjectFile::open(shared, snapshot, &params.text_document.uri);
        let actions = file.map_or_else(Vec::new, |file| conflicts::actions(snapshot, &file, &params));
        return Ok(answer(actions, params.context.only.as_deref()));
    };
    let text = &open.document.text.0;
    let encoding = snapshot.client.encoding;
    let start = convert::offset_from_lsp(text, params.range.start, encoding);
    let end = convert::offset_from_lsp(text, params.range.end, encoding);
    let findings = (shared.options.findings)(&open.view());
    let path = relative(&open.document.path, &open.reading.project.root);
    let actions = code_actions::code_actions(&open.view(), &path, &findings, &(start..end.max(start)));
    let only = params.context.only.as_deref();
    let asked = |action: &Action| is_asked_for(&kind_of(action.kind), only);
    let translated = actions.into_iter().filter(asked).filter_map(|action| {
        let diagnostics = action.finding.and_then(|number| findings.get(number));
        let diagnostics = diagnostics.map(|finding| settled(&params.context.diagnostics, finding, &open, snapshot));
        to_lsp(snapshot, &open, action, diagnostics.unwrap_or_default())
    });
    Ok(answer(translated.collect(), only))
}

/// Those that are asked for; `None` of none.
fn answer(actions: Vec<CodeAction>, only: Option<&[CodeActionKind]>) -> Option<CodeActionResponse> {
    let is_asked = |action: &CodeAction| action.kind.as_ref().is_none_or(|kind| is_asked_for(kind, only));
    let actions = actions
        .into_iter()
        .filter(is_asked)
        .map(CodeActionOrCommand::CodeAction);
    Some(actions.collect()).filter(|actions: &Vec<_>| !actions.is_empty())
}

fn is_asked_for(kind: &CodeActionKind, only: Option<&[CodeActionKind]>) -> bool {
    only.is_none_or(|only| only.iter().any(|wanted| is_within(kind, wanted)))
}

fn to_lsp(snapshot: &Snapshot, open: &Open<'_>, action: Action, diagnostics: Vec<Diagnostic>) -> Option<CodeAction> {
    let project = &open.reading.project;
    let messages = project.messages();
    let edit = |files: &[FileEdit]| Some(edits::to_lsp(snapshot, messages, files));
    // What cannot be done is not offered.
    let (edit, data) = match action.work {
        Work::Here(changes) => (edit(&here(snapshot, open, changes).ok()?), None),
        Work::Decide(line) => (Some(decided(snapshot, open, &line).ok()?), None),
        Work::Enter { id, entry } => (
            edit(&own_names::with_entity(snapshot, project, &id, &entry).ok()?),
            None,
        ),
        Work::Spell(spelling) => (
            edit(&own_names::with_spelling(snapshot, project, &spelling).ok()?),
            None,
        ),
        Work::InProject(from, to) => {
            if !snapshot.client.edits.resolves {
                return None;
            }
            let gazetteer = &project.gazetteer;
            let (from, to) = (gazetteer.spelling(from), gazetteer.spelling(to));
            let name = gazetteer.name(from.name);
            let later = Later {
                uri: open.document.address.clone(),
                entity: gazetteer.entity(name.entity).id.clone(),
                key: name.key.clone(),
                language: from.language.tag().to_owned(),
                from: from.text.clone(),
                to: to.text.clone(),
            };
            (None, serde_json::to_value(later).ok())
        }
    };
    Some(CodeAction {
        title: action.title,
        kind: Some(kind_of(action.kind)),
        diagnostics: Some(diagnostics).filter(|all| !all.is_empty()),
        edit,
        is_preferred: (action.preferred && snapshot.client.edits.prefers).then_some(true),
        data,
        ..CodeAction::default()
    })
}

/// Changes to the document, and to the decisions about what they change.
fn here(
    snapshot: &Snapshot,
    open: &Open<'_>,
    changes: Vec<(Change, crate::features::fixes::Group)>,
) -> std::result::Result<Vec<FileEdit>, Obstacle> {
    let changes = changes.into_iter().map(|(change, group)| (change, Words::Text(group)));
    let changes: Vec<(Change, Words)> = changes.collect();
    let mut carried = Carried::default();
    carried.add(&open.view(), &changes);
    let text = FileEdit::of_document(open.document, changes);
    Ok(std::iter::once(text).chain(carried.edit(snapshot)?).collect())
}

/// A line at the end of the file of decisions, which is made where there is none.
pub(in crate::lsp) fn decided(
    snapshot: &Snapshot,
    open: &Open<'_>,
    line: &str,
) -> std::result::Result<WorkspaceEdit, Obstacle> {
    let project = &open.reading.project;
    if !open.document.path.is_absolute() {
        return Err(Obstacle::Unsaved);
    }
    let path = project.root.join(DECISIONS_FILE);
    let file = match &project.decisions {
        Some(file) => {
            let text = &file.text;
            let broken = text.is_empty() || text.ends_with(['\n', '\r']);
            let start = if broken { "" } else { "\n" };
            let change = Change {
                range: text.len()..text.len(),
                text: format!("{start}{line}\n"),
            };
            FileEdit::of(snapshot, &path, text, vec![(change, Words::Project)])?
        }
        None => FileEdit::making(snapshot, &path, format!("{line}\n"))?,
    };
    Ok(edits::to_lsp(snapshot, project.messages(), &[file]))
}

/// The findings of the client that an action settles.
fn settled(known: &[Diagnostic], finding: &Finding, open: &Open<'_>, snapshot: &Snapshot) -> Vec<Diagnostic> {
    let range = convert::range_to_lsp(&open.document.text.0, &finding.range, snapshot.client.encoding);
    let code = NumberOrString::String(finding.code.as_str().to_owned());
    let is_it = |diagnostic: &&Diagnostic| diagnostic.range == range && diagnostic.code.as_ref() == Some(&code);
    known.iter().filter(is_it).cloned().collect()
}

fn kind_of(kind: Kind) -> CodeActionKind {
    match kind {
        Kind::QuickFix => CodeActionKind::QUICKFIX,
        Kind::Rewrite => CodeActionKind::REFACTOR_REWRITE,
        Kind::FixAll => FIX_ALL,
    }
}

/// Whether a kind is of one that is asked for: kinds are words between dots.
fn is_within(kind: &CodeActionKind, wanted: &CodeActionKind) -> bool {
    let rest = kind.as_str().strip_prefix(wanted.as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || wanted.as_str().is_empty())
}

//! `textDocument/codeAction`: fixes of findings, other spellings, decisions; and what `codeAction/resolve` is asked for.

use serde::{Deserialize, Serialize};
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    ClientCapabilities, CodeAction, CodeActionDisabled, CodeActionKind, CodeActionOptions, CodeActionOrCommand,
    CodeActionParams, CodeActionProviderCapability, CodeActionResponse, Diagnostic, NumberOrString, ServerCapabilities,
    Uri, WorkspaceEdit,
};

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::entity::{Spelling, SpellingId};
use onomast_gazetteer::replace::Change;

use crate::features::code_actions::{self, Action, Kind, MOST_FINDINGS, Work};
use crate::features::diagnostics::Findings;
use crate::features::finding::Finding;
use crate::features::fixes::Group;
use crate::features::respell::{self, Target};
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

/// An action that is worked out later: of which document, and what.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::lsp) struct Later {
    pub uri: Uri,
    #[serde(flatten)]
    pub work: LaterWork,
}

/// What is worked out later.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "work", rename_all = "camelCase")]
pub(in crate::lsp) enum LaterWork {
    FixAll,
    InText(Respelling),
    InProject(Respelling),
}

/// One spelling in the place of another, so that they are found again in a gazetteer loaded anew.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::lsp) struct Respelling {
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
    let only = params.context.only.as_deref();
    let is_asked = |kind: &Kind| is_asked_for(&kind_of(*kind), only);
    let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(is_asked).collect();
    let view = open.view();
    // Neither asks what is wrong.
    let asks = !matches!(kinds.as_slice(), [] | [Kind::Rewrite]);
    let found = asks.then(|| open.findings(&shared.options, &view));
    let path = relative(&open.document.path, &open.reading.project.root);
    let range = start..end.max(start);
    let touching = found.as_ref().map(|found| found.touching(&range, MOST_FINDINGS));
    let findings = touching.unwrap_or_default();
    let kinds = only.map(|_| kinds.as_slice());
    let actions = code_actions::code_actions(&view, &path, &findings, &range, kinds, groups(snapshot));
    // Who asks for all fixes by their kind makes them unseen, and wants to hear nothing where there is nothing to do.
    let can_wait = |work: &Work| snapshot.client.edits.resolves && (*work != Work::FixAll || kinds.is_none());
    // Without that every move of a cursor would look through the text: only where something is safely put right.
    let is_wanted = kinds.is_some() || actions.iter().any(|action| action.work == Work::FixAll);
    let translated = actions.into_iter().filter_map(|mut action| {
        if !can_wait(&action.work) {
            action.work = at_once(snapshot, &open, found.as_ref(), action.work, is_wanted)?;
        }
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
    let mut disabled = None;
    // What cannot be done is not offered, unless the client can show why.
    let (edit, data) = match action.work {
        Work::Refused(reason) if snapshot.client.edits.disables => {
            disabled = Some(CodeActionDisabled { reason });
            (None, None)
        }
        Work::Refused(_) => return None,
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
        Work::FixAll => (None, later(open, LaterWork::FixAll)),
        Work::InText(from, to) => {
            let respelling = Respelling::of(&project.gazetteer, from, to);
            (None, later(open, LaterWork::InText(respelling)))
        }
        Work::InProject(from, to) => {
            let respelling = Respelling::of(&project.gazetteer, from, to);
            (None, later(open, LaterWork::InProject(respelling)))
        }
    };
    Some(CodeAction {
        title: action.title,
        kind: Some(kind_of(action.kind)),
        diagnostics: Some(diagnostics).filter(|all| !all.is_empty()),
        edit,
        is_preferred: (action.preferred && snapshot.client.edits.prefers).then_some(true),
        data,
        disabled,
        ..CodeAction::default()
    })
}

/// What could be worked out later, now, where that is wanted; `None` where it comes to nothing, and for what takes too long.
fn at_once(
    snapshot: &Snapshot,
    open: &Open<'_>,
    found: Option<&Findings<'_>>,
    work: Work,
    is_wanted: bool,
) -> Option<Work> {
    let changes = match work {
        Work::FixAll | Work::InText(..) if !is_wanted => return None,
        Work::FixAll => code_actions::fix_all(&open.view(), &found?.all()),
        Work::InText(from, to) => in_text(snapshot, open, from, to),
        Work::InProject(..) => return None,
        work => return Some(work),
    };
    (!changes.is_empty()).then_some(Work::Here(changes))
}

/// One spelling in the place of another in a document, in words that the client changes as they are to be changed.
pub(in crate::lsp) fn in_text(
    snapshot: &Snapshot,
    open: &Open<'_>,
    from: SpellingId,
    to: SpellingId,
) -> Vec<(Change, Group)> {
    let mut respelled = respell::respell(&open.view(), from, &Target::Known(to));
    respelled.changes.retain(|(_, group)| groups(snapshot).contains(group));
    respelled.changes
}

/// The words that may be changed: others than the author’s only where the client asks before it does so.
pub(in crate::lsp) fn groups(snapshot: &Snapshot) -> &'static [Group] {
    match snapshot.client.edits.annotations {
        true => &Group::ALL,
        false => &[Group::Narration],
    }
}

fn later(open: &Open<'_>, work: LaterWork) -> Option<serde_json::Value> {
    let uri = open.document.address.clone();
    serde_json::to_value(Later { uri, work }).ok()
}

impl Respelling {
    fn of(gazetteer: &Gazetteer, from: SpellingId, to: SpellingId) -> Respelling {
        let (from, to) = (gazetteer.spelling(from), gazetteer.spelling(to));
        let name = gazetteer.name(from.name);
        Respelling {
            entity: gazetteer.entity(name.entity).id.clone(),
            key: name.key.clone(),
            language: from.language.tag().to_owned(),
            from: from.text.clone(),
            to: to.text.clone(),
        }
    }

    /// Both spellings, where they are still there.
    pub(in crate::lsp) fn spellings(&self, gazetteer: &Gazetteer) -> Option<(SpellingId, SpellingId)> {
        let entity = gazetteer.find(&self.entity)?;
        let (name, _) = gazetteer.names(entity).find(|(_, name)| name.key == self.key)?;
        let find = |text: &str| {
            let mut spellings = gazetteer.spellings(name);
            let is_it = |spelling: &Spelling| spelling.text == text && spelling.language.tag() == self.language;
            spellings.find(|(_, spelling)| is_it(spelling)).map(|(id, _)| id)
        };
        Some((find(&self.from)?, find(&self.to)?))
    }
}

/// Changes to the document, and to the decisions about what they change.
pub(in crate::lsp) fn here(
    snapshot: &Snapshot,
    open: &Open<'_>,
    changes: Vec<(Change, Group)>,
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

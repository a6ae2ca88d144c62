//! Changes to files as the protocol has them: with versions, annotations and new files where the client offers them, plain
//! `changes` else.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use onomast_gazetteer::replace::Change;
use ropey::Rope;
use tower_lsp::ls_types::{
    AnnotatedTextEdit, ChangeAnnotation, ClientCapabilities, CreateFile, CreateFileOptions, DocumentChangeOperation,
    DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier, Position, Range, ResourceOp,
    ResourceOperationKind, TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};

use super::convert;
use super::document::Document;
use super::obstacle::Obstacle;
use super::snapshot::Snapshot;
use super::uri;
use crate::features::fixes::Group;
use crate::message::Messages;
use crate::project::{decode, read};

/// What the client can do with edits.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct EditFacts {
    /// Whether edits may say which version they are of.
    pub versions: bool,
    /// Whether they may be annotated.
    pub annotations: bool,
    /// Whether they may make files.
    pub creates: bool,
    /// Whether actions may say what they change.
    pub literals: bool,
    /// Whether one of them may be called the best.
    pub prefers: bool,
    /// Whether one that cannot be done may be shown with the reason.
    pub disables: bool,
    /// Whether they may be worked out when they are chosen.
    pub resolves: bool,
}

/// In whose words a change is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Words {
    /// Of a text.
    Text(Group),
    /// Of a file of the project.
    Project,
}

/// The changes to one file.
#[derive(Debug)]
pub(super) struct FileEdit {
    /// The text that the changes are of; `None` for a file that is to be made.
    pub text: Option<Rope>,
    /// Its version in the editor, where it is open.
    pub version: Option<i32>,
    pub uri: Uri,
    pub changes: Vec<(Change, Words)>,
}

impl EditFacts {
    pub(super) fn of(client: &ClientCapabilities) -> EditFacts {
        let workspace = client.workspace.as_ref();
        let edit = workspace.and_then(|workspace| workspace.workspace_edit.as_ref());
        let versions = edit.and_then(|edit| edit.document_changes) == Some(true);
        let creates = edit
            .and_then(|edit| edit.resource_operations.as_ref())
            .is_some_and(|kinds| kinds.contains(&ResourceOperationKind::Create));
        let actions = client.text_document.as_ref().and_then(|text| text.code_action.as_ref());
        let resolves = actions.is_some_and(|actions| {
            let properties = actions.resolve_support.as_ref().map(|support| &support.properties);
            actions.data_support == Some(true)
                && properties.is_some_and(|properties| properties.iter().any(|one| one == "edit"))
        });
        EditFacts {
            versions,
            // Both are only understood beside versions.
            annotations: versions && edit.is_some_and(|edit| edit.change_annotation_support.is_some()),
            creates: versions && creates,
            literals: actions.is_some_and(|actions| actions.code_action_literal_support.is_some()),
            prefers: actions.and_then(|actions| actions.is_preferred_support) == Some(true),
            disables: actions.and_then(|actions| actions.disabled_support) == Some(true),
            resolves,
        }
    }
}

impl FileEdit {
    /// Changes to an open document that were worked out from this very version of it.
    pub(super) fn of_document(document: &Document, changes: Vec<(Change, Words)>) -> FileEdit {
        FileEdit {
            text: Some(document.text.0.clone()),
            version: Some(document.version),
            uri: document.address.clone(),
            changes,
        }
    }

    /// Changes to a file of a project, open or not, that were worked out from `base`: refused where that is not what the
    /// file says now.
    pub(super) fn of(
        snapshot: &Snapshot,
        path: &Path,
        base: &str,
        changes: Vec<(Change, Words)>,
    ) -> Result<FileEdit, Obstacle> {
        let edit = match snapshot.document(path) {
            Some(document) => {
                (document.in_step && document.text.0 == *base).then(|| FileEdit::of_document(document, changes))
            }
            None => text_of(snapshot, path)
                .filter(|text| text == base)
                .and_then(|_| FileEdit::of_text(path, base, changes)),
        };
        edit.ok_or_else(|| Obstacle::Changed(path.to_owned()))
    }

    /// Changes to a closed file with this text.
    pub(super) fn of_text(path: &Path, text: &str, changes: Vec<(Change, Words)>) -> Option<FileEdit> {
        Some(FileEdit {
            text: Some(Rope::from_str(text)),
            version: None,
            uri: uri::from_path(path)?,
            changes,
        })
    }

    /// A file that is to be made, where the client makes files.
    pub(super) fn making(snapshot: &Snapshot, path: &Path, text: String) -> Result<FileEdit, Obstacle> {
        if !path.is_absolute() {
            return Err(Obstacle::NoFolder);
        }
        let uri = uri::from_path(path).filter(|_| snapshot.client.edits.creates);
        Ok(FileEdit {
            text: None,
            version: None,
            uri: uri.ok_or_else(|| Obstacle::NoFile(path.to_owned()))?,
            changes: vec![(Change { range: 0..0, text }, Words::Project)],
        })
    }

    /// Another text for a file of the project, or a new file; what is alike at both ends stays.
    pub(super) fn rewriting(
        snapshot: &Snapshot,
        path: &Path,
        old: Option<&str>,
        new: String,
    ) -> Result<FileEdit, Obstacle> {
        match old {
            None => FileEdit::making(snapshot, path, new),
            Some(old) => FileEdit::of(snapshot, path, old, vec![(difference(old, &new), Words::Project)]),
        }
    }

    fn edits(&self, snapshot: &Snapshot) -> Vec<(TextEdit, Words)> {
        let encoding = snapshot.client.encoding;
        let range = |change: &Change| match &self.text {
            Some(text) => convert::range_to_lsp(text, &change.range, encoding),
            None => Range::new(Position::new(0, 0), Position::new(0, 0)),
        };
        let edit = |(change, words): &(Change, Words)| (TextEdit::new(range(change), change.text.clone()), *words);
        self.changes.iter().map(edit).collect()
    }
}

/// What an open document, or else a file of a project, says now, as projects read it. `None` where the document is out of
/// step, and where there is no text in the file.
pub(super) fn text_of(snapshot: &Snapshot, path: &Path) -> Option<String> {
    match snapshot.document(path) {
        Some(document) => document.in_step.then(|| document.text.0.to_string()),
        None => decode(&read::project_file(path).ok()?, None),
    }
}

/// The edit of some files. Without versions new files cannot be made, and are left out by those who ask for them.
///
/// Files are made before any text is changed: where one cannot be made nothing has happened yet, and VS Code takes back in
/// one step only those changes to texts between which nothing else is done.
pub(super) fn to_lsp(snapshot: &Snapshot, messages: &Messages, files: &[FileEdit]) -> WorkspaceEdit {
    let facts = snapshot.client.edits;
    if !facts.versions {
        let plain = |file: &FileEdit| {
            let edits = file.edits(snapshot).into_iter().map(|(edit, _)| edit).collect();
            (file.uri.clone(), edits)
        };
        #[allow(clippy::mutable_key_type)] // The type of the protocol; nothing of a key is changed.
        let changes: HashMap<Uri, Vec<TextEdit>> = files.iter().map(plain).collect();
        return WorkspaceEdit {
            changes: Some(changes),
            ..WorkspaceEdit::default()
        };
    }
    let mut annotations: BTreeMap<String, ChangeAnnotation> = BTreeMap::new();
    let new = files.iter().filter(|file| file.text.is_none());
    let mut operations: Vec<DocumentChangeOperation> = new.map(creation).collect();
    for file in files {
        let edits = file.edits(snapshot).into_iter().map(|(text_edit, words)| match words {
            Words::Text(Group::Narration) | Words::Project => OneOf::Left(text_edit),
            _ if !facts.annotations => OneOf::Left(text_edit),
            Words::Text(group) => {
                let id = group.as_str().to_owned();
                annotations.entry(id.clone()).or_insert_with(|| ChangeAnnotation {
                    label: messages.text(&format!("group-{}", group.as_str()), &[]),
                    needs_confirmation: Some(true),
                    description: None,
                });
                OneOf::Right(AnnotatedTextEdit {
                    text_edit,
                    annotation_id: id,
                })
            }
        });
        operations.push(DocumentChangeOperation::Edit(TextDocumentEdit {
            text_document: OptionalVersionedTextDocumentIdentifier {
                uri: file.uri.clone(),
                version: file.version,
            },
            edits: edits.collect(),
        }));
    }
    WorkspaceEdit {
        changes: None,
        document_changes: Some(DocumentChanges::Operations(operations)),
        change_annotations: Some(annotations.into_iter().collect()).filter(|all: &HashMap<_, _>| !all.is_empty()),
    }
}

fn creation(file: &FileEdit) -> DocumentChangeOperation {
    DocumentChangeOperation::Op(ResourceOp::Create(CreateFile {
        uri: file.uri.clone(),
        options: Some(CreateFileOptions {
            overwrite: Some(false),
            ignore_if_exists: Some(false),
        }),
        annotation_id: None,
    }))
}

/// Where a place of one text stands in another that was made of it: before and behind what differs it moves with the
/// text; what differs itself is all of it.
pub(super) fn followed(range: &std::ops::Range<usize>, old: &str, new: &str) -> std::ops::Range<usize> {
    let change = difference(old, new);
    let behind = change.range.start + change.text.len();
    let moved = |at: usize, inside: usize| match at {
        at if at <= change.range.start => at,
        at if at >= change.range.end => at - change.range.end + behind,
        _ => inside,
    };
    moved(range.start, change.range.start)..moved(range.end, behind)
}

/// What has to change for one text to become another: from the first character that differs to the last.
fn difference(old: &str, new: &str) -> Change {
    let same = old.chars().zip(new.chars()).take_while(|(one, other)| one == other);
    let start: usize = same.map(|(letter, _)| letter.len_utf8()).sum();
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let same = old_rest.chars().rev().zip(new_rest.chars().rev());
    let end: usize = same
        .take_while(|(one, other)| one == other)
        .map(|(letter, _)| letter.len_utf8())
        .sum();
    Change {
        range: start..old.len() - end,
        text: new_rest[..new_rest.len() - end].to_owned(),
    }
}

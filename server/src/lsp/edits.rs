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
use super::snapshot::Snapshot;
use super::uri;
use crate::features::fixes::Group;
use crate::message::Messages;
use crate::project::read;

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
            resolves,
        }
    }
}

impl FileEdit {
    /// Changes to a text or file as it stands: in the editor, else on disk. `None` where it cannot be read, or is out of
    /// step.
    pub(super) fn of(snapshot: &Snapshot, path: &Path, changes: Vec<(Change, Words)>) -> Option<FileEdit> {
        if let Some(document) = snapshot.document(path) {
            return document.in_step.then(|| FileEdit {
                text: Some(document.text.0.clone()),
                version: Some(document.version),
                uri: document.address.clone(),
                changes,
            });
        }
        let bytes = read::project_file(path).ok()?;
        FileEdit::of_text(path, &String::from_utf8(bytes).ok()?, changes)
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
    pub(super) fn making(snapshot: &Snapshot, path: &Path, text: String) -> Option<FileEdit> {
        let change = Change { range: 0..0, text };
        snapshot.client.edits.creates.then_some(())?;
        Some(FileEdit {
            text: None,
            version: None,
            uri: uri::from_path(path)?,
            changes: vec![(change, Words::Project)],
        })
    }

    /// Another text for a file of the project, or a new file; what is alike at both ends stays.
    pub(super) fn rewriting(snapshot: &Snapshot, path: &Path, old: Option<&str>, new: String) -> Option<FileEdit> {
        match old {
            None => FileEdit::making(snapshot, path, new),
            Some(old) => FileEdit::of(snapshot, path, vec![(difference(old, &new), Words::Project)]),
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

/// The edit of some files. Without versions new files cannot be made, and are left out by those who ask for them.
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
    let mut operations = Vec::new();
    for file in files {
        if file.text.is_none() {
            operations.push(DocumentChangeOperation::Op(ResourceOp::Create(CreateFile {
                uri: file.uri.clone(),
                options: Some(CreateFileOptions {
                    overwrite: Some(false),
                    ignore_if_exists: Some(false),
                }),
                annotation_id: None,
            })));
        }
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

//! Completion in the files of a project.

use tower_lsp::ls_types::{CompletionItem, CompletionItemKind, CompletionList, CompletionResponse, Position};

use super::Edit;
use crate::features::gazetteer_file::completion::{self, Item, Kind};
use crate::features::{decisions_file, settings_file};
use crate::lsp::convert;
use crate::lsp::document::Document;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;
use crate::project::decisions::DECISIONS_FILE;
use crate::project::root::SETTINGS_FILE;
use crate::project::sources;

/// What may be written at a position of a file of a project, which its name tells apart.
pub(super) fn completion(
    shared: &Shared,
    snapshot: &Snapshot,
    document: &Document,
    position: Position,
) -> Option<CompletionResponse> {
    let rope = &document.text.0;
    let (encoding, abilities) = (snapshot.client.encoding, &snapshot.client.completion);
    let at = convert::offset_from_lsp(rope, position, encoding);
    let project = snapshot.projects().made_of(&document.path);
    shared.beginnings.make(&project.gazetteer);
    let text = &document.file().text;
    let found = match document.path.file_name()?.to_str()? {
        SETTINGS_FILE => settings_file::completion(text, at, &project),
        DECISIONS_FILE => decisions_file::completion(text, at, &project),
        name if name.ends_with(".json") => {
            let bases = sources::bases(&project.gazetteer, &document.path);
            completion::completion(text, at, &project.gazetteer, &bases, !snapshot.settings.json_schema)
        }
        _ => None,
    }?;
    let edit = Edit::new(rope, &found.range, found.word_end, abilities, encoding);
    let typed = text.get(found.range.clone()).unwrap_or_default();
    let item = |(place, item): (usize, &Item)| {
        let kind = match item.kind {
            Kind::Key => CompletionItemKind::PROPERTY,
            Kind::Value => CompletionItemKind::ENUM_MEMBER,
            Kind::Language => CompletionItemKind::VALUE,
            Kind::Entity => CompletionItemKind::REFERENCE,
        };
        CompletionItem {
            label: item.label.clone(),
            kind: Some(kind).filter(|kind| abilities.knows(*kind)),
            detail: item.detail.clone(),
            sort_text: Some(format!("{place:03}")),
            // An id is also found by the names of its entity, which a client does not know.
            filter_text: (item.kind == Kind::Entity && !typed.is_empty()).then(|| typed.to_owned()),
            text_edit: Some(edit.to_lsp(item.text.clone())),
            ..CompletionItem::default()
        }
    };
    Some(CompletionResponse::List(CompletionList {
        is_incomplete: found.is_incomplete,
        items: found.items.iter().enumerate().map(item).collect(),
    }))
}

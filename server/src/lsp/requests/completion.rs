//! `textDocument/completion`

use onomast_gazetteer::entity::{EntityType, Status};
use ropey::Rope;
use serde::{Deserialize, Serialize};
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    ClientCapabilities, CompletionClientCapabilities, CompletionItem, CompletionItemKind, CompletionItemLabelDetails,
    CompletionItemTag, CompletionList, CompletionOptions, CompletionParams, CompletionResponse, CompletionTextEdit,
    Documentation, InsertReplaceEdit, MarkupContent, MarkupKind, ServerCapabilities, TextEdit,
};

use crate::features::completion::{self, Bearer, Item};
use crate::features::{View, hover};
use crate::index::Counts;
use crate::lsp::convert::{self, Encoding};
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;
use crate::lsp::uri;
use crate::message::{Locale, Messages, describe};

mod project_file;

/// A suffix may begin behind the first two; in a gazetteer file a string behind the third, the second part of an id behind
/// the last.
const TRIGGERS: [&str; 4] = ["’", "'", "\"", "/"];

/// What a client can do with items.
#[derive(Debug, Clone, Default)]
pub(in crate::lsp) struct Abilities {
    /// Whether it asks whoever types which of two edits to make.
    insert_replace: bool,
    /// Whether it strikes out what is deprecated, in the newer way and in the older.
    tags: bool,
    deprecated: bool,
    /// Whether it shows something beside the label.
    label_details: bool,
    /// Whether it asks for the documentation of the item that is looked at.
    resolves: bool,
    /// Whether documentation may be Markdown.
    markdown: bool,
    /// The kinds it knows; without them those that every client knows.
    kinds: Option<Vec<CompletionItemKind>>,
}

/// What an item says of itself when more is asked about it.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::lsp) struct Data {
    uri: String,
    entities: Vec<String>,
}

pub(in crate::lsp) fn advertise(_: &ClientCapabilities, server: &mut ServerCapabilities) {
    server.completion_provider = Some(CompletionOptions {
        resolve_provider: Some(true),
        trigger_characters: Some(TRIGGERS.map(str::to_owned).to_vec()),
        ..CompletionOptions::default()
    });
}

pub(in crate::lsp) fn handle(
    shared: &Shared,
    snapshot: &Snapshot,
    params: CompletionParams,
) -> Result<Option<CompletionResponse>> {
    let place = &params.text_document_position;
    let document = snapshot.document(&uri::to_path(place.text_document.uri.as_str()));
    if let Some(document) = document.filter(|document| document.in_step && snapshot.is_of_project(document)) {
        return Ok(project_file::completion(shared, snapshot, document, place.position));
    }
    let Some((open, at)) = snapshot.open_at(place) else {
        return Ok(None);
    };
    let view = open.view();
    shared.beginnings.make(&view.project.gazetteer);
    let locale = snapshot.locale();
    let asked = shared.asking.asked(open.document, at, params.context.as_ref());
    let Some(found) = completion::completion(&view, at, asked, locale) else {
        return Ok(None);
    };
    let abilities = &snapshot.client.completion;
    let edit = Edit::new(
        &open.document.text.0,
        &found.range,
        found.word_end,
        abilities,
        snapshot.client.encoding,
    );
    let uri = params.text_document_position.text_document.uri.as_str();
    let writer = Writer {
        view,
        abilities,
        locale,
        uri,
        typed: &found.typed,
    };
    let items = (0..)
        .zip(&found.items)
        .map(|(place, item)| writer.item(place, item, &edit));
    Ok(Some(CompletionResponse::List(CompletionList {
        // The next letter may find what this one has left out: another script, a form, the fifty-first, or what was
        // not ready.
        is_incomplete: true,
        items: items.collect(),
    })))
}

/// The documentation of entities. `counts` counts one in the project, if it can.
pub(in crate::lsp) fn documentation(
    view: &View<'_>,
    entities: &[String],
    counts: impl Fn(&str) -> Option<Counts>,
    abilities: &Abilities,
    locale: Locale,
) -> Option<Documentation> {
    let found = entities.iter().filter_map(|id| view.project.gazetteer.find(id));
    let found: Vec<_> = found.collect();
    if found.is_empty() {
        return None;
    }
    let card = hover::of_entities(view, &found, counts, locale);
    let (kind, value) = if abilities.markdown {
        (MarkupKind::Markdown, card.to_markdown(locale))
    } else {
        (MarkupKind::PlainText, card.to_plain_text(locale))
    };
    Some(Documentation::MarkupContent(MarkupContent { kind, value }))
}

impl Abilities {
    pub(in crate::lsp) fn of(completion: Option<&CompletionClientCapabilities>) -> Abilities {
        let item = completion.and_then(|completion| completion.completion_item.as_ref());
        let can = |ability: Option<bool>| ability == Some(true);
        let tags = item.and_then(|item| item.tag_support.as_ref());
        let formats = item.and_then(|item| item.documentation_format.as_ref());
        let resolves = item.and_then(|item| item.resolve_support.as_ref());
        Abilities {
            insert_replace: can(item.and_then(|item| item.insert_replace_support)),
            tags: tags.is_some_and(|tags| tags.value_set.contains(&CompletionItemTag::DEPRECATED)),
            deprecated: can(item.and_then(|item| item.deprecated_support)),
            label_details: can(item.and_then(|item| item.label_details_support)),
            resolves: resolves.is_some_and(|resolves| resolves.properties.iter().any(|name| name == "documentation")),
            markdown: formats.and_then(|formats| formats.first()) == Some(&MarkupKind::Markdown),
            kinds: completion.and_then(|completion| completion.completion_item_kind.as_ref()?.value_set.clone()),
        }
    }

    /// The kind that comes nearest, of those the client knows.
    fn kind(&self, kind: EntityType) -> Option<CompletionItemKind> {
        let kind = match kind {
            EntityType::Person => CompletionItemKind::VARIABLE,
            EntityType::Place => CompletionItemKind::MODULE,
            EntityType::Organization => CompletionItemKind::CLASS,
            EntityType::Event => CompletionItemKind::EVENT,
            EntityType::Treaty => CompletionItemKind::INTERFACE,
            EntityType::Ship => CompletionItemKind::UNIT,
            EntityType::Publication => CompletionItemKind::FILE,
            EntityType::Group => CompletionItemKind::ENUM,
            EntityType::Other => CompletionItemKind::REFERENCE,
        };
        self.knows(kind).then_some(kind)
    }

    fn knows(&self, kind: CompletionItemKind) -> bool {
        match &self.kinds {
            Some(kinds) => kinds.contains(&kind),
            // Those of the first version of the protocol.
            None => ![CompletionItemKind::EVENT, CompletionItemKind::ENUM_MEMBER].contains(&kind),
        }
    }
}

/// What every item replaces.
struct Edit {
    insert: tower_lsp::ls_types::Range,
    replace: Option<tower_lsp::ls_types::Range>,
}

impl Edit {
    /// `typed` is what goes in any case, up to the cursor.
    fn new(
        text: &Rope,
        typed: &std::ops::Range<usize>,
        word_end: usize,
        abilities: &Abilities,
        encoding: Encoding,
    ) -> Edit {
        let whole = typed.start..word_end;
        let replace = abilities.insert_replace && word_end > typed.end;
        Edit {
            insert: convert::range_to_lsp(text, typed, encoding),
            replace: replace.then(|| convert::range_to_lsp(text, &whole, encoding)),
        }
    }

    fn to_lsp(&self, new_text: String) -> CompletionTextEdit {
        match self.replace {
            Some(replace) => CompletionTextEdit::InsertAndReplace(InsertReplaceEdit {
                new_text,
                insert: self.insert,
                replace,
            }),
            None => CompletionTextEdit::Edit(TextEdit::new(self.insert, new_text)),
        }
    }
}

/// What items are written with.
struct Writer<'a> {
    view: View<'a>,
    abilities: &'a Abilities,
    locale: Locale,
    uri: &'a str,
    typed: &'a str,
}

impl Writer<'_> {
    fn item(&self, place: usize, item: &Item, edit: &Edit) -> CompletionItem {
        let ids = item
            .bearers
            .iter()
            .map(|bearer| self.view.project.gazetteer.entity(bearer.entity).id.clone());
        let data = Data {
            uri: self.uri.to_owned(),
            entities: ids.collect(),
        };
        let form = describe(&item.readings, self.locale);
        let deprecated = item.status == Status::Deprecated;
        CompletionItem {
            label: item.name.clone(),
            label_details: self.abilities.label_details.then(|| self.beside(item, &form)),
            kind: item.bearers.first().and_then(|bearer| self.abilities.kind(bearer.kind)),
            detail: Some(self.detail(item, &form)),
            documentation: match self.abilities.resolves {
                true => None,
                // Of fifty at each key only this text is counted.
                false => documentation(&self.view, &data.entities, |_| None, self.abilities, self.locale),
            },
            deprecated: (deprecated && self.abilities.deprecated && !self.abilities.tags).then_some(true),
            tags: (deprecated && self.abilities.tags).then(|| vec![CompletionItemTag::DEPRECATED]),
            // Our order and not the alphabet's.
            sort_text: Some(format!("{place:03}")),
            // As typed: a client that compares letters would leave out every other script.
            filter_text: Some(self.typed.to_owned()),
            text_edit: Some(edit.to_lsp(item.text.clone())),
            data: self
                .abilities
                .resolves
                .then(|| serde_json::to_value(&data).ok())
                .flatten(),
            ..CompletionItem::default()
        }
    }

    /// The form behind the label, the type at the right.
    fn beside(&self, item: &Item, form: &str) -> CompletionItemLabelDetails {
        CompletionItemLabelDetails {
            detail: (!form.is_empty()).then(|| format!(" {form}")),
            description: item.bearers.first().map(|bearer| self.kind_in_words(bearer)),
        }
    }

    /// Type and main name of each entity, and the form where there is no other place for it.
    fn detail(&self, item: &Item, form: &str) -> String {
        let bearer = |bearer: &Bearer| {
            let kind = self.kind_in_words(bearer);
            let words = [Some(kind), bearer.main_name.clone()];
            words.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        };
        let mut parts: Vec<String> = item.bearers.iter().map(bearer).collect();
        parts.dedup();
        let form = (!self.abilities.label_details && !form.is_empty()).then(|| form.to_owned());
        parts.join("; ") + &form.map(|form| format!(" · {form}")).unwrap_or_default()
    }

    fn kind_in_words(&self, bearer: &Bearer) -> String {
        Messages::of(self.locale).text(&format!("card-type-{}", bearer.kind.as_str()), &[])
    }
}

impl Data {
    /// The document and the entities.
    pub(in crate::lsp) fn parts(&self) -> (&str, &[String]) {
        (&self.uri, &self.entities)
    }
}

//! `onomast.server.entities`: the entities that a document mentions.

use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::{Range, TextDocumentIdentifier};

use crate::features::entities::{self, MentionedEntity, SpellingCount};
use crate::index::Corpus;
use crate::lsp::convert;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::{Open, Snapshot};

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Argument {
    text_document: TextDocumentIdentifier,
}

#[derive(Debug, Serialize)]
pub(super) struct Entities {
    uri: String,
    mentions: usize,
    ambiguous: usize,
    entities: Vec<Entity>,
}

#[derive(Debug, Serialize)]
struct Entity {
    id: String,
    r#type: &'static str,
    title: String,
    names: Vec<Name>,
    description: Option<String>,
    count: usize,
    ambiguous: usize,
    spellings: Vec<Spelling>,
    project: Option<InProject>,
    first: Option<Range>,
}

#[derive(Debug, Serialize)]
struct Name {
    language: String,
    text: String,
}

#[derive(Debug, Serialize)]
struct Spelling {
    language: String,
    text: String,
    status: &'static str,
    count: usize,
}

/// How often an entity is mentioned in the whole project.
#[derive(Debug, Serialize)]
pub(super) struct InProject {
    mentions: usize,
    documents: usize,
}

pub(super) fn run(_: &Shared, snapshot: &Snapshot, argument: Argument) -> Option<Entities> {
    let open = snapshot.open(&argument.text_document.uri)?;
    let mut mentioned = entities::entities(&open.view(), snapshot.locale());
    // By frequency, at a tie by first mention.
    mentioned
        .entities
        .sort_by_key(|entity| std::cmp::Reverse(entity.sure.len()));
    let entities = mentioned.entities.into_iter();
    let corpus = snapshot.whole_corpus(&open);
    Some(Entities {
        uri: open.document.uri.clone(),
        mentions: mentioned.mentions,
        ambiguous: mentioned.ambiguous,
        entities: entities
            .map(|entity| to_lsp(snapshot, &open, corpus.as_ref(), entity))
            .collect(),
    })
}

fn to_lsp(snapshot: &Snapshot, open: &Open<'_>, corpus: Option<&Corpus>, entity: MentionedEntity) -> Entity {
    let encoding = snapshot.client.encoding;
    let counts = corpus.map(|corpus| corpus.counts(&entity.id));
    let first = entity.first();
    let name = |(language, text): (onomast_gazetteer::Language, String)| Name {
        language: language.to_string(),
        text,
    };
    let spelling = |spelling: SpellingCount| Spelling {
        language: spelling.language.to_string(),
        text: spelling.text,
        status: spelling.status.as_str(),
        count: spelling.count,
    };
    Entity {
        first: first.map(|range| convert::range_to_lsp(&open.document.text.0, range, encoding)),
        r#type: entity.kind.as_str(),
        names: entity.names.into_iter().map(name).collect(),
        count: entity.sure.len(),
        ambiguous: entity.possible.len(),
        spellings: entity.spellings.into_iter().map(spelling).collect(),
        project: counts.map(|counts| InProject {
            mentions: counts.mentions,
            documents: counts.documents,
        }),
        id: entity.id,
        title: entity.title,
        description: entity.description,
    }
}

//! `onomast.server.newEntity`: what a name would be in a gazetteer, to be looked at, and the edit that puts it there.

use onomast_gazetteer::Language;
use onomast_gazetteer::entity::{EntityType, Gender};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tower_lsp::ls_types::{TextDocumentIdentifier, WorkspaceEdit};

use crate::features::new_entity::{Given, dictionary_forms, new_entity};
use crate::lsp::edits;
use crate::lsp::own_names;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Argument {
    text_document: TextDocumentIdentifier,
    text: String,
    language: String,
    #[serde(rename = "type")]
    kind: EntityType,
    gender: Option<Gender>,
    #[serde(default)]
    spellings: Vec<Settled>,
}

#[derive(Debug, Deserialize)]
struct Settled {
    language: String,
    text: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Proposed {
    id: String,
    spellings: Vec<Spellings>,
    forms: Vec<String>,
    nominatives: Vec<Nominative>,
    entry: String,
    edit: Option<WorkspaceEdit>,
    /// Why there is none.
    refused: Option<String>,
}

/// What the text may be a form of.
#[derive(Debug, Serialize)]
struct Nominative {
    text: String,
    gender: Option<Gender>,
}

#[derive(Debug, Serialize)]
struct Spellings {
    language: String,
    texts: Vec<String>,
}

pub(super) fn run(_: &Shared, snapshot: &Snapshot, argument: Argument) -> Option<Proposed> {
    let open = snapshot.open(&argument.text_document.uri)?;
    let project = &open.reading.project;
    let given = Given {
        text: argument.text,
        language: Language::parse(&argument.language)?,
        kind: argument.kind,
        gender: argument.gender,
        settled: argument
            .spellings
            .into_iter()
            .filter_map(|settled| Some((Language::parse(&settled.language)?, settled.text)))
            .collect(),
    };
    let made = new_entity(&project.gazetteer, &given)?;
    let messages = project.messages();
    let files = own_names::with_entity(snapshot, project, &made.id, &made.entry);
    let spellings = made.spellings.into_iter().map(|(language, texts)| Spellings {
        language: language.tag().to_owned(),
        texts,
    });
    let fits = |gender: &Option<Gender>| gender.is_none() || given.gender.is_none() || *gender == given.gender;
    let mut nominatives = dictionary_forms(&given.text, given.kind, &given.language, None);
    if nominatives.iter().any(|(_, gender)| fits(gender)) {
        nominatives.retain(|(_, gender)| fits(gender));
    }
    let nominatives = nominatives.into_iter();
    Some(Proposed {
        nominatives: nominatives.map(|(text, gender)| Nominative { text, gender }).collect(),
        id: made.id,
        spellings: spellings.collect(),
        forms: made.forms,
        entry: entry(&made.entry),
        refused: files.as_ref().err().map(|obstacle| obstacle.reason(messages)),
        edit: files.ok().map(|files| edits::to_lsp(snapshot, messages, &files)),
    })
}

fn entry(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

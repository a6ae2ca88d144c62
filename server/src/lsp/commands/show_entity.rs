//! `onomast.server.showEntity`: the page of the entity at a position, or of an id.

use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::{Position, TextDocumentIdentifier};

use crate::features::entity_page;
use crate::lsp::convert;
use crate::lsp::project_file::ProjectFile;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Argument {
    text_document: TextDocumentIdentifier,
    position: Option<Position>,
    entity: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Page {
    entities: Vec<String>,
    title: String,
    markdown: String,
}

pub(super) fn run(shared: &Shared, snapshot: &Snapshot, argument: Argument) -> Option<Page> {
    let Some(open) = snapshot.open(&argument.text_document.uri) else {
        let file = ProjectFile::open(shared, snapshot, &argument.text_document.uri)?;
        return in_file(snapshot, &file, &argument);
    };
    let (view, locale) = (open.view(), snapshot.locale());
    let counts = |id: &str| Some(snapshot.whole_corpus(&open)?.counts(id));
    let page = match (&argument.entity, argument.position) {
        (Some(id), _) => entity_page::page_of(&view, id, counts, locale),
        (None, Some(position)) => {
            let at = convert::offset_from_lsp(&open.document.text.0, position, snapshot.client.encoding);
            entity_page::page_at(&view, at, counts, locale)
        }
        (None, None) => None,
    }?;
    Some(page.into())
}

/// From a file of the project: of the id that is given, or of what the position is about.
fn in_file(snapshot: &Snapshot, file: &ProjectFile<'_>, argument: &Argument) -> Option<Page> {
    let at = argument.position.map(|position| file.offset(snapshot, position));
    let subject = at.and_then(|at| file.subject(at)).map(|subject| subject.id);
    let id = argument.entity.clone().or(subject)?;
    let counts = file.counts(snapshot);
    let counts = |id: &str| counts.as_ref().map(|counts| counts(id));
    entity_page::page_in(&file.project, &id, counts, snapshot.locale()).map(Page::from)
}

impl From<entity_page::Page> for Page {
    fn from(page: entity_page::Page) -> Page {
        Page {
            entities: page.entities,
            title: page.title,
            markdown: page.markdown,
        }
    }
}

//! `onomast.server.counterparts`: how the name at a position is written in other languages, and where.

use serde::Serialize;
use tower_lsp::ls_types::{Location, Range, TextDocumentPositionParams};

use crate::features::counterparts;
use crate::features::definition;
use crate::features::on_one_line;
use crate::lsp::convert;
use crate::lsp::session::{Open, Shared, Snapshot};
use onomast_gazetteer::Text;

#[derive(Debug, Serialize)]
pub(super) struct Counterparts {
    range: Range,
    text: String,
    language: Option<String>,
    counterparts: Vec<Counterpart>,
}

#[derive(Debug, Serialize)]
struct Counterpart {
    entity: String,
    language: String,
    text: String,
    form: Option<String>,
    status: &'static str,
    places: Vec<Location>,
}

pub(super) fn run(_: &Shared, snapshot: &Snapshot, argument: TextDocumentPositionParams) -> Option<Counterparts> {
    let (open, at) = snapshot.open_at(&argument)?;
    let found = counterparts::counterparts(&open.view(), at)?;
    let text = &open.document.text;
    let to_lsp = |counterpart: counterparts::Counterpart| Counterpart {
        places: places(snapshot, &open, &counterpart),
        language: counterpart.language.to_string(),
        entity: counterpart.entity,
        text: counterpart.text,
        form: counterpart.form,
        status: counterpart.status.as_str(),
    };
    Some(Counterparts {
        range: convert::range_to_lsp(&text.0, &found.range, snapshot.client.encoding),
        text: on_one_line(&text.slice(found.range)),
        language: found.language.map(|language| language.to_string()),
        counterparts: found.counterparts.into_iter().map(to_lsp).collect(),
    })
}

/// The first mention in a paragraph of that language, in each open document of the same project.
fn places(snapshot: &Snapshot, from: &Open<'_>, counterpart: &counterparts::Counterpart) -> Vec<Location> {
    let open = snapshot.documents().filter_map(|document| snapshot.read(document));
    let of_project = open.filter(|open| open.reading.project.root == from.reading.project.root);
    let first = |open: Open<'_>| {
        let range = definition::first_mention_in(&open.view(), &counterpart.entity, &counterpart.language)?;
        Some(Location {
            uri: open.document.address.clone(),
            range: convert::range_to_lsp(&open.document.text.0, &range, snapshot.client.encoding),
        })
    };
    of_project.filter_map(first).collect()
}

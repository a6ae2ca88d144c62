//! `onomast.server.counterparts`: how the name at a position is written in other languages, and where.

use onomast_gazetteer::Text;
use serde::Serialize;
use tower_lsp::ls_types::{Location, Range, TextDocumentPositionParams};

use crate::features::{counterparts, on_one_line, references};
use crate::lsp::convert;
use crate::lsp::elsewhere::Standing;
use crate::lsp::requests::references::in_project;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::{Open, Snapshot};

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

pub(super) fn run(shared: &Shared, snapshot: &Snapshot, argument: TextDocumentPositionParams) -> Option<Counterparts> {
    let (open, at) = snapshot.open_at(&argument)?;
    let found = counterparts::counterparts(&open.view(), at)?;
    let text = &open.document.text;
    let to_lsp = |counterpart: counterparts::Counterpart| Counterpart {
        places: places(shared, snapshot, &open, &counterpart),
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

/// The first mention in that language in each document of the whole project.
fn places(shared: &Shared, snapshot: &Snapshot, open: &Open<'_>, one: &counterparts::Counterpart) -> Vec<Location> {
    let ids = [one.entity.clone()];
    let first = |standing: &Standing| -> Vec<Location> {
        let first = references::first_in(&standing.summary, &ids, &one.language).into_iter();
        first
            .map(|range| standing.location(&range, snapshot.client.encoding))
            .collect()
    };
    in_project(shared, snapshot, &open.reading.project, &ids, first)
}

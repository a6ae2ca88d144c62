//! `textDocument/hover`

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    ClientCapabilities, Hover, HoverContents, HoverParams, HoverProviderCapability, MarkupContent, MarkupKind, Range,
    ServerCapabilities,
};

use crate::features::{gazetteer_file, hover, settings_file};
use crate::lsp::convert;
use crate::lsp::project_file::ProjectFile;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;

pub(in crate::lsp) fn advertise(_: &ClientCapabilities, server: &mut ServerCapabilities) {
    server.hover_provider = Some(HoverProviderCapability::Simple(true));
}

pub(in crate::lsp) fn handle(shared: &Shared, snapshot: &Snapshot, params: HoverParams) -> Result<Option<Hover>> {
    let place = &params.text_document_position_params;
    let Some((open, at)) = snapshot.open_at(place) else {
        let file = ProjectFile::open_at(shared, snapshot, place);
        return Ok(file.and_then(|(file, at)| in_file(snapshot, &file, at)));
    };
    let locale = snapshot.locale();
    // Off a name nothing is counted.
    let counts = |id: &str| Some(snapshot.whole_corpus(&open)?.counts(id));
    let Some(card) = hover::hover(&open.view(), at, counts, locale) else {
        return Ok(None);
    };
    let text = &open.document.text.0;
    let range = convert::range_to_lsp(text, &card.range, snapshot.client.encoding);
    Ok(Some(match snapshot.client.markdown {
        true => shown(MarkupKind::Markdown, card.to_markdown(locale), range),
        false => shown(MarkupKind::PlainText, card.to_plain_text(locale), range),
    }))
}

/// In a file of a project.
fn in_file(snapshot: &Snapshot, file: &ProjectFile<'_>, at: usize) -> Option<Hover> {
    let locale = snapshot.locale();
    let of_subject = || {
        let subject = file.subject(at)?;
        let counts = file.counts(snapshot).map(|counts| counts(&subject.id));
        let found = gazetteer_file::hover::hover(&file.project, &subject, counts, locale)?;
        Some((subject.range, found))
    };
    // Who has the schema shows what a key means.
    let meaning = || {
        (file.file.is_gazetteer && !snapshot.settings.json_schema)
            .then(|| gazetteer_file::hover::meaning(&file.file.text, at))
            .flatten()
    };
    let of_settings = || {
        let found = file.is_settings().then(|| settings_file::meaning(&file.file.text, at));
        let found = found.flatten()?;
        let range = file.range(snapshot, &found.range);
        Some(match snapshot.client.markdown {
            true => shown(MarkupKind::Markdown, found.to_markdown(), range),
            false => shown(MarkupKind::PlainText, found.to_plain_text(), range),
        })
    };
    let Some((range, found)) = of_subject().or_else(meaning) else {
        return of_settings();
    };
    let range = file.range(snapshot, &range);
    Some(match snapshot.client.markdown {
        true => shown(MarkupKind::Markdown, found.to_markdown(locale), range),
        false => shown(MarkupKind::PlainText, found.to_plain_text(locale), range),
    })
}

fn shown(kind: MarkupKind, value: String, range: Range) -> Hover {
    Hover {
        contents: HoverContents::Markup(MarkupContent { kind, value }),
        range: Some(range),
    }
}

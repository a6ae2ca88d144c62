//! The outline of a gazetteer file.

use tower_lsp::ls_types::{DocumentSymbol, DocumentSymbolResponse, Location, Range, SymbolInformation, SymbolKind};

use crate::features::gazetteer_file::symbols::{self, EntrySymbol};
use crate::lsp::project_file::ProjectFile;
use crate::lsp::snapshot::Snapshot;
use crate::lsp::symbol_kind;

/// The entries with their names; of a client without hierarchies the entries alone.
pub(super) fn symbols(snapshot: &Snapshot, file: &ProjectFile<'_>) -> Option<DocumentSymbolResponse> {
    let entries = symbols::symbols(file.file.entries(), snapshot.locale());
    if entries.is_empty() {
        return None;
    }
    let entries = entries.into_iter();
    Some(match snapshot.client.nested_symbols {
        true => DocumentSymbolResponse::Nested(entries.map(|entry| nested(snapshot, file, entry)).collect()),
        false => DocumentSymbolResponse::Flat(entries.map(|entry| flat(snapshot, file, entry)).collect()),
    })
}

fn nested(snapshot: &Snapshot, file: &ProjectFile<'_>, entry: EntrySymbol) -> DocumentSymbol {
    let names = entry.names.into_iter().map(|name| {
        let ranges = [&name.range, &name.spelling].map(|range| file.range(snapshot, range));
        symbol(name.name, name.key, SymbolKind::STRING, ranges, None)
    });
    let names: Vec<DocumentSymbol> = names.collect();
    let ranges = [&entry.range, &entry.id_range].map(|range| file.range(snapshot, range));
    let kind = symbol_kind::to_lsp(entry.kind, &snapshot.client.symbol_kinds);
    symbol(entry.name, entry.id, kind, ranges, Some(names))
}

#[expect(deprecated, reason = "the type has a member for clients older than its replacement")]
fn symbol(
    name: String,
    detail: String,
    kind: SymbolKind,
    [range, selection_range]: [Range; 2],
    children: Option<Vec<DocumentSymbol>>,
) -> DocumentSymbol {
    DocumentSymbol {
        name,
        detail: Some(detail),
        kind,
        tags: None,
        deprecated: None,
        range,
        selection_range,
        children,
    }
}

/// An entry; its id stands where clients show what holds a symbol.
#[expect(deprecated, reason = "the type has a member for clients older than its replacement")]
fn flat(snapshot: &Snapshot, file: &ProjectFile<'_>, entry: EntrySymbol) -> SymbolInformation {
    SymbolInformation {
        name: entry.name,
        kind: symbol_kind::to_lsp(entry.kind, &snapshot.client.symbol_kinds),
        tags: None,
        deprecated: None,
        location: Location {
            uri: file.document.address.clone(),
            range: file.range(snapshot, &entry.range),
        },
        container_name: Some(entry.id),
    }
}

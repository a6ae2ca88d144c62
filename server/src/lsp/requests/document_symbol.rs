//! `textDocument/documentSymbol`

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    ClientCapabilities, DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, Location, OneOf, Range,
    ServerCapabilities, SymbolInformation,
};

use crate::features::document_symbol::{Symbol, document_symbol};
use crate::lsp::project_file::ProjectFile;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::{Open, Snapshot};
use crate::lsp::{convert, symbol_kind};
use crate::message::Messages;

mod gazetteer_file;

pub(in crate::lsp) fn advertise(_: &ClientCapabilities, server: &mut ServerCapabilities) {
    server.document_symbol_provider = Some(OneOf::Left(true));
}

pub(in crate::lsp) fn handle(
    shared: &Shared,
    snapshot: &Snapshot,
    params: DocumentSymbolParams,
) -> Result<Option<DocumentSymbolResponse>> {
    let Some(open) = snapshot.open(&params.text_document.uri) else {
        let file = ProjectFile::open(shared, snapshot, &params.text_document.uri);
        return Ok(file.and_then(|file| gazetteer_file::symbols(snapshot, &file)));
    };
    let symbols = document_symbol(&open.view(), snapshot.locale());
    if symbols.is_empty() {
        return Ok(None);
    }
    let writer = Writer { snapshot, open: &open };
    Ok(Some(if snapshot.client.nested_symbols {
        let nested = symbols.iter().filter_map(|symbol| writer.nested(symbol));
        DocumentSymbolResponse::Nested(nested.collect())
    } else {
        let flat = symbols.iter().filter_map(|symbol| writer.flat(symbol));
        DocumentSymbolResponse::Flat(flat.collect())
    }))
}

struct Writer<'a> {
    snapshot: &'a Snapshot,
    open: &'a Open<'a>,
}

impl Writer<'_> {
    /// An entity at its first mention, all mentions below it.
    fn nested(&self, symbol: &Symbol) -> Option<DocumentSymbol> {
        let first = self.range(&symbol.mentions.first()?.0);
        let mentions = symbol.mentions.iter();
        let below = mentions.map(|(range, text)| self.symbol(symbol, text.clone(), None, self.range(range), None));
        let count = Messages::of(self.snapshot.locale()).text("page-mentions", &[("count", symbol.count.into())]);
        Some(self.symbol(symbol, symbol.name.clone(), Some(count), first, Some(below.collect())))
    }

    /// An entity at its first mention; its count stands where clients show what holds a symbol.
    #[expect(deprecated, reason = "the type has a member for clients older than its replacement")]
    fn flat(&self, symbol: &Symbol) -> Option<SymbolInformation> {
        let count = Messages::of(self.snapshot.locale()).text("page-mentions", &[("count", symbol.count.into())]);
        Some(SymbolInformation {
            name: symbol.name.clone(),
            kind: symbol_kind::to_lsp(symbol.kind, &self.snapshot.client.symbol_kinds),
            tags: None,
            deprecated: None,
            location: Location {
                uri: self.open.document.address.clone(),
                range: self.range(&symbol.mentions.first()?.0),
            },
            container_name: Some(count),
        })
    }

    #[expect(deprecated, reason = "the type has a member for clients older than its replacement")]
    fn symbol(
        &self,
        symbol: &Symbol,
        name: String,
        detail: Option<String>,
        range: Range,
        children: Option<Vec<DocumentSymbol>>,
    ) -> DocumentSymbol {
        DocumentSymbol {
            name,
            detail,
            kind: symbol_kind::to_lsp(symbol.kind, &self.snapshot.client.symbol_kinds),
            tags: None,
            deprecated: None,
            range,
            selection_range: range,
            children,
        }
    }

    fn range(&self, range: &std::ops::Range<usize>) -> Range {
        convert::range_to_lsp(&self.open.document.text.0, range, self.snapshot.client.encoding)
    }
}
